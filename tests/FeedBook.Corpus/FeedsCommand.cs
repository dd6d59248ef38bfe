using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedBook.Feeds;

namespace FeedBook.Corpus;

/// <summary>
/// <c>feeds FOLDER</c>: reads each file below it and prints what was read as a JSON Feed, one a line, with what JSON Feed has no place for
/// under <c>_feedbook</c>.
/// </summary>
internal static class FeedsCommand
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string folder)
    {
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"there is no folder '{folder}'");
            return 2;
        }

        await using Stream output = Console.OpenStandardOutput();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsCase)
            .Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            using var line = new MemoryStream();
            try
            {
                await using FileStream stream = File.OpenRead(file);
                FeedDocument document = await FeedReader.ReadDocumentAsync(stream);
                await using var json = new Utf8JsonWriter(line, Compact);
                Write(json, name, document);
            }
            catch (Exception e) when (e is FeedBookException or IOException or UnauthorizedAccessException)
            {
                line.SetLength(0);
                await using var json = new Utf8JsonWriter(line, Compact);
                WriteError(json, name, e.Message);
            }

            line.Write("\n"u8);
            line.Position = 0;
            await line.CopyToAsync(output);
        }

        return 0;
    }

    private static bool IsCase(string file) =>
        Path.GetFileName(file) is not ("expected.json" or "dates.json") && Path.GetExtension(file) is not (".md" or ".py");

    private static void WriteError(Utf8JsonWriter json, string file, string message)
    {
        json.WriteStartObject();
        json.WriteStartObject("_feedbook");
        json.WriteString("file", file);
        json.WriteEndObject();
        json.WriteString("error", message);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string file, FeedDocument document)
    {
        json.WriteStartObject();
        if (document.Feed is { } feed)
        {
            WriteFeed(json, file, feed, document);
        }
        else if (document.Subscriptions is { } list)
        {
            WriteList(json, file, list);
        }

        json.WriteEndObject();
    }

    private static void WriteFeed(Utf8JsonWriter json, string file, Feed feed, FeedDocument document)
    {
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        Text(json, "title", feed.Title);
        Text(json, "home_page_url", feed.WrittenHomePage ?? feed.HomePage?.OriginalString);
        Text(json, "feed_url", feed.Address?.OriginalString);
        Text(json, "description", feed.Description);
        Text(json, "language", feed.Language);
        Text(json, "icon", feed.Image?.OriginalString);
        People(json, feed.Authors);
        json.WriteStartObject("_feedbook");
        json.WriteString("file", file);
        json.WriteString("format", FormatName(feed.Format));
        Text(json, "encoding", feed.Encoding);
        Text(json, "id", feed.Id);
        Text(json, "rights", feed.Rights);
        Date(json, "updated", feed.Updated);
        Diagnostics(json, feed.Diagnostics);
        if (document.Announced.Length > 0)
        {
            json.WriteStartArray("announced");
            foreach (FeedLink link in document.Announced)
            {
                json.WriteStringValue(link.Address.OriginalString);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartArray("items");
        foreach (FeedItem item in feed.Items)
        {
            WriteItem(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        Text(json, "url", item.WrittenAddress ?? (item.CountedAddress ?? item.Address)?.OriginalString);
        Text(json, "title", item.Title);
        Text(json, "summary", item.SummaryHtml);
        Text(json, "content_html", item.ContentHtml);

        // As chapters show it: what tells one date only has that one.
        Date(json, "date_published", item.Published ?? item.Updated);
        Date(json, "date_modified", item.Updated ?? item.Published); // what was never changed was last changed when it was published
        Text(json, "language", item.Language);
        People(json, item.Authors);
        json.WriteStartArray("tags");
        foreach (string category in item.Categories)
        {
            json.WriteStringValue(category);
        }

        json.WriteEndArray();
        Text(json, "image", item.Media.FirstOrDefault(m => m.Role == FeedMediaRole.ItemImage)?.Address.OriginalString);
        json.WriteStartArray("attachments");
        foreach (FeedMedia media in item.Media.Where(m => m.Role == FeedMediaRole.Enclosure))
        {
            json.WriteStartObject();
            json.WriteString("url", media.Address.OriginalString);
            Text(json, "mime_type", media.MediaType);
            if (media.Length is { } length)
            {
                json.WriteNumber("size_in_bytes", length);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string file, SubscriptionList list)
    {
        Text(json, "title", list.Title);
        json.WriteStartObject("_feedbook");
        json.WriteString("file", file);
        json.WriteString("format", "opml");
        Text(json, "encoding", list.Encoding);
        Diagnostics(json, list.Diagnostics);
        json.WriteEndObject();
        json.WriteStartArray("feeds");
        foreach (Subscription feed in list.Feeds)
        {
            json.WriteStartObject();
            json.WriteString("url", feed.Address.OriginalString);
            Text(json, "title", feed.Title);
            Text(json, "home_page_url", feed.HomePage?.OriginalString);
            json.WriteStartArray("folders");
            foreach (string folder in feed.Folders)
            {
                json.WriteStringValue(folder);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void People(Utf8JsonWriter json, IEnumerable<FeedPerson> people)
    {
        json.WriteStartArray("authors");
        foreach (FeedPerson person in people)
        {
            json.WriteStartObject();
            Text(json, "name", person.Name ?? person.Email);
            Text(json, "url", person.Address?.OriginalString ?? (person.Email is null ? null : "mailto:" + person.Email));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Diagnostics(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.WriteStringValue(diagnostic.ToString());
        }

        json.WriteEndArray();
    }

    private static string FormatName(FeedFormat format) => format switch
    {
        FeedFormat.JsonFeed => "json",
        _ => format.ToString().ToLowerInvariant(),
    };

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            // A lone surrogate is no Unicode text and the writer would refuse it.
            json.WriteString(name, Encoding.UTF8.GetBytes(value));
        }
    }

    private static void Date(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } date)
        {
            json.WriteString(name,
                date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
