using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// Prints a book. The order of things: title page, text, contents. The contents are set last, when the pages' numbers are
/// known, and stand in the file's page tree before the text; so no page waits for another.
/// </summary>
internal sealed class BookPrinter
{
    private readonly LayoutContext context;
    private readonly PdfDocument document;
    private readonly PageRun titleRun, contentsRun, textRun;
    private readonly ContentsRegister register;
    private readonly List<ContentsEntry>? known;
    private readonly Queue<(Composition Composition, int Page)> closing = [];
    private readonly bool isTrial;
    private StructureElement? contentsElement;
    private int frontPages;

    private BookPrinter(LayoutContext context, List<ContentsEntry>? known, bool isTrial = false)
    {
        this.isTrial = isTrial;
        this.context = context;
        this.known = known;
        document = context.Document;
        titleRun = document.AddRun(0);
        contentsRun = document.AddRun(1);
        textRun = document.AddRun(2);
        register = new ContentsRegister(document.Bookmarks);
    }

    private PdfOptions Options => context.Options;

    /// <summary>Prints a book to a stream.</summary>
    /// <returns>What could not be shown.</returns>
    public static async Task<IReadOnlyList<Diagnostic>> PrintAsync(Book book, PdfOptions options, FontLibrary fonts, Stream output,
        CancellationToken cancellationToken)
    {
        List<ContentsEntry>? known = null;
        book.Writing(0, null);
        if (options.IsBooklet)
        {
            // The sheets of a booklet hold first and last pages together: the contents must be known before. A first printing to nowhere
            // tells them.
            using var nowhere = new PdfDocument(Stream.Null, book.Metadata, isArchival: false);
            var trial = new BookPrinter(new LayoutContext(nowhere, fonts, options, book), null, isTrial: true);
            await trial.PrintAsync(cancellationToken).ConfigureAwait(false);
            known = [.. trial.register.Entries.Select(entry => entry with { IsLinked = false })];
        }

        using var document = new PdfDocument(output, book.Metadata, options.IsArchival);
        var printer = new BookPrinter(new LayoutContext(document, fonts, options, book), known);
        await printer.PrintAsync(cancellationToken).ConfigureAwait(false);
        FontReport.Add(printer.context, fonts.Report);
        return printer.context.Diagnostics;
    }

    private async Task PrintAsync(CancellationToken cancellationToken)
    {
        context.Targets.Promise();
        await ImageConversion.RunAsync(context, cancellationToken).ConfigureAwait(false);
        bool isBooklet = known is not null;
        BookletSheets? sheets = isBooklet
            ? new BookletSheets(document, textRun, Options.PageSize, Options.SheetsASignature,
            context.Book.Metadata.Direction == TextDirection.RightToLeft) : null;
        await FlushAsync(Title(sheets ?? (Paper)new SinglePages(document, titleRun)), cancellationToken).ConfigureAwait(false);
        if ((Options.HasContents && !context.Names.IsOneItem) || Options.HasListOfFigures)
        {
            // Drawn last, read before the text.
            contentsElement = new StructureElement("Sect", document.Tags.Document);
        }

        if (isBooklet)
        {
            await FlushAsync(Contents(sheets!, known!), cancellationToken).ConfigureAwait(false);
        }

        await FlushAsync(Text(sheets ?? (Paper)new SinglePages(document, textRun)), cancellationToken).ConfigureAwait(false);
        if (!isBooklet)
        {
            await FlushAsync(Contents(new SinglePages(document, contentsRun), register.Entries), cancellationToken).ConfigureAwait(false);
            document.PageLabels.Add((0, "r", 1));
            document.PageLabels.Add((titleRun.Count + contentsRun.Count, "D", 1));
        }

        sheets?.Close();
        await document.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    // A page leaves memory when it is full.
    private async Task FlushAsync(IEnumerable<int> pages, CancellationToken cancellationToken)
    {
        foreach (int page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ = page;
            await document.File.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<int> Title(Paper paper)
    {
        if (!Options.HasTitlePage)
        {
            yield break;
        }

        if (TitlePage.DrawCover(context, paper))
        {
            yield return ++frontPages;
            yield break;
        }

        if (context.Names.IsOneItem)
        {
            yield break;
        }

        Composition composition = Front(document.Tags.Document);
        var maker = new PageMaker(context, paper, new HeaderFooter(context, isRoman: true, 1, isShown: false), 1);
        foreach (int page in maker.Add(TitlePage.Compose(composition)).Concat(maker.End()))
        {
            frontPages++;
            yield return page;
        }

        document.Tags.Write(composition.Element);
    }

    private IEnumerable<int> Contents(Paper paper, IReadOnlyList<ContentsEntry> list)
    {
        BookLabels labels = context.Labels(context.Book.Metadata.Language);
        var lists = new List<(string Heading, IReadOnlyList<ContentsEntry> Entries)>();
        if (Options.HasContents && list.Count > 0 && !context.Names.IsOneItem)
        {
            lists.Add((labels.Contents, [.. list.Where(entry => entry.Level < 2)]));
        }

        if (Options.HasListOfFigures && list.Any(entry => entry.Level == 2))
        {
            lists.Add((labels.Figures, [.. list.Where(entry => entry.Level == 2).Select(entry => entry with { Level = 0 })]));
        }

        foreach ((string heading, IReadOnlyList<ContentsEntry> items) in lists)
        {
            Composition composition = Front(contentsElement!);
            var maker =
                new PageMaker(context, paper, new HeaderFooter(context, isRoman: true, frontPages + 1), 1, frontPages) { Title = heading };
            maker.OpenChapter();
            foreach (int page in maker.Add(ContentsPages.Compose(composition, heading, items)).Concat(maker.End()))
            {
                frontPages++;
                yield return page;
            }

            document.Tags.Write(composition.Element);
        }

        if (Options.IsTwoSided && frontPages % 2 == 1)
        {
            // The text begins on a right-hand page.
            paper.End(paper.Begin(Options.PageSize.Width, Options.PageSize.Height, ""));
            frontPages++;
            yield return 0;
        }
    }

    private IEnumerable<int> Text(Paper paper)
    {
        var maker = new PageMaker(context, paper, new HeaderFooter(context, isRoman: false, 1), Options.Columns);
        Chapter[] all = [.. context.Book.Chapters];
        int number = 0;
        foreach (BookSection section in context.Book.Sections)
        {
            string? sectionTitle = context.Names.SectionTitle(section);
            StructureElement parent = sectionTitle is null ? document.Tags.Document : new StructureElement("Sect", document.Tags.Document);
            register.OpenSection(sectionTitle);
            for (int i = 0; i < section.Chapters.Length; i++)
            {
                Chapter chapter = section.Chapters[i];
                string? title = i == 0 ? sectionTitle : null;
                Chapter? next = ++number < all.Length ? all[number] : null;
                foreach (int page in Chapter(maker, chapter, next, parent, title))
                {
                    CloseBefore(page - 8);
                    yield return page;
                }

                if (!isTrial)
                {
                    context.Book.Writing(number, chapter.Title);
                }
            }
        }

        foreach (int page in maker.End())
        {
            yield return page;
        }

        CloseBefore(int.MaxValue);
        foreach ((string caption, PagePlace place) in context.Figures)
        {
            register.AddFigure(caption, place);
        }
    }

    private IEnumerable<int> Chapter(PageMaker maker, Chapter chapter, Chapter? next, StructureElement parent, string? section)
    {
        bool isRightToLeft = chapter.Direction == TextDirection.RightToLeft;
        var element =
            new StructureElement("Sect", parent) { Language = chapter.Language == context.Book.Metadata.Language ? null
            : chapter.Language };
        Setting setting = ChapterComposer.Setting(Options, chapter.Language, isRightToLeft, element, Options.Columns);
        bool isShort = IsShort(chapter, setting);
        if (Options.StartChaptersOnNewPages && !isShort)
        {
            foreach (int page in maker.End())
            {
                yield return page;
            }

            CloseBefore(int.MaxValue);
        }

        var composition =
            new Composition(context, chapter, element, isShort ? setting with { ImageHeight = ChapterLength.ImageHeight(setting) }
            : setting);
        if (context.Targets.StartOf(chapter) is { } start)
        {
            composition.StartAnchors.Add(start);
        }

        bool isSpanning = Options.Columns > 1 && maker.IsPageEmpty && !isShort;
        PageGeometry geometry = PageGeometry.Of(Options, false, false, Options.Columns);
        double width = isSpanning ? geometry.TextWidth : geometry.ColumnWidth;
        List<Fragment> head = isShort ? ChapterHeadComposer.ComposeShort(composition, section, width)
            : ChapterHeadComposer.Compose(composition, section, width);
        head[0].Placed = place =>
        {
            composition.Start = place.Target;
            composition.Bookmark = register.Add(chapter.Title, place);
        };
        if (maker.IsPageEmpty)
        {
            maker.IsRightToLeft = isRightToLeft;
        }

        if (isShort)
        {
            // A page of several items is named after none of them.
            head[0].Before = setting.Leading * (section is null ? 1.3 : 2.2);
            maker.Title = maker.IsPageEmpty ? "" : maker.Title;
            maker.NextTitle = "";
        }
        else
        {
            (maker.Title, maker.NextTitle) = (chapter.Title, null);
            if (maker.IsPageEmpty)
            {
                maker.OpenChapter();
            }
            else
            {
                head[0].Before = setting.Leading * 3;
            }
        }

        bool endsPage = Options.StartChaptersOnNewPages && (!isShort || next is null || !IsShort(next, setting));
        IEnumerable<Fragment> body = isShort ? [.. ShortItemComposer.Body(composition)] : ChapterComposer.Body(composition);
        if (isShort ? !body.Any() : chapter.Article.Blocks.IsEmpty)
        {
            // A head without a text would keep with the next one, and a hundred of them with one another.
            head[^1].KeepsWithNext = false;
        }

        IEnumerable<int> pages = isSpanning ? maker.Open(head).Concat(maker.Add(body, endsPage)) : maker.Add(head.Concat(body), endsPage);
        foreach (int page in pages)
        {
            yield return page;
        }

        if (maker.HasTurned && (isShort || !endsPage))
        {
            // A table on its side belongs before what follows on the same page.
            foreach (int page in maker.End())
            {
                yield return page;
            }
        }

        closing.Enqueue((composition, maker.Pages));
    }

    private bool IsShort(Chapter chapter, Setting setting) =>
        Options.StartChaptersOnNewPages && Options.RunOnShortChapters && ChapterLength.IsShort(chapter, setting);

    // A chapter leaves memory once nothing of it, not even the end of a long note, can still be drawn.
    private void CloseBefore(int page)
    {
        while (closing.TryPeek(out (Composition Composition, int Page) next) && next.Page < page)
        {
            closing.Dequeue();
            next.Composition.CloseAnchors(next.Composition.Start);
            document.Tags.Write(next.Composition.Element);
        }
    }

    // Pages before the text are composed as a chapter of their own.
    private Composition Front(StructureElement parent)
    {
        BookMetadata book = context.Book.Metadata;
        var element = new StructureElement("Sect", parent);
        var chapter =
            new Chapter { Id = "front", Title = book.Title, Language = book.Language, Direction = book.Direction, Article = Article.Empty };
        return new Composition(context, chapter, element,
            ChapterComposer.Setting(Options, book.Language, book.Direction == TextDirection.RightToLeft, element, 1));
    }
}
