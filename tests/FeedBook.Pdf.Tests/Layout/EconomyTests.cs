using FeedBook.Content;
using FeedBook.Pdf.Tests.Reading;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Layout;

/// <summary>No page and no name more than a reader needs.</summary>
public sealed class EconomyTests : IDisposable
{
    private readonly PictureFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Items_of_a_few_lines_share_pages_and_articles_begin_theirs()
    {
        Chapter article = Chapter("Article", [.. Enumerable.Repeat(P(Prose), 12)]);
        Chapter[] items = [.. Enumerable.Range(0, 9).Select(i => Chapter($"Item {i}", P(Prose)))];

        PdfReading pdf = await Of([.. items, article, Chapter("Item 9", P(Prose))]).Read(Plain);

        string[] pages = [.. pdf.Pages.Select(pdf.PageText)];
        Assert.Equal(9,
            Enumerable.Range(0, 9)
            .Count(i => pages[0].Contains($"Item {i}", StringComparison.Ordinal)
            || pages[1].Contains($"Item {i}", StringComparison.Ordinal)));
        Assert.StartsWith("Article", pages.Single(page => page.Contains("Article", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(
            TagTree.Read(await Of([.. items, article, Chapter("Item 9", P(Prose))]).Read(Plain with { RunOnShortChapters = false })).Text,
            TagTree.Read(pdf).Text);
    }

    [Fact]
    public async Task A_title_without_a_text_is_never_parted_by_a_page()
    {
        Chapter[] items = [.. Enumerable.Range(100, 60).Select(i => Chapter(
            $"Number {i}: the harbour board has looked at the cranes again and found all of them as they were before, end of {i}")
            with { Source = $"Paper {i}" })];

        PdfReading pdf = await Of(items).Read(Plain);

        Assert.True(pdf.Pages.Count > 3);
        string[] pages = [.. pdf.Pages.Select(pdf.PageText)];
        Assert.All(Enumerable.Range(100, 60), i => Assert.Contains(pages,
            page => page.Contains($"Number {i}", StringComparison.Ordinal) && page.Contains($"end of {i}", StringComparison.Ordinal)
                && page.Contains($"Paper {i}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_image_of_a_short_item_stands_beside_its_lines_and_before_them_in_the_tags()
    {
        Chapter[] items =
            [.. Enumerable.Range(0, 4)
            .Select(i => Chapter($"Item {i}", new ImageBlock(folder.Picture(800, 450, (byte)(50 * i))), P(Prose)))];

        PdfReading pdf = await Of(items).Read(Plain);

        PdfDictionary page = Assert.Single(pdf.Pages);
        double left = pdf.Texts(page).Where(text => text.Text.StartsWith("Item", StringComparison.Ordinal)).Min(text => text.X);
        Assert.All(pdf.Texts(page).Where(text => text.Text.StartsWith("The miller", StringComparison.Ordinal)),
            text => Assert.True(text.X > left + 100));
        Assert.Equal("Sect(H1 Figure P)", TagTree.Read(pdf).Tags.First().Shape);
    }

    [Fact]
    public async Task A_book_of_one_item_says_its_title_once()
    {
        const string Title = "The Miller's Almanac";
        Chapter chapter = Chapter(Title, [.. Enumerable.Repeat(P(Prose), 30)]) with { Source = Title, Authors = [Title] };

        PdfReading pdf = await Of([new BookSection(Title, [chapter])]).Read();

        Assert.True(pdf.Pages.Count > 2);
        Assert.Equal(1, pdf.Pages.Sum(page => pdf.Texts(page).Count(text => text.Text.Contains("Almanac", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("The Miller's Almanac", 0)]
    [InlineData("Tides", 12)]
    public async Task The_only_feed_of_a_book_named_after_it_is_no_news_in_a_byline(string source, int times)
    {
        Chapter[] items = [.. Enumerable.Range(0, 12).Select(i => Chapter($"Item {i}", P("Words.")) with { Source = source })];

        PdfReading pdf = await Of([new BookSection(source, [.. items])]).Read(Plain with { HasRunningHeads = false });

        string text = string.Concat(pdf.Pages.Select(pdf.PageText));
        Assert.Equal(times == 0 ? 0 : times + 1, text.Split(source).Length - 1);
    }

    [Fact]
    public async Task A_missing_image_names_its_publisher_and_not_the_proxy()
    {
        var image =
            new ImageReference([new Uri("https://proxy.example/?url=https%3A%2F%2Fpaper.example%2Fa.jpg"),
            new Uri("https://paper.example/a.jpg")]);

        PdfReading pdf = await Of(Chapter("One", new ImageBlock(image), P(Prose))).Read(Plain);

        Assert.Contains("paper.example", pdf.PageText(pdf.Pages[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("proxy.example", pdf.PageText(pdf.Pages[0]), StringComparison.Ordinal);
    }

    private static PdfOptions Plain => PdfOptions.A4 with { HasTitlePage = false, HasContents = false, HasHyphenation = false };
}
