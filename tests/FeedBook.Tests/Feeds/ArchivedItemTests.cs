namespace FeedBook.Tests.Feeds;

public sealed class ArchivedItemTests
{
    private static async Task<FeedItem> ReadAsync(string text)
    {
        Feed feed = await FeedFixtures.ReadAsync(text);
        Assert.Equal(FeedFormat.Archive, feed.Format);
        return Assert.Single(feed.Items);
    }

    [Fact]
    public async Task Stamp_title_link_and_body()
    {
        FeedItem item = await ReadAsync(FeedFixtures.Archived);

        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_600_000_000_000), item.Published);
        Assert.Equal("[Notes] A day (long) at sea", item.Title);
        Assert.Equal("https://sea.example/day_(1)?a=b", item.Address!.OriginalString);
        Assert.StartsWith("<div><img src=\"https://images.weserv.nl/?url=sea.example/a.jpg\">", item.ContentHtml, StringComparison.Ordinal);
        Assert.Null(item.Language);
    }

    [Fact]
    public async Task A_stamp_that_is_no_number_is_no_date()
    {
        FeedItem item =
            await ReadAsync(
            "---\ntitle: \"A \\\"b\\\"\"\ndate: 2026-01-01T00:00:00Z\nauthor: Ann\ntags: [ one, 'two' ]\ncategories:\n  - "
            + "three\n---\n<!--NaN-->\n[T](https://a.example/)\n------\n\nbare text");

        Assert.Null(item.Published);
        Assert.Equal(("T", "Ann", "bare text"), (item.Title, item.Authors[0].Name, item.ContentHtml));
        Assert.Equal((string[])["one", "two", "three"], item.Categories.ToArray());
    }

    [Fact]
    public async Task Front_matter_stands_in_for_what_is_missing()
    {
        FeedItem item =
            await ReadAsync(
            "---\nlayout: post\ntitle: \"A \\\"b\\\"\"\ndate: 2026-01-01T00:00:00Z\nfrom: https://a.example/x\n---\n<p>text</p>");

        Assert.Equal(("A \"b\"", "https://a.example/x", "<p>text</p>"), (item.Title, item.Address!.OriginalString, item.ContentHtml));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public async Task A_date_line_dates_an_item_without_a_stamp()
    {
        FeedItem item = await ReadAsync("[T](https://a.example/)\n------\n日期：Fri, 06 Mar 2026 08:00:00 +0000\n\n<p>x</p>");

        Assert.Equal(new DateTimeOffset(2026, 3, 6, 8, 0, 0, TimeSpan.Zero), item.Published);
        Assert.Equal("<p>x</p>", item.ContentHtml);
    }

    [Theory]
    [InlineData("[[財經] 標題](https://a.example/)", "[財經] 標題")]
    [InlineData("[a <tag> b](https://a.example/)", "a <tag> b")]
    [InlineData("[大&amp;#22338;](https://a.example/)", "大坂")]
    [InlineData("[over\ntwo lines](https://a.example/)", "over two lines")]
    [InlineData("[](https://a.example/)", null)]
    public async Task Titles_as_a_reader_should_see_them(string line, string? title) =>
        Assert.Equal(title, (await ReadAsync($"<!--1-->\n{line}\n------\n\n<p>x</p>")).Title);

    [Theory]
    [InlineData("<!--1600000000000-->\n[T](https://a.example/)\n------\n\n")]
    [InlineData("<!--1600000000000-->\r\n[T](https://a.example/)\r\n------\r\n")]
    [InlineData("<!--1600000000000-->[T](https://a.example/)\n------")]
    public async Task An_empty_body_is_no_content(string text)
    {
        FeedItem item = await ReadAsync(text);

        Assert.Equal(("T", (string?)null), (item.Title, item.ContentHtml));
    }

    [Fact]
    public async Task A_comment_that_is_no_stamp_begins_a_page()
    {
        Feed feed = await FeedFixtures.ReadAsync("<!-- saved by hand --><p>Just a page</p>");

        Assert.Equal(FeedFormat.Html, feed.Format);
    }
}
