namespace FeedBook.Pdf.Text;

/// <summary>
/// Sums over a paragraph's items, so that the width of a line between any two places is one subtraction. Place 0 is the paragraph's
/// start; place <c>k + 1</c> is <see cref="LineItems.Places"/>[k].
/// </summary>
internal sealed class LineMeasure
{
    private readonly Sum[] _ends;
    private readonly Sum[] _starts;
    private readonly LineItems _items;

    private LineMeasure(LineItems items)
    {
        _items = items;
        List<LineItem> list = items.Items;
        var sums = new Sum[list.Count + 1];
        for (int i = 0; i < list.Count; i++)
        {
            sums[i + 1] = new Sum(sums[i].Width + list[i].Width, sums[i].Stretch + list[i].Stretch, sums[i].Shrink + list[i].Shrink);
        }

        _ends = new Sum[items.Places.Count + 1];
        _starts = new Sum[items.Places.Count + 1];
        _starts[0] = sums[FirstInk(0)];
        for (int k = 0; k < items.Places.Count; k++)
        {
            BreakPlace place = items.Places[k];
            Sum end = sums[place.Splits ? place.Item : AfterLastInk(place.Item)];
            _ends[k + 1] = end with { Width = end.Width + place.Before };
            Sum start = sums[place.Splits ? place.Item + 1 : FirstInk(place.Item)];
            _starts[k + 1] = start with { Width = start.Width - place.After };
        }
    }

    public static LineMeasure Of(LineItems items) => items.Measure ??= new LineMeasure(items);

    /// <summary>A line from one place to a later one: its natural width, and how far that gives. Room at its ends is not counted.</summary>
    public Sum Line(int from, int to)
    {
        Sum end = _ends[to];
        Sum start = _starts[from];
        return new Sum(Math.Max(0, end.Width - start.Width), Math.Max(0, end.Stretch - start.Stretch),
            Math.Max(0, end.Shrink - start.Shrink));
    }

    /// <summary>The first item from here on that is ink.</summary>
    public int FirstInk(int item)
    {
        while (item < _items.Items.Count && _items.Items[item].IsGlue)
        {
            item++;
        }

        return item;
    }

    /// <summary>The end of the ink before an item.</summary>
    public int AfterLastInk(int item)
    {
        while (item > 0 && _items.Items[item - 1].IsGlue)
        {
            item--;
        }

        return item;
    }

    /// <summary>The widest line between forced breaks.</summary>
    public double WidestLine() => Widest(forcedOnly: true, shrinks: false);

    /// <summary>The widest piece that no line may divide; <paramref name="shrinks"/> when lines are justified.</summary>
    public double WidestPiece(bool shrinks) => Widest(forcedOnly: false, shrinks);

    private double Widest(bool forcedOnly, bool shrinks)
    {
        double widest = 0;
        int from = 0;
        for (int k = 1; k < _ends.Length; k++)
        {
            LineEnd kind = _items.Places[k - 1].Kind;
            if (forcedOnly && kind is not (LineEnd.Forced or LineEnd.Final))
            {
                continue;
            }

            Sum line = Line(from, k);
            widest = Math.Max(widest, shrinks ? line.Width - line.Shrink : line.Width);
            from = k;
        }

        return widest;
    }

    /// <summary>Points.</summary>
    internal readonly record struct Sum(double Width, double Stretch, double Shrink);
}
