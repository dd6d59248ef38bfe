using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>What is broken, how it is read all the same, and that a diagnostic says so.</summary>
public sealed class MendingTests
{
    private static async Task<Feed> MendedAsync(string text)
    {
        Feed feed = await FeedFixtures.ReadAsync(text);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedMended);
        return feed;
    }

    [Theory]
    [InlineData("\n\n  <?xml version=\"1.0\"?>")]
    [InlineData("Warning: mysql gone in line 3\n<?xml version=\"1.0\"?>")]
    [InlineData("\uFEFF\uFEFF<?xml version=\"1.0\"?>")]
    public async Task Rubbish_before_the_declaration(string before)
    {
        Assert.Equal("a", (await MendedAsync(before + FeedFixtures.RssItem("<title>a</title>"))).Items[0].Title);
    }

    [Theory]
    [InlineData("<title>Salt & pepper</title>", "Salt & pepper")]
    [InlineData("<title>Caf&eacute; &mdash; open</title>", "Café — open")]
    [InlineData("<title>a\u0001b\u000B</title>", "ab")]
    [InlineData("<title>I&#0;n</title>", "In")]
    [InlineData("<title>5 < 6</title>", "5 < 6")]
    [InlineData("<title>open<link>https://a.example/</link>", "open")]
    [InlineData("<title>wrong end</titel>", "wrong end")]
    [InlineData("<title>stray</title></b>", "stray")]
    [InlineData("<title><![CDATA[cut </title><description><![CDATA[x]]></description>", "cut")]
    [InlineData("<title a=b c>attributes</title>", "attributes")]
    public async Task An_item_with_something_broken(string item, string title)
    {
        Assert.Equal(title, Assert.Single((await MendedAsync(FeedFixtures.RssItem(item))).Items).Title);
    }

    [Fact]
    public async Task An_ampersand_in_an_address_is_no_entity()
    {
        Assert.Equal("https://a.example/?x=1&copy=2&lt=3",
            (await MendedAsync(FeedFixtures.RssItem("<link>https://a.example/?x=1&copy=2&lt=3</link>"))).Items[0].Address!.OriginalString);
    }

    [Fact]
    public async Task Prefixes_nobody_declared_mean_what_they_always_mean()
    {
        FeedItem item =
            (await MendedAsync(
            FeedFixtures.RssItem(
            "<title>t</title><content:encoded>&lt;b&gt;x&lt;/b&gt;</content:encoded><dc:creator>Eve</dc:creator><media:thumbnail "
            + "url='https://a.example/t.png'/>"))).Items[0];

        Assert.Equal(("<b>x</b>", "Eve", FeedMediaRole.Thumbnail), (item.ContentHtml, item.Authors[0].Name, item.Media[0].Role));
    }

    [Fact]
    public async Task A_namespace_spelled_with_spaces_and_capitals_is_known()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(
            "<rss xmlns:c=' HTTP://purl.org/rss/1.0/modules/Content '><channel><item><c:encoded>full</c:encoded></item></channel></rss>");

        Assert.Equal("full", feed.Items[0].ContentHtml);
        Assert.Empty(feed.Diagnostics);
    }

    [Theory]
    [InlineData("<title>a</title><description>some te")]
    [InlineData("<title>a</title><description><![CDATA[some te")]
    [InlineData("<title>a</title><description>some te</descr")]
    [InlineData("<title>a</title><enclosure url='https://a.ex")]
    public async Task A_cut_end_keeps_what_was_there(string item)
    {
        Feed feed = await FeedFixtures.ReadAsync("<rss><channel><item><title>whole</title></item><item>" + item);

        Assert.Equal(["whole", "a"], feed.Items.Select(i => i.Title));
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedCut);
    }

    [Fact]
    public async Task Forgotten_end_tags_of_items_do_not_nest_them()
    {
        Feed feed = await MendedAsync("<rss><channel><item><title>a</title><item><title>b</title><item><title>c</title></channel></rss>");

        Assert.Equal(["a", "b", "c"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public async Task Html_that_nobody_escaped_is_kept_as_html()
    {
        FeedItem item =
            (await MendedAsync(
            FeedFixtures.RssItem(
            "<title>t</title><description><p>one<br>two <img src=\"a.png\"></p><p>three</description><pubDate>Fri, 02 Jan 2026 10:00:00 "
            + "GMT</pubDate>"))).Items[0];

        Assert.Equal("<p>one<br>two <img src=\"a.png\"></p><p>three</p>", item.SummaryHtml);
        Assert.NotNull(item.Published);
    }

    [Fact]
    public async Task A_feed_inside_a_page_is_found()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(
            "<html><body><p>hello<feed "
            + "xmlns='http://www.w3.org/2005/Atom'><title>in</title><entry><title>e</title></entry></feed></body></html>");

        Assert.Equal(("in", "e"), (feed.Title, feed.Items[0].Title));
    }

    [Fact]
    public async Task A_document_type_is_not_followed_and_its_own_entities_are_read()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(
            "<!DOCTYPE rss SYSTEM \"https://evil.example/x.dtd\" [<!ENTITY name \"Nora\"><!ENTITY far SYSTEM \"file:///etc/passwd\">]>"
            + FeedFixtures.RssItem("<title>&name;&far;</title>"));

        Assert.Equal("Nora&far;", feed.Items[0].Title);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EntityRefused);
    }

    [Fact]
    public async Task Text_encoded_twice_is_mended_on_demand()
    {
        string text = FeedFixtures.RssItem("<title>FÃ¼nf KÃ¶rbe â€™</title>");

        Assert.Equal("FÃ¼nf KÃ¶rbe â€™", (await FeedFixtures.ReadAsync(text)).Items[0].Title);
        Assert.Equal("Fünf Körbe ’",
            (await FeedFixtures.ReadAsync(text, null, new FeedReaderOptions { MendDoubleEncoding = true })).Items[0].Title);
    }

    [Fact]
    public async Task A_well_formed_feed_reads_the_same_on_both_paths()
    {
        foreach (string text in (string[])[FeedFixtures.Rss, FeedFixtures.Atom, FeedFixtures.Rdf])
        {
            Feed fast = await FeedFixtures.ReadAsync(text);
            Feed mended = await FeedFixtures.ReadAsync(text + "&");

            Assert.Empty(fast.Diagnostics);
            Assert.NotEmpty(mended.Diagnostics);
            Assert.Equal(Print(fast), Print(mended));
        }
    }

    private static string Print(Feed feed) =>
        $"{feed with { Items = [], Diagnostics = [], Authors = [] }}\n"
            + string.Join('\n',
            feed.Items.Select(i =>
            $"{i with { Authors = [], Categories = [], Media = [] }} {string.Join(',', i.Authors)} {string.Join(',', i.Categories)} "
                + $"{string.Join(',', i.Media)}"));
}
