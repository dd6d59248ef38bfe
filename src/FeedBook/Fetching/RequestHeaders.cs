using System.Net.Http.Headers;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>The headers of a request.</summary>
internal static class RequestHeaders
{
    // No mention of WebP or AVIF: servers that choose by Accept send them only to those who name them.
    private const string Images = "image/jpeg, image/png, image/gif;q=0.9, image/svg+xml;q=0.8, image/*;q=0.5, */*;q=0.1";
    private const string Feeds = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
        + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5";
    private const string Pages = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";

    /// <summary>For a server that sent WebP or AVIF although it was asked for other kinds first: those and nothing else.</summary>
    public const string ImagesForEveryReader = "image/jpeg, image/png;q=0.9, image/gif;q=0.8";

    public static string Accept(ResourceKind kind) => kind switch
    {
        ResourceKind.Feed => Feeds,
        ResourceKind.Page => Pages,
        _ => Images,
    };

    /// <summary>The request.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="address">Where, after redirects.</param>
    /// <param name="accept">The kinds wanted.</param>
    /// <param name="options">How the program calls itself.</param>
    /// <param name="ownHeaders">Whether the request's own headers may go there.</param>
    /// <param name="cookies">What the origin set.</param>
    /// <param name="cached">What is known already; null for nothing.</param>
    public static HttpRequestMessage Compose(ResourceRequest request, Uri address, string accept, FetchOptions options, bool ownHeaders,
        CookieJar cookies, CacheEntry? cached)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("Accept", accept);
        headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (options.SendReferrer && Referrer(request.Referrer, address) is { } referrer)
        {
            headers.TryAddWithoutValidation("Referer", referrer);
        }

        if (ownHeaders)
        {
            foreach ((string name, string value) in request.Headers!)
            {
                headers.Remove(name);
                headers.TryAddWithoutValidation(name, value);
            }
        }

        string? given = headers.NonValidated.TryGetValues("Cookie", out HeaderStringValues values) ? values.ToString() : null;
        if (cookies.HeaderFor(address, given) is { } all && all != given)
        {
            headers.Remove("Cookie");
            headers.TryAddWithoutValidation("Cookie", all);
        }

        if (cached?.ETag is { } tag)
        {
            headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (cached?.LastModified is { } date)
        {
            headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return message;
    }

    /// <summary>
    /// Whether headers meant for one address may be sent to the other: the same host and port, and not from https to http.
    /// </summary>
    public static bool SameHost(Uri from, Uri to) =>
        HostName.Of(from) == HostName.Of(to)
        && (from.Scheme == to.Scheme ? from.Port == to.Port : from.Scheme == Uri.UriSchemeHttp && from.IsDefaultPort && to.IsDefaultPort);

    // Referrer Policy, 'strict-origin-when-cross-origin': what browsers do.
    private static string? Referrer(Uri? page, Uri address)
    {
        if (page is not { IsAbsoluteUri: true } || (page.Scheme != Uri.UriSchemeHttp && page.Scheme != Uri.UriSchemeHttps)
            || (page.Scheme == Uri.UriSchemeHttps && address.Scheme == Uri.UriSchemeHttp))
        {
            return null;
        }

        return HostName.IsSameOrigin(page, address) ? page.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : page.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + "/";
    }
}
