using System.Xml.Linq;
using FeedBook.Content;
using FeedBook.Epub;
using static FeedBook.Tests.MadeBooks;

namespace FeedBook.Tests.Epub;

/// <summary>Titles of any length, and the line below them.</summary>
public sealed class ChapterHeadTests
{
    private static readonly XNamespace X = OpenedEpub.Xhtml;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_huge_title_is_whole_in_its_chapter_and_a_label_elsewhere(bool kobo)
    {
        string title = string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"w{i:0000}x"));
        BookSection[] sections = [new("First " + title, [Chapter(title, Para("Text"))]), new("Second", [Chapter("Short", Para("Text"))])];
        using var book = new Book(Metadata() with { Title = "Book " + title }, [.. sections]);

        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, kobo ? EpubOptions.Kobo : EpubOptions.Standard);

        Assert.Empty(epub.Faults());
        Assert.Equal(title, epub.Chapters.First().Descendants(X + "h1").Single().Value);
        Assert.Equal("First " + title, epub.File("s001.xhtml").Descendants(X + "h1").Single().Value);
        foreach (string name in epub.Names.Where(name => name.EndsWith(".xhtml", StringComparison.Ordinal)
            || name.EndsWith(".ncx", StringComparison.Ordinal)))
        {
            Assert.All(epub.Xml(name).Descendants().Where(each => each.Name.LocalName is "a" or "title" or "text"),
                label => Assert.InRange(label.Value.Length, 1, 301));
        }

        Assert.EndsWith("w0042x…",
            epub.File("nav.xhtml").Descendants(X + "a").First(link => link.Value.StartsWith("w0000x", StringComparison.Ordinal)).Value,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "4 May 2026")]
    [InlineData("de", "4. Mai 2026")]
    [InlineData("hu", "2026. május 4.")]
    public async Task The_date_is_written_in_the_chapters_language_with_the_instant_beside_it(string language, string day)
    {
        Chapter chapter =
            Chapter("One", Para("Text")) with { Authors = ["Ada"], Source = "Tides", Language = language,
            Published = new DateTimeOffset(2026, 5, 4, 8, 30, 0, TimeSpan.FromHours(2)) };
        using Book book =
            new(Metadata(),
            [new BookSection("S", [chapter]),
            new BookSection("T", [chapter with { Id = "other", Authors = [], Source = null, Published = null }])]);

        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        XElement byline = epub.Chapters.First().Descendants(X + "p").Single(p => (string?)p.Attribute("class") == "byline");
        Assert.Equal($"Ada · Tides · {day}", byline.Value);
        Assert.Equal(("2026-05-04T08:30:00+02:00", day),
            ((string?)byline.Element(X + "time")!.Attribute("datetime"), byline.Element(X + "time")!.Value));
        Assert.Equal(byline.Value, epub.File("s001.xhtml").Descendants(X + "span").Single().Value);
        Assert.DoesNotContain(epub.Chapters.Last().Descendants(), each => (string?)each.Attribute("class") == "byline");
        Assert.Contains("4 May 2026", epub.File("title.xhtml").Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_of_one_item_has_neither_title_page_nor_contents_in_its_spine_and_no_byline_that_is_the_title()
    {
        Chapter chapter = Chapter("A made book", Para("Text")) with { Source = "A made book", Authors = ["A made book"] };

        using OpenedEpub epub = await OpenedEpub.WriteAsync(new Book(Metadata(), [new BookSection("A made book", [chapter])]));

        Assert.Empty(epub.Faults());
        Assert.Equal(["cover.xhtml", "c0001.xhtml"], epub.SpineFiles);
        Assert.Single(epub.ChapterText.Split("A made book")[1..]);
        Assert.Equal("A made book", epub.File("nav.xhtml").Descendants(X + "nav").First().Descendants(X + "a").Single().Value);
    }

    [Theory]
    [InlineData("A made book", "4 May 2026")]
    [InlineData("Tides", "Tides · 4 May 2026")]
    public async Task The_only_feed_of_a_book_named_after_it_is_no_news_in_a_byline(string source, string byline)
    {
        Chapter[] chapters = [.. Enumerable.Range(1, 3).Select(i => Chapter(new string('x', i), Para("Text")) with { Source = source })];

        using OpenedEpub epub = await OpenedEpub.WriteAsync(new Book(Metadata(), [new BookSection(null, [.. chapters])]));

        Assert.All(epub.Chapters,
            file => Assert.Equal(byline, file.Descendants(X + "p").Single(p => (string?)p.Attribute("class") == "byline").Value));
    }

    [Fact]
    public async Task A_missing_image_names_its_publisher_and_not_the_proxy()
    {
        var image =
            new ImageReference([new Uri("https://proxy.example/?url=https%3A%2F%2Fpaper.example%2Fa.jpg"),
            new Uri("https://paper.example/a.jpg")]);

        using OpenedEpub epub = await OpenedEpub.WriteAsync(Of(new ImageBlock(image)));

        XElement link = epub.Chapters.Single().Descendants(X + "a").Single(each => each.Value == "paper.example");
        Assert.Equal("https://paper.example/a.jpg", (string?)link.Attribute("href"));
    }

    [Fact]
    public async Task A_caption_in_the_list_of_figures_is_in_its_chapters_language_and_direction()
    {
        string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;
        try
        {
            Chapter english = Chapter("One", new Figure([new ImageBlock(Picture(folder, "boat"))], Run("The boat."), []));
            Chapter hebrew =
                Chapter("Two!", new Figure([new ImageBlock(Picture(folder, "tree"))], Run("העץ."), [])) with { Language = "he",
                Direction = TextDirection.RightToLeft };
            using Book book = Of(english, hebrew);
            using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

            XElement[] listed =
                [.. epub.File("nav.xhtml").Descendants(X + "nav").Single(nav => (string?)nav.Attribute("id") == "loi").Descendants(X
                + "a")];
            Assert.Equal([("The boat.", null, null), ("העץ.", "he", "rtl")],
                listed.Select(link => (link.Value, (string?)link.Attribute(XNamespace.Xml + "lang"), (string?)link.Attribute("dir"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
