using FeedBook.Content;
using FeedBook.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FeedBook.QuestPdf;

/// <summary>The composition of one book: its pages in their order. For one thread.</summary>
internal sealed class BookPrint
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly FontChoice fonts;
    private readonly BookNames names;

    public BookPrint(Book book, QuestPdfOptions options, CancellationToken cancellation)
    {
        Book = book;
        Options = options;
        Cancellation = cancellation;
        fonts = new FontChoice(options.Fonts);
        names = new BookNames(book);
        Images = new PrintedImages(this);
        Links = new BookLinks(book);
    }

    /// <summary>The book.</summary>
    public Book Book { get; }

    /// <summary>How it is set.</summary>
    public QuestPdfOptions Options { get; }

    /// <summary>Ends the printing.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The book's images as QuestPDF takes them.</summary>
    public PrintedImages Images { get; }

    /// <summary>Where links lead inside the book.</summary>
    public BookLinks Links { get; }

    /// <summary>The words printed besides a chapter's text.</summary>
    public BookLabels Labels(string language) => Options.Labels ?? BookLabels.For(language);

    /// <summary>Tells what could not be shown.</summary>
    public void Report(string id, string message, Chapter? chapter, Uri? address = null) =>
        diagnostics.Add(new(id, DiagnosticSeverity.Warning, message) { Item = chapter?.Title, Address = address });

    /// <summary>What could not be shown, with the characters that no font has.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics() => [.. diagnostics, .. fonts.Diagnostics()];

    /// <summary>The name of a place for QuestPDF's links.</summary>
    public static string Place(Chapter chapter, string? id = null) => id is null ? chapter.Id : $"{chapter.Id}#{id}";

    /// <summary>Composes all pages.</summary>
    public void Compose(IDocumentContainer document)
    {
        BookMetadata metadata = Book.Metadata;
        bool isRightToLeft = metadata.Direction == TextDirection.RightToLeft;
        var voice = new Voice(FontRole.Serif, Options.FontSize, metadata.Language, isRightToLeft);
        if (Options.HasTitlePage && !names.IsOneItem)
        {
            document.Page(page => TitlePage(Prepare(page, isRightToLeft, null, voice), voice));
        }

        if (Options.HasContents && !names.IsOneItem)
        {
            document.Page(page => Contents(Prepare(page, isRightToLeft, null, voice), voice));
        }

        foreach (BookSection section in Book.Sections)
        {
            for (int i = 0; i < section.Chapters.Length; i++)
            {
                Cancellation.ThrowIfCancellationRequested();
                Chapter chapter = section.Chapters[i];
                string? title = i == 0 ? names.SectionTitle(section) : null;
                bool reads = chapter.Direction == TextDirection.RightToLeft;
                Voice own = voice with { Language = chapter.Language, IsRightToLeft = reads };
                document.Page(page => ComposeChapter(Prepare(page, reads, chapter.Title, own), chapter, title, own));
            }
        }
    }

    private IContainer Prepare(PageDescriptor page, bool isRightToLeft, string? head, Voice voice)
    {
        page.Size((float)Options.PageSize.Width, (float)Options.PageSize.Height);
        page.MarginLeft((float)Options.Margins.Inner);
        page.MarginRight((float)Options.Margins.Outer);
        if (isRightToLeft)
        {
            page.ContentFromRightToLeft();
        }

        Voice small = voice with { Role = FontRole.Sans, Size = voice.Size * 0.75, Color = Colours.Faint };
        page.Header().Height((float)Options.Margins.Top).PaddingTop((float)Options.Margins.Top * 0.45f).AlignCenter().Text(text =>
        {
            if (head is not null)
            {
                Texts(null).Add(text, BookNames.Short(head), small);
            }
        });
        page.Footer().Height((float)Options.Margins.Bottom).AlignCenter().AlignMiddle().Text(text => text.CurrentPageNumber()
            .Format(number =>
            {
                Cancellation.ThrowIfCancellationRequested();
                return number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
            }).Style(fonts.Style("0", small)));
        return page.Content();
    }

    private InlinePrinter Texts(Chapter? chapter) => new(this, fonts, chapter);

    private void TitlePage(IContainer page, Voice voice)
    {
        BookMetadata metadata = Book.Metadata;
        page.AlignMiddle().Column(column =>
        {
            column.Spacing((float)voice.Size);
            if (Book.Cover is { } cover && Images.Of(cover) is { } bytes)
            {
                float width = Math.Min(Options.TextWidth, Options.TextHeight * 0.55f * cover.UprightWidth / cover.UprightHeight);
                PrintedImages.TryPlace(column.Item().AlignCenter().MaxWidth(width), bytes);
            }

            void Line(string? text, Voice own)
            {
                if (!string.IsNullOrWhiteSpace(text))
                {
                    column.Item().AlignCenter().Text(line =>
                    {
                        line.AlignCenter();
                        Texts(null).Add(line, text, own);
                    });
                }
            }

            Line(metadata.Title, voice with { Size = voice.Size * (metadata.Title.Length > 120 ? 1.4 : 2.4), IsBold = true });
            Line(metadata.Subtitle, voice with { Size = voice.Size * 1.3 });
            Line(string.Join(", ", names.Authors), voice);
            Line(BookNames.Day(metadata), voice with { Color = Colours.Faint });
            Line(metadata.Description, voice);
            Line(metadata.Rights, voice with { Size = voice.Size * 0.8 });
        });
    }

    private void Contents(IContainer page, Voice voice) => page.Column(column =>
    {
        column.Spacing((float)voice.Size * 0.5f);
        column.Item().Text(text =>
            Texts(null).Add(text, Labels(voice.Language).Contents, voice with { Size = voice.Size * 1.6, IsBold = true }));
        foreach (BookSection section in Book.Sections)
        {
            bool isNamed = names.SectionTitle(section) is not null;
            if (isNamed)
            {
                column.Item().PaddingTop((float)voice.Size).Text(text =>
                    Texts(null).Add(text, section.Title!, voice with { IsBold = true, Color = Colours.Accent }));
            }

            foreach (Chapter chapter in section.Chapters)
            {
                column.Item().SectionLink(Place(chapter)).Row(row =>
                {
                    row.Spacing((float)voice.Size);
                    row.RelativeItem().PaddingHorizontal(isNamed ? (float)voice.Size : 0).Text(text =>
                        Texts(null).Add(text, chapter.Title, voice with { Language = chapter.Language }));
                    row.ConstantItem((float)voice.Size * 3).Text(text =>
                        text.BeginPageNumberOfSection(Place(chapter)).Style(fonts.Style("0", voice)));
                });
            }
        }
    });

    private void ComposeChapter(IContainer page, Chapter chapter, string? section, Voice voice)
    {
        InlinePrinter texts = Texts(chapter);
        var blocks = new BlockPrinter(this, texts, chapter);
        page.Section(Place(chapter)).Column(column =>
        {
            column.Spacing((float)voice.Size * 0.75f);
            if (section is not null)
            {
                column.Item().BorderBottom(0.5f).BorderColor(Colours.Accent).Text(text =>
                    texts.Add(text, section, voice with { Role = FontRole.Sans, IsBold = true, Color = Colours.Accent }));
            }

            Voice title = voice with { Role = FontRole.Sans, IsBold = true, Size = voice.Size * (chapter.Title.Length > 200 ? 1.2 : 1.8) };
            column.Item().Text(text => texts.Add(text, chapter.Title, title));
            Voice small = voice with { Role = FontRole.Sans, Size = voice.Size * 0.8, Color = Colours.Faint };
            string[] parts = [.. new[] { names.Byline(chapter), BookNames.Day(chapter) ?? "" }.Where(part => part.Length > 0)];
            column.Item().Text(text =>
            {
                texts.Add(text, string.Join(" · ", parts), small);
                if (chapter.Address is { Scheme: "http" or "https" } address)
                {
                    texts.Add(text, parts.Length > 0 ? " · " : "", small);
                    texts.Add(text, address.Host, small with { Address = address });
                }
            });
            blocks.Print(column, chapter.Article.Blocks, voice, Options.TextWidth);
            blocks.PrintNotes(column, chapter.Article.Notes, voice, Options.TextWidth);
        });
    }
}
