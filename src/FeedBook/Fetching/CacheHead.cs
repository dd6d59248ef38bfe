using System.Globalization;
using System.Text;

namespace FeedBook.Fetching;

/// <summary>What a cache keeps of an answer besides its body.</summary>
internal sealed record CacheHead(Uri Address, string? ETag, string? LastModified, string? MediaType, string? Charset, long FreshSeconds)
{
    /// <summary>The head as lines; an absent value is an empty line.</summary>
    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(string.Join('\n', Address.AbsoluteUri, ETag, LastModified, MediaType, Charset,
        FreshSeconds.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads the lines; null when they are not what <see cref="ToBytes"/> writes.</summary>
    public static CacheHead? Parse(ReadOnlySpan<byte> bytes)
    {
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        return lines.Length == 6 && Uri.TryCreate(lines[0], UriKind.Absolute, out Uri? address)
            && long.TryParse(lines[5], NumberStyles.None, CultureInfo.InvariantCulture, out long fresh)
            ? new CacheHead(address, NullIfEmpty(lines[1]), NullIfEmpty(lines[2]), NullIfEmpty(lines[3]), NullIfEmpty(lines[4]), fresh)
            : null;
    }

    private static string? NullIfEmpty(string line) => line.Length == 0 ? null : line;
}
