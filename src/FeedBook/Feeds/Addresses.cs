using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>Addresses as feeds write them.</summary>
internal static class Addresses
{
    private const int Longest = 16 * 1024;

    /// <summary>The absolute address, or null when the text is none or is relative and there is nothing to start from. Any scheme.</summary>
    public static Uri? Resolve(string? text, Uri? from)
    {
        if (text is null)
        {
            return null;
        }

        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > Longest)
        {
            return null;
        }

        string address = trimmed.Length == text.Length && !trimmed.ContainsAny('\n', '\r', '\t') ? text : Joined(trimmed);

        // Without this check a path that starts with '/' is an absolute file address on Unix.
        if (address[0] is not '/' and not '\\' && Uri.TryCreate(address, UriKind.Absolute, out Uri? absolute))
        {
            return absolute.Scheme.Length == 1 ? null : absolute;
        }

        return from is not null && RelativeAddress.TryResolve(from, address, out Uri? resolved) ? resolved : Protocolless(address);
    }

    /// <summary>As <see cref="Resolve"/>, but only what a reader can open: http and https.</summary>
    public static Uri? ResolveWeb(string? text, Uri? from)
    {
        Uri? address = Resolve(text, from);
        return address is not null && IsWeb(address) ? address : null;
    }

    public static bool IsWeb(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    // '//host/path' with nothing to start from: the web of today is https.
    private static Uri? Protocolless(string address) =>
        address.StartsWith("//", StringComparison.Ordinal) && Uri.TryCreate("https:" + address, UriKind.Absolute, out Uri? made) ? made : null;

    private static string Joined(ReadOnlySpan<char> text)
    {
        string joined = text.ToString();
        return joined.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Concat(joined.Where(c => c is not '\n' and not '\r' and not '\t')) : joined;
    }
}
