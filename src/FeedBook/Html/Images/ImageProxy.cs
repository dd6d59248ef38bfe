using System.Text.RegularExpressions;

namespace FeedBook.Html.Images;

/// <summary>Services that fetch, resize and cache another host's picture, and how they name it.</summary>
internal static partial class ImageProxy
{
    /// <summary>The picture behind a proxy's address; null when the address names no other.</summary>
    public static Uri? Origin(Uri address)
    {
        if (address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        // Most pictures come straight from their host; the rest of this need not look at them.
        string written = address.OriginalString;
        ReadOnlySpan<char> rest = written.AsSpan(written.IndexOf(':', StringComparison.Ordinal) + 1);
        if (!rest.ContainsAny('=', '%') && !rest.ContainsAny(Marks))
        {
            return null;
        }

        string whole = address.AbsoluteUri;
        return FromQuery(address) ?? FromPath(address, whole) ?? FromHostPath(address);
    }

    private static readonly System.Buffers.SearchValues<string> Marks =
        System.Buffers.SearchValues.Create(["http", "wp.com/"], StringComparison.OrdinalIgnoreCase);

    // proxy.example/?url=https%3A%2F%2Fhost%2Fpath, also without the scheme (weserv), also under other names.
    private static Uri? FromQuery(Uri address)
    {
        foreach (string part in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0
                || part[..equals]
                .ToLowerInvariant() is not ("url" or "src" or "u" or "image" or "img" or "imageurl" or "image_uri" or "source"))
            {
                continue;
            }

            string value = Uri.UnescapeDataString(part[(equals + 1)..]);
            value = value.StartsWith("ssl:", StringComparison.Ordinal) ? string.Concat("https://", value.AsSpan(4)) : value;
            if (!value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && HostAndPath().IsMatch(value))
            {
                value = string.Concat("https://", value.TrimStart('/'));
            }

            if (Address(value) is { } origin)
            {
                return origin;
            }
        }

        return null;
    }

    // cdn.example/w_800,f_auto/https%3A%2F%2Fhost%2Fpath or …/https://host/path
    private static Uri? FromPath(Uri address, string whole)
    {
        int from = whole.IndexOf(address.Host, StringComparison.Ordinal) + address.Host.Length;
        foreach (string mark in (ReadOnlySpan<string>)["https%3A%2F%2F", "http%3A%2F%2F", "/https://", "/http://"])
        {
            int at = whole.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                string rest = mark[0] == '/' ? whole[(at + 1)..] : Uri.UnescapeDataString(whole[at..].Split('?')[0]);
                return Address(rest);
            }
        }

        return null;
    }

    // i0.wp.com/host/path: the picture cache of WordPress.
    private static Uri? FromHostPath(Uri address) =>
        PhotonHost().IsMatch(address.Host) && HostAndPath().IsMatch(address.AbsolutePath.TrimStart('/'))
            ? Address(string.Concat("https:/", address.AbsolutePath))
            : null;

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? origin) && origin.Scheme is "http" or "https"
            && origin.Host.Contains('.', StringComparison.Ordinal) && Text.HostName.IsUsable(origin) ? origin : null;

    [GeneratedRegex(@"^(//)?[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?/\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPath();

    [GeneratedRegex(@"^i\d\.wp\.com$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhotonHost();
}
