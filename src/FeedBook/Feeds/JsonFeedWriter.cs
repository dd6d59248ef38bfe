using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// Writes a <see cref="Feed"/> as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). What JSON Feed has no word for stands in objects
/// named
/// <c>_feedbook</c>, as its extensions are; <see cref="FeedReader"/> reads them back, so that a feed and its captions survive the way.
/// Keeps no state.
/// </summary>
public static class JsonFeedWriter
{
    /// <summary>The format's media type.</summary>
    public const string MediaType = "application/feed+json";

    // Readable text: what is written is a file, not a script inside of a page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a feed. The stream is written from its position on and stays open.</summary>
    /// <param name="feed">The feed. One without a title gets its address's, since the format asks for one.</param>
    /// <param name="output">Where to; any writable stream.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    public static async Task WriteAsync(Feed feed, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(output);
        var json = new Utf8JsonWriter(output, Readable);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", XmlText.Clean(feed.Title ?? feed.HomePage?.Host ?? feed.Address?.Host ?? "Untitled"));
            Write(json, "home_page_url", feed.HomePage);
            Write(json, "feed_url", feed.Address);
            Write(json, "description", feed.Description);
            Write(json, "icon", feed.Image);
            Write(json, "language", feed.Language);
            Write(json, feed.Authors);
            if (feed.Rights is not null || feed.Updated is not null)
            {
                json.WriteStartObject(JsonFeedReader.Extension);
                Write(json, "copyright", feed.Rights);
                Write(json, "date_modified", feed.Updated);
                json.WriteEndObject();
            }

            json.WriteStartArray("items");
            foreach (FeedItem item in feed.Items)
            {
                Write(json, item, feed);
                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Write(Utf8JsonWriter json, FeedItem item, Feed feed)
    {
        json.WriteStartObject();
        json.WriteString("id", XmlText.Clean(item.Id));
        Write(json, "url", item.Address);
        Write(json, "title", item.Title);

        // JSON Feed §items: one of content_html and content_text must be there; programs that know no extension then show the summary.
        json.WriteString("content_html", XmlText.Clean(item.ContentHtml ?? item.SummaryHtml ?? ""));
        Write(json, "summary", item.SummaryHtml is null ? null : PlainText.From(item.SummaryHtml));
        Write(json, "date_published", item.Published);
        Write(json, "date_modified", item.Updated);
        if (!item.Authors.SequenceEqual(feed.Authors))
        {
            Write(json, item.Authors);
        }

        Write(json, "language", item.Language == feed.Language ? null : item.Language);
        if (!item.Categories.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (string tag in item.Categories)
            {
                json.WriteStringValue(XmlText.Clean(tag));
            }

            json.WriteEndArray();
        }

        Write(json, item.Media);
        WriteExtension(json, item);
        json.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter json, FeedItem item)
    {
        bool guessed = item.BaseAddress is null || item.BaseAddress == item.Address;
        if (item.SummaryHtml is null && item.Rights is null && guessed)
        {
            return;
        }

        json.WriteStartObject(JsonFeedReader.Extension);
        Write(json, "summary_html", item.SummaryHtml);
        if (item.SummaryHtml is not null && item.ContentHtml is null)
        {
            json.WriteBoolean("summary_only", true);
        }

        Write(json, "copyright", item.Rights);
        Write(json, "base_url", guessed ? null : item.BaseAddress);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<FeedMedia> media)
    {
        // The picture that programs show beside the item; the rest, and all that is known of it, are attachments.
        Write(json, "image", media.FirstOrDefault(one => one.Role == FeedMediaRole.ItemImage)?.Address);
        if (media.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("attachments");
        foreach (FeedMedia one in media)
        {
            json.WriteStartObject();
            Write(json, "url", one.Address);

            // JSON Feed §attachments: mime_type must be there. Unknown is not made up: the extension says that it is.
            json.WriteString("mime_type", XmlText.Clean(one.MediaType ?? "application/octet-stream"));
            Write(json, "title", one.Title);
            if (one.Length is { } length)
            {
                json.WriteNumber("size_in_bytes", length);
            }

            json.WriteStartObject(JsonFeedReader.Extension);
            json.WriteString("role", JsonFeedReader.RoleNames[(int)one.Role]);
            if (one.MediaType is null)
            {
                json.WriteNull("mime_type");
            }

            Write(json, "medium", one.Medium);
            Write(json, "width", one.Width);
            Write(json, "height", one.Height);
            Write(json, "description_html", one.DescriptionHtml);
            Write(json, "credit", one.Credit);
            Write(json, "thumbnail", one.Thumbnail);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<FeedPerson> people)
    {
        if (people.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("authors");
        foreach (FeedPerson person in people)
        {
            json.WriteStartObject();
            Write(json, "name", person.Name);
            Write(json, "url", person.Address?.AbsoluteUri ?? (person.Email is null ? null : "mailto:" + person.Email));
            if (person is { Address: not null, Email: not null })
            {
                json.WriteStartObject(JsonFeedReader.Extension);
                Write(json, "email", person.Email);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, XmlText.Clean(text));
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Uri? address) => Write(json, name, address?.AbsoluteUri);

    // RFC 3339, with the fraction only where there is one.
    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? date) =>
        Write(json, name,
            date?.ToString(date.Value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.fffffffzzz",
            CultureInfo.InvariantCulture));

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
