using System.Text;

namespace FeedBook.Fetching;

/// <summary>What the first and the last bytes of a body say of it.</summary>
internal static class ContentSigns
{
    private const int TailLength = 512;

    // The elements whose end is the end of a document.
    private static readonly string[] Ends =
        ["</rss>", "</feed>", "</rdf:rdf>", "</rdf>", "</channel>", "</opml>", "</html>", "</svg>", "</urlset>"];

    private static ReadOnlySpan<byte> PngEnd => [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    /// <summary>Whether the bytes are what they are and not packed: a picture's first bytes, or text.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> start) => IsPicture(start) || (start.Length > 0 && IsText(start));

    /// <summary>
    /// Whether a document is a web page: what a server sends in place of a feed or a picture when it wants something else.
    /// </summary>
    public static bool IsPage(ReadOnlySpan<byte> start)
    {
        string text = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        while (text.StartsWith("<!--", StringComparison.Ordinal) && text.IndexOf("-->", StringComparison.Ordinal) is >= 0 and int end)
        {
            text = text[(end + 3)..].TrimStart();
        }

        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<head", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether a body that broke off, or whose length was declared wrongly, is whole all the same: it ends as its kind ends. The stream is
    /// at its start before and after.
    /// </summary>
    public static async Task<bool> HasEndAsync(Stream content, CancellationToken cancellationToken)
    {
        byte[] start = new byte[16], tail = new byte[(int)Math.Min(TailLength, content.Length)];
        int first = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        return HasEnd(start.AsSpan(0, first), tail, content.Length);
    }

    private static bool HasEnd(ReadOnlySpan<byte> start, ReadOnlySpan<byte> tail, long length)
    {
        if (IsPicture(start))
        {
            return start[0] switch
            {
                0x89 => tail.EndsWith(PngEnd),
                0xFF => tail.EndsWith(JpegEnd),
                (byte)'G' => tail[^1] == 0x3B,
                (byte)'R' => length == 8L + BitConverter.ToUInt32(start[4..8]),
                _ => false,
            };
        }

        string text = Encoding.Latin1.GetString(tail).Replace("\0", "", StringComparison.Ordinal).TrimEnd();
        while (text.EndsWith("-->", StringComparison.Ordinal) && text.LastIndexOf("<!--", StringComparison.Ordinal) is >= 0 and int comment)
        {
            text = text[..comment].TrimEnd();
        }

        return Array.Exists(Ends, end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || (text.EndsWith('}') && start.IndexOfAny((byte)'{', (byte)'[') >= 0);
    }

    private static bool IsPicture(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xD8, 0xFF, ..] || start is [0x89, 0x50, 0x4E, 0x47, ..] || start.StartsWith("GIF8"u8)
            || (start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8))
        || (start.Length >= 8 && start[4..8].SequenceEqual("ftyp"u8)) || start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8);

    // Letters of every encoding are high bytes or printable; UTF-16 has zeros, and a mark or a '<' before them. Packed bytes hold controls
    // within a few.
    private static bool IsText(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || start.StartsWith("<\0"u8) || start.StartsWith("\0<"u8))
        {
            return true;
        }

        foreach (byte value in start)
        {
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1B))
            {
                return false;
            }
        }

        // zstd and xz have magic numbers of high bytes.
        return start.IndexOfAnyInRange((byte)0x20, (byte)0x7E) >= 0
            && start is not ([0x28, 0xB5, 0x2F, 0xFD, ..] or [0xFD, 0x37, 0x7A, 0x58, 0x5A, ..]);
    }
}
