using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace FeedBook.Corpus;

/// <summary>A labelled case that is a feed item of its own: what the feed attaches holds the caption.</summary>
internal static class MediaItem
{
    private const string Namespaces = "xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:ctv=\"urn:x\" xmlns:apple-wallpapers=\"urn:y\" xmlns:atom=\"http://www.w3.org/2005/Atom\"";

    /// <summary>The case's item; null where the case is HTML alone.</summary>
    public static FeedItem? Read(JsonElement root, Uri? address)
    {
        if (!root.TryGetProperty("item_xml", out JsonElement xml) || xml.GetString() is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            XNamespace media = "http://search.yahoo.com/mrss/";
            XElement item = XElement.Parse($"<channel {Namespaces}>{text}</channel>").Element("item")!;
            var found = new List<FeedMedia>();
            foreach (XElement enclosure in item.Elements("enclosure").Concat(item.Descendants(media + "content")).Concat(item.Elements(media + "thumbnail")))
            {
                if (Uri.TryCreate((string?)enclosure.Attribute("url"), UriKind.Absolute, out Uri? where))
                {
                    found.Add(new FeedMedia(where)
                    {
                        Role = enclosure.Name.LocalName switch { "content" => FeedMediaRole.Content, "thumbnail" => FeedMediaRole.Thumbnail, _ => FeedMediaRole.Enclosure },
                        MediaType = (string?)enclosure.Attribute("type"),
                        Medium = (string?)enclosure.Attribute("medium"),
                        Width = (int?)enclosure.Attribute("width"),
                        DescriptionHtml = (string?)enclosure.Element(media + "description") ?? (enclosure.HasElements || string.IsNullOrWhiteSpace(enclosure.Value) ? null : enclosure.Value),
                        Credit = (string?)enclosure.Element(media + "credit"),
                    });
                }
            }

            return new FeedItem { Id = "case", Title = (string?)item.Element("title"), ContentHtml = root.GetProperty("html").GetString(), BaseAddress = address, Media = [.. found] };
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
