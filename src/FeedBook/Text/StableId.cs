using System.Security.Cryptography;
using System.Text;

namespace FeedBook.Text;

/// <summary>Names made from content: the same content has the same name in every run.</summary>
internal static class StableId
{
    // RFC 9562 §6.6: the URL namespace.
    private static readonly Guid UrlNamespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>The first <paramref name="length"/> hexadecimal digits of the text's SHA-256, in lower case.</summary>
    public static string Hash(string text, int length = 16) => Hash(Encoding.UTF8.GetBytes(text), length);

    /// <summary>The first <paramref name="length"/> hexadecimal digits of the bytes' SHA-256, in lower case.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes, int length = 16)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash)[..length];
    }

    /// <summary>A name-based UUID (RFC 9562 §5.5, version 5).</summary>
    public static Guid Uuid(string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte[] input = new byte[16 + text.Length];
        UrlNamespace.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input, 16);
#pragma warning disable CA5350 // version 5 UUIDs are SHA-1 by definition; nothing is protected by it
        byte[] hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
