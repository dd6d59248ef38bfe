using System.Diagnostics.CodeAnalysis;
using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;
using HarfBuzzSharp;

namespace FeedBook.Pdf.Text;

/// <summary>Shapes stretches of one face, script and direction by HarfBuzz. Reuses its buffer; one thread.</summary>
[SuppressMessage("Reliability", "CA1001",
    Justification = "It lives as long as the document that is written; the finaliser frees its buffer.")]
internal sealed class GlyphRunShaper
{
    // HarfBuzz puts this in place of what is drawn as nothing (joiners, direction marks, variation selectors). No font has a glyph of this
    // number.
    private const uint Invisible = 0xFFFF;

    private static readonly Feature NoKerning = new(Tag.Parse("kern"), 0);
    private static readonly Feature NoLigatures = new(Tag.Parse("liga"), 0);
    private static readonly Feature NoContextualLigatures = new(Tag.Parse("clig"), 0);

    // By kerning and ligatures: what is switched off.
    private static readonly Feature[][] Features =
    [
        [NoKerning, NoLigatures, NoContextualLigatures], [NoLigatures, NoContextualLigatures], [NoKerning], [],
    ];

    private readonly HarfBuzzSharp.Buffer _buffer;
    private readonly UnicodeTable _unicode = UnicodeTable.Instance;
    private readonly Dictionary<int, Script> _scripts = [];
    private readonly Dictionary<string, Language> _languages = new(StringComparer.OrdinalIgnoreCase);

    public GlyphRunShaper()
    {
        HarfBuzzLibrary.EnsureLoaded();
        _buffer = new HarfBuzzSharp.Buffer();
    }

    /// <summary>Adds the glyphs of a stretch to <paramref name="glyphs"/> in logical order.</summary>
    /// <param name="text">The paragraph's text: letters before and after the stretch decide how its own join.</param>
    /// <param name="run">Face, style, direction and place of the stretch.</param>
    /// <param name="script">Its script, as <see cref="UnicodeTable"/> numbers them.</param>
    /// <param name="language">A BCP 47 tag; null: unknown.</param>
    /// <param name="glyphs">Receives the glyphs.</param>
    public void Shape(string text, ShapedRun run, int script, string? language, List<ShapedGlyph> glyphs)
    {
        _buffer.Reset();
        _buffer.InvisibleGlyph = Invisible;
        _buffer.AddUtf16(text, run.TextStart, run.TextLength);
        _buffer.Direction = run.IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _buffer.Script = ScriptOf(script);
        if (!string.IsNullOrEmpty(language))
        {
            _buffer.Language = LanguageOf(language);
        }

        RunStyle style = run.Style;
        bool ligatures = style.Ligatures && style.LetterSpacing == 0;
        run.Face.Shaping.Shape(_buffer, Features[(style.Kerning ? 1 : 0) + (ligatures ? 2 : 0)]);
        Append(run, glyphs);
    }

    private void Append(ShapedRun run, List<ShapedGlyph> glyphs)
    {
        ReadOnlySpan<GlyphInfo> infos = _buffer.GetGlyphInfoSpan();
        ReadOnlySpan<GlyphPosition> positions = _buffer.GetGlyphPositionSpan();
        float scale = (float)run.Scale;
        float spacing = (float)run.Style.LetterSpacing;

        // HarfBuzz gives the order that is seen.
        int at = run.IsRightToLeft ? infos.Length - 1 : 0;
        int step = run.IsRightToLeft ? -1 : 1;
        for (; (uint)at < (uint)infos.Length; at += step)
        {
            GlyphInfo info = infos[at];
            if (info.Codepoint == Invisible)
            {
                continue;
            }

            GlyphPosition position = positions[at];
            float advance = position.XAdvance * scale;
            if (spacing != 0 && advance != 0 && ((uint)(at + step) >= (uint)infos.Length || infos[at + step].Cluster != info.Cluster))
            {
                advance += spacing;
            }

            glyphs.Add(new ShapedGlyph((ushort)info.Codepoint, (int)info.Cluster, advance, position.XOffset * scale,
                position.YOffset * scale));
        }
    }

    private Script ScriptOf(int script)
    {
        if (!_scripts.TryGetValue(script, out Script found))
        {
            found = Script.Parse(_unicode.ScriptTag(script));
            _scripts.Add(script, found);
        }

        return found;
    }

    private Language LanguageOf(string tag)
    {
        if (!_languages.TryGetValue(tag, out Language? language))
        {
            language = new Language(tag);
            _languages.Add(tag, language);
        }

        return language;
    }
}
