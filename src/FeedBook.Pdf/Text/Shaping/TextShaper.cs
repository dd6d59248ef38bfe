using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>
/// Text to glyphs: chooses a face for every cluster, splits where face, script or direction changes, substitutes and positions.
/// Belongs to one document and one thread at a time.
/// </summary>
internal sealed class TextShaper
{
    // Substitutions move the rest of a run; a run is cut at a space before that could cost more than the text is worth.
    private const int LongRun = 1000;
    private const uint IgnorableMask = 1u << 31;

    private readonly ShapingBuffer _buffer = new();
    private readonly UnicodeTable _unicode = UnicodeTable.Instance;
    private readonly FaceChooser _chooser;

    /// <param name="fonts">The document's fonts.</param>
    public TextShaper(FontLibrary fonts)
    {
        Fonts = fonts;
        _chooser = new FaceChooser(_unicode, fonts.Report);
    }

    /// <summary>The document's fonts.</summary>
    public FontLibrary Fonts { get; }

    /// <summary>The width in points of a text on one line, however long.</summary>
    public double WidthOf(string text, RunStyle style) => Line(text, style).Width;

    /// <summary>A text on one line that never wraps, beginning at X = 0: running heads, page numbers, entries of the contents.</summary>
    /// <param name="text">The text; white space is folded unless the style keeps it.</param>
    /// <param name="style">Its style.</param>
    /// <param name="direction">The base direction; by default what the first letter has.</param>
    /// <param name="tag">Comes back on each run.</param>
    public ParagraphLine Line(string text, RunStyle style, ParagraphDirection direction = ParagraphDirection.Auto, object? tag = null)
    {
        var builder = new ParagraphBuilder(this, new ParagraphStyle { Alignment = LineAlignment.Left, Direction = direction, Hyphenate = false });
        builder.AddText(text, style, tag);
        return builder.Build().Unbroken();
    }

    /// <summary>Shapes one span of a paragraph.</summary>
    /// <param name="text">The paragraph's text: letters before and after the span decide joining and punctuation.</param>
    /// <param name="span">What to shape.</param>
    /// <param name="levels">The bidirectional level of each UTF-16 unit; empty when all is left to right.</param>
    /// <param name="language">The language where the style names none.</param>
    /// <param name="glyphs">Receives the glyphs.</param>
    /// <param name="runs">Receives the runs.</param>
    internal void Shape(string text, TextSpan span, ReadOnlySpan<byte> levels, string? language, List<ShapedGlyph> glyphs, List<ShapedRun> runs)
    {
        RunStyle style = span.Style;
        language = style.Language ?? language;
        int end = span.Start + span.Length;
        int runStart = span.Start;
        ResolvedFace? runFace = null;
        byte runLevel = 0;
        int runScript = Scripts.Common;
        for (int i = span.Start; i < end;)
        {
            int c = Characters.At(text, i, out int length);
            int next = ClusterEnd(text, i + length, end, c);
            byte level = levels.IsEmpty ? (byte)0 : levels[i];
            int script = _unicode[c].Script;
            ResolvedFace face = _chooser.Choose(style.Fonts, text, i, next, c, runFace, language);
            bool sameScript = script is Scripts.Common or Scripts.Inherited || runScript is Scripts.Common or Scripts.Inherited || script == runScript;
            bool tooLong = i - runStart > LongRun && c == ' ';
            if (runFace is not null && (!ReferenceEquals(face, runFace) || level != runLevel || !sameScript || tooLong))
            {
                ShapeRun(text, runStart, i, runFace, runLevel, runScript, span, language, glyphs, runs);
                (runStart, runScript) = (i, Scripts.Common);
            }

            (runFace, runLevel) = (face, level);
            if (runScript is Scripts.Common or Scripts.Inherited)
            {
                runScript = script;
            }

            i = next;
        }

        if (runFace is not null)
        {
            ShapeRun(text, runStart, end, runFace, runLevel, runScript, span, language, glyphs, runs);
        }
    }

    /// <summary>Where the cluster that begins before <paramref name="at"/> ends: marks, joiners and selectors stay with their base.</summary>
    private int ClusterEnd(ReadOnlySpan<char> text, int at, int end, int c)
    {
        if (at >= end || text[at] < 0x300)
        {
            return at;
        }

        if (c is >= 0x1F1E6 and <= 0x1F1FF && Characters.At(text, at, out int flag) is >= 0x1F1E6 and <= 0x1F1FF)
        {
            return at + flag;
        }

        while (at < end)
        {
            int extender = Characters.At(text, at, out int length);
            if (!Characters.IsExtender(extender))
            {
                break;
            }

            at += length;
            if (extender == 0x200D && at < end && Characters.At(text, at, out int joined) is var after && _unicode[after].IsPictograph)
            {
                at += joined;
            }
        }

        return at;
    }

    private void ShapeRun(
        string text, int start, int end, ResolvedFace resolved, byte level, int script, TextSpan span, string? language, List<ShapedGlyph> glyphs, List<ShapedRun> runs)
    {
        FontFace face = resolved.Face;
        bool rightToLeft = (level & 1) != 0;
        string tag = _unicode.ScriptTag(script is Scripts.Inherited ? Scripts.Common : script);
        tag = tag is "zyyy" or "zzzz" ? "DFLT" : tag == "hira" ? "kana" : tag;
        if (Scripts.IsUnshaped(tag))
        {
            Fonts.Report.AddUnshaped(_unicode.ScriptName(script));
        }

        Fill(text, start, end, face, rightToLeft, Scripts.IsJoining(tag));
        string? languageTag = Scripts.LanguageTag(language);
        face.Substitution.Apply(_buffer, tag, languageTag, ShapingFeatures.Substitution(tag, span.Style));
        DropIgnorables();
        foreach (ref ShapingGlyph glyph in _buffer.Glyphs)
        {
            glyph.Advance = face.Advance(glyph.Glyph);
        }

        face.Positioning.Apply(_buffer, rightToLeft, tag, languageTag, ShapingFeatures.Positioning(span.Style));
        var run = new ShapedRun(face, resolved.Synthesis, span.Style, level, span.Tag)
        {
            TextStart = start, TextLength = end - start, GlyphStart = glyphs.Count, GlyphCount = _buffer.Count,
        };
        Append(glyphs, run);
        runs.Add(run);
    }

    private void Append(List<ShapedGlyph> glyphs, ShapedRun run)
    {
        float scale = (float)run.Scale;
        float spacing = (float)run.Style.LetterSpacing;
        Span<ShapingGlyph> shaped = _buffer.Glyphs;
        for (int i = 0; i < shaped.Length; i++)
        {
            ref ShapingGlyph g = ref shaped[i];
            bool lastOfCluster = i + 1 == shaped.Length || shaped[i + 1].Cluster != g.Cluster;
            float advance = (g.Advance * scale) + (spacing != 0 && lastOfCluster && g.Advance != 0 ? spacing : 0);
            glyphs.Add(new ShapedGlyph(g.Glyph, g.Cluster, advance, g.XOffset * scale, g.YOffset * scale));
        }
    }

    private void Fill(string text, int start, int end, FontFace face, bool rightToLeft, bool joining)
    {
        _buffer.Clear();
        int previous = 0;
        for (int i = start; i < end;)
        {
            int c = Characters.At(text, i, out int length);
            if (c >= 0x300 && previous != 0 && _unicode.Compose(previous, c) is int composed and > 0 && face.Glyph(composed) is int whole and > 0)
            {
                _buffer[_buffer.Count - 1].Glyph = (ushort)whole;
                (previous, i) = (composed, i + length);
                continue;
            }

            if (Characters.IsIgnorable(c))
            {
                AddIgnorable(c, previous, i, face);
                i += length;
                continue;
            }

            int shown = rightToLeft ? _unicode.Mirror(c) : c;
            int glyph = face.Glyph(shown);
            if (c == 0x2014 && face.Advance(glyph) < face.UnitsPerEm && face.Glyph(0x4E00) != 0 && face.Glyph(0x2015) is int bar and > 0)
            {
                // Two dashes of a Chinese text are one line: they fill their squares, as the bar does.
                glyph = bar;
            }

            if (glyph == 0 && _unicode.TryDecompose(c, out int first, out int second) && face.Glyph(first) is int letter and > 0 && face.Glyph(second) is int mark and > 0)
            {
                _buffer.Add(letter, i, ShapingFeatures.Everywhere);
                glyph = mark;
            }

            uint mask = ShapingFeatures.Everywhere | (joining ? ArabicJoining.Form(text, i, _unicode) : 0);
            _buffer.Add(glyph, i, mask);
            (previous, i) = (c, i + length);
        }
    }

    private void AddIgnorable(int c, int previous, int at, FontFace face)
    {
        if (Characters.IsVariationSelector(c))
        {
            if (previous != 0 && face.Variant(previous, c) is int variant and > 0)
            {
                _buffer[_buffer.Count - 1].Glyph = (ushort)variant;
            }
        }
        else if (c is 0x200C or 0x200D && face.Glyph(c) is int joiner and > 0)
        {
            // Joiners take part in substitution (families of emoji, no ligature here) and vanish afterwards.
            _buffer.Add(joiner, at, ShapingFeatures.Everywhere | IgnorableMask);
        }
    }

    private void DropIgnorables()
    {
        for (int i = _buffer.Count - 1; i >= 0; i--)
        {
            if ((_buffer[i].Mask & IgnorableMask) != 0)
            {
                _buffer.RemoveAt(i);
            }
        }
    }
}

/// <summary>A stretch of a paragraph's text with one style.</summary>
internal readonly record struct TextSpan(int Start, int Length, RunStyle Style, object? Tag);
