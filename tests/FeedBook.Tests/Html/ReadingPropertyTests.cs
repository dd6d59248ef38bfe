using FeedBook.Content;
using FeedBook.Html;
using FsCheck;
using FsCheck.Fluent;

namespace FeedBook.Tests.Html;

/// <summary>What holds for any HTML whatever.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<em>", "</em>", "<a href='http://x.example/p'>", "</a>", "<a href='#n1'>", "<ul>",
            "</ul>", "<ol start=3>", "</ol>", "<li>", "</li>", "<table>", "</table>", "<tr>", "</tr>",
        "<td>", "<td rowspan=3>", "</td>", "<th>", "<caption>", "</caption>", "<h1>", "</h1>", "<h3>", "</h3>", "<blockquote>",
            "</blockquote>", "<pre>", "</pre>", "<code>", "</code>", "<br>", "<br/>", "<hr>", "<figure>", "</figure>",
        "<figcaption>", "</figcaption>", "<img src='http://x.example/a.jpg' alt='alt'>", "<img src='b.png'>", "<img>", "<small>",
            "</small>", "<span class='caption'>", "</span>", "<div class='wp-caption'>", "<p class='credit'>", "<dl>", "</dl>",
        "<dt>", "<dd>", "<ruby>", "</ruby>", "<rt>", "</rt>", "<sup>", "</sup>", "<center>", "</center>", "<font color=red>", "</font>",
            "<iframe src='http://x.example/f'></iframe>", "<li id=n1>", "<video src='http://x.example/v.mp4'></video>",
        "[caption]", "[/caption]", "<!-- c -->", "&nbsp;", "&amp;", "&copy", "&#x41;", "&#0;", "&bogus;", "Foto: ", "\u0001", "\uFFFE",
            "图：", "（某某摄）", "(Photo: ", ")", ": ", "/ AFP", "\n", " ", "<", ">", "\"", "</", "<!", "<x-y>", "</x-y>",
        "<a href=\"http://x.example/q>", "<p title='x>", "]]>", "<colgroup>", "<tbody>", "<nobr>", "<p style='display:inline'>",
            "<span style='display:block'>", "<object>", "<object data='o.png' type='image/png'>", "</object>", "<video src='v.mp4'>",
            "<!--", "-->", "<![CDATA[", "<img alt=\"x>", "<i class='a", "<q cite=\"", "<template>", "<noscript>", "<canvas>",
    ];

    private static readonly string[] Words =
        ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "字", "文章", "שלום", "Ωmega"];

    private static Arbitrary<string> Html =>
        Gen.ArrayOf(Gen.Frequency((3, Gen.Elements(Pieces)), (2, Gen.Elements(Words).Select(word => word + " "))))
            .Select(parts => string.Concat(parts)).ToArbitrary();

    [SeededProperty(600)]
    public Property Any_html_gives_an_article_and_loses_no_word() => Prop.ForAll(Html, html =>
    {
        Article article = new ArticleReader().Read(html, new Uri("https://base.example/"));
        string read = string.Concat(
            ContentText.Of(article),
            string.Concat(ContentWalker.Blocks(article).SelectMany(ContentWalker.Inlines).OfType<Ruby>().SelectMany(ruby => ruby.Segments)
                .Select(segment => segment.Reading)),
            string.Concat(ContentWalker.Images(article).Select(image => image.AlternativeText))
            + string.Concat(article.Diagnostics.Select(one => one.Message)));
        string[] lost = [.. Visible(html).Where(word => !read.Contains(word, StringComparison.Ordinal))];
        return (lost.Length == 0).Label($"lost: {string.Join(' ', lost)}");
    });

    [SeededProperty(300)]
    public Property Any_article_keeps_the_promises_of_the_tree() => Prop.ForAll(Html, html =>
    {
        Article article = new ArticleReader().Read(html, new Uri("https://base.example/"));
        return TreeRules.Broken(article) is null;
    });

    [SeededProperty(200)]
    public Property Any_text_at_all_is_read(string? text)
    {
        Article article = new ArticleReader().Read(text ?? "");
        return (TreeRules.Broken(article) is null).ToProperty();
    }

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<b>", "")]
    [InlineData("<ul><li>", "")]
    [InlineData("<blockquote>", "</blockquote>")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    [InlineData("<figure>", "</figure>")]
    public void A_hundred_thousand_nested_elements_do_not_overflow_the_stack(string open, string close)
    {
        string html = $"{string.Concat(Enumerable.Repeat(open, 100_000))}deep{string.Concat(Enumerable.Repeat(close, 100_000))}";

        Article article = new ArticleReader().Read(html);

        Assert.Contains("deep", ContentText.Of(article), StringComparison.Ordinal);
        Assert.Null(TreeRules.Broken(article));
        Assert.Contains(article.Diagnostics, one => one.Id == DiagnosticIds.HtmlTooDeep);
    }

    [Fact]
    public void One_reader_serves_many_threads()
    {
        var reader = new ArticleReader();
        const string Html = "<figure><img src='http://x.example/a.jpg'><figcaption>Words. Photo: A. Name</figcaption></figure><p>Text</p>";
        string expected = ContentPrinter.Print(reader.Read(Html));

        Parallel.For(0, 200, _ => Assert.Equal(expected, ContentPrinter.Print(reader.Read(Html))));
    }

    // The words that this test itself put there: each piece of text stands whole or not at all.
    private static IEnumerable<string> Visible(string html)
    {
        string text = ShownText.Of(html);
        return Words.Where(word => (text + " ").Contains(" " + word + " ", StringComparison.Ordinal));
    }
}
