using System.Text.RegularExpressions;

namespace FeedBook.Text;

/// <summary>Addresses as people, lists and feeds write them, before the platform is asked what they mean.</summary>
internal static partial class WrittenAddress
{
    // A file's ending is no top-level domain; a bare 'feed.xml' is a file of the folder it stands in.
    private static readonly string[] FileEndings =
        [".xml", ".rss", ".atom", ".rdf", ".json", ".opml", ".htm", ".html", ".xhtml", ".php", ".asp", ".aspx", ".jsp", ".cgi", ".txt",
        ".gz"];

    /// <summary>
    /// The address with the mistakes undone that leave no doubt: white space around and line ends inside, an ampersand that was escaped
    /// twice, a scheme before the scheme (<c>feed:https://…</c>), <c>feed://</c>, a scheme that lost a letter of its <c>://</c>.
    /// </summary>
    public static string Mended(string text)
    {
        string address = text.AsSpan().Trim().ContainsAny('\n', '\r', '\t')
            ? string.Concat(text.Trim().Where(c => c is not ('\n' or '\r' or '\t'))) : text.Trim();
        while (address.Contains('&', StringComparison.Ordinal) && EscapedAmpersand().Replace(address, "&") is var once
            && once.Length < address.Length)
        {
            address = once;
        }

        if (Prefixed().Match(address) is { Success: true } prefix)
        {
            address = address[prefix.Length..];
        }

        return FeedScheme().Replace(OneSlash().Replace(address, "$1://"), "http://");
    }

    /// <summary>
    /// The absolute address of one that begins with a host and lacks the scheme: <c>www.…</c>, a host and a port, or the host that the
    /// document itself is of. Null where the text may as well be a path.
    /// </summary>
    /// <param name="address">The address as written.</param>
    /// <param name="from">Where it stands; null when unknown.</param>
    /// <param name="isSource">Whether any host with a dot or a port is one, also one that is not known.</param>
    public static Uri? WithoutScheme(string address, Uri? from, bool isSource)
    {
        string first = address[..(address.AsSpan().IndexOfAny('/', '?', '#') is var end && end < 0 ? address.Length : end)];
        if (first.Length == 0 || !HostAndPort().IsMatch(first))
        {
            return null;
        }

        bool hasPort = first.Contains(':', StringComparison.Ordinal);
        string host = hasPort ? first[..first.IndexOf(':', StringComparison.Ordinal)] : first;
        bool own = from is not null && from.Host.Contains('.', StringComparison.Ordinal)
            && WithoutWww(from.Host).Equals(WithoutWww(host), StringComparison.OrdinalIgnoreCase);
        bool named = own || (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && host.Length > 4)
            || (isSource
                && (hasPort
                || (from is null && host.Contains('.', StringComparison.Ordinal)
                && !(first.Length == address.Length && HasFileEnding(host)))));

        // A port of one's own and a bare number are of machines that have no certificate.
        string scheme = own ? from!.Scheme
            : (hasPort && !first.EndsWith(":443", StringComparison.Ordinal)) || System.Net.IPAddress.TryParse(host, out _)
                ? Uri.UriSchemeHttp
            : Uri.UriSchemeHttps;
        return named && Uri.TryCreate($"{scheme}://{address}", UriKind.Absolute, out Uri? made) && HostName.IsUsable(made) ? made : null;
    }

    /// <summary>The address without a name and a password before its host.</summary>
    public static Uri WithoutUser(Uri address) => address.UserInfo.Length == 0
        ? address
        : new Uri(address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped), UriKind.Absolute);

    private static bool HasFileEnding(string name) =>
        Array.Exists(FileEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    // '&amp;' behind a question mark is always an ampersand that was escaped once too often; '&#38;' and '&#x26;' are the same sign.
    [GeneratedRegex("&(amp|#0*38|#x0*26);", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscapedAmpersand();

    // feed:https://…, web+feed:https://…, https://https://…, https//https://…
    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*(:(//)?|//)(?=https?://[^/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixed();

    // feed://host, feed:host and their like of podcasts: by custom http.
    [GeneratedRegex(@"^(feed|pcast|podcast|itpc|rss):(//)?(?=[^/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedScheme();

    [GeneratedRegex(@"^(https?)(:/(?=[^/])|//(?=[^/])|:///+(?=[^/]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneSlash();

    [GeneratedRegex(@"^[\p{L}\p{N}_]([\p{L}\p{N}\p{M}_.-]*[\p{L}\p{N}\p{M}_])?\.?(:[0-9]{1,5})?$", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();
}
