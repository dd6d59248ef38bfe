namespace FeedBook.Feeds.Markup;

/// <summary>The vocabularies a feed's elements and attributes may come from.</summary>
internal enum FeedNamespace
{
    /// <summary>No namespace, or one of the many that RSS 0.9x, 1.0 and 2.0 were given.</summary>
    Core,
    Atom,
    Rdf,
    DublinCore,
    Terms,
    Content,
    Media,
    Itunes,
    Xhtml,
    Svg,
    MathMl,
    Xml,
    Other,
}

/// <summary>Namespace names, as publishers spell them, and the prefixes they use without declaring them.</summary>
internal static class FeedNamespaces
{
    // Compared without scheme, in lower case, without white space and closing '/', '#', '.'.
    private static readonly Dictionary<string, FeedNamespace> ByName = new(StringComparer.Ordinal)
    {
        [""] = FeedNamespace.Core,
        ["backend.userland.com/rss"] = FeedNamespace.Core,
        ["backend.userland.com/rss2"] = FeedNamespace.Core,
        ["blogs.law.harvard.edu/tech/rss"] = FeedNamespace.Core,
        ["cyber.law.harvard.edu/rss/rss.html"] = FeedNamespace.Core,
        ["cyber.law.harvard.edu/rss"] = FeedNamespace.Core,
        ["purl.org/rss/1.0"] = FeedNamespace.Core,
        ["purl.org/net/rss1.1"] = FeedNamespace.Core,
        ["my.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["channel.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedNamespace.Core,
        ["example.com/newformat"] = FeedNamespace.Core,
        ["example.com/necho"] = FeedNamespace.Core,
        ["purl.org/echo"] = FeedNamespace.Core,
        ["uri/of/echo/namespace"] = FeedNamespace.Core,
        ["purl.org/pie"] = FeedNamespace.Core,
        ["w3.org/2005/atom"] = FeedNamespace.Atom,
        ["purl.org/atom/ns"] = FeedNamespace.Atom,
        ["purl.org/atom"] = FeedNamespace.Atom,
        ["w3.org/1999/02/22-rdf-syntax-ns"] = FeedNamespace.Rdf,
        ["purl.org/dc/elements/1.1"] = FeedNamespace.DublinCore,
        ["purl.org/dc/elements/1.0"] = FeedNamespace.DublinCore,
        ["purl.org/dc"] = FeedNamespace.DublinCore,
        ["purl.org/dc/terms"] = FeedNamespace.Terms,
        ["purl.org/rss/1.0/modules/dcterms"] = FeedNamespace.Terms,
        ["purl.org/rss/1.0/modules/content"] = FeedNamespace.Content,
        ["search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["search.yahoo.com/mrss/1.1"] = FeedNamespace.Media,
        ["video.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["tools.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["rssboard.org/media-rss"] = FeedNamespace.Media,
        ["itunes.com/dtds/podcast-1.0.dtd"] = FeedNamespace.Itunes,
        ["example.com/dtds/podcast-1.0.dtd"] = FeedNamespace.Itunes,
        ["w3.org/1999/xhtml"] = FeedNamespace.Xhtml,
        ["w3.org/tr/rec-html40"] = FeedNamespace.Xhtml,
        ["w3.org/2000/svg"] = FeedNamespace.Svg,
        ["w3.org/1998/math/mathml"] = FeedNamespace.MathMl,
        ["w3.org/xml/1998/namespace"] = FeedNamespace.Xml,
    };

    private static readonly Dictionary<string, FeedNamespace> ByPrefix = new(StringComparer.OrdinalIgnoreCase)
    {
        ["atom"] = FeedNamespace.Atom, ["atom10"] = FeedNamespace.Atom, ["atom03"] = FeedNamespace.Atom, ["rdf"] = FeedNamespace.Rdf,
            ["dc"] = FeedNamespace.DublinCore,
        ["dcterms"] = FeedNamespace.Terms, ["content"] = FeedNamespace.Content, ["media"] = FeedNamespace.Media,
            ["itunes"] = FeedNamespace.Itunes,
        ["xhtml"] = FeedNamespace.Xhtml, ["html"] = FeedNamespace.Xhtml, ["svg"] = FeedNamespace.Svg, ["math"] = FeedNamespace.MathMl,
            ["m"] = FeedNamespace.MathMl,
        ["xml"] = FeedNamespace.Xml, ["rss"] = FeedNamespace.Core,
    };

    /// <summary>The vocabulary of a namespace name; a name nobody knows is <see cref="FeedNamespace.Other"/>.</summary>
    public static FeedNamespace OfName(string name)
    {
        if (name.Length == 0)
        {
            return FeedNamespace.Core;
        }

        string key = string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        int scheme = key.IndexOf("://", StringComparison.Ordinal);
        key = (scheme < 0 ? key : key[(scheme + 3)..]).TrimEnd('/', '#', '.', '=');
        key = key.StartsWith("www.", StringComparison.Ordinal) ? key[4..] : key;
        return ByName.TryGetValue(key, out FeedNamespace known) ? known : FeedNamespace.Other;
    }

    /// <summary>The vocabulary that an undeclared prefix means by custom.</summary>
    public static FeedNamespace OfPrefix(string prefix) =>
        ByPrefix.TryGetValue(prefix, out FeedNamespace known) ? known : FeedNamespace.Other;
}
