using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>Where the book's pages go: pages of the file, or places on the sheets of a booklet.</summary>
internal abstract class Paper
{
    /// <summary>Begins a page of the book.</summary>
    /// <param name="width">In points.</param>
    /// <param name="height">In points.</param>
    /// <param name="label">Its printed number.</param>
    public abstract PageCanvas Begin(double width, double height, string label);

    /// <summary>Ends the page that was begun last.</summary>
    public abstract void End(PageCanvas canvas);
}

/// <summary>One page of the file for each page of the book.</summary>
/// <param name="document">The document.</param>
/// <param name="run">The run of pages they belong to.</param>
internal sealed class SinglePages(PdfDocument document, PageRun run) : Paper
{
    /// <inheritdoc/>
    public override PageCanvas Begin(double width, double height, string label) =>
        new(document, document.AddPage(run, width, height), width, height) { Label = label };

    /// <inheritdoc/>
    public override void End(PageCanvas canvas)
    {
        canvas.End();
        document.Write(canvas.Sheet);
    }
}

/// <summary>
/// Two pages of the book side by side on each side of a sheet, so that sheets laid into one another and folded make a book.
/// The sheets of one signature are open at the same time.
/// </summary>
internal sealed class BookletSheets : Paper
{
    private readonly PdfDocument document;
    private readonly PageRun run;
    private readonly int sheets;
    private readonly bool isRightToLeft;
    private readonly double width, height;
    private readonly List<PageSheet> sides = [];
    private int pages;

    /// <summary>Starts a booklet.</summary>
    /// <param name="document">The document.</param>
    /// <param name="run">The run of pages.</param>
    /// <param name="size">The size of the book's page, half a sheet.</param>
    /// <param name="sheets">Sheets a signature.</param>
    /// <param name="isRightToLeft">True for a book bound on the right.</param>
    public BookletSheets(PdfDocument document, PageRun run, PageSize size, int sheets, bool isRightToLeft)
    {
        (this.document, this.run, this.sheets, this.isRightToLeft) = (document, run, sheets, isRightToLeft);
        (width, height) = (size.Width, size.Height);
    }

    /// <inheritdoc/>
    public override PageCanvas Begin(double width, double height, string label)
    {
        if (pages == sheets * 4)
        {
            Close();
        }

        if (sides.Count == 0)
        {
            for (int i = 0; i < sheets * 2; i++)
            {
                sides.Add(document.AddPage(run, this.width * 2, this.height));
            }
        }

        (int side, bool isRight) = Place(pages++, sheets);
        return new PageCanvas(document, sides[side], width, height, isRight != isRightToLeft ? this.width : 0) { Label = label };
    }

    /// <inheritdoc/>
    public override void End(PageCanvas canvas) => canvas.End();

    /// <summary>Writes the open signature; its last pages stay white.</summary>
    public void Close()
    {
        foreach (PageSheet side in sides)
        {
            document.Write(side);
        }

        sides.Clear();
        pages = 0;
    }

    /// <summary>Where a page of a signature stands.</summary>
    /// <param name="page">The page, from 0.</param>
    /// <param name="sheets">Sheets a signature.</param>
    /// <returns>The side of a sheet (front of the outermost is 0, its back 1) and whether the page is on its right half.</returns>
    public static (int Side, bool IsRight) Place(int page, int sheets)
    {
        int last = (sheets * 4) - 1;
        // Pages 0 and last share the outermost front, 1 and last - 1 its back, and so on inwards.
        int side = Math.Min(page, last - page);
        bool isFirstHalf = page <= last / 2;
        // A front carries the odd one of its pages (1, 3 …) on the right; a back the even one on the left.
        return (side, side % 2 == 0 ? isFirstHalf : !isFirstHalf);
    }
}
