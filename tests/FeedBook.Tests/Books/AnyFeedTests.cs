using System.Text;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Tests.Epub;
using FsCheck;
using FsCheck.Fluent;

namespace FeedBook.Tests.Books;

/// <summary>
/// Whatever an item holds, its book opens: every file parses, every link leads somewhere, and the article's text is in it.
/// </summary>
public sealed class AnyFeedTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<a href='https://e.org/x y'>", "<a href='#n'>", "</a>",
            "<img src='https://e.org/i.png' width=300 height=200>", "<figure>", "</figure>", "<figcaption>",
        "</figcaption>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td colspan=0>", "<th rowspan=9>", "</table>", "<blockquote>",
            "</blockquote>", "<pre>", "</pre>", "<h1>", "</h1>", "<h5 id=n>", "</h5>", "<br>", "<hr>",
        "<ruby>", "<rt>", "</ruby>", "<span lang=zz-Q dir=RTL>", "</span>", "<dl>", "<dd>", "<dt>", "</dl>",
            "<iframe src='https://v.example/e/1'></iframe>", "<sup><a href='#fn1'>1</a></sup>", "<ol><li id=fn1>", "</ol>",
        "word ", "汉字。", "שלום ", "&amp;", "&#1;", "&nbsp;", "\u0007", "]]>", "<!-- x -- y -->", "<script>lost</script>", "<style>",
            "</style>", "\uD83D\uDE00", "a & b < c ", "\n\n",
    ];

    [SeededProperty(60)]
    public Property A_book_of_any_html_opens()
    {
        Gen<string> html = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        return Prop.ForAll(html.ListOf(3).ToArbitrary(), items =>
        {
            (bool whole, IEnumerable<string> runs, string text) = MakeAsync(items).GetAwaiter().GetResult();
            return whole && runs.All(run => text.Contains(Squeeze(run), StringComparison.Ordinal));
        });
    }

    private static async Task<(bool Whole, IEnumerable<string> Runs, string Text)> MakeAsync(IEnumerable<string> items)
    {
        await using Book book = await new BookBuilder(new Offline())
            .AddItems("Any & all",
                items.Select((each, i) => new FeedItem { Id = $"i{i}", Title = i == 0 ? null : $"T<{i}>&\u0001", ContentHtml = each }))
            .BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
        string[] runs =
            [.. book.Chapters.SelectMany(chapter => ContentWalker.Blocks(chapter.Article)).SelectMany(block => block is CodeBlock code
            ? [code.Text] : ContentWalker.Runs(block).SelectMany(ContentWalker.Inlines).OfType<TextRun>().Select(run => run.Value))];
        return (!epub.Faults().Any(), runs, Squeeze(epub.ChapterText));
    }

    private static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                squeezed.Append(c);
            }
        }

        return squeezed.ToString();
    }

    private sealed class Offline : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            throw new ResourceException(ResourceFailure.Unavailable, "Offline.");
    }
}
