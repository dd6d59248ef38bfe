using FeedBook.Pdf.Drawing;
using FeedBook.Text;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// The book's first page: its cover image, or a page set in type, below the image where that does not say the title itself.
/// </summary>
internal static class TitlePage
{
    /// <summary>The book's one colour.</summary>
    public static Ink Accent { get; } = new(0.62, 0.15, 0.12);

    /// <summary>Draws a cover image that is shaped like a page on a page of its own.</summary>
    /// <returns>False when there is none, it cannot be shown, or it is shaped otherwise: then it stands above the title.</returns>
    public static bool DrawCover(LayoutContext context, Paper paper)
    {
        if (!context.Book.IsCoverDesigned || Cover(context) is not { } cover)
        {
            return false;
        }

        PageSize size = context.Options.PageSize;
        if (Math.Abs((cover.Height / cover.Width) - (size.Height / size.Width)) > 0.28)
        {
            return false;
        }

        // A cover may be enlarged: it is made to fill a page.
        double scale = Math.Min(size.Width / cover.Width, size.Height / cover.Height);
        PageCanvas canvas = paper.Begin(size.Width, size.Height, "");
        var element =
            new StructureElement("Figure", context.Document.Tags.Document) { AlternativeText = ShortLabel.Of(context.Book.Metadata.Title) };
        canvas.Mark(element.Content());
        canvas.Image(cover.Image, (size.Width - (cover.Width * scale)) / 2, (size.Height - (cover.Height * scale)) / 2, cover.Width * scale,
            cover.Height * scale);
        paper.End(canvas);
        return true;
    }

    private static (PdfImage Image, double Width, double Height)? Cover(LayoutContext context)
    {
        if (context.Book.Cover is not { } cover || context.Document.Images.Find(cover) is not { } image)
        {
            return null;
        }

        return cover.Orientation >= 5 ? (image, cover.Height, cover.Width) : (image, cover.Width, cover.Height);
    }

    /// <summary>Sets the title page.</summary>
    /// <param name="composition">A composition without a chapter's text, for the title page's own.</param>
    public static List<Fragment> Compose(Composition composition)
    {
        var galley = new List<Fragment>();
        BookMetadata book = composition.Context.Book.Metadata;
        PdfOptions options = composition.Context.Options;
        Setting page = composition.Page with { HasIndents = false, Alignment = Align.Start, LineHeight = 1.18 };
        if (Cover(composition.Context) is { } cover)
        {
            // As wide as the text, unless that made it higher than half the page or coarser than 72 of its pixels to the inch.
            double scale = Math.Min(Math.Min(page.Width / cover.Width, page.ColumnHeight * 0.5 / cover.Height), 1);
            var figure = new StructureElement("Figure", composition.Element) { AlternativeText = ShortLabel.Of(book.Title) };
            var shown = new FigureImage(cover.Image, cover.Width * scale, cover.Height * scale, figure.Content());
            galley.Add(new FigureFragment([[shown]], new FragmentStack(), page.Left, page.Width, 0,
                page.ColumnHeight * 0.5) { After = page.Size * 3 });
        }
        else
        {
            galley.Add(new SpaceFragment(page.ColumnHeight * 0.2));
        }

        double bar = Math.Min(page.Width * 0.16, 56);
        galley.Add(new RuleFragment(page.IsRightToLeft ? page.Left + page.Width - bar : page.Left, bar, 3.5,
            Accent) { After = page.Size * 1.8 });
        ParagraphComposer.Plain(composition, book.Title, page with { Size = TitleSize(book.Title, page), IsBold = true, IsBalanced = true },
            new StructureElement("P", composition.Element), galley);
        galley[^1].After = page.Size * 1.1;
        Setting large = page with { Size = page.Size * 1.4, LineHeight = 1.3, Ink = Ink.Gray(0.25) };
        Setting sans = page with { Role = options.HeadingFont, Size = page.Size * 0.9, LineHeight = 1.5, Ink = Ink.Gray(0.36) };
        Add(book.Subtitle, large, 0);
        Add(book.Date is { } date ? WrittenDate.Of(date, book.Language) : null, sans, page.Size);
        Add(Names(composition.Context.Names.Authors), sans, page.Size);
        Add(book.Description is { Length: < 1200 } description ? description : null,
            page with { LineHeight = options.LineHeight, Ink = Ink.Gray(0.2) }, page.Size * 2);
        Add(string.Join("  ·  ", new[] { book.Publisher, book.Rights }.Where(part => !string.IsNullOrWhiteSpace(part))),
            sans with { Size = page.Size * 0.76 }, page.Size * 2);
        return galley;

        void Add(string? text, Setting setting, double before)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                int first = galley.Count;
                ParagraphComposer.Plain(composition, text, setting, new StructureElement("P", composition.Element), galley);
                galley[first].Before = before;
            }
        }
    }

    private static double TitleSize(string title, Setting page)
    {
        double ems = title.Length switch { <= 18 => 10.5, <= 40 => 13, <= 90 => 17, <= 240 => 24, _ => 34 };
        return Math.Clamp(page.Width / ems, page.Size, page.Size * 4.2);
    }

    // A digest of fifty sources has fifty names.
    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= 12 ? string.Join("  ·  ", names) : string.Join("  ·  ", names.Take(12)) + "  …";
}
