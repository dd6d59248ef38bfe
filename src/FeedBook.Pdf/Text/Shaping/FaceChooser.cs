using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>Chooses the face for a cluster: all its characters from one face where there is one that has them.</summary>
internal sealed class FaceChooser(UnicodeTable unicode, TextReport report)
{
    // Of an em.
    private const double WidestSpace = 0.4;

    /// <summary>
    /// The face to draw the cluster with; never null: a character that no font has is reported and drawn as the first font's empty box.
    /// </summary>
    public ResolvedFace Choose(FontChain fonts, string text, int start, int end, int c, ResolvedFace? previous, string? language)
    {
        if (c is ' ' or '\u00A0')
        {
            // A space goes with the word before it: one run less, and the width that belongs to the script. Emoji have too wide a one.
            return previous is not null && previous.Face.Glyph(c) is int glyph and > 0
                && previous.Face.Advance(glyph) < previous.Face.UnitsPerEm * WidestSpace
                ? previous : fonts.PrimaryFace;
        }

        bool single = end - start == (c > 0xFFFF ? 2 : 1);
        if (single && c < 0xB7)
        {
            return Resolve(fonts, c, previous);
        }

        if (Characters.IsIgnorable(c))
        {
            return previous ?? fonts.PrimaryFace;
        }

        // Dandas, the Arabic comma, Vedic signs: what several scripts share goes with the letters before it.
        if (c is > 0x36F and < 0x2000 && previous is not null && unicode[c].Script is Scripts.Common or Scripts.Inherited
            && previous.Face.Glyph(c) != 0)
        {
            return previous;
        }

        if (IsSharedPunctuation(c) && IsIdeographicContext(text, start, end, language) && fonts.Resolve(0x4E00) is { } ideographic
            && ideographic.Face.Glyph(c) != 0)
        {
            return ideographic;
        }

        return single ? Resolve(fonts, c, previous) : ResolveCluster(fonts, text, start, end, c, previous);
    }

    private ResolvedFace Resolve(FontChain fonts, int c, ResolvedFace? previous)
    {
        if (fonts.Resolve(c) is { } face)
        {
            return face;
        }

        // A letter that no font has may still be drawn from its parts.
        if (unicode.TryDecompose(c, out int first, out int second) && fonts.Resolve(first) is { } parts && parts.Face.Glyph(second) != 0)
        {
            return parts;
        }

        if (Characters.IsExtender(c) && previous is not null && Characters.IsIgnorable(c))
        {
            return previous;
        }

        report.AddMissing(c);
        return fonts.PrimaryFace;
    }

    private ResolvedFace ResolveCluster(FontChain fonts, string text, int start, int end, int c, ResolvedFace? previous)
    {
        ResolvedFace first = Resolve(fonts, c, previous);
        if (HasAll(first.Face, text, start, end))
        {
            return first;
        }

        // A keycap's digit, say, comes from the font that has the key.
        if (fonts.Find(c, face => HasAll(face, text, start, end)) is { } whole)
        {
            return whole;
        }

        // Some mark will be a box, though perhaps a font of another design has it.
        for (int i = start; i < end;)
        {
            int part = Characters.At(text, i, out int length);
            if (i > start && !Characters.IsIgnorable(part) && first.Face.Glyph(part) == 0)
            {
                report.AddMissing(part);
            }

            i += length;
        }

        return first;
    }

    private bool HasAll(FontFace face, string text, int start, int end)
    {
        int previous = 0;
        for (int i = start; i < end;)
        {
            int part = Characters.At(text, i, out int length);
            i += length;
            if (Characters.IsIgnorable(part))
            {
                continue;
            }

            if (previous != 0 && unicode.Compose(previous, part) is int composed and > 0 && face.Glyph(composed) != 0)
            {
                previous = composed;
                continue;
            }

            if (face.Glyph(part) == 0)
            {
                return false;
            }

            previous = part;
        }

        return true;
    }

    /// <summary>Punctuation that Latin and Chinese or Japanese type share as characters, but draw at different widths.</summary>
    private static bool IsSharedPunctuation(int c) =>
        c is 0xB7 or (>= 0x2014 and <= 0x2016) or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2025 or 0x2026 or 0x2027;

    private static bool IsIdeographicContext(string text, int start, int end, string? language)
    {
        bool chinese = language is not null
            && (language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
                || language.StartsWith("ja", StringComparison.OrdinalIgnoreCase)
                || language.StartsWith("yue", StringComparison.OrdinalIgnoreCase));
        if (language is not null && !chinese)
        {
            return false;
        }

        bool letterBefore = start > 0 && char.IsLetterOrDigit(text[start - 1]) && text[start - 1] < 0x2E80;
        bool letterAfter = end < text.Length && char.IsLetterOrDigit(text[end]) && text[end] < 0x2E80;
        if (letterBefore && letterAfter)
        {
            return false;
        }

        return chinese || Nearest(text, start - 1, -1) || Nearest(text, end, 1);
    }

    private static bool Nearest(string text, int from, int step)
    {
        for (int i = from; (uint)i < (uint)text.Length && Math.Abs(i - from) < 8; i += step)
        {
            char c = text[i];
            if (Characters.IsIdeographic(c) && !char.IsSurrogate(c))
            {
                return true;
            }

            if (char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return false;
    }
}
