using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>A picture of a figure, as large as it wants to be.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Slot">Its place in the tag tree; null for decoration.</param>
internal sealed record FigurePicture(Picture Picture, double Width, double Height, ContentSlot? Slot)
{
    /// <summary>Where it leads; null for nowhere.</summary>
    public LinkTarget? Link { get; init; }
}

/// <summary>
/// Pictures in rows with their caption below: one strip, so that they stand on one page. It is made lower by making the
/// pictures smaller; the caption keeps its size.
/// </summary>
internal sealed class FigureStrip : Strip
{
    private const double RowGap = 6, PictureGap = 6;

    private readonly IReadOnlyList<IReadOnlyList<FigurePicture>> rows;
    private readonly StripStack caption;
    private readonly double left, width, captionGap, picturesHeight, fixedHeight, least;
    private double scale = 1;

    /// <summary>Places pictures and caption.</summary>
    /// <param name="rows">The rows of pictures.</param>
    /// <param name="caption">The caption's lines; may be empty.</param>
    /// <param name="left">From the column's left edge.</param>
    /// <param name="width">How wide rows may be; they are centred.</param>
    /// <param name="captionGap">The white between pictures and caption.</param>
    /// <param name="most">How high the figure may be at most.</param>
    public FigureStrip(IReadOnlyList<IReadOnlyList<FigurePicture>> rows, StripStack caption, double left, double width, double captionGap, double most)
    {
        (this.rows, this.caption, this.left, this.width) = (rows, caption, left, width);
        this.captionGap = caption.Strips.Count > 0 ? captionGap : 0;
        picturesHeight = rows.Sum(row => row.Max(picture => picture.Height));
        fixedHeight = ((rows.Count - 1) * RowGap) + this.captionGap + caption.Height;
        // Half its size is as small as a picture gets to stay on a page; smaller only where no page is high enough.
        double top = Math.Min(1, Math.Max(0.02, (most - fixedHeight) / picturesHeight));
        least = top * 0.5;
        Largest = fixedHeight + (picturesHeight * top);
        Fit(Largest);
        Notes = [.. caption.Strips.SelectMany(placed => placed.Strip.Notes)];
    }

    /// <inheritdoc/>
    public override double LeastHeight => fixedHeight + (picturesHeight * least);

    /// <inheritdoc/>
    public override bool MayFloat => true;

    /// <summary>How high the figure is when nothing presses it.</summary>
    public double Largest { get; }

    /// <inheritdoc/>
    public override void Fit(double height)
    {
        scale = Math.Clamp((Math.Min(height, Largest) - fixedHeight) / picturesHeight, least, 1);
        Height = fixedHeight + (picturesHeight * scale);
    }

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
        double top = y;
        foreach (IReadOnlyList<FigurePicture> row in rows)
        {
            double height = row.Max(picture => picture.Height) * scale;
            double rowWidth = (row.Sum(picture => picture.Width) * scale) + ((row.Count - 1) * PictureGap);
            double at = x + left + ((width - rowWidth) / 2);
            foreach (FigurePicture picture in row)
            {
                Draw(canvas, picture, at, top + ((height - (picture.Height * scale)) / 2));
                at += (picture.Width * scale) + PictureGap;
            }

            top += height + RowGap;
        }

        caption.Draw(canvas, x, top - RowGap + captionGap);
    }

    private void Draw(PageCanvas canvas, FigurePicture picture, double x, double y)
    {
        if (picture.Slot is null)
        {
            canvas.Artifact();
        }
        else
        {
            canvas.Mark(picture.Slot);
        }

        canvas.Picture(picture.Picture, x, y, picture.Width * scale, picture.Height * scale);
        if (picture.Link is { } link)
        {
            canvas.Link(link.Element, (x, y, picture.Width * scale, picture.Height * scale), link.Action, link.Description);
        }
    }

    /// <summary>Arranges pictures in rows that fill the width: one a row when alone, else two or three.</summary>
    /// <param name="pictures">The pictures in their natural sizes.</param>
    /// <param name="width">The width to fill.</param>
    /// <param name="most">How high a row may be.</param>
    public static List<IReadOnlyList<FigurePicture>> Arrange(IReadOnlyList<FigurePicture> pictures, double width, double most)
    {
        var rows = new List<IReadOnlyList<FigurePicture>>();
        var row = new List<FigurePicture>();
        // Two landscapes or three portraits side by side; pictures stay as wide as a thumb is long.
        double wanted = pictures.Count == 1 || width < 200 ? 0 : 2.2, aspect = 0;
        foreach (FigurePicture picture in pictures)
        {
            row.Add(picture);
            aspect += picture.Width / picture.Height;
            if (aspect >= wanted || row.Count == 4)
            {
                rows.Add(Fill(row, aspect, width, most));
                (row, aspect) = ([], 0);
            }
        }

        if (row.Count > 0)
        {
            rows.Add(Fill(row, aspect, width, rows.Count > 0 ? rows[^1].Max(picture => picture.Height) : most));
        }

        return rows;
    }

    // One height for all pictures of a row, never larger than they are.
    private static List<FigurePicture> Fill(List<FigurePicture> row, double aspect, double width, double most)
    {
        double height = Math.Min(most, (width - ((row.Count - 1) * PictureGap)) / aspect);
        height = Math.Min(height, row.Count == 1 ? row[0].Height : row.Max(picture => picture.Height));
        return [.. row.Select(picture => picture with { Width = picture.Width / picture.Height * height, Height = height })];
    }
}
