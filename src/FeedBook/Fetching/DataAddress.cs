using System.Text;

namespace FeedBook.Fetching;

/// <summary>The bytes inside a <c>data:</c> address (RFC 2397), read as tolerantly as browsers do.</summary>
internal static class DataAddress
{
    /// <summary>The resource inside the address.</summary>
    /// <exception cref="ResourceException">It holds nothing that can be read, or more than the limit.</exception>
    public static Resource Read(Uri address, long maxBytes)
    {
        string text = address.OriginalString;
        int comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            throw new ResourceException(ResourceFailure.Server, "The data: address holds no data.");
        }

        if (text.Length - comma > maxBytes * 4)
        {
            throw TooLarge(maxBytes);
        }

        string[] head = text["data:".Length..comma].Split(';', StringSplitOptions.TrimEntries);
        bool base64 = head.Skip(1).Any(part => part.Equals("base64", StringComparison.OrdinalIgnoreCase));
        string? charset = head.Skip(1)
            .FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..];
        byte[] bytes = base64 ? FromBase64(text.AsSpan(comma + 1)) : FromPercent(text.AsSpan(comma + 1));
        return bytes.Length > maxBytes
            ? throw TooLarge(maxBytes)
            : new Resource(address, new MemoryStream(bytes, writable: false))
            {
                MediaType = head[0].Length > 0 ? head[0].ToLowerInvariant() : "text/plain",
                Charset = charset,
                Length = bytes.Length,
            };
    }

    private static byte[] FromBase64(ReadOnlySpan<char> text)
    {
        // Found in the wild: line breaks, spaces, percent signs for + / =, the URL alphabet, padding left out.
        string plain = text.Contains('%') ? Uri.UnescapeDataString(text) : text.ToString();
        var clean = new StringBuilder(plain.Length + 2);
        foreach (char c in plain)
        {
            switch (c)
            {
                case '-': clean.Append('+'); break;
                case '_': clean.Append('/'); break;
                case '=' or ' ' or '\t' or '\r' or '\n': break;
                default: clean.Append(c); break;
            }
        }

        clean.Append('=', (4 - (clean.Length % 4)) % 4);
        byte[] bytes = new byte[clean.Length / 4 * 3];
        return Convert.TryFromBase64String(clean.ToString(), bytes, out int written)
            ? bytes[..written]
            : throw new ResourceException(ResourceFailure.Server, "The data: address holds broken base64.");
    }

    private static byte[] FromPercent(ReadOnlySpan<char> text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        int length = 0;
        for (int i = 0; i < utf8.Length; i++)
        {
            bool escaped = utf8[i] == '%' && i + 2 < utf8.Length && char.IsAsciiHexDigit((char)utf8[i + 1])
                && char.IsAsciiHexDigit((char)utf8[i + 2]);
            utf8[length++] = escaped ? (byte)((Convert.FromHexString([(char)utf8[i + 1], (char)utf8[i + 2]]))[0]) : utf8[i];
            i += escaped ? 2 : 0;
        }

        return utf8[..length];
    }

    private static ResourceException TooLarge(long maxBytes) =>
        new(ResourceFailure.TooLarge, $"The data: address holds more than {maxBytes:N0} bytes.");
}
