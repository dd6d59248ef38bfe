using System.Net.Http.Headers;

namespace FeedBook.Fetching;

/// <summary>Which answers a cache keeps, and for how long they may be used unasked (RFC 9111, and what servers make of it).</summary>
internal static class CacheRules
{
    // A server's clock and its plans are not to be believed for longer.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    // What is longer is no tag but a mistake, and would be sent with each request.
    private const int LongestValidator = 1000;

    /// <summary>What is kept beside an answer's body; null where the answer must not be kept, or keeping it would be of no use.</summary>
    /// <param name="address">Where it came from.</param>
    /// <param name="kind">What was asked for.</param>
    /// <param name="response">The answer.</param>
    /// <param name="options">The longest lives.</param>
    /// <param name="hasCookies">Whether cookies were sent with the request.</param>
    /// <param name="now">The time.</param>
    public static CacheHead? HeadOf(Uri address, ResourceKind kind, HttpResponseMessage response, FetchOptions options, bool hasCookies,
        DateTimeOffset now)
    {
        CacheControlHeaderValue? control = response.Headers.CacheControl;
        HttpHeaderValueCollection<string> vary = response.Headers.Vary;
        if (control?.NoStore == true || vary.Contains("*") || (hasCookies && vary.Contains("Cookie", StringComparer.OrdinalIgnoreCase)))
        {
            return null;
        }

        string? tag = response.Headers.NonValidated.TryGetValues("ETag", out HeaderStringValues tags) ? Sendable(tags.ToString()) : null;
        string? modified = response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out HeaderStringValues dates)
            ? Sendable(dates.ToString()) : null;
        TimeSpan? life = control?.NoCache == true ? TimeSpan.Zero
            : control?.MaxAge - (response.Headers.Age ?? TimeSpan.Zero)
            ?? (response.Content.Headers.Expires - (response.Headers.Date is { } sent && (sent - now).Duration() < TimeSpan.FromDays(1)
                ? sent : now));
        if (life is null && tag is null && modified is null && kind == ResourceKind.Image)
        {
            life = options.PictureFreshness;
        }

        if (tag is null && modified is null && life is not { Ticks: > 0 })
        {
            return null;
        }

        TimeSpan longest = kind == ResourceKind.Feed ? options.MaxFeedFreshness : LongestLife;
        TimeSpan kept = life is not { Ticks: > 0 } some ? TimeSpan.Zero : some < longest ? some : longest;
        (string? mediaType, string? charset) = ContentTypes.Of(response);
        return new CacheHead(address, tag, modified, mediaType, charset, (long)kept.TotalSeconds);
    }

    // A validator is sent back as it came, and a request's headers are printable ASCII: another one would fail every request to come.
    private static string? Sendable(string value) =>
        value.Length is > 0 and <= LongestValidator && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? value : null;
}
