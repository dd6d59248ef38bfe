using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>Puts the pieces of a line, in the order in which they are seen, into placed runs and boxes.</summary>
internal sealed class RunWriter(ShapedParagraph paragraph, List<PlacedItem> items)
{
    private const int MaximumParts = 12;

    private readonly List<PlacedGlyph> _glyphs = [];
    private ShapedRun? _run;
    private double _start;
    private double _end;
    private int _textStart;
    private int _textEnd;

    /// <summary>Where the next piece begins.</summary>
    public double Add(LinePiece piece, double pen, double width)
    {
        if (piece.Box is { } box)
        {
            Flush();
            items.Add(new PlacedBox(box, pen, piece.TextStart));
            return pen + width;
        }

        if (piece.Run is not { } run)
        {
            return pen + width;
        }

        if (!ReferenceEquals(run, _run))
        {
            Flush();
            (_run, _start, _textStart, _textEnd) = (run, pen, piece.TextStart, piece.TextEnd);
        }

        _textStart = Math.Min(_textStart, piece.TextStart);
        _textEnd = Math.Max(_textEnd, piece.TextEnd);
        bool rightToLeft = (piece.Level & 1) != 0;
        double x = pen + piece.Shift;
        int before = _glyphs.Count;
        if (rightToLeft)
        {
            for (int end = piece.GlyphEnd; end > piece.GlyphStart;)
            {
                int start = GroupStart(piece, end);
                x = AddGroup(piece, run, start, end, x, true);
                end = start;
            }
        }
        else
        {
            for (int start = piece.GlyphStart; start < piece.GlyphEnd;)
            {
                int end = GroupEnd(piece, start);
                x = AddGroup(piece, run, start, end, x, false);
                start = end;
            }
        }

        if (_glyphs.Count > before && width != piece.Width)
        {
            _glyphs[^1] = _glyphs[^1] with { Advance = _glyphs[^1].Advance + (float)(width - piece.Width) };
        }

        _end = pen + width;
        return _end;
    }

    public void Flush()
    {
        if (_run is not null && _glyphs.Count > 0)
        {
            items.Add(new PlacedRun(_run, [.. _glyphs], paragraph.Text, _start, _end - _start, _textStart, _textEnd - _textStart));
        }

        _glyphs.Clear();
        _run = null;
    }

    /// <summary>
    /// Where the group that begins here ends: a letter, the marks on it, and whatever else stands for the same characters.
    /// </summary>
    private static int GroupEnd(LinePiece piece, int start)
    {
        int end = start + 1;
        while (end < piece.GlyphEnd && (piece.Glyphs[end].Advance == 0 || piece.Glyphs[end].Cluster == piece.Glyphs[start].Cluster))
        {
            end++;
        }

        return end;
    }

    private static int GroupStart(LinePiece piece, int end)
    {
        int start = end - 1;
        while (start > piece.GlyphStart
            && (piece.Glyphs[start].Advance == 0 || piece.Glyphs[start - 1].Cluster == piece.Glyphs[start].Cluster))
        {
            start--;
        }

        return start;
    }

    /// <summary>
    /// Adds a group as one glyph, made up if need be: so is a glyph off the baseline, as in Urdu's hand, since readers take another
    /// baseline for another line. Returns where the pen is then.
    /// </summary>
    private double AddGroup(LinePiece piece, ShapedRun run, int start, int end, double x, bool rightToLeft)
    {
        (int textStart, int textLength) = TextOf(piece, start, end);
        ShapedGlyph first = piece.Glyphs[start];
        int count = end - start;
        if (count == 1 && first.YOffset == 0)
        {
            Write(new PlacedGlyph(first.Glyph, (float)(x + first.XOffset), first.YOffset, first.Advance, textStart, textLength));
            return x + first.Advance;
        }

        double scale = run.Scale;
        double width = 0;
        int advance = 0;
        bool fits = count <= MaximumParts;
        Span<GlyphPart> parts = stackalloc GlyphPart[Math.Min(count, MaximumParts)];
        for (int k = 0; k < count; k++)
        {
            ShapedGlyph glyph = piece.Glyphs[rightToLeft ? end - 1 - k : start + k];
            double left = (width + glyph.XOffset) / scale;
            if (k < parts.Length)
            {
                parts[k] = new GlyphPart(glyph.Glyph, (short)Math.Round(left), (short)Math.Round(glyph.YOffset / scale));
            }

            advance += glyph.Advance == 0 ? 0 : run.Face.Advance(glyph.Glyph);
            width += glyph.Advance;
        }

        int number = fits ? run.Face.Composites.Number(parts, advance) : 0;
        if (number > 0)
        {
            Write(new PlacedGlyph((ushort)number, (float)x, 0, (float)width, textStart, textLength));
            return x + width;
        }

        for (int k = 0; k < count; k++)
        {
            int g = rightToLeft ? end - 1 - k : start + k;
            ShapedGlyph glyph = piece.Glyphs[g];
            _glyphs.Add(new PlacedGlyph(glyph.Glyph, (float)(x + glyph.XOffset), glyph.YOffset, glyph.Advance, textStart, g == start
                ? textLength : 0));
            x += glyph.Advance;
        }

        return x;
    }

    /// <summary>
    /// Adds a glyph. Where one glyph stands for several characters of which some lie beyond U+FFFF (a flag, a family), readers of
    /// ToUnicode fail on it: it stands for the first, and blank glyphs without width for the others.
    /// </summary>
    private void Write(PlacedGlyph glyph)
    {
        int blank = 0;
        if (glyph.TextLength <= 2 || !paragraph.Text.AsSpan(glyph.TextStart, glyph.TextLength).ContainsAnyInRange('\uD800', '\uDFFF')
            || (blank = _run!.Face.Composites.Number([], 0)) == 0)
        {
            _glyphs.Add(glyph);
            return;
        }

        for (int i = 0; i < glyph.TextLength;)
        {
            Characters.At(paragraph.Text.AsSpan(0, glyph.TextStart + glyph.TextLength), glyph.TextStart + i, out int length);
            _glyphs.Add(i == 0
                ? glyph with { TextLength = length }
                : new PlacedGlyph((ushort)blank, glyph.X + glyph.Advance, 0, 0, glyph.TextStart + i, length));
            i += length;
        }
    }

    /// <summary>The characters that a group stands for.</summary>
    private (int Start, int Length) TextOf(LinePiece piece, int start, int end)
    {
        int cluster = piece.Glyphs[start].Cluster;
        if (cluster < 0)
        {
            return (-1, 0);
        }

        // Text that comes before the first glyph (a direction mark) is no one's.
        int textEnd = end < piece.GlyphEnd ? piece.Glyphs[end].Cluster : piece.TextEnd;

        // What is drawn as nothing is no text either, except joiners and selectors, which make the cluster what it is.
        while (textEnd > cluster + 1 && Characters.IsIgnorable(paragraph.Text[textEnd - 1])
            && !Characters.IsExtender(paragraph.Text[textEnd - 1]))
        {
            textEnd--;
        }

        return (cluster, textEnd - cluster);
    }
}
