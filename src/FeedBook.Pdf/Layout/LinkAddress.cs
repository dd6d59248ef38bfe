using System.Text;
using FeedBook.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Addresses as a PDF takes them and as people read them.</summary>
internal static class LinkAddress
{
    /// <summary>The address in ASCII: percent-encoded, the host in its own encoding (ISO 32000-1 §12.6.4.7).</summary>
    public static string Ascii(Uri address)
    {
        string text = address.AbsoluteUri;
        if (Uri.CheckHostName(address.Host) == UriHostNameType.Dns && HostName.TryGet(address, out string? host) && host != address.Host)
        {
            text = text.Replace(address.Host, host, StringComparison.Ordinal);
        }

        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return text;
        }

        var ascii = new StringBuilder();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (b is > 0x20 and < 0x7F)
            {
                ascii.Append((char)b);
            }
            else
            {
                ascii.Append('%').Append(Convert.ToHexString([b]));
            }
        }

        return ascii.ToString();
    }

    /// <summary>The address as it is printed: without the scheme that goes without saying and a slash at the end.</summary>
    public static string Readable(Uri address)
    {
        string text = address.IsAbsoluteUri ? Uri.UnescapeDataString(address.AbsoluteUri) : address.OriginalString;
        foreach (string scheme in (ReadOnlySpan<string>)["https://www.", "http://www.", "https://", "http://", "mailto:", "tel:"])
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                text = text[scheme.Length..];
                break;
            }
        }

        return XmlText.Clean(text.TrimEnd('/'));
    }

    /// <summary>The annotation's entry that opens an address.</summary>
    public static string Action(Uri address) => $"/A<</S/URI/URI({Escape(Ascii(address))})>>";

    /// <summary>The annotation's entry that leads to a destination that is an object of its own.</summary>
    public static string GoTo(int anchor) => FormattableString.Invariant($"/Dest {anchor} 0 R");

    private static string Escape(string ascii) =>
        ascii.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal)
            .Replace(")", "\\)", StringComparison.Ordinal);
}
