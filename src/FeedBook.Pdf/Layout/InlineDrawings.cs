using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>A text with its reading above it, both centred on one another.</summary>
internal sealed class RubyDrawing : IInlineDrawing
{
    private readonly ParagraphLine text;
    private readonly ParagraphLine? reading;
    private readonly double size;

    /// <summary>Places the two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reading">Its reading; null for none.</param>
    /// <param name="size">The text's size.</param>
    /// <param name="overhang">How far the reading may reach over its neighbours on each side.</param>
    /// <param name="tag">Its place in the tag tree.</param>
    public RubyDrawing(ParagraphLine text, ParagraphLine? reading, double size, double overhang, InlineTag tag)
    {
        (this.text, this.reading, this.size, Tag) = (text, reading, size, tag);
        Width = Math.Max(text.Width, (reading?.Width ?? 0) - (2 * overhang));
        Ascent = size * (reading is null ? 0.9 : 1.4);
    }

    /// <inheritdoc/>
    public InlineTag Tag { get; }

    /// <summary>How wide the wider of the two is.</summary>
    public double Width { get; }

    /// <summary>From the baseline to the reading's top.</summary>
    public double Ascent { get; }

    /// <inheritdoc/>
    public void Draw(PageCanvas canvas, double x, double baseline) =>
        LinePainter.Draw(canvas, text, x + ((Width - text.Width) / 2), baseline);

    /// <inheritdoc/>
    public void DrawLater(PageCanvas canvas, double x, double baseline)
    {
        if (reading is not null)
        {
            LinePainter.Draw(canvas, reading, x + ((Width - reading.Width) / 2), baseline - (size * 0.95));
        }
    }
}

/// <summary>An image in a line of text.</summary>
/// <param name="image">The image.</param>
/// <param name="width">As drawn.</param>
/// <param name="height">As drawn.</param>
/// <param name="tag">Its place in the tag tree.</param>
/// <param name="isDecoration">True for an image that is none of the text.</param>
internal sealed class ImageDrawing(PdfImage image, double width, double height, InlineTag tag, bool isDecoration) : IInlineDrawing
{
    private double drop;

    /// <inheritdoc/>
    public InlineTag Tag { get; } = tag;

    /// <summary>As drawn.</summary>
    public double Width { get; } = width;

    /// <summary>As drawn.</summary>
    public double Height { get; } = height;

    /// <summary>How far it reaches below the baseline: a small one is centred on the small letters.</summary>
    public double Descent(double size) => drop = Height <= size * 1.6 ? Math.Max(0, (Height - (size * 0.7)) / 2) : 0;

    /// <inheritdoc/>
    public void Draw(PageCanvas canvas, double x, double baseline)
    {
        if (isDecoration)
        {
            canvas.Artifact();
        }

        canvas.Image(image, x, baseline + drop - Height, Width, Height);
    }

    /// <inheritdoc/>
    public void DrawLater(PageCanvas canvas, double x, double baseline)
    {
    }
}
