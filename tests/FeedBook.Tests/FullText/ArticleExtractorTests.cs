using System.Text;
using FeedBook.Content;
using FeedBook.FullText;
using FeedBook.Html;

namespace FeedBook.Tests.FullText;

public sealed class ArticleExtractorTests
{
    public static TheoryData<string> Shapes => [.. MadePage.Shapes];

    private static string TextOf(string page) => new ArticleExtractor().Extract(MadePage.Page(page)) is { } article
        ? ContentText.Of(new ArticleReader().Read(article.Html, article.BaseAddress)) : "";

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_articles_paragraphs_stay_and_the_pages_own_words_go(string shape)
    {
        string text = TextOf(MadePage.Of(MadePage.Words(3, 5), shape));

        Assert.All(Enumerable.Range(1, 5), i => Assert.Contains($"Paragraph {i} of article 3", text, StringComparison.Ordinal));
        Assert.All(["Topic 1", "Another story", "reader1", "nobody ever asked us", "rights reserved", "Imprint", "Related"],
            words => Assert.DoesNotContain(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Chinese_text_counts_as_text()
    {
        string words = string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>第{i}段：港口在冬天关闭了，没有人知道钥匙在哪里，旧渡轮也没有回来。</p>"));

        string text = TextOf(MadePage.Of(words, "boxes", "港口重新开放"));

        Assert.Contains("第1段", text, StringComparison.Ordinal);
        Assert.Contains("第4段", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another story", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_code_lists_quotations_and_notes_stay()
    {
        string html = MadePage.Words(1, 2) + "<h2>Figures</h2><table><tr><th>Ship</th><th>Tons</th></tr><tr><td>Ada</td><td>420</td></tr>"
            + "</table>"
            + "<pre><code>open(harbour)</code></pre><ul><li>bread</li><li>salt</li></ul><blockquote><p>Never again, said the pilot.</p>"
            + "</blockquote><p>As was said before, at length, in another book of the same author.<sup><a href='#n1' id='r1'>1</a></sup></p>"
            + MadePage.Words(2, 2) + "<ol><li id='n1'>The book of ferries, page 12. <a href='#r1'>↩</a></li></ol>";

        string text = TextOf(MadePage.Of(html));

        Assert.All(["Ada", "420", "open(harbour)", "salt", "Never again", "The book of ferries"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div class='share-bar'><a href='https://twitter.com/intent/tweet?url=x'>Tweet</a> <a href='mailto:?body=http://x'>"
        + "Mail</a></div>", "Tweet")]
    [InlineData("<div class='newsletter-signup'><h4>Get our letter</h4><p>Every morning in your inbox.</p></div>", "morning in your inbox")]
    [InlineData("<p><a href='/story/9'>READ ALSO: what the pilots of the north said last week</a></p>", "READ ALSO")]
    [InlineData("<h3>More on this</h3><ul><li><a href='/a'>First of the other stories</a></li><li><a href='/b'>Second of them</a></li>"
        + "</ul>",
        "First of the other stories")]
    [InlineData("<aside><p>Our app is there for your telephone.</p></aside>", "for your telephone")]
    public void What_stands_between_the_paragraphs_goes(string box, string words)
    {
        string text = TextOf(MadePage.Of(MadePage.Words(1) + box + MadePage.Words(2)));

        Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        Assert.Contains("Paragraph 4 of article 2", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>See <a href='/a'>the plan</a> of the harbour, and <a href='/b'>what it costs</a>.</p>", "the plan of the harbour")]
    [InlineData("<ul><li><a href='https://shop.example/1'>Ferry model, 12 euro</a></li></ul>", "Ferry model")]
    [InlineData("<p><em>Nobody came.</em></p>", "Nobody came.")]
    [InlineData("<h2>Comments of the pilots</h2><p>They said no, all of them, and went home before noon.</p>", "They said no")]
    public void What_the_article_says_stays(string part, string words) => Assert.Contains(words,
        TextOf(MadePage.Of(MadePage.Words(1) + part + MadePage.Words(2))), StringComparison.Ordinal);

    [Fact]
    public void Comments_longer_than_the_article_are_none_of_it()
    {
        string comments = $"<div class='comment-list'>{MadePage.Words(7, 20)}</div>";

        string text = TextOf(MadePage.Of(MadePage.Words(1, 3), "boxes") + comments);

        Assert.Contains("Paragraph 3 of article 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("article 7", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_tells_title_author_date_language_and_picture()
    {
        const string Head = "<link rel='canonical' href='/2026/harbour'><meta property='og:image' content='/lead.jpg'>"
            + "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"NewsArticle\","
            + "\"headline\":\"Harbour open\",\"datePublished\":\"2026-03-04T05:06:07Z\",\"author\":[{\"name\":\"Ada Lind\"},"
                + "{\"name\":\"Bo Ek\"}]}]}"
            + "</script>";

        PageArticle article = new ArticleExtractor().Extract(MadePage.Page(MadePage.Of(MadePage.Words(1), head: Head)))!;

        Assert.Equal("Harbour open", article.Title);
        Assert.Equal("Ada Lind, Bo Ek", article.Byline);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), article.Published);
        Assert.Equal("en", article.Language);
        Assert.Equal("https://coast.example/lead.jpg", article.LeadImage!.AbsoluteUri);
        Assert.Equal("https://coast.example/2026/harbour", article.CanonicalAddress!.AbsoluteUri);
    }

    [Theory]
    [InlineData("/2026/harbour?page=2", true)]
    [InlineData("/2026/harbour/2", true)]
    [InlineData("/2026/another-story", false)]
    [InlineData("https://elsewhere.example/2026/harbour/2", false)]
    public void Next_is_the_next_page_of_the_same_article(string next, bool same)
    {
        string head = $"<link rel='next' href='{next}'>";

        PageArticle article = new ArticleExtractor().Extract(MadePage.Page(MadePage.Of(MadePage.Words(1), head: head)))!;

        Assert.Equal(same, article.NextPage is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><nav><a href='/'>Home</a></nav></body></html>")]
    [InlineData("\0\u0001\u0002")]
    public void A_page_without_text_has_no_article(string page) =>
        Assert.Null(new ArticleExtractor().Extract(MadePage.Page(page)));

    [Fact]
    public void The_character_set_is_found_as_a_feeds_is()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string page = MadePage.Of("<p>Größe und Straße, schön und gut, und noch viel mehr über Häfen, Fähren und das Meer im Norden.</p>"
            + MadePage.Words(1), head: "<meta charset='windows-1252'>");
        byte[] bytes = Encoding.GetEncoding(1252).GetBytes(page);

        PageArticle article = new ArticleExtractor().Extract(new WebPage(bytes, new Uri("https://coast.example/a")))!;

        Assert.Contains("Größe und Straße", article.Html, StringComparison.Ordinal);
    }
}
