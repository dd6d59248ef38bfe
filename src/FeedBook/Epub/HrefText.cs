using FeedBook.Text;

namespace FeedBook.Epub;

/// <summary>Addresses as an <c>href</c> may hold them.</summary>
internal static class HrefText
{
    /// <summary>
    /// The address with everything escaped that RFC 3986 does not allow (EPUBCheck RSC-020), or null when it cannot be
    /// written: then the link's text stays and the link goes.
    /// </summary>
    public static string? Of(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            return null;
        }

        switch (address.Scheme)
        {
            case "http" or "https":
                if (address.HostNameType is UriHostNameType.Unknown || address.Host.Length == 0
                    || !HostName.TryGet(address, out string? name))
                {
                    return null;
                }

                string host = address.HostNameType == UriHostNameType.Dns ? name : address.Host;

                string user = address.UserInfo.Length == 0 ? "" : Escape(address.UserInfo) + "@";
                string port = address.IsDefaultPort ? ""
                    : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{address.Port}");
                return $"{address.Scheme}://"
                    + $"{user}{host}{port}{Escape(address.AbsolutePath)}{Escape(address.Query)}{Fragment(address.Fragment)}";
            case "mailto" or "tel":
                string rest = Rest(address);
                return rest.Length == 0 ? null : $"{address.Scheme}:{rest}";
            default:
                return null;
        }
    }

    private static string Rest(Uri address)
    {
        string rest = address.OriginalString[(address.OriginalString.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return Escape(rest.Trim('/'));
    }

    private static string Fragment(string fragment) =>
        fragment.Length < 2 ? "" : "#" + Escape(fragment[1..].Replace("#", "%23", StringComparison.Ordinal));

    // Keeps what is reserved or unreserved, and escapes that are whole; escapes the rest.
    private static string Escape(string text)
    {
        const string Allowed = "-._~:/?#@!$&'()*+,;=";
        if (text.All(c => char.IsAsciiLetterOrDigit(c) || Allowed.Contains(c, StringComparison.Ordinal)))
        {
            return text;
        }

        var escaped = new System.Text.StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || Allowed.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append(c);
            }
            else if (c == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                escaped.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(Uri.EscapeDataString(text.AsSpan(i++, 2)));
            }
            else
            {
                escaped.Append(char.IsSurrogate(c) ? "%EF%BF%BD" : Uri.EscapeDataString(c.ToString()));
            }
        }

        return escaped.ToString();
    }
}
