using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// A fragment of a column that stands on one page: a line, a row, a figure. A text is measured into a list of fragments; the
/// <see cref="PageMaker"/> stacks them into columns and then lets each draw itself. Lengths are in points.
/// </summary>
internal abstract class Fragment
{
    /// <summary>How high the fragment is.</summary>
    public double Height { get; protected set; }

    /// <summary>The white wanted above; of two neighbours' wishes the larger counts, at a column's head none.</summary>
    public double Before { get; set; }

    /// <summary>The white wanted below.</summary>
    public double After { get; set; }

    /// <summary>True when the next fragment must stand in the same column, as after a heading.</summary>
    public bool KeepsWithNext { get; set; }

    /// <summary>True when the fragment must stand in the same column as the one before.</summary>
    public bool KeepsWithPrevious { get; set; }

    /// <summary>True for a line that ends within a word: a column should not end with it.</summary>
    public virtual bool EndsWithinWord => false;

    /// <summary>True for a fragment of a page turned on its side.</summary>
    public bool IsTurned { get; set; }

    /// <summary>The innermost frame around the fragment; null without one.</summary>
    public Frame? Frame { get; set; }

    /// <summary>The notes called in the fragment, in order.</summary>
    public IReadOnlyList<FootNote> Notes { get; set; } = [];

    /// <summary>The head to repeat when the fragment begins a column: a table's. Null without one.</summary>
    public IReadOnlyList<Fragment>? RepeatedHead { get; set; }

    /// <summary>The promised objects of the destinations that lead here.</summary>
    public List<int> Anchors { get; } = [];

    /// <summary>What to do when the fragment's place is known: a line of the contents, a bookmark. Null for nothing.</summary>
    public Action<PagePlace>? Placed { get; set; }

    /// <summary>How low the fragment may be made when it does not fit; its height where it cannot change.</summary>
    public virtual double LeastHeight => Height;

    /// <summary>True for a figure, which may go to the top of the next column while the text goes on.</summary>
    public virtual bool MayFloat => false;

    /// <summary>Makes a fragment lower, down to <see cref="LeastHeight"/>, or as high again as it was.</summary>
    public virtual void Fit(double height)
    {
    }

    /// <summary>Parts the fragment: what fits into the height, and the rest. Null when it cannot be parted there.</summary>
    public virtual (Fragment First, Fragment Remainder)? Split(double height) => null;

    /// <summary>Draws the fragment.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="x">The column's left edge.</param>
    /// <param name="y">The fragment's top.</param>
    public abstract void Draw(PageCanvas canvas, double x, double y);
}

/// <summary>Where something came to stand.</summary>
/// <param name="Target">The place in the file.</param>
/// <param name="Label">The page's printed number.</param>
internal readonly record struct PagePlace(Destination Target, string Label);

/// <summary>A note at the foot of the page: its lines, set already.</summary>
/// <param name="Fragments">The lines.</param>
internal sealed record FootNote(IReadOnlyList<Fragment> Fragments);

/// <summary>
/// What is drawn behind fragments that belong together: the ground of code, the bar beside a quotation. It follows them over pages.
/// </summary>
/// <param name="Parent">The frame around this one; null for the outermost.</param>
/// <param name="Left">From the column's left edge.</param>
/// <param name="Width">The frame's width.</param>
internal sealed record Frame(Frame? Parent, double Left, double Width)
{
    /// <summary>The ground; null for none.</summary>
    public Ink? Fill { get; init; }

    /// <summary>The bar's colour; null for no bar.</summary>
    public Ink? Bar { get; init; }

    /// <summary>True when the bar stands on the right.</summary>
    public bool IsBarRight { get; init; }

    /// <summary>How far the frame reaches above its first and below its last fragment.</summary>
    public double Padding { get; init; }

    /// <summary>How many frames are around this one.</summary>
    public int Depth { get; } = Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>Draws the frame around fragments from <paramref name="top"/> to <paramref name="bottom"/>.</summary>
    public void Draw(PageCanvas canvas, double x, double top, double bottom)
    {
        const double BarWidth = 2;
        canvas.Artifact();
        if (Fill is { } fill)
        {
            canvas.Fill(x + Left, top - Padding, Width, bottom - top + (2 * Padding), fill);
        }

        if (Bar is { } bar)
        {
            canvas.Fill(IsBarRight ? x + Left + Width - BarWidth : x + Left, top - Padding, BarWidth, bottom - top + (2 * Padding), bar);
        }
    }
}

/// <summary>White that may end a column but never begins one.</summary>
internal sealed class SpaceFragment : Fragment
{
    /// <summary>So much white.</summary>
    public SpaceFragment(double height) => Height = height;

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
    }
}

/// <summary>A thin line across part of a column.</summary>
internal sealed class RuleFragment : Fragment
{
    private readonly double left, width, thickness;
    private readonly Ink ink;

    /// <summary>A line; the fragment is as high as the line is thick.</summary>
    public RuleFragment(double left, double width, double thickness, Ink ink)
    {
        (this.left, this.width, this.thickness, this.ink) = (left, width, thickness, ink);
        Height = thickness;
    }

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
        canvas.Artifact();
        canvas.Fill(x + left, y, width, thickness, ink);
    }
}
