using FeedBook.Feeds;
using FeedBook.Text;

namespace FeedBook.Tests.Text;

/// <summary>Addresses as publishers, lists and people write them.</summary>
public sealed class WrittenAddressTests
{
    [Theory]
    [InlineData("https://farm.example/a?b=1&amp;c=2", "https://farm.example/a?b=1&c=2")]
    [InlineData("https://farm.example/a?b=1&amp;amp;c=2", "https://farm.example/a?b=1&c=2")]
    [InlineData("https://farm.example/a?b=1&#038;c=2", "https://farm.example/a?b=1&c=2")]
    [InlineData("https://farm.example/a?b=1&#x26;c=2", "https://farm.example/a?b=1&c=2")]
    [InlineData("feed:https://farm.example/rss", "https://farm.example/rss")]
    [InlineData("web+feed:https://farm.example/rss", "https://farm.example/rss")]
    [InlineData("feed://farm.example/rss", "http://farm.example/rss")]
    [InlineData("itpc://farm.example/rss", "http://farm.example/rss")]
    [InlineData("http://https://farm.example/rss", "https://farm.example/rss")]
    [InlineData("http//https://farm.example/rss", "https://farm.example/rss")]
    [InlineData("https:/farm.example/rss", "https://farm.example/rss")]
    [InlineData("http:///farm.example/rss", "http://farm.example/rss")]
    [InlineData(" https://farm.example/\n  rss ", "https://farm.example/  rss")]
    [InlineData("https://farm.example/go?to=http://mill.example/", "https://farm.example/go?to=http://mill.example/")]
    [InlineData("mailto:a@farm.example", "mailto:a@farm.example")]
    [InlineData("path/to/it", "path/to/it")]
    public void Mistakes_that_leave_no_doubt_are_undone(string written, string meant) =>
        Assert.Equal(meant, WrittenAddress.Mended(written));

    [Theory]
    [InlineData("www.mill.example/flour?a=1", "https://www.mill.example/flour?a=1")]
    [InlineData("farm.example/barn", "https://farm.example/barn")]
    [InlineData("www.farm.example/barn", "https://www.farm.example/barn")]
    [InlineData("mill.example/flour", "https://farm.example/blog/mill.example/flour")]
    [InlineData("barn.html", "https://farm.example/blog/barn.html")]
    [InlineData("www.html", "https://www.html/")]
    [InlineData("https://my_barn.farm.example/x", "https://my_barn.farm.example/x")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("http://[::1", null)]
    public void An_item_s_link_without_its_scheme_is_an_address_where_it_begins_as_one(string written, string? meant) =>
        Assert.Equal(meant, Addresses.ResolveWeb(written, new Uri("https://farm.example/blog/feed"))?.AbsoluteUri);

    [Theory]
    [InlineData("mill.example/feed", "https://mill.example/feed")]
    [InlineData("mill.example", "https://mill.example/")]
    [InlineData("localhost:8080/feed", "http://localhost:8080/feed")]
    [InlineData("127.0.0.1:8080/feed.xml", "http://127.0.0.1:8080/feed.xml")]
    [InlineData("//mill.example/feed", "https://mill.example/feed")]
    [InlineData("feed.xml", null)]
    [InlineData("feeds/all.xml", null)]
    [InlineData("tag:mill.example,2026:1", "tag:mill.example,2026:1")]
    public void A_list_names_feeds_by_their_hosts(string written, string? meant) =>
        Assert.Equal(meant, Addresses.Resolve(written, null, isSource: true) is { } address ? address.Scheme is "http" or "https"
            ? address.AbsoluteUri : address.OriginalString : null);

    [Theory]
    [InlineData("post:123")]
    [InlineData("mill.example/1")]
    [InlineData("a.b")]
    public void An_id_is_no_address_for_looking_like_one(string id) => Assert.Null(Addresses.ResolveWeb(id, null));

    [Theory]
    [InlineData("<base href='https://other.example/deep/'><p>x</p>", "https://other.example/deep/")]
    [InlineData("<BASE target=_top href=/up/>", "https://a.example/up/")]
    [InlineData("<base target=_top><base href='b/'>", "https://a.example/b/")]
    [InlineData("<!-- <base href='https://no.example/'> --><p>x</p>", "https://a.example/")]
    [InlineData("<script>'<base href=https://no.example/>'</script>", "https://a.example/")]
    [InlineData("<basefont href='https://no.example/'>", "https://a.example/")]
    [InlineData("<base href='javascript:x'>", "https://a.example/")]
    [InlineData("<base href='https://a.example/?a=1&amp;b=2'>", "https://a.example/?a=1&b=2")]
    public void A_base_element_says_where_relative_addresses_lead(string html, string expected) =>
        Assert.Equal(expected, HtmlBase.Of(html, new Uri("https://a.example/"))!.AbsoluteUri);

    [Fact]
    public async Task A_feed_s_links_lead_to_the_articles()
    {
        const string Rss = """
            <rss version="2.0" xmlns:x="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>T</title><link>https://farm.example/</link>
            <item><title>1</title><link>http://counts.example/~r/1</link><x:origLink>https://farm.example/1</x:origLink></item>
            <item><title>2</title><link>&lt;a href="https://farm.example/2"&gt;read&lt;/a&gt;</link></item>
            <item><title>3</title><link><a href="https://farm.example/3">read</a></link></item>
            <item><title>4</title><link>www.farm.example/4</link></item>
            <item><title>5</title><link>http://counts.example/5</link><x:origLink>nonsense:[</x:origLink></item>
            </channel></rss>
            """;
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Rss));
        Feed feed = await FeedReader.ReadAsync(stream, new Uri("https://farm.example/feed"));

        Assert.Equal(
            ["https://farm.example/1", "https://farm.example/2", "https://farm.example/3", "https://www.farm.example/4",
                "http://counts.example/5"],
            feed.Items.Select(item => item.Address?.AbsoluteUri));
    }
}
