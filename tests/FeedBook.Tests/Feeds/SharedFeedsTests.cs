using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>Every file of the shared corpus; the facts in them are scored by <c>FeedBook.Corpus feeds</c>.</summary>
public sealed class SharedFeedsTests
{
    [SharedFact]
    public async Task Every_real_feed_and_archived_item_has_items_with_ids()
    {
        foreach (string file in Files("real").Concat(Files("archive")))
        {
            await using FileStream stream = File.OpenRead(file);
            Feed feed = await FeedReader.ReadAsync(stream);

            Assert.True(feed.Items.Length > 0, file);
            Assert.All(feed.Items, i => Assert.NotEmpty(i.Id));
        }
    }

    [SharedFact]
    public async Task Every_subscription_list_is_one()
    {
        foreach (string file in Files("opml"))
        {
            await using FileStream stream = File.OpenRead(file);
            FeedDocument document = await FeedReader.ReadDocumentAsync(stream);

            Assert.True(document.Subscriptions is not null, file);
        }
    }

    [SharedFact]
    public async Task A_feed_read_twice_is_the_same()
    {
        foreach (string file in Files("real").Take(20))
        {
            byte[] bytes = await File.ReadAllBytesAsync(file);

            Assert.Equal((await FeedFixtures.ReadAsync(bytes)).Items.Select(i => i.Id),
                (await FeedFixtures.ReadAsync(bytes)).Items.Select(i => i.Id));
        }
    }

    private static IEnumerable<string> Files(string suite) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Shared!, "feeds", suite))
            .Where(f => Path.GetExtension(f) != ".epub" && Path.GetFileName(f) != "expected.json").Order(StringComparer.Ordinal);
}
