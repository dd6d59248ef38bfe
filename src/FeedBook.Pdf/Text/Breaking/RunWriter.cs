using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>Puts the pieces of a line, in the order in which they are seen, into placed runs and boxes.</summary>
internal sealed class RunWriter(Paragraph paragraph, List<PlacedItem> items)
{
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
        int count = piece.GlyphEnd - piece.GlyphStart;
        double x = pen + piece.Shift;
        double extra = width - piece.Width;
        for (int k = 0; k < count; k++)
        {
            int g = rightToLeft ? piece.GlyphEnd - 1 - k : piece.GlyphStart + k;
            ShapedGlyph glyph = piece.Glyphs[g];
            (int start, int length) = TextOf(piece, g);
            double advance = glyph.Advance + (k == count - 1 ? extra : 0);
            _glyphs.Add(new PlacedGlyph(glyph.Glyph, (float)(x + glyph.XOffset), glyph.YOffset, (float)advance, start, length));
            x += advance;
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

    /// <summary>The characters that a glyph stands for: the whole cluster with its first glyph, nothing with the others.</summary>
    private (int Start, int Length) TextOf(LinePiece piece, int glyph)
    {
        int cluster = piece.Glyphs[glyph].Cluster;
        if (cluster < 0)
        {
            return (-1, 0);
        }

        if (glyph > piece.GlyphStart && piece.Glyphs[glyph - 1].Cluster == cluster)
        {
            return (cluster, 0);
        }

        int next = glyph + 1;
        while (next < piece.GlyphEnd && piece.Glyphs[next].Cluster == cluster)
        {
            next++;
        }

        int end = next < piece.GlyphEnd ? piece.Glyphs[next].Cluster : piece.TextEnd;

        // What is drawn as nothing is no text either, except joiners and selectors, which make the cluster what it is.
        while (end > cluster + 1 && Characters.IsIgnorable(paragraph.Text[end - 1]) && !Characters.IsExtender(paragraph.Text[end - 1]))
        {
            end--;
        }

        return (cluster, end - cluster);
    }
}
