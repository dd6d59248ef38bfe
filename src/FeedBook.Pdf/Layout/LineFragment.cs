using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>A line of text.</summary>
internal sealed class LineFragment : Fragment
{
    private readonly ParagraphLine line;
    private readonly double left, ascent;
    private List<(ParagraphLine Line, double Left)>? beside;
    private double shift;

    /// <summary>Places a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="left">Where its measure begins, from the column's left edge.</param>
    /// <param name="height">From this line to the next.</param>
    /// <param name="ascent">From the fragment's top to the baseline.</param>
    public LineFragment(ParagraphLine line, double left, double height, double ascent)
    {
        (this.line, this.left, this.ascent) = (line, left, ascent);
        Height = height;
    }

    /// <summary>From the fragment's top to the baseline.</summary>
    public double Ascent => ascent;

    /// <summary>Moves the line to the middle of a measure, or back to where it was placed.</summary>
    /// <param name="measure">The measure's left edge, from the column's, and its width; null for where the line was placed.</param>
    public void Centre((double Left, double Width)? measure) =>
        shift = measure is { } middle ? middle.Left + ((middle.Width - line.Width) / 2) - line.X - left : 0;

    /// <inheritdoc/>
    public override bool EndsWithinWord => line.End == LineEnd.Hyphenated;

    /// <summary>Puts something on the same baseline, before the line: a list's number.</summary>
    /// <param name="other">A line of its own.</param>
    /// <param name="otherLeft">Where it begins, from the column's left edge.</param>
    public void AddBeside(ParagraphLine other, double otherLeft) => (beside ??= []).Add((other, otherLeft));

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
        foreach ((ParagraphLine other, double otherLeft) in beside ?? [])
        {
            LinePainter.Draw(canvas, other, x + otherLeft, y + ascent);
        }

        LinePainter.Draw(canvas, line, x + left + shift, y + ascent);
    }
}

/// <summary>Something that stands in a line and draws itself: an image, a text with its reading.</summary>
internal interface IInlineDrawing
{
    /// <summary>What is known of it besides how it looks.</summary>
    InlineTag Tag { get; }

    /// <summary>Draws it.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="baseline">The line's baseline.</param>
    void Draw(PageCanvas canvas, double x, double baseline);

    /// <summary>Draws what is to come after all of the line, so that the line stays whole when its text is copied.</summary>
    /// <inheritdoc cref="Draw" path="/param"/>
    void DrawLater(PageCanvas canvas, double x, double baseline);
}

/// <summary>Draws lines of text with what belongs to them: grounds, underlines, links, anchors.</summary>
internal static class LinePainter
{
    /// <summary>Draws a line.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="line">The line.</param>
    /// <param name="x">The left edge of its measure.</param>
    /// <param name="baseline">Its baseline.</param>
    public static void Draw(PageCanvas canvas, ParagraphLine line, double x, double baseline)
    {
        Grounds(canvas, line, x, baseline);
        // In the order in which they are read, which is that of places only where all is written one way.
        IEnumerable<PlacedItem> items = line.Items.Any(item => item is PlacedRun run && (run.Level & 1) != 0)
            ? line.Items.OrderBy(item => item.TextStart) : line.Items;
        foreach (PlacedItem item in items)
        {
            InlineTag? tag = TagOf(item);
            if (tag is not null)
            {
                canvas.Mark(tag.Slot);
                canvas.Document.Anchor(tag.Anchor, canvas.Here(x + item.X, baseline - 12));
            }

            switch (item)
            {
                case PlacedRun run:
                    canvas.Text(run, x, baseline, tag?.Ink ?? Ink.Black);
                    Lines(canvas, run, tag, x, baseline);
                    break;
                case PlacedBox { Box.Tag: IInlineDrawing drawing }:
                    drawing.Draw(canvas, x + item.X, baseline);
                    break;
            }
        }

        foreach (PlacedItem item in line.Items)
        {
            if (item is PlacedBox { Box.Tag: IInlineDrawing drawing })
            {
                drawing.DrawLater(canvas, x + item.X, baseline);
            }
        }

        Links(canvas, line, x, baseline);
    }

    /// <summary>What the layout knows of a run or a drawing; null where it knows nothing.</summary>
    public static InlineTag? TagOf(PlacedItem item) =>
        item.Tag as InlineTag ?? (item is PlacedBox { Box.Tag: IInlineDrawing drawing } ? drawing.Tag : null);

    private static void Grounds(PageCanvas canvas, ParagraphLine line, double x, double baseline)
    {
        foreach (PlacedItem item in line.Items)
        {
            if (item is PlacedRun run && item.Tag is InlineTag { Ground: { } ground })
            {
                canvas.Artifact();
                canvas.Fill(x + item.X - 1, baseline - (run.Size * 0.92) - run.Style.Rise, item.Width + 2, run.Size * 1.2, ground);
            }
        }
    }

    private static void Lines(PageCanvas canvas, PlacedRun run, InlineTag? tag, double x, double baseline)
    {
        double scale = run.Size / run.Face.UnitsPerEm;
        double thickness = Math.Clamp(run.Face.UnderlineThickness * scale, 0.4, 1.2);
        if (tag is { IsUnderlined: true })
        {
            canvas.Fill(x + run.X, baseline - run.Style.Rise + (run.Size * 0.12), run.Width, thickness, tag.Ink);
        }

        if (tag is { IsStruck: true })
        {
            canvas.Fill(x + run.X, baseline - run.Style.Rise - (run.Size * 0.28), run.Width, thickness, tag.Ink);
        }
    }

    // One area for each link of the line, however many runs it has.
    private static void Links(PageCanvas canvas, ParagraphLine line, double x, double baseline)
    {
        LinkTarget? open = null;
        double from = 0, to = 0, size = 0;
        foreach (PlacedItem item in line.Items)
        {
            LinkTarget? link = TagOf(item)?.Link;
            if (!ReferenceEquals(link, open))
            {
                End();
                (open, from, size) = (link, item.X, 8);
            }

            to = item.X + item.Width;
            size = Math.Max(size, (item as PlacedRun)?.Size ?? size);
        }

        End();

        void End()
        {
            if (open is not null)
            {
                canvas.Link(open.Element, (x + from, baseline - size, to - from, size * 1.25), open.Action, open.Description);
            }
        }
    }
}
