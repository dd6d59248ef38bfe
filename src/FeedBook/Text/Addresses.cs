namespace FeedBook.Text;

/// <summary>Addresses as feeds write them.</summary>
internal static class Addresses
{
    private const int Longest = 16 * 1024;

    /// <summary>
    /// The absolute address, or null when the text is none or is relative and there is nothing to start from. Any scheme.
    /// </summary>
    /// <param name="text">The address as written.</param>
    /// <param name="from">Where it stands; null when unknown.</param>
    /// <param name="isSource">
    /// Whether it names a feed, as a person or a list does: then what begins with any host is an address and no path.
    /// </param>
    public static Uri? Resolve(string? text, Uri? from, bool isSource = false)
    {
        if (text is null || text.Length > Longest || text.AsSpan().Trim().IsEmpty)
        {
            return null;
        }

        string address = WrittenAddress.Mended(text);
        if (address.Length == 0)
        {
            return null;
        }

        // Without this check a path that starts with '/' is an absolute file address on Unix.
        if (address[0] is not '/' and not '\\' && Uri.TryCreate(address, UriKind.Absolute, out Uri? absolute)
            && !(isSource && IsHostAndPort(address)))
        {
            return absolute.Scheme.Length == 1 || !HostName.IsUsable(absolute) ? null : absolute;
        }

        return WrittenAddress.WithoutScheme(address, from, isSource)
            ?? (from is not null && RelativeAddress.TryResolve(from, address, out Uri? resolved) && HostName.IsUsable(resolved) ? resolved
                : Protocolless(address));
    }

    /// <summary>As <see cref="Resolve"/>, but only what a reader can open: http and https.</summary>
    public static Uri? ResolveWeb(string? text, Uri? from)
    {
        Uri? address = Resolve(text, from);
        return address is not null && IsWeb(address) ? address : null;
    }

    public static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && HostName.IsUsable(address);

    // '//host/path' with nothing to start from: the web of today is https.
    private static Uri? Protocolless(string address) =>
        address.StartsWith("//", StringComparison.Ordinal) ? WrittenAddress.WithoutScheme(address[2..], null, isSource: true) : null;

    // 'localhost:8080/feed' has no scheme of the name 'localhost'.
    private static bool IsHostAndPort(string address)
    {
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        int end = address.AsSpan().IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> port = colon < 0 ? default
            : address.AsSpan(colon + 1, (end < 0 ? address.Length : end) is var stop && stop > colon ? stop - colon - 1 : 0);
        return port.Length is > 0 and <= 5 && !port.ContainsAnyExceptInRange('0', '9')
            && !address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
    }
}
