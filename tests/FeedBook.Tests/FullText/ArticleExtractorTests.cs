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

    public static TheoryData<string> Openings => new(
        // A picture outside of any block, its words in a box beside it.
        "<div class='hero'><picture><source srcset='a.webp'><img src='/a.jpg' width='600' height='400'></picture><div>"
            + "<p>Boats at six.</p><p>Photo: R. Roe</p></div></div><div>{0}</div>",
        // The credit between the picture and its caption.
        "<div><div><img src='/a.jpg' width='600' height='400'></div><div>Photo: R. Roe</div></div><div><p>Boats at six.</p>{0}</div>",
        // A head of its own for the picture.
        "<header><p>Photo: R. Roe</p><img src='/a.jpg' width='600' height='400'><p>Boats at six.</p></header><section>{0}</section>",
        // Boxes around boxes, and the picture behind the first paragraph's.
        "<div><div><div>{0}</div></div></div><div><div><img src='/a.jpg' width='600' height='400'></div>"
            + "<p>Boats at six.</p><p>Photo: R. Roe</p></div>",
        // Words that a name takes for the foot of the page.
        "<div><img src='/a.jpg' width='600' height='400'></div><h5 class='img-footer'>Boats at six. <span>Photo: R. Roe</span></h5>{0}",
        // A caption that waits for a click.
        "<div class='pic'><a href='/a.jpg'><img src='/a.jpg' width='600' height='400'></a><p style='display:none'>Boats at six.</p>"
            + "<p>Photo: R. Roe</p></div>{0}",
        // Slides whose text is longer than all the rest.
        "<figure><img src='/a.jpg' width='600' height='400'><p>Photo: R. Roe</p><figcaption>Boats at six.</figcaption>"
            + "<div>{0}</div></figure>");

    [Theory]
    [MemberData(nameof(Openings))]
    public void The_picture_at_the_articles_edge_stays_with_its_words(string opening)
    {
        foreach (string shape in MadePage.Shapes)
        {
            string page = MadePage.Of(opening.Replace("{0}", MadePage.Words(1, 2), StringComparison.Ordinal), shape);

            string html = new ArticleExtractor().Extract(MadePage.Page(page))!.Html;

            Assert.All(["/a.jpg", "Boats at six.", "R. Roe", "Paragraph 2 of article 1"],
                words => Assert.Contains(words, html, StringComparison.Ordinal));
            Assert.DoesNotContain("Topic 1", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Boxes_before_and_behind_the_text_that_only_hold_a_picture_beside_other_things_go()
    {
        string page = MadePage.Of("<div><img src='/logo.jpg' width='300' height='90'><ul><li>Weather</li><li>Tides</li></ul></div>"
            + $"<div>{MadePage.Words(1)}</div><div><h4>About the author</h4><img src='/ada.jpg' width='90' height='90'>Ada writes.</div>",
            "boxes");

        string html = new ArticleExtractor().Extract(MadePage.Page(page))!.Html;

        Assert.All(["Tides", "About the author", "Ada writes"], words => Assert.DoesNotContain(words, html, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stood_among_the_paragraphs_and_is_left_out_is_said()
    {
        string page = MadePage.Of(MadePage.Words(1) + "<aside><p>Letters to the editor are read by two people, in the evening, "
            + "and answered when there is something to say.</p></aside><p><a href='/story/9'>READ ALSO: the pilots of the north</a></p>"
            + "<div hidden>never seen</div><script>let a = 1;</script><style>p { color: red }</style>" + MadePage.Words(2));

        PageArticle article = new ArticleExtractor().Extract(MadePage.Page(page))!;

        Assert.Equal<PageOmission>(
            [
                new PageOmission("Letters to the editor are read by two people, in the evening, and answered when there is something to "
                    + "say.", true),
                new PageOmission("READ ALSO: the pilots of the north", false),
            ], article.Omissions);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_stands_around_an_article_is_no_omission(string shape) =>
        Assert.Empty(new ArticleExtractor().Extract(MadePage.Page(MadePage.Of(MadePage.Words(1, 5), shape)))!.Omissions);

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
