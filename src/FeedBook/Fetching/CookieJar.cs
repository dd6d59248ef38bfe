using System.Collections.Concurrent;
using System.Globalization;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>
/// The cookies of one run, in memory. What an origin set goes back to that origin and to no other, whatever domain it names: enough for the
/// servers that set one, redirect, and look whether it comes back. Safe for use by many callers at once.
/// </summary>
internal sealed class CookieJar
{
    private readonly CookieJar? before;

    // RFC 6265 §6.1, and what servers take in one header.
    private const int MostOfAnOrigin = 50, LongestCookie = 4096, LongestHeader = 8192, MostOrigins = 1000;

    private readonly ConcurrentDictionary<string, Origin> origins = new(StringComparer.Ordinal);

    /// <summary>An empty jar.</summary>
    public CookieJar()
    {
    }

    private CookieJar(CookieJar before) => this.before = before;

    /// <summary>
    /// A jar for one resource: it gives what this one gives, and keeps what it takes to itself. For pictures: a picture may be looked for
    /// by a cookie and a redirect, but what it sets must not tell one picture's visitor from another's.
    /// </summary>
    public CookieJar ForOne() => new(this);

    /// <summary>How often an origin has changed its cookies.</summary>
    public int VersionOf(Uri address) =>
        (before?.VersionOf(address) ?? 0) + (origins.TryGetValue(KeyOf(address), out Origin? origin) ? origin.Version : 0);

    /// <summary>Takes what an answer sets.</summary>
    public void Take(Uri address, HttpResponseMessage response, DateTimeOffset now)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var lines)
            || (origins.Count >= MostOrigins && !origins.ContainsKey(KeyOf(address))))
        {
            return;
        }

        Origin origin = origins.GetOrAdd(KeyOf(address), static _ => new Origin());
        lock (origin)
        {
            foreach (string line in lines)
            {
                Take(origin, line, now);
            }
        }
    }

    /// <summary>The header's value for a request; null where there is nothing to send.</summary>
    /// <param name="address">Where the request goes.</param>
    /// <param name="given">The cookies that the caller gives; they win over the origin's of the same names. Null for none.</param>
    public string? HeaderFor(Uri address, string? given)
    {
        if (!origins.TryGetValue(KeyOf(address), out Origin? origin))
        {
            return before is null ? given : before.HeaderFor(address, given);
        }

        HashSet<string> named =
            [.. (given ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')[0])];
        var header = new System.Text.StringBuilder(given?.TrimEnd(';', ' '));
        lock (origin)
        {
            foreach ((string name, string value) in origin.Cookies)
            {
                if (!named.Contains(name) && header.Length + name.Length + value.Length < LongestHeader)
                {
                    header.Append(header.Length > 0 ? "; " : "").Append(name).Append('=').Append(value);
                }
            }
        }

        string? all = header.Length > 0 ? header.ToString() : null;
        return before is null ? all : before.HeaderFor(address, all);
    }

    private static void Take(Origin origin, string line, DateTimeOffset now)
    {
        string[] parts = line.Split(';', StringSplitOptions.TrimEntries);
        int equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? "" : parts[0][..equals].Trim(), value = parts[0][(equals + 1)..].Trim();

        // Request headers are printable ASCII.
        if (name.Length == 0 || name.Length + value.Length > LongestCookie || parts[0].AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return;
        }

        int at = origin.Cookies.FindIndex(cookie => cookie.Name == name);
        if (parts.Skip(1).Any(part => IsOver(part, now)))
        {
            if (at >= 0)
            {
                origin.Cookies.RemoveAt(at);
                origin.Version++;
            }
        }
        else if (at >= 0)
        {
            origin.Version += origin.Cookies[at].Value == value ? 0 : 1;
            origin.Cookies[at] = (name, value);
        }
        else if (origin.Cookies.Count < MostOfAnOrigin)
        {
            origin.Cookies.Add((name, value));
            origin.Version++;
        }
    }

    private static bool IsOver(string attribute, DateTimeOffset now)
    {
        if (attribute.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase))
        {
            return long.TryParse(attribute["max-age=".Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out long seconds) && seconds <= 0;
        }

        return attribute.StartsWith("expires=", StringComparison.OrdinalIgnoreCase)
            && DateTimeOffset.TryParse(attribute["expires=".Length..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out DateTimeOffset end) && end <= now;
    }

    private static string KeyOf(Uri address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{HostName.Of(address)}:{address.Port}");

    private sealed class Origin
    {
        public List<(string Name, string Value)> Cookies { get; } = [];

        public int Version { get; set; }
    }
}
