using System.Text.RegularExpressions;
using FeedBook.Html.Ledger;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>
/// The places in the items of a book that other items' links lead to, by name: an article that is read keeps only the places somebody asks
/// for.
/// </summary>
internal sealed partial class LinkedPlaces
{
    private readonly Dictionary<string, HashSet<string>> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks through the items' links.</summary>
    public LinkedPlaces(IReadOnlyCollection<FeedItem> items)
    {
        foreach (FeedItem item in items)
        {
            if (item.Address is { IsAbsoluteUri: true } address)
            {
                places.TryAdd(Duplicates.Canonical(address), new HashSet<string>(StringComparer.Ordinal));
            }
        }

        foreach (FeedItem item in items)
        {
            string html = item.ContentHtml ?? item.SummaryHtml ?? "";
            if (places.Count > 0 && html.Contains('#', StringComparison.Ordinal))
            {
                Look(html, new AddressResolver(HtmlBase.Of(html, item.BaseAddress ?? item.Address)));
            }
        }
    }

    /// <summary>The names of an item's places that links lead to; may be empty.</summary>
    public IReadOnlySet<string> In(FeedItem item) =>
        item.Address is { IsAbsoluteUri: true } address && places.TryGetValue(Duplicates.Canonical(address), out HashSet<string>? names)
            ? names : new HashSet<string>();

    private void Look(string html, AddressResolver addresses)
    {
        foreach (Match link in Link().Matches(html))
        {
            string written =
                CharacterReferences.Decode(link.Groups[1].Success ? link.Groups[1].Value : link.Groups[2].Success ? link.Groups[2].Value
                : link.Groups[3].Value, inAttribute: true);
            if (written.StartsWith('#') || addresses.Link(written) is not { IsAbsoluteUri: true, Scheme: "http" or "https" } address)
            {
                continue;
            }

            if (AnchorName.InAddress(address) is { Length: > 0 } name
                && places.TryGetValue(Duplicates.Canonical(address), out HashSet<string>? names))
            {
                names.Add(name);
            }
        }
    }

    [GeneratedRegex("""href\s*=\s*(?:"([^"#]*#[^"]+)"|'([^'#]*#[^']+)'|([^\s>"'#]*#[^\s>]+))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
