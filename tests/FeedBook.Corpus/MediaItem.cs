using System.Text;
using System.Text.Json;
using FeedBook.Feeds;

namespace FeedBook.Corpus;

/// <summary>A labelled case that is a feed item of its own: what the feed attaches holds the caption.</summary>
internal static class MediaItem
{
    private const string Namespaces =
        "xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    /// <summary>The case's item, read as any feed is; null where the case is HTML alone.</summary>
    public static async Task<FeedItem?> ReadAsync(JsonElement root, Uri? address)
    {
        if (!root.TryGetProperty("item_xml", out JsonElement xml) || xml.GetString() is not { Length: > 0 } text)
        {
            return null;
        }

        using var stream =
            new MemoryStream(
            Encoding.UTF8.GetBytes($"<rss version=\"2.0\" {Namespaces}><channel><title>Case</title>{text}</channel></rss>"));
        Feed feed = await FeedReader.ReadAsync(stream, address);
        return feed.Items.IsEmpty ? null : feed.Items[0] with { ContentHtml = root.GetProperty("html").GetString() };
    }
}
