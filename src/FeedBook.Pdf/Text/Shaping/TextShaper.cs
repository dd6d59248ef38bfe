using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>
/// Text to glyphs: chooses a face for every cluster, splits where face, script or direction changes, and lets HarfBuzz shape each stretch.
/// Belongs to one document and one thread at a time.
/// </summary>
internal sealed class TextShaper
{
    // Substitutions may move the rest of a run; a run is cut at a space before that could cost more than the text is worth.
    private const int LongRun = 1000;

    // Emphasis is a few words within others; a whole paragraph that a publisher slants is a caption or a note.
    private const int LongestWithDots = 24;

    private readonly GlyphRunShaper _runShaper = new();
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

    /// <summary>Shapes one span of a paragraph.</summary>
    /// <param name="text">The paragraph's text: letters before and after the span decide joining and punctuation.</param>
    /// <param name="span">What to shape.</param>
    /// <param name="levels">The bidirectional level of each UTF-16 unit; empty when all is left to right.</param>
    /// <param name="language">The language where the style names none.</param>
    /// <param name="glyphs">Receives the glyphs.</param>
    /// <param name="runs">Receives the runs.</param>
    internal void Shape(string text, TextSpan span, ReadOnlySpan<byte> levels, string? language, List<ShapedGlyph> glyphs,
        List<ShapedRun> runs)
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
            bool sameScript = script is Scripts.Common or Scripts.Inherited || runScript is Scripts.Common or Scripts.Inherited
                || script == runScript;
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

    /// <summary>
    /// Where the cluster that begins before <paramref name="at"/> ends: marks, joiners and selectors stay with their base.
    /// </summary>
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
        string text, int start, int end, ResolvedFace resolved, byte level, int script, TextSpan span, string? language,
            List<ShapedGlyph> glyphs, List<ShapedRun> runs)
    {
        int first = glyphs.Count;

        // Chinese, Japanese and Korean are never slanted: what is set apart by slanting elsewhere bears dots.
        bool isUpright = resolved.Synthesis.HasFlag(Synthesis.Oblique) && EastAsianMarks.IsEastAsian(resolved.Face);
        var run =
            new ShapedRun(resolved.Face, isUpright ? resolved.Synthesis & ~Synthesis.Oblique : resolved.Synthesis, span.Style, level,
            span.Tag)
        {
            TextStart = start, TextLength = end - start, GlyphStart = first,
        };
        _runShaper.Shape(text, run, script, language, glyphs);
        EastAsianMarks.JoinDashes(text, run, glyphs);
        if (isUpright && span.Length <= LongestWithDots && span.Length * 2 <= text.Length)
        {
            EastAsianMarks.AddEmphasis(text, run, language, glyphs);
        }

        runs.Add(run with { GlyphCount = glyphs.Count - first });
    }
}

/// <summary>A stretch of a paragraph's text with one style.</summary>
internal readonly record struct TextSpan(int Start, int Length, RunStyle Style, object? Tag);
