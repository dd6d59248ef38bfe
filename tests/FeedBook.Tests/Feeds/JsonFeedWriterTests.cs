using System.Text;
using System.Text.Json;
using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>What is written as JSON Feed is valid, and reads back as what it was.</summary>
public sealed class JsonFeedWriterTests
{
    public static TheoryData<int> Fixtures => [.. Enumerable.Range(0, FeedFixtures.All.Count)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_feed_reads_back_as_it_was(int fixture)
    {
        FeedDocument document =
            await FeedReader.ReadDocumentAsync(new MemoryStream(Encoding.UTF8.GetBytes(FeedFixtures.All[fixture])),
            new Uri("https://base.example/feed"));
        if (document.Feed is { } feed)
        {
            await CheckAsync(feed);
        }
    }

    [SeededProperty(200)]
    public bool A_made_feed_reads_back_as_it_was(int seed)
    {
        CheckAsync(Make(new Random(seed))).GetAwaiter().GetResult();
        return true;
    }

    [Fact]
    public async Task What_the_format_asks_for_is_there()
    {
        var feed = new Feed { Items = [new FeedItem { Id = "1", Media = [new FeedMedia(new Uri("https://a.example/p"))] }] };
        using JsonDocument json = JsonDocument.Parse(await WriteAsync(feed));

        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.Equal("Untitled", json.RootElement.GetProperty("title").GetString());
        JsonElement item = json.RootElement.GetProperty("items")[0];
        Assert.Equal(("1", ""), (item.GetProperty("id").GetString(), item.GetProperty("content_html").GetString()));
        Assert.Equal("application/octet-stream", item.GetProperty("attachments")[0].GetProperty("mime_type").GetString());
    }

    [Fact]
    public async Task Text_that_XML_and_JSON_cannot_hold_is_left_out_and_letters_stay_letters()
    {
        string json = await WriteAsync(new Feed { Title = "水\uD800\u0001 <b> & \"q\"" });

        Assert.Contains("水", json, StringComparison.Ordinal);
        Assert.Contains("<b> & ", json, StringComparison.Ordinal);
        using JsonDocument parsed = JsonDocument.Parse(json);
        Assert.DoesNotContain("\u0001", parsed.RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_with_only_a_summary_shows_it_and_says_so()
    {
        var feed = new Feed { Title = "T", Items = [new FeedItem { Id = "1", SummaryHtml = "<p>A <b>teaser</b></p>" }] };
        string json = await WriteAsync(feed);
        using JsonDocument parsed = JsonDocument.Parse(json);
        FeedItem back = (await ReadAsync(json)).Items[0];

        Assert.Equal("A teaser", parsed.RootElement.GetProperty("items")[0].GetProperty("summary").GetString());
        Assert.Equal("<p>A <b>teaser</b></p>", parsed.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString());
        Assert.Equal((null, "<p>A <b>teaser</b></p>"), (back.ContentHtml, back.SummaryHtml));
    }

    private static async Task CheckAsync(Feed feed)
    {
        Feed back = await ReadAsync(await WriteAsync(feed));

        Assert.Equal(FeedFormat.JsonFeed, back.Format);
        Assert.Equal((feed.Title, feed.Description, feed.HomePage, feed.Address, feed.Image),
            (back.Title, back.Description, back.HomePage, back.Address, back.Image));
        Assert.Equal((feed.Language, feed.Rights, feed.Updated), (back.Language, back.Rights, back.Updated));
        Assert.Equal(feed.Authors.AsEnumerable(), back.Authors);
        Assert.Equal(feed.Items.Length, back.Items.Length);
        foreach ((FeedItem was, FeedItem item) in feed.Items.Zip(back.Items))
        {
            Assert.Equal((was.Id, was.Title, was.Address, was.Published, was.Updated),
                (item.Id, item.Title, item.Address, item.Published, item.Updated));
            Assert.Equal((was.ContentHtml?.Trim(), was.SummaryHtml?.Trim(), was.Language, was.Rights),
                (item.ContentHtml, item.SummaryHtml, item.Language, item.Rights));
            Assert.Equal(was.BaseAddress ?? was.Address ?? feed.Address ?? feed.HomePage, item.BaseAddress);
            Assert.Equal(was.Categories.AsEnumerable(), item.Categories);
            Assert.Equal((was.Authors.IsEmpty ? feed.Authors : was.Authors).AsEnumerable(), item.Authors);
            Assert.Equal(was.Media.AsEnumerable(), item.Media);
        }
    }

    private static Feed Make(Random random)
    {
        return new Feed
        {
            Title = "Feed " + random.Next(9), Description = Maybe("About"), HomePage = Address("home"), Address = Address("feed"),
                Image = Address("icon.png"),
            Language = Maybe("en"), Rights = Maybe("© Ada"), Updated = Date(), Authors = [.. People()],
            Items = [.. Enumerable.Range(0, random.Next(4)).Select(i => new FeedItem
            {
                Id = "id" + i, Title = Maybe("Ein “Titel” 題"), Address = Address("a" + i),
                    ContentHtml = Maybe("<p>Text &amp; <img src=\"/x.jpg\"> 文</p>"), SummaryHtml = Maybe("<p>Short</p>"),
                BaseAddress = Address("base/"), Published = Date(), Updated = Date(), Authors = [.. People()],
                    Categories = random.Next(2) == 0 ? [] : ["One", "二"], Language = "de", Rights = Maybe("CC BY"),
                Media = [.. Enumerable.Range(0, random.Next(3)).Select(m => new FeedMedia(new Uri($"https://made.example/m{m}"))
                {
                    Role = (FeedMediaRole)random.Next(4), MediaType = Maybe("image/jpeg"), Medium = Maybe("image"),
                        Length = random.Next(2) == 0 ? null : 1234567890123, Width = random.Next(2) == 0 ? null : 640,
                    Title = Maybe("Title"), DescriptionHtml = Maybe("<b>Caption</b>"), Credit = Maybe("Ada Marsh"),
                        Thumbnail = Address("t" + m),
                })],
            })],
        };

        string? Maybe(string text) => random.Next(2) == 0 ? null : text;
        Uri? Address(string path) => random.Next(2) == 0 ? null : new Uri("https://made.example/" + path);
        DateTimeOffset? Date() =>
            random.Next(3) switch { 0 => null, 1 => new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(5.5)),
            _ => new DateTimeOffset(2026, 3, 4, 5, 6, 7, 120, TimeSpan.Zero) };
        IEnumerable<FeedPerson> People() => random.Next(2) == 0 ? []
            : [new FeedPerson("Ada") { Email = Maybe("ada@made.example"), Address = Address("ada") },
            new FeedPerson(null) { Email = "b@made.example" }];
    }

    private static async Task<string> WriteAsync(Feed feed)
    {
        using var stream = new MemoryStream();
        await JsonFeedWriter.WriteAsync(feed, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Task<Feed> ReadAsync(string json) => FeedReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
