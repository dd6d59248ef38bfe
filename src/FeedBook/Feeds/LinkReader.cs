using System.Text.RegularExpressions;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>The links of an item or a feed.</summary>
internal static partial class LinkReader
{
    /// <summary>
    /// The address of the page: of all alternate links the first that is HTML or says nothing, else the first; null when there is none.
    /// </summary>
    public static Uri? Alternate(IEnumerable<FeedElement> links, Uri? start, FeedNotes notes) => Alternate(links, start, notes, out _);

    /// <summary>As the other, and the first link as written when none of them can be made absolute; null otherwise.</summary>
    public static Uri? Alternate(IEnumerable<FeedElement> links, Uri? start, FeedNotes notes, out string? written)
    {
        written = null;
        Uri? best = null, second = null;
        foreach (FeedElement link in links)
        {
            string? href = link.Attribute("href");
            string rel = link.Attribute("rel")?.Trim().ToLowerInvariant() ?? "alternate";
            if (href is null && InnerLink(link) is { } inner)
            {
                href = inner;
                rel = "alternate";
            }

            if (string.IsNullOrWhiteSpace(href) || !(rel is "" or "alternate" || rel.EndsWith("/alternate", StringComparison.Ordinal)))
            {
                continue;
            }

            Uri? address = Addresses.ResolveWeb(href, link.Base ?? start);
            if (address is null)
            {
                if (Uri.TryCreate(href, UriKind.Relative, out _))
                {
                    written ??= href;
                }

                notes.Count(Mend.Address, href);
                continue;
            }

            string? type = link.Attribute("type");
            if (type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase))
            {
                best ??= address;
            }

            second ??= address;
        }

        written = second is null ? written : null;
        return best ?? second;
    }

    // The text of the element, where it is one; some publishers put a link of HTML or of Atom in it, as elements or escaped.
    private static string? InnerLink(FeedElement link)
    {
        if (link.HasElements)
        {
            return link.Children.Select(child => child.Attribute("href") ?? InnerLink(child))
                .FirstOrDefault(found => !string.IsNullOrWhiteSpace(found));
        }

        string text = PlainText.Collapse(link.Text);
        return text.Contains('<', StringComparison.Ordinal) && Href().Match(text) is { Success: true } anchor ? anchor.Groups["href"].Value
            : text;
    }

    [GeneratedRegex("""\bhref\s*=\s*(?:"(?<href>[^"]+)"|'(?<href>[^']+)'|(?<href>[^\s>"']+))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Href();

    /// <summary>The address with the given relation; null when there is none.</summary>
    public static Uri? Related(IEnumerable<FeedElement> links, string relation, Uri? start)
    {
        foreach (FeedElement link in links)
        {
            if (string.Equals(link.Attribute("rel")?.Trim(), relation, StringComparison.OrdinalIgnoreCase)
                && Addresses.ResolveWeb(link.Attribute("href"), link.Base ?? start) is { } address)
            {
                return address;
            }
        }

        return null;
    }
}
