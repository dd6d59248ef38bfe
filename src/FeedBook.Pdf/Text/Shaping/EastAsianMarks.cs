using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>
/// What Chinese, Japanese and Korean setting draws that a font's glyphs alone do not: a dash two squares long, dots for emphasis.
/// </summary>
internal static class EastAsianMarks
{
    private const int MaximumParts = 32;

    /// <summary>Whether a face is made for Han or Hangul.</summary>
    public static bool IsEastAsian(FontFace face) => face.Glyph(0x4E00) != 0 || face.Glyph(0xAC00) != 0;

    /// <summary>
    /// Makes one line of dashes that stand side by side: each fills its square, and further ones cover the gaps between them.
    /// </summary>
    public static void JoinDashes(string text, ShapedRun run, List<ShapedGlyph> glyphs)
    {
        FontFace face = run.Face;
        if (!text.AsSpan(run.TextStart, run.TextLength).ContainsAny('\u2014', '\u2015') || face.Glyph(0x4E00) == 0
            || face.Glyph(0x2015) is not (int bar and > 0))
        {
            return;
        }

        int square = face.Advance(bar);
        for (int i = run.GlyphStart; i < glyphs.Count; i++)
        {
            int end = i;
            while (end < glyphs.Count && text[glyphs[end].Cluster] is '\u2014' or '\u2015' && (2 * (end - i)) + 1 < MaximumParts)
            {
                end++;
            }

            int count = end - i;
            if (count == 0)
            {
                continue;
            }

            var parts = new GlyphPart[(2 * count) - 1];
            for (int k = 0; k < parts.Length; k++)
            {
                parts[k] = new GlyphPart((ushort)bar, (short)(k * square / 2), 0);
            }

            int whole = count == 1 ? bar : face.Composites.Number(parts, count * square);
            if (whole != 0)
            {
                glyphs[i] = glyphs[i] with { Glyph = (ushort)whole, Advance = (float)(count * square * run.Scale) };
                glyphs.RemoveRange(i + 1, count - 1);
            }
        }
    }

    /// <summary>Puts a dot to each letter: below it in Chinese, above it in Japanese and Korean.</summary>
    public static void AddEmphasis(string text, ShapedRun run, string? language, List<ShapedGlyph> glyphs)
    {
        FontFace face = run.Face;
        if (face.Glyph(0xB7) is not (int dot and > 0))
        {
            return;
        }

        bool above = language is not null
            && (language.StartsWith("ja", StringComparison.OrdinalIgnoreCase)
            || language.StartsWith("ko", StringComparison.OrdinalIgnoreCase));
        (int left, int right) = face.Glyphs.Sides(dot);
        int height = above ? face.UnitsPerEm * 11 / 20 : -face.UnitsPerEm * 11 / 20;
        for (int i = run.GlyphStart; i < glyphs.Count; i++)
        {
            ShapedGlyph glyph = glyphs[i];
            if (!IsLetter(Characters.At(text, glyph.Cluster, out _)) || glyph.XOffset != 0 || glyph.YOffset != 0)
            {
                continue;
            }

            int advance = face.Advance(glyph.Glyph);
            var parts =
                (ReadOnlySpan<GlyphPart>)[new GlyphPart(glyph.Glyph, 0, 0),
                new GlyphPart((ushort)dot, (short)((advance - left - right) / 2), (short)height)];
            if (face.Composites.Number(parts, advance) is int marked and > 0)
            {
                glyphs[i] = glyph with { Glyph = (ushort)marked };
            }
        }
    }

    private static bool IsLetter(int c) => Characters.IsIdeographOrKana(c) || c is >= 0xAC00 and <= 0xD7A3;
}
