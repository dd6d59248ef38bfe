using System.Xml.Linq;
using FeedBook.Epub;

namespace FeedBook.Tests.Epub;

/// <summary>Links from one article of a book to another, and to a place in it.</summary>
public sealed class ChapterLinkTests
{
    private static readonly XNamespace X = OpenedEpub.Xhtml;

    [Fact]
    public async Task A_link_to_a_section_of_another_article_arrives_there()
    {
        await using Book book = await new BookBuilder().AddItems("Made",
        [
            Item("one",
                "<p>See <a href='two?utm_source=rss#tide'>the tide</a>, <a href='http://www.press.example/two/#b%C3%BC%20ch'>the "
                + "books</a>, "
                + "<a href='two#nowhere'>nothing</a>, <a href='two'>all of it</a> and <a href='#here'>this</a>.</p><p id='here'>Here.</p>"),
            Item("two", "<p>First.</p><h2 id='tide'>Tide</h2><p>It turns.</p><h2 id='bü ch'>Books</h2><p id='unused'>Last.</p>"),
        ]).BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Empty(epub.Faults());
        Assert.Equal(["c0002.xhtml#a-tide", "c0002.xhtml#a-b--ch", "c0002.xhtml", "c0002.xhtml", "#a-here"], LinksOf(epub, 0));
        Assert.DoesNotContain("unused", epub.Text("EPUB/c0002.xhtml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_into_a_long_article_names_the_file_in_which_the_place_stands()
    {
        string filling = string.Concat(Enumerable.Repeat("<p>" + new string('w', 400) + "</p>", 120));
        await using Book book = await new BookBuilder().AddItems("Made",
        [
            Item("one", "<p><a href='two#end'>end</a> <a href='two#start'>start</a></p>"),
            Item("two",
                $"<h2 id='start'>Start</h2>{filling}<h2 id='end'>End</h2><p>Back to <a href='one'>one</a> and <a "
                    + "href='#start'>start</a>.</p>"),
            Item("three", "<p><a href='two#end'>end</a></p>"),
        ]).BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, new EpubOptions { MaxFileBytes = 16_384 });

        Assert.Empty(epub.Faults());
        string[] links = LinksOf(epub, 0);
        Assert.EndsWith("#a-end", links[0], StringComparison.Ordinal);
        Assert.NotEqual("c0002.xhtml", links[0].Split('#')[0]);
        Assert.Equal("c0002.xhtml#a-start", links[1]);
        string last = epub.SpineFiles.Single(file => file.StartsWith("c0003", StringComparison.Ordinal));
        Assert.Equal(links[0], (string?)epub.File(last).Descendants(X + "p").Elements(X + "a").Last().Attribute("href"));
    }

    [Fact]
    public async Task Without_links_between_chapters_they_lead_to_the_web()
    {
        await using Book book = await new BookBuilder()
            .AddItems("Made", [Item("one", "<p><a href='two#x'>x</a></p>"), Item("two", "<p id='x'>X</p>")]).BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, new EpubOptions { LinkChapters = false });

        Assert.Equal(["https://press.example/two#x"], LinksOf(epub, 0));
    }

    private static string[] LinksOf(OpenedEpub epub, int chapter) =>
        [.. epub.Chapters.ElementAt(chapter).Descendants(X + "p").Where(p => (string?)p.Attribute("class") is null).Elements(X + "a")
            .Select(a => (string)a.Attribute("href")!)];

    private static FeedItem Item(string name, string html) => new()
    {
        Id = name, Title = $"The article that is called {name}", ContentHtml = html, Address = new Uri($"https://press.example/{name}"),
    };
}
