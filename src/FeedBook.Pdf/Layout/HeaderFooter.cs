using System.Globalization;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Running heads and page numbers.</summary>
/// <param name="context">What the book's parts share.</param>
/// <param name="isRoman">True for the small Roman numbers of the pages before the text.</param>
/// <param name="first">The first page's number.</param>
/// <param name="isShown">False for pages that show neither.</param>
internal sealed class HeaderFooter(LayoutContext context, bool isRoman, int first, bool isShown = true)
{
    private static readonly Ink Gray = Ink.Gray(0.38);

    /// <summary>The printed number of a page.</summary>
    /// <param name="index">The page, from 0.</param>
    public string Label(int index) => isRoman ? ListNumerals.Number(first + index, 'i')
        : (first + index).ToString(CultureInfo.InvariantCulture);

    /// <summary>Draws head and number.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="page">Its geometry.</param>
    /// <param name="bookTitle">The book's title.</param>
    /// <param name="title">What stands on the page; null for a page without a head.</param>
    /// <param name="label">The page's number.</param>
    /// <param name="isLeftHand">True for a page on the left of an opened book.</param>
    public void Draw(PageCanvas canvas, PageGeometry page, string bookTitle, string? title, string label, bool isLeftHand)
    {
        PdfOptions options = context.Options;
        if (!isShown)
        {
            return;
        }

        double size = Math.Clamp(options.FontSize * 0.74, 6, 9);
        RunStyle style = context.Style(options.HeadingFont, false, false, context.Book.Metadata.Language, size, hyphenates: false);
        canvas.Artifact("Pagination");
        if (options.HasPageNumbers)
        {
            ParagraphLine number = context.Shaper.Line(label, style);
            double foot = page.Height - Math.Max(10, (page.Height - page.Top - page.TextHeight) * 0.45);
            DrawLine(canvas, number, page.Left + ((page.TextWidth - number.Width) / 2), foot);
        }

        if (options.HasRunningHeads && title is not null && page.Top >= size * 3)
        {
            double baseline = page.Top * 0.62;
            if (options.IsTwoSided)
            {
                ParagraphLine only = Cut(isLeftHand ? bookTitle : title, style, page.TextWidth);
                DrawLine(canvas, only, isLeftHand ? page.Left : page.Left + page.TextWidth - only.Width, baseline);
            }
            else
            {
                ParagraphLine left = Cut(bookTitle, style, page.TextWidth * 0.4), right = Cut(title, style, page.TextWidth * 0.55);
                DrawLine(canvas, left, page.Left, baseline);
                DrawLine(canvas, right, page.Left + page.TextWidth - right.Width, baseline);
            }

            canvas.Fill(page.Left, baseline + (size * 0.6), page.TextWidth, 0.3, Ink.Gray(0.7));
        }
    }

    private static void DrawLine(PageCanvas canvas, ParagraphLine line, double x, double baseline)
    {
        foreach (PlacedItem item in line.Items)
        {
            if (item is PlacedRun run)
            {
                canvas.Text(run, x, baseline, Gray);
            }
        }
    }

    // Titles have no limit; a head has one line.
    private ParagraphLine Cut(string text, RunStyle style, double width)
    {
        text = text.Length > 200 ? text[..200] : text;
        ParagraphLine line = context.Shaper.Line(text, style);
        for (int length = text.Length; line.Width > width && length > 1;)
        {
            length = Math.Min(length - 1, (int)(length * width / line.Width));
            int end = char.IsHighSurrogate(text[Math.Max(length, 1) - 1]) ? length - 1 : length;
            line = context.Shaper.Line(text[..Math.Max(end, 1)].TrimEnd() + "…", style);
        }

        return line;
    }
}
