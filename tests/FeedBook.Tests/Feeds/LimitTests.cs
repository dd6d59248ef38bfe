using System.Diagnostics;
using System.Text;
using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>What no feed may do to its reader.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_feed_of_two_hundred_megabytes_ends_in_a_diagnostic_and_bounded_memory()
    {
        var stream = new EndlessFeed(200_000_000);

        Feed feed = await FeedReader.ReadAsync(stream, null, new FeedReaderOptions { MaxBytes = 2_000_000 });

        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedTooLarge);
        Assert.NotEmpty(feed.Items);
        Assert.InRange(stream.Given, 2_000_000, 2_100_000);
    }

    [Fact]
    public async Task Items_beyond_the_limit_are_not_read()
    {
        Feed feed =
            await FeedFixtures.ReadAsync("<rss><channel>"
            + string.Concat(Enumerable.Range(0, 50).Select(i => $"<item><title>{i}</title></item>")), null,
            new FeedReaderOptions { MaxItems = 20 });

        Assert.Equal(20, feed.Items.Length);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.TooManyItems);
    }

    [Fact]
    public async Task A_billion_laughs_are_not_laughed()
    {
        var text = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++)
        {
            text.Append("<!ENTITY l").Append(i).Append(" \"").Insert(text.Length, $"&l{i - 1};", 10).Append("\">");
        }

        text.Append("]>").Append(FeedFixtures.RssItem("<title>t</title><description>&l9;&l0;</description>"));

        Feed feed = await FeedFixtures.ReadAsync(text.ToString());

        Assert.Equal("lol", feed.Items[0].SummaryHtml);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EntityRefused);
    }

    [Fact]
    public async Task One_entity_named_a_million_times_does_not_fill_the_memory()
    {
        string text = $"<!DOCTYPE rss [<!ENTITY a \"{new string('x', 4000)}\">]>"
            + FeedFixtures.RssItem("<description>" + string.Concat(Enumerable.Repeat("&a;", 100_000)) + "</description>");

        Feed feed = await FeedFixtures.ReadAsync(text);

        Assert.InRange(feed.Items[0].SummaryHtml!.Length, 4000, 300_000);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EntityRefused);
    }

    [Theory]
    [InlineData("<b>", "")]
    [InlineData("<b>", "</b>")]
    [InlineData("</b>", "")]
    [InlineData("<![CDATA[", "")]
    [InlineData("<!--", "")]
    [InlineData("<b x=\"", "")]
    [InlineData("<item>", "</item>")]
    [InlineData("&#x41", "")]
    [InlineData("<title>", "</b>")]
    public async Task Deep_or_endless_markup_takes_time_in_proportion(string open, string close)
    {
        const int Times = 100_000;
        string text =
            FeedFixtures.RssItem("<title>t</title><description>" + string.Concat(Enumerable.Repeat(open, Times))
            + string.Concat(Enumerable.Repeat(close, Times)) + "</description>");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60)); // against a hang, not a measure

        Feed feed =
            await Task.Run(() => FeedReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken: limit.Token),
            limit.Token).WaitAsync(limit.Token);

        Assert.Contains(feed.Items, i => i.Title == "t");
    }

    [Fact]
    public async Task Deep_json_is_refused_and_does_not_overflow_the_stack()
    {
        await Assert.ThrowsAsync<FeedBookException>(() => FeedFixtures.ReadAsync("{\"items\":" + new string('[', 200_000)));
    }

    [Fact]
    public async Task Elements_nested_too_deep_are_flattened_and_their_text_stays()
    {
        string text =
            FeedFixtures.RssItem("<description><div>" + string.Concat(Enumerable.Repeat("<i>", 300)) + "deep"
            + string.Concat(Enumerable.Repeat("</i>", 300)) + "</div></description>");

        Feed feed = await FeedFixtures.ReadAsync(text);

        Assert.Contains("deep", feed.Items[0].SummaryHtml, StringComparison.Ordinal);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedTooDeep);
    }

    [Theory]
    [InlineData("rss", "<item {0}><title>kept</title></item>")]
    [InlineData("rss", "<item {0}><title>kept & mended</title></item>")]
    [InlineData("rdf", "<item><title>kept</title><x {0}/></item>")]
    public async Task Attributes_beyond_the_limit_of_an_element_are_left_out_and_told(string root, string item)
    {
        string many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" a{i}=\"b\""));

        Feed feed = await FeedFixtures.ReadAsync(
            $"<{root}><channel>{item.Replace("{0}", many, StringComparison.Ordinal)}</channel></{root}>");

        Assert.StartsWith("kept", Assert.Single(feed.Items).Title, StringComparison.Ordinal);
        Assert.Contains(feed.Diagnostics,
            d => d.Id == DiagnosticIds.FeedTooDeep && d.Message.Contains("19000 attributes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Equals_signs_in_text_and_values_are_no_attributes()
    {
        string signs = string.Concat(Enumerable.Repeat("x = y, ", 5000));

        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.RssItem(
            $"<!-- <a {signs} --><title a='{signs}'>{signs}</title><description><![CDATA[<a {signs}]]></description><?p <a {signs} ?>"));

        Assert.Empty(feed.Diagnostics);
        Assert.Equal(signs.Trim(), feed.Items[0].Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&")]
    public async Task A_list_of_folders_in_folders_keeps_its_feeds_and_the_first_folders(string bad)
    {
        const int Times = 20_000;
        string list = "<opml version='2.0'><body>" + string.Concat(Enumerable.Range(0, Times).Select(i =>
            $"<outline text='f{i}' xmlUrl='https://a.example/{i}?a{bad}'>"))
            + string.Concat(Enumerable.Repeat("</outline>", Times)) + "</body></opml>";

        FeedDocument document = await FeedReader.ReadDocumentAsync(new MemoryStream(Encoding.UTF8.GetBytes(list)));

        // Deeper than a thousand, outlines are flattened away: the list is an attack.
        SubscriptionList feeds = Assert.IsType<SubscriptionList>(document.Subscriptions);
        Assert.InRange(feeds.Feeds.Length, 1000, 1024);
        Assert.Equal(["f0", "f1"], feeds.Feeds[2].Folders.AsEnumerable());
        Assert.All(feeds.Feeds, feed => Assert.InRange(feed.Folders.Length, 0, 64));
        Assert.Contains(feeds.Diagnostics, d => d.Id == DiagnosticIds.FeedTooDeep);
    }

    [Fact]
    public async Task A_list_of_too_many_feeds_says_so()
    {
        string list = "<opml><body>" + string.Concat(Enumerable.Range(0, 100_002).Select(i => $"<outline xmlUrl='https://a.example/{i}'/>"))
            + "</body></opml>";

        FeedDocument document = await FeedReader.ReadDocumentAsync(new MemoryStream(Encoding.UTF8.GetBytes(list)));

        Assert.Equal(100_000, document.Subscriptions!.Feeds.Length);
        Assert.Contains(document.Subscriptions.Diagnostics, d => d.Id == DiagnosticIds.TooManyItems);
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            FeedFixtures.ReadAsync("x", null, new FeedReaderOptions { MaxBytes = 0 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            FeedFixtures.ReadAsync("x", null, new FeedReaderOptions { MaxItems = 0 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            FeedFixtures.ReadAsync("x", null, new FeedReaderOptions { MaxDepth = 9999 }));
    }

    [Fact]
    public async Task Cancelling_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            FeedReader.ReadAsync(new MemoryStream("<rss/>"u8.ToArray()), cancellationToken: cancelled.Token));
    }

    /// <summary>A feed that is made as it is read and says how much of it was.</summary>
    private sealed class EndlessFeed(long length) : Stream
    {
        private static readonly byte[] Head = "<rss><channel><title>t</title>"u8.ToArray();
        private static readonly byte[] Item =
            Encoding.UTF8.GetBytes("<item><title>again</title><description>" + new string('x', 4000) + "</description></item>");

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int i = 0;
            for (; i < count && Given < length; i++, Given++)
            {
                buffer[offset + i] = Given < Head.Length ? Head[Given] : Item[(Given - Head.Length) % Item.Length];
            }

            return i;
        }

        public override void Flush() => throw new UnreachableException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
