using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// Images side by side, each with its caption below: one fragment, so that they stand on one page. It is made lower as a figure is.
/// </summary>
internal sealed class ImageRowFragment : Fragment
{
    private readonly double left;
    private IReadOnlyList<SetCell> cells;

    /// <summary>Places a row.</summary>
    /// <param name="cells">The images with their captions.</param>
    /// <param name="left">The row's left edge, from the column's.</param>
    public ImageRowFragment(IReadOnlyList<SetCell> cells, double left)
    {
        (this.cells, this.left) = (cells, left);
        Notes = [.. cells.SelectMany(cell => cell.Content.Fragments).SelectMany(placed => placed.Fragment.Notes)];
        LeastHeight = cells.Select(cell => cell.Content.FullHeight
            - cell.Content.Fragments.Sum(placed => placed.Fragment.Height - placed.Fragment.LeastHeight)).DefaultIfEmpty(0).Max();
        Fit(double.MaxValue);
    }

    /// <inheritdoc/>
    public override double LeastHeight { get; }

    /// <inheritdoc/>
    public override void Fit(double height)
    {
        cells = [.. cells.Select(cell => cell with { Content = Fit(cell.Content, height) })];
        Height = TableRowFragment.HeightOf(cells, 0);
    }

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
        foreach (SetCell cell in cells)
        {
            cell.Content.Draw(canvas, x + left + cell.Left, y);
        }
    }

    private static FragmentStack Fit(FragmentStack content, double height)
    {
        Fragment[] fragments = [.. content.Fragments.Select(placed => placed.Fragment)];
        foreach (Fragment fragment in fragments)
        {
            fragment.Fit(double.MaxValue);
        }

        double excess = new FragmentStack(fragments).FullHeight - height;
        foreach (Fragment fragment in fragments.Where(fragment => fragment.LeastHeight < fragment.Height))
        {
            double before = fragment.Height;
            fragment.Fit(Math.Max(fragment.LeastHeight, before - Math.Max(0, excess)));
            excess -= before - fragment.Height;
        }

        return new FragmentStack(fragments);
    }
}
