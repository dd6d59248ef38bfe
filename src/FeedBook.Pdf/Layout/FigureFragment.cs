using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>An image of a figure, as large as it wants to be.</summary>
/// <param name="Image">The image.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Slot">Its place in the tag tree; null for decoration.</param>
internal sealed record FigureImage(PdfImage Image, double Width, double Height, ContentSlot? Slot)
{
    /// <summary>Where it leads; null for nowhere.</summary>
    public LinkTarget? Link { get; init; }
}

/// <summary>
/// Images in rows with their caption below: one fragment, so that they stand on one page. It is made lower by making the
/// images smaller; the caption keeps its size.
/// </summary>
internal sealed class FigureFragment : Fragment
{
    private const double RowGap = 6, ImageGap = 6;

    // Of what it was: below, an image is much narrower than the lines of its caption, and they stand in the middle.
    private const double MuchSmaller = 0.9;

    private readonly IReadOnlyList<IReadOnlyList<FigureImage>> rows;
    private readonly FragmentStack caption;
    private readonly double left, width, captionGap, imagesHeight, fixedHeight, least;
    private double scale = 1;

    /// <summary>Places images and caption.</summary>
    /// <param name="rows">The rows of images.</param>
    /// <param name="caption">The caption's lines; may be empty.</param>
    /// <param name="left">From the column's left edge.</param>
    /// <param name="width">How wide rows may be; they are centred.</param>
    /// <param name="captionGap">The white between images and caption.</param>
    /// <param name="most">How high the figure may be at most.</param>
    public FigureFragment(IReadOnlyList<IReadOnlyList<FigureImage>> rows, FragmentStack caption, double left, double width,
        double captionGap, double most)
    {
        (this.rows, this.caption, this.left, this.width) = (rows, caption, left, width);
        this.captionGap = caption.Fragments.Count > 0 ? captionGap : 0;
        imagesHeight = rows.Sum(row => row.Max(image => image.Height));
        fixedHeight = ((rows.Count - 1) * RowGap) + this.captionGap + caption.Height;
        // Half its size is as small as an image gets to stay on a page; smaller only where no page is high enough.
        double top = Math.Min(1, Math.Max(0.02, (most - fixedHeight) / imagesHeight));
        least = top * 0.5;
        Largest = fixedHeight + (imagesHeight * top);
        Fit(Largest);
        Notes = [.. caption.Fragments.SelectMany(placed => placed.Fragment.Notes)];
    }

    /// <inheritdoc/>
    public override double LeastHeight => fixedHeight + (imagesHeight * least);

    /// <inheritdoc/>
    public override bool MayFloat => true;

    /// <summary>How high the figure is when nothing presses it.</summary>
    public double Largest { get; }

    /// <inheritdoc/>
    public override void Fit(double height)
    {
        scale = Math.Clamp((Math.Min(height, Largest) - fixedHeight) / imagesHeight, least, 1);
        Height = fixedHeight + (imagesHeight * scale);
        foreach ((Fragment fragment, _) in caption.Fragments)
        {
            (fragment as LineFragment)?.Centre(scale < MuchSmaller ? (left, width) : null);
        }
    }

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
        double top = y;
        foreach (IReadOnlyList<FigureImage> row in rows)
        {
            double height = row.Max(image => image.Height) * scale;
            double rowWidth = (row.Sum(image => image.Width) * scale) + ((row.Count - 1) * ImageGap);
            double at = x + left + ((width - rowWidth) / 2);
            foreach (FigureImage image in row)
            {
                Draw(canvas, image, at, top + ((height - (image.Height * scale)) / 2));
                at += (image.Width * scale) + ImageGap;
            }

            top += height + RowGap;
        }

        caption.Draw(canvas, x, top - RowGap + captionGap);
    }

    private void Draw(PageCanvas canvas, FigureImage image, double x, double y)
    {
        if (image.Slot is null)
        {
            canvas.Artifact();
        }
        else
        {
            canvas.Mark(image.Slot);
        }

        canvas.Image(image.Image, x, y, image.Width * scale, image.Height * scale);
        if (image.Link is { } link)
        {
            canvas.Link(link.Element, (x, y, image.Width * scale, image.Height * scale), link.Action, link.Description);
        }
    }

    /// <summary>How wide a row is, with the white between its images.</summary>
    public static double WidthOf(IReadOnlyList<FigureImage> row) => row.Sum(image => image.Width) + ((row.Count - 1) * ImageGap);

    /// <summary>Arranges images in rows that fill the width: one a row when alone, else two or three.</summary>
    /// <param name="images">The images in their natural sizes.</param>
    /// <param name="width">The width to fill.</param>
    /// <param name="most">How high a row may be.</param>
    public static List<IReadOnlyList<FigureImage>> Arrange(IReadOnlyList<FigureImage> images, double width, double most)
    {
        var rows = new List<IReadOnlyList<FigureImage>>();
        var row = new List<FigureImage>();
        // Two landscapes or three portraits side by side; images stay as wide as a thumb is long.
        double wanted = images.Count == 1 || width < 200 ? 0 : 2.2, aspect = 0;
        foreach (FigureImage image in images)
        {
            row.Add(image);
            aspect += image.Width / image.Height;
            if (aspect >= wanted || row.Count == 4)
            {
                rows.Add(Fill(row, aspect, width, most));
                (row, aspect) = ([], 0);
            }
        }

        if (row.Count > 0)
        {
            rows.Add(Fill(row, aspect, width, rows.Count > 0 ? rows[^1].Max(image => image.Height) : most));
        }

        return rows;
    }

    // One height for all images of a row, never larger than they are.
    private static List<FigureImage> Fill(List<FigureImage> row, double aspect, double width, double most)
    {
        double height = Math.Min(most, (width - ((row.Count - 1) * ImageGap)) / aspect);
        height = Math.Min(height, row.Count == 1 ? row[0].Height : row.Max(image => image.Height));
        return [.. row.Select(image => image with { Width = image.Width / image.Height * height, Height = height })];
    }
}
