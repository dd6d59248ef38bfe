using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.QuestPdf;
using FeedBook.Tests;
using UglyToad.PdfPig;

namespace FeedBook.QuestPdfTests;

/// <summary>Books printed by QuestPDF, read back by PdfPig. Outside the solution, whose restore must not need QuestPDF.</summary>
public sealed class QuestPdfTests
{
    [Fact]
    public async Task Sample_is_printed_with_its_figures_in_every_script()
    {
        string folder = Path.Combine(Repository.Root, "examples", "FeedBook.Sample", "Sample");
        var loader = new FolderResourceLoader(folder, new Uri("https://sample.feedbook.example/"));
        await using Book book = await new BookBuilder(loader).Title("FeedBook Sample")
            .AddFolder(Path.Combine(folder, "archive")).AddFile(Path.Combine(folder, "rss.xml"))
            .AddFile(Path.Combine(folder, "atom.xml")).AddFile(Path.Combine(folder, "feed.json")).BuildAsync();
        (PdfDocument pdf, IReadOnlyList<Diagnostic> diagnostics) = await PrintAsync(book);
        using PdfDocument read = pdf;

        Assert.DoesNotContain(diagnostics, each => each.Id == DiagnosticIds.PdfMissingCharacter);
        string letters = Letters(read);
        foreach (Chapter chapter in book.Chapters.Where(chapter => chapter.Direction == TextDirection.LeftToRight))
        {
            Assert.InRange(Found(chapter.Title, letters), 0.5, 1);
            Assert.All(ContentWalker.Figures(chapter.Article).Where(figure => !figure.Caption.IsEmpty),
                figure => Assert.InRange(Found(ContentText.Of(figure.Caption), letters), 0.5, 1));
        }

        int images = read.GetPages().Sum(page => page.GetImages().Count());
        Assert.InRange(images, book.Chapters.SelectMany(chapter => ContentWalker.Images(chapter.Article)).Count(), int.MaxValue);
    }

    [Fact]
    public async Task Every_block_is_printed_and_what_is_longer_than_a_page_goes_on()
    {
        string longText = string.Concat(Enumerable.Range(0, 3000).Select(i => $"word{i} "));
        var table = new Table([new TableRow([Cell("Head") with { ColumnSpan = 2, IsHeader = true }])],
            [new TableRow([Cell("tall") with { RowSpan = 2 }, Cell("first")]), new TableRow([Cell("second")])]);
        using Book book = Made(
            new Heading(2, Run("A heading")) { Id = "top" }, Para("Plain words."),
            new Paragraph([new Link(new("#top", UriKind.Relative), Run("up"))]),
            new ListBlock(true, [new ListItem([Para("an item")]), new ListItem([Para("another")])]) { Marker = 'i', Start = 3 },
            new DefinitionList([new DefinitionEntry([Run("term")], [[Para("meaning")]])]), new Quotation([Para("quoted")]),
            new Aside([Para(longText)]), new CodeBlock("code = 1"), new Rule(), table,
            new Embed(EmbedKind.Video, new Uri("https://video.example/1")) { Title = "A show" },
            new Figure([new ImageBlock(new ImageReference([new Uri("https://a.example/x.png")]) { AlternativeText = "gone" })],
                Run(longText), Run("Photo: Ada")));
        (PdfDocument pdf, _) = await PrintAsync(book);
        using PdfDocument read = pdf;
        string letters = Letters(read);

        Assert.All(["Aheading", "Plainwords.", "up", "iii.", "iv.", "another", "term", "meaning", "quoted", "word2999", "code=1", "Head",
            "tall", "second", "Ashow", "gone", "Photo:Ada"], word => Assert.Contains(word, letters, StringComparison.Ordinal));
        Assert.True(read.NumberOfPages > 10);
    }

    [Fact]
    public async Task What_no_font_has_is_told()
    {
        using Book book = Made(Para("Words \u1335\U00013000."));
        (PdfDocument pdf, IReadOnlyList<Diagnostic> diagnostics) = await PrintAsync(book);
        pdf.Dispose();

        Assert.Contains(diagnostics, each => each.Id == DiagnosticIds.PdfMissingCharacter
            && each.Message.Contains("U+13000", StringComparison.Ordinal));
    }

    private static async Task<(PdfDocument Pdf, IReadOnlyList<Diagnostic> Diagnostics)> PrintAsync(Book book)
    {
        using var output = new MemoryStream();
        IReadOnlyList<Diagnostic> diagnostics = await new QuestPdfBookWriter().WriteAsync(book, output);
        return (PdfDocument.Open(output.ToArray()), diagnostics);
    }

    private static Book Made(params Block[] blocks)
    {
        var chapter = new Chapter { Id = "c1", Title = "One", Language = "en", Article = new Article { Blocks = [.. blocks] } };
        return new(new BookMetadata { Title = "A book", Identifier = "urn:uuid:1", Language = "en", Modified = DateTimeOffset.UnixEpoch },
            [new BookSection("Section", [chapter])]);
    }

    private static Paragraph Para(string text) => new(Run(text));

    private static System.Collections.Immutable.ImmutableArray<Inline> Run(string text) => [new TextRun(text)];

    private static TableCell Cell(string text) => new([Para(text)]);

    // Letters without spaces: where lines end, a space is no letter.
    private static string Letters(PdfDocument pdf) =>
        Packed(string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)));

    private static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u00AD'));

    // The share of neighbouring letters that are found: QuestPDF 2022.12 writes some ideographs as radicals, and ligatures as none.
    private static double Found(string text, string letters)
    {
        string packed = Packed(text);
        string[] pairs = [.. Enumerable.Range(0, packed.Length - 1).Select(i => packed[i..(i + 2)])];
        return (double)pairs.Count(pair => letters.Contains(pair, StringComparison.Ordinal)) / pairs.Length;
    }
}
