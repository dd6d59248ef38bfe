using FeedBook.Text;

namespace FeedBook.Html.Ledger;

/// <summary>Addresses as an article writes them, made absolute and safe.</summary>
internal sealed class AddressResolver(Uri? baseAddress)
{
    private readonly Uri? baseAddress = baseAddress is { IsAbsoluteUri: true } ? baseAddress : null;
    private readonly bool plainBase = baseAddress is { IsAbsoluteUri: true } && IsPlain(baseAddress.OriginalString);

    // The base's scheme and host, where what it starts with is written as it is.
    private readonly string? plainHost = baseAddress is { IsAbsoluteUri: true } ? PlainHost(baseAddress.OriginalString) : null;

    /// <summary>Where relative addresses start; null when unknown.</summary>
    public Uri? Base => baseAddress;

    /// <summary>
    /// A picture's, film's or frame's address: http, https or, when <paramref name="data"/> allows it, data; null for any other.
    /// </summary>
    public Uri? Resource(string? text, bool data = false)
    {
        string address = Clean(text);
        if (address.Length == 0)
        {
            return null;
        }

        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return data && address.Length < 20_000_000 && Uri.TryCreate(address, UriKind.Absolute, out Uri? embedded) ? embedded : null;
        }

        Uri? uri = Absolute(address, out bool plain);
        return plain || (uri is { Scheme: "http" or "https" } && uri.Host.Length > 0) ? uri : null;
    }

    /// <summary>
    /// A link's address: absolute http, https, mailto or tel; a fragment alone for a place on the same page; null for any other.
    /// </summary>
    public Uri? Link(string? text)
    {
        string address = Clean(text);
        if (address.Length == 0)
        {
            return null;
        }

        if (address[0] == '#')
        {
            return address.Length > 1 ? new Uri(address, UriKind.Relative) : null;
        }

        if (Absolute(address, out bool plain) is not { } uri)
        {
            return null;
        }

        if (plain && !address.Contains('#', StringComparison.Ordinal))
        {
            return uri;
        }

        switch (uri.Scheme)
        {
            case "http" or "https" when uri.Host.Length > 0:
                return uri.Fragment.Length > 1 && IsSamePage(uri) ? new Uri(uri.Fragment, UriKind.Relative) : uri;
            case "mailto" or "tel" when uri.AbsoluteUri.Length > uri.Scheme.Length + 1:
                return uri;
            default:
                return null;
        }
    }

    /// <summary>Whether the address is the article's own, fragment aside.</summary>
    public bool IsSamePage(Uri uri) => baseAddress is not null
        && Uri.Compare(uri, baseAddress, UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// Whether the address is among those; the same as to ask the list, but addresses that are written the same way are compared as they
    /// are written.
    /// </summary>
    public static bool Has(List<Uri> addresses, Uri address)
    {
        bool? usual = null;
        foreach (Uri other in addresses)
        {
            if (string.Equals(other.OriginalString, address.OriginalString, StringComparison.Ordinal))
            {
                return true;
            }

            if (!((usual ??= IsUsual(address.OriginalString)) && IsUsual(other.OriginalString)) && other == address)
            {
                return true;
            }
        }

        return false;
    }

    // There is one way to write such an address: two that differ lead to different places.
    private static bool IsUsual(string address)
    {
        int path = address.Length > 8 ? address.IndexOf('/', 8) : -1;
        return path > 0 && IsPlain(address) && !address.AsSpan(0, path).ContainsAnyInRange('A', 'Z')
            && !address.Contains('#', StringComparison.Ordinal) && address.IndexOf("/.", path, StringComparison.Ordinal) < 0;
    }

    // Plain: http or https, and without anything that has to be looked at again.
    private Uri? Absolute(string address, out bool plain)
    {
        plain = false;
        try
        {
            if (address.StartsWith("//", StringComparison.Ordinal))
            {
                address = string.Concat(baseAddress?.Scheme is "http" or "https" ? baseAddress.Scheme : "https", ":", address);
            }

            // A leading slash is a path here, although it is an absolute file address to the platform.
            if (address[0] != '/' && HasScheme(address) && Uri.TryCreate(address, UriKind.Absolute, out Uri? absolute)
                && absolute.IsAbsoluteUri)
            {
                plain = IsPlain(address);
                return plain ? absolute : Checked(absolute);
            }

            if (plainHost is not null && address[0] == '/' && !address.AsSpan().ContainsAnyExcept(Plain)
                && address.IndexOf("/.", StringComparison.Ordinal) < 0
                && Uri.TryCreate(string.Concat(plainHost, address), UriKind.Absolute, out Uri? rooted))
            {
                plain = true;
                return rooted;
            }

            if (baseAddress is null || !RelativeAddress.TryResolve(baseAddress, address, out Uri? resolved))
            {
                return null;
            }

            plain = plainBase && !address.AsSpan().ContainsAnyExcept(Plain) && !HasScheme(address);
            return plain ? resolved : Checked(resolved);
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    // Some hosts pass the platform's lazy check and fail only when the address is put together.
    private static Uri? Checked(Uri uri) => !HostName.IsUsable(uri) || uri.AbsoluteUri.AsSpan().ContainsAny(Unsafe) ? null : uri;

    // A common host name, and after it only what an address holds as it is: such a one can be put together.
    private static bool IsPlain(string address)
    {
        ReadOnlySpan<char> rest = address.StartsWith("https://", StringComparison.Ordinal) ? address.AsSpan(8)
            : address.StartsWith("http://", StringComparison.Ordinal) ? address.AsSpan(7) : default;
        int slash = rest.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> host = slash < 0 ? rest : rest[..slash];
        return host.Length is > 0 and < 64 && char.IsAsciiLetter(host[0]) && char.IsAsciiLetter(host[^1])
            && !host.ContainsAnyExcept(HostCharacters)
            && host.IndexOf("..", StringComparison.Ordinal) < 0 && host.IndexOf("-.", StringComparison.Ordinal) < 0
                && host.IndexOf(".-", StringComparison.Ordinal) < 0
            && !rest[host.Length..].ContainsAnyExcept(Plain);
    }

    private static string? PlainHost(string address)
    {
        // A slash behind '?' or '#' starts no path.
        int slash = IsPlain(address) ? address.AsSpan(8).IndexOfAny('/', '?', '#') + 8 : 0;
        return slash > 8 && address[slash] == '/' && !address.AsSpan(0, slash).ContainsAnyInRange('A', 'Z') ? address[..slash] : null;
    }

    private static bool HasScheme(string address)
    {
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && address.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    // RFC 3986 §2: what an address may not hold unescaped.
    private static readonly System.Buffers.SearchValues<char> Unsafe = System.Buffers.SearchValues.Create(" \"<>\\^`{|}");

    // What stands in an address as it is, but for the percent sign.
    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#&=+,;:@!$'()*");

    private static readonly System.Buffers.SearchValues<char> HostCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    // White space around is dropped and line ends inside are ignored, as browsers do (URL standard, "basic URL parser").
    private static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        string trimmed = text.Trim();
        return trimmed.AsSpan().IndexOfAny('\n', '\r', '\t') < 0
            ? trimmed
            : trimmed.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
                .Replace("\t", "", StringComparison.Ordinal);
    }
}
