using System.Collections.Frozen;

namespace FeedBook.Feeds.Markup;

/// <summary>Which open elements a start tag closes, when their own end tags were forgotten.</summary>
internal static class ImpliedEnds
{
    private static readonly FrozenSet<string> Containers =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "rss", "rdf", "feed", "channel", "item", "entry", "opml", "body", "outline");

    private static readonly FrozenSet<string> Voids =
        FrozenSet.Create(StringComparer.Ordinal, "br", "hr", "img", "input", "wbr", "embed", "area", "col", "meta", "base");

    // Elements that hold nothing but text.
    private static readonly FrozenSet<string> TextOnly = FrozenSet.Create(StringComparer.Ordinal,
        "title", "link", "guid", "id", "pubdate", "published", "updated", "issued", "modified", "created", "date", "lastbuilddate",
            "category",
        "comments", "language", "creator", "subject", "ttl", "generator", "copyright", "webmaster", "managingeditor", "docs", "url",
            "width", "height");

    // Names that HTML has not: inside a text they can only be the feed's next line.
    private static readonly FrozenSet<string> Unmistakable = FrozenSet.Create(StringComparer.Ordinal,
        "pubdate", "guid", "published", "updated", "issued", "modified", "encoded", "enclosure", "lastbuilddate", "comments", "creator",
            "category", "description", "managingeditor", "webmaster");

    private static readonly FrozenSet<string> Prose =
        FrozenSet.Create(StringComparer.Ordinal, "description", "summary", "content", "encoded", "author", "subtitle", "tagline",
        "fullitem");

    public static bool IsContainer(string name) => Containers.Contains(name);

    public static bool IsVoid(string name) => Voids.Contains(name);

    /// <summary>How many of the open elements stay open when this one starts.</summary>
    public static int Keep(List<OpenTag> open, string raw)
    {
        string local = raw[(raw.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
        bool item = local is "item" or "entry";
        bool sure = item || Unmistakable.Contains(local);
        bool line = sure || local is "title" or "link" or "author" or "id" or "summary" or "content" || TextOnly.Contains(local);
        if (!line)
        {
            return open.Count;
        }

        // From the container inwards: the first line of it that is still open, and may not hold this one, is closed.
        int container = open.Count - 1;
        while (container >= 0 && !open[container].IsContainer)
        {
            container--;
        }

        if (item && container >= 0 && open[container].Name is "item" or "entry"
            && raw.Equals(open[container].Raw, StringComparison.OrdinalIgnoreCase))
        {
            return container;
        }

        for (int i = container + 1; i < open.Count; i++)
        {
            string name = open[i].Name;
            if (open[i].Namespace is FeedNamespace.Xhtml or FeedNamespace.Svg or FeedNamespace.MathMl)
            {
                break;
            }

            if ((TextOnly.Contains(name) && name != local) || (TextOnly.Contains(name) && sure) || (sure && Prose.Contains(name)))
            {
                return i;
            }
        }

        return open.Count;
    }
}
