using System.Text.Json;
using System.Text.RegularExpressions;
using FeedBook.Feeds;
using FeedBook.Feeds.Dates;
using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.FullText;

/// <summary>What a page's head says of its article: JSON-LD first, then Open Graph, then plain <c>meta</c>, <c>link</c> and
/// <c>title</c>.</summary>
internal sealed partial class PageMetadata
{
    private const int LongestData = 512 * 1024, DeepestData = 8;

    private readonly Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
    private string? title, linkedTitle, author, date, image;

    private PageMetadata()
    {
    }

    public string? Title { get; private set; }

    public string? Byline { get; private set; }

    public DateTimeOffset? Published { get; private set; }

    public string? Language { get; private set; }

    public Uri? Image { get; private set; }

    public Uri? Canonical { get; private set; }

    public Uri? Next { get; private set; }

    public Uri? Base { get; private set; }

    public Uri? Amp { get; private set; }

    public Uri? Print { get; private set; }

    /// <summary>Reads a page's head.</summary>
    public static PageMetadata Of(HtmlDocument document, Uri address)
    {
        var read = new PageMetadata { Base = address };
        foreach (HtmlNode node in document.DocumentNode.Descendants())
        {
            read.Read(node, address);
        }

        read.Finish();
        return read;
    }

    /// <summary>The address that a link of the page leads to; null where it leads nowhere.</summary>
    public Uri? Resolve(string? link) => Addresses.ResolveWeb(link, Canonical ?? Base);

    /// <summary>Whether an address is of the site that the page is of.</summary>
    public bool IsOwnSite(Uri link) => Site(link) == Site(Canonical ?? Base!);

    // 'www.news.example' and 'sport.news.example' are one site.
    private static string Site(Uri address)
    {
        string[] labels = HostName.Of(address).Split('.');
        int kept = labels.Length > 2 && labels[^2].Length <= 3 && labels[^1].Length == 2 ? 3 : 2;
        return string.Join('.', labels.TakeLast(kept));
    }

    private void Read(HtmlNode node, Uri address)
    {
        switch (node.Name)
        {
            case "html":
                Language ??= LanguageTag.Normalize(Value(node, "lang") ?? Value(node, "xml:lang"));
                break;
            case "base" when Addresses.ResolveWeb(Value(node, "href"), address) is { } from:
                Base = from;
                break;
            case "title" when title is null && node.ParentNode is not { Name: "svg" }:
                title = PlainText.From(node.InnerText);
                break;
            case "meta" when Value(node, "content") is { } content
                && (Value(node, "property") ?? Value(node, "name") ?? Value(node, "itemprop")) is { } name:
                metas.TryAdd(name.Trim(), content);
                break;
            case "link" when Value(node, "rel") is { } rel:
                string kinds = $" {rel.ToLowerInvariant()} ";
                Uri? target = Addresses.ResolveWeb(Value(node, "href"), Base);
                Canonical ??= kinds.Contains(" canonical ", StringComparison.Ordinal) ? target : null;
                Next ??= kinds.Contains(" next ", StringComparison.Ordinal) && target != address ? target : null;
                Amp ??= kinds.Contains(" amphtml ", StringComparison.Ordinal) ? target : null;
                Print ??= kinds.Contains(" alternate ", StringComparison.Ordinal) && Value(node, "media") == "print" ? target : null;
                break;
            case "a" when Next is null && Value(node, "rel") is { } rel && $" {rel.ToLowerInvariant()} ".Contains(" next ",
                StringComparison.Ordinal):
                Next = IsSamePiece(Addresses.ResolveWeb(Value(node, "href"), Base), address);
                break;
            case "script" when Value(node, "type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true
                && node.InnerText.Length < LongestData:
                Data(node.InnerText);
                break;
        }
    }

    private void Finish()
    {
        Title = PlainText.From(linkedTitle) ?? PlainText.From(Meta("og:title") ?? Meta("twitter:title") ?? Meta("headline")) ?? title;
        string? person = author ?? Meta("author") ?? Meta("article:author") ?? Meta("byl") ?? Meta("dc.creator") ?? Meta("parsely-author");
        Byline = person is null || person.Contains("://", StringComparison.Ordinal) ? null : PlainText.From(person);
        Published = FeedDate.Parse(date ?? Meta("article:published_time") ?? Meta("datePublished") ?? Meta("date") ?? Meta("dc.date")
            ?? Meta("pubdate") ?? Meta("parsely-pub-date") ?? Meta("sailthru.date"), Language);
        Image = Addresses.ResolveWeb(Meta("og:image:secure_url") ?? Meta("og:image") ?? image ?? Meta("twitter:image"), Base);
        Canonical ??= Addresses.ResolveWeb(Meta("og:url"), Base);
        Language ??= LanguageTag.Normalize(Meta("og:locale")?.Replace('_', '-'));
        Next = IsSamePiece(Next, Base);
    }

    // Of a blog, 'next' may be the next post: the next page of the same article differs in a number alone.
    private static Uri? IsSamePiece(Uri? next, Uri? address) => next is not null && address is not null && next.Host == address.Host
        && Stem(next) == Stem(address) && next != address ? next : null;

    private static string Stem(Uri address) => PageNumber().Replace(address.PathAndQuery.TrimEnd('/'), "").TrimEnd('/', '-', '_', '?', '&');

    private string? Meta(string name) => metas.GetValueOrDefault(name);

    private void Data(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip });
            Data(document.RootElement, 0);
        }
        catch (JsonException)
        {
            // A page's data that cannot be read says nothing.
        }
    }

    private void Data(JsonElement element, int depth)
    {
        if (depth > DeepestData)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement each in element.EnumerateArray())
            {
                Data(each, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("@graph", out JsonElement graph))
            {
                Data(graph, depth + 1);
            }

            if (element.TryGetProperty("@type", out JsonElement type) && ArticleType().IsMatch(type.ToString()))
            {
                linkedTitle ??= String(element, "headline");
                date ??= String(element, "datePublished");
                author ??= Names(element, "author");
                image ??= Address(element, "image");
            }
        }
    }

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        IEnumerable<JsonElement> all = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        string joined = string.Join(", ", all.Select(each => each.ValueKind == JsonValueKind.String ? each.GetString()
            : each.ValueKind == JsonValueKind.Object ? String(each, "name")
                : null).Where(each => !string.IsNullOrWhiteSpace(each)).Distinct());
        return joined.Length > 0 ? joined : null;
    }

    private static string? Address(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        JsonElement first = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
        return first.ValueKind == JsonValueKind.String ? first.GetString()
            : first.ValueKind == JsonValueKind.Object ? String(first, "url") ?? String(first, "contentUrl") : null;
    }

    private static string? Value(HtmlNode node, string name)
    {
        string value = node.GetAttributeValue(name, "");
        return string.IsNullOrWhiteSpace(value) ? null : CharacterReferences.Decode(value, inAttribute: true);
    }

    [GeneratedRegex("Article|Posting|Report|Review|Recipe", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleType();

    [GeneratedRegex(@"(?:[?&/_-](?:page|p|seite|pagina|pg)?[=/_-]?\d{1,3})(?=$|[&#]|\.[a-z]{2,5}$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
