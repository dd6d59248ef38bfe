using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>A cell of a row, set.</summary>
/// <param name="Left">From the table's left edge, the cell's inner white not counted in.</param>
/// <param name="Content">What is in it.</param>
internal sealed record SetCell(double Left, FragmentStack Content);

/// <summary>A row of a table. One that is too high for its page is parted where all its cells can be.</summary>
internal sealed class TableRowFragment : Fragment
{
    private readonly IReadOnlyList<SetCell> cells;
    private readonly double left, width, padding;
    private readonly (double Thickness, Ink Ink)? lineAbove, lineBelow;
    private readonly Ink? ground;

    /// <summary>Places a row.</summary>
    /// <param name="cells">The cells that begin in it.</param>
    /// <param name="left">The table's left edge, from the column's.</param>
    /// <param name="width">The table's width.</param>
    /// <param name="padding">The white above and below the cells' content.</param>
    /// <param name="height">The row's height.</param>
    /// <param name="lineAbove">The line above; null for none.</param>
    /// <param name="lineBelow">The line below; null for none.</param>
    /// <param name="ground">The ground; null for none.</param>
    public TableRowFragment(IReadOnlyList<SetCell> cells, double left, double width, double padding, double height,
        (double, Ink)? lineAbove, (double, Ink)? lineBelow, Ink? ground)
    {
        (this.cells, this.left, this.width, this.padding) = (cells, left, width, padding);
        (this.lineAbove, this.lineBelow, this.ground) = (lineAbove, lineBelow, ground);
        Height = height;
        Notes = [.. cells.SelectMany(cell => cell.Content.Fragments).SelectMany(placed => placed.Fragment.Notes)];
    }

    /// <summary>Where the line below is interrupted, from the table's left edge: a cell there goes on in the next row.</summary>
    public IReadOnlyList<(double From, double To)> Breaks { get; init; } = [];

    /// <summary>How high the highest of cells is, with the white around it.</summary>
    public static double HeightOf(IEnumerable<SetCell> cells, double padding) =>
        cells.Select(cell => cell.Content.FullHeight).DefaultIfEmpty(0).Max() + (2 * padding);

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
        canvas.Artifact();
        if (ground is { } fill)
        {
            canvas.Fill(x + left, y, width, Height, fill);
        }

        if (lineAbove is { } above)
        {
            canvas.Fill(x + left, y - (above.Thickness / 2), width, above.Thickness, above.Ink);
        }

        if (lineBelow is { } below)
        {
            double from = 0;
            foreach ((double start, double end) in Breaks.OrderBy(gap => gap.From).Append((width, width)))
            {
                if (start > from)
                {
                    canvas.Fill(x + left + from, y + Height - (below.Thickness / 2), start - from, below.Thickness, below.Ink);
                }

                from = Math.Max(from, end);
            }
        }

        foreach (SetCell cell in cells)
        {
            cell.Content.Draw(canvas, x + left + cell.Left, y + padding);
        }
    }

    /// <inheritdoc/>
    public override (Fragment First, Fragment Remainder)? Split(double height)
    {
        var first = new List<SetCell>();
        var rest = new List<SetCell>();
        foreach (SetCell cell in cells)
        {
            (List<Fragment> fits, List<Fragment> remains) = Part(cell.Content, height - (2 * padding));
            first.Add(cell with { Content = new FragmentStack(fits) });
            rest.Add(cell with { Content = new FragmentStack(remains) });
        }

        if (first.All(cell => cell.Content.Fragments.Count == 0) || rest.All(cell => cell.Content.Fragments.Count == 0))
        {
            return null;
        }

        return (Row(first, lineAbove, null), Row(rest, null, lineBelow));
    }

    private TableRowFragment Row(List<SetCell> parts, (double, Ink)? above, (double, Ink)? below) =>
        new(parts, left, width, padding, HeightOf(parts, padding), above, below, ground)
        {
            Frame = Frame,
            IsTurned = IsTurned,
            RepeatedHead = RepeatedHead,
            Breaks = below is null ? [] : Breaks,
        };

    private static (List<Fragment> Fits, List<Fragment> Remains) Part(FragmentStack content, double height)
    {
        int index = 0;
        while (index < content.Fragments.Count && content.Fragments[index].Top + content.Fragments[index].Fragment.Height <= height)
        {
            index++;
        }

        List<Fragment> fits = [.. content.Fragments.Take(index).Select(placed => placed.Fragment)];
        List<Fragment> rest = [.. content.Fragments.Skip(index).Select(placed => placed.Fragment)];
        if (rest.Count > 0 && rest[0].Split(height - content.Fragments[index].Top) is { } parts)
        {
            fits.Add(parts.First);
            rest[0] = parts.Remainder;
        }

        return (fits, rest);
    }
}
