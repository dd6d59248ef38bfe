using System.Runtime.InteropServices;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>Makes finished lines of items: takes ligatures apart where a word is divided, sets the room, orders what is seen.</summary>
internal sealed class LineComposer(ShapedParagraph paragraph, LineShape shape)
{
    // A space is never opened wider than this many times its stretch: a line that cannot be filled decently stays short.
    private const double LoosestRatio = 12;

    private readonly List<LinePiece> _pieces = [];
    private readonly List<ShapedGlyph> _fragmentGlyphs = [];
    private readonly List<ShapedRun> _fragmentRuns = [];

    public IReadOnlyList<ParagraphLine> Compose(LineItems items, int[] path)
    {
        var lines = new ParagraphLine[path.Length];
        int from = -1;
        for (int i = 0; i < path.Length; i++)
        {
            lines[i] = ComposeLine(items, from, path[i], i, path.Length);
            from = path[i];
        }

        return lines;
    }

    /// <summary>Everything on one line, at X = 0.</summary>
    public ParagraphLine ComposeWhole(LineItems items) => ComposeLine(items, -1, items.Places.Count - 1, -1, 1);

    private ParagraphLine ComposeLine(LineItems items, int fromPlace, int toPlace, int index, int count)
    {
        LineMeasure measure = LineMeasure.Of(items);
        BreakPlace end = items.Places[toPlace];
        _pieces.Clear();
        _fragmentGlyphs.Clear();
        _fragmentRuns.Clear();
        int textStart = fromPlace < 0 ? 0 : items.Places[fromPlace].TextPosition;
        int first = 0;
        if (fromPlace >= 0)
        {
            BreakPlace start = items.Places[fromPlace];
            first = start.Item;
            if (start.Splits)
            {
                AddFragment(items.Items[start.Item], start.TextPosition, items.Items[start.Item].TextEnd);
                first++;
            }
        }

        bool split = fromPlace >= 0 && items.Places[fromPlace].Splits;
        int inkEnd = end.Splits ? end.Item : measure.AfterLastInk(end.Item);
        first = split ? first : Math.Min(measure.FirstInk(first), Math.Max(first, inkEnd));
        for (int i = first; i < inkEnd; i++)
        {
            AddItem(items.Items[i]);
        }

        if (end.Splits)
        {
            AddFragment(items.Items[end.Item], items.Items[end.Item].TextStart, end.TextPosition);
        }

        if (end.AddsHyphen)
        {
            AddHyphen();
        }

        int inkPieces = _pieces.Count;
        for (int i = Math.Max(first, inkEnd); i < end.Item; i++)
        {
            if (items.Items[i].Run >= 0)
            {
                AddItem(items.Items[i]);
            }
        }

        return Place(index, count, end.Kind, inkPieces, textStart, end.TextPosition - textStart);
    }

    private void AddItem(LineItem item)
    {
        byte level = item.TextEnd > item.TextStart || item.TextStart == 0
            ? paragraph.LevelAt(item.TextStart)
            : Math.Min(paragraph.LevelAt(item.TextStart - 1), paragraph.LevelAt(item.TextStart));
        ShapedRun? run = item.Run < 0 ? null : paragraph.Runs[item.Run];
        InlineBox? box = item.Run < 0 && item.TextEnd > item.TextStart ? paragraph.Boxes.GetValueOrDefault(item.TextStart) : null;
        _pieces.Add(new LinePiece(item.Width, item.Stretch, item.Shrink, item.Shift, level, run, paragraph.Glyphs, item.GlyphStart,
            item.GlyphEnd, item.TextStart, item.TextEnd, box));
    }

    /// <summary>Shapes a part of a ligature anew.</summary>
    private void AddFragment(LineItem item, int from, int to)
    {
        ShapedRun whole = paragraph.Runs[item.Run];
        int glyphs = _fragmentGlyphs.Count;
        int runs = _fragmentRuns.Count;
        paragraph.Shaper.Shape(paragraph.Text, new TextSpan(from, to - from, whole.Style, whole.Tag), [], paragraph.Style.Language,
            _fragmentGlyphs, _fragmentRuns);
        for (int r = runs; r < _fragmentRuns.Count; r++)
        {
            ShapedRun run = _fragmentRuns[r];
            float width = 0;
            for (int g = Math.Max(glyphs, run.GlyphStart); g < run.GlyphEnd; g++)
            {
                width += _fragmentGlyphs[g].Advance;
            }

            // Drawn as part of the word's own run where the face is the same, as it is for any ligature.
            ShapedRun owner = ReferenceEquals(run.Face, whole.Face) ? whole : run;
            _pieces.Add(new LinePiece(width, 0, 0, 0, whole.Level, owner, _fragmentGlyphs, run.GlyphStart, run.GlyphEnd, run.TextStart,
                run.TextEnd, null));
        }
    }

    private void AddHyphen()
    {
        LinePiece last = _pieces[^1];
        if (last.Run is not { } run)
        {
            return;
        }

        int glyph = run.Face.Glyph('-');
        if (glyph == 0 && run.Style.Fonts.Resolve('-') is { } other)
        {
            glyph = other.Face.Glyph('-');
            run = new ShapedRun(other.Face, other.Synthesis, run.Style, run.Level, run.Tag);
        }

        float width = (float)(run.Face.Advance(glyph) * run.Scale);
        int at = _fragmentGlyphs.Count;
        _fragmentGlyphs.Add(new ShapedGlyph((ushort)glyph, -1, width, 0, 0));
        _pieces.Add(new LinePiece(width, 0, 0, 0, last.Level, run, _fragmentGlyphs, at, at + 1, last.TextEnd, last.TextEnd, null));
    }

    private ParagraphLine Place(int index, int count, LineEnd end, int inkPieces, int textStart, int textLength)
    {
        double natural = 0;
        double stretch = 0;
        double shrink = 0;
        double trailing = 0;
        double ascent = 0;
        double descent = 0;
        for (int i = 0; i < _pieces.Count; i++)
        {
            LinePiece piece = _pieces[i];
            if (i >= inkPieces)
            {
                trailing += piece.Width;
                continue;
            }

            natural += piece.Width;
            stretch += piece.Stretch;
            shrink += piece.Shrink;
            (double up, double down) = piece.Extent();
            ascent = Math.Max(ascent, up);
            descent = Math.Max(descent, down);
        }

        if (_pieces.Count == 0)
        {
            // A line that holds nothing is as high as the text around it.
            RunStyle style = StyleAt(textStart);
            (ascent, descent) = (style.Fonts.Ascent(style.Size), style.Fonts.Descent(style.Size));
        }

        (double left, double width) = index < 0 ? (0, natural) : Room(index);
        double ratio = Ratio(width - natural, stretch, shrink, end);
        double set = natural + (ratio > 0 ? ratio * stretch : ratio * shrink);
        double x = left + Offset(width - set, end);
        double pen = paragraph.IsRightToLeft ? x - trailing : x;
        return new ParagraphLine
        {
            Items = Draw(pen, ratio, inkPieces),
            X = x,
            Width = set,
            Ascent = ascent,
            Descent = descent,
            End = index >= 0 && index + 1 == count ? LineEnd.Final : end,
            TextStart = textStart,
            TextLength = textLength,
            IsMixed = IsMixed(),
        };
    }

    private RunStyle StyleAt(int at)
    {
        IReadOnlyList<TextSpan> spans = paragraph.Spans;
        int best = spans.Count - 1;
        while (best > 0 && spans[best].Start > at)
        {
            best--;
        }

        return best >= 0 ? spans[best].Style : new RunStyle(paragraph.Shaper.Fonts.Chain(FontRole.Serif), 10);
    }

    private (double Left, double Width) Room(int index)
    {
        (double left, double width) = shape.Line(index);
        if (index == 0)
        {
            width -= paragraph.Style.FirstIndent;
            left += paragraph.IsRightToLeft ? 0 : paragraph.Style.FirstIndent;
        }

        return (left, width);
    }

    private double Ratio(double room, double stretch, double shrink, LineEnd end)
    {
        bool justified = paragraph.Style.Alignment == LineAlignment.Justify;
        if (room < 0)
        {
            return !justified || shrink <= 0 ? 0 : Math.Max(-1, room / shrink);
        }

        if (!justified || stretch <= 0 || end is LineEnd.Final or LineEnd.Forced)
        {
            return 0;
        }

        double ratio = room / stretch;
        return ratio > LoosestRatio ? 0 : ratio;
    }

    private double Offset(double room, LineEnd end)
    {
        bool rightToLeft = paragraph.IsRightToLeft;
        _ = end;
        return paragraph.Style.Alignment switch
        {
            LineAlignment.Left => 0,
            LineAlignment.Right => room,
            LineAlignment.Center => room / 2,
            LineAlignment.End => rightToLeft ? 0 : room,
            _ => rightToLeft ? room : 0,
        };
    }

    private List<PlacedItem> Draw(double pen, double ratio, int inkPieces)
    {
        Span<LinePiece> pieces = CollectionsMarshal.AsSpan(_pieces);
        var items = new List<PlacedItem>();
        var writer = new RunWriter(paragraph, items);
        if (!IsMixed())
        {
            foreach (ref LinePiece piece in pieces)
            {
                pen = writer.Add(piece, pen, piece.SetWidth(ratio));
            }
        }
        else
        {
            var levels = new byte[pieces.Length];
            for (int i = 0; i < levels.Length; i++)
            {
                // L1: spaces at a line's end have the paragraph's direction.
                levels[i] = i < inkPieces ? pieces[i].Level : paragraph.BaseLevel;
            }

            foreach (int i in BidiOrder.Visual(levels))
            {
                pen = writer.Add(pieces[i], pen, i < inkPieces ? pieces[i].SetWidth(ratio) : pieces[i].Width);
            }
        }

        writer.Flush();
        return items;
    }

    private bool IsMixed()
    {
        if (paragraph.BaseLevel != 0)
        {
            return true;
        }

        foreach (ref LinePiece piece in CollectionsMarshal.AsSpan(_pieces))
        {
            if (piece.Level != 0)
            {
                return true;
            }
        }

        return false;
    }
}
