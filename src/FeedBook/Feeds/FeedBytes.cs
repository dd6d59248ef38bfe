using System.IO.Compression;

namespace FeedBook.Feeds;

/// <summary>The bytes of one document, up to a limit.</summary>
internal static class FeedBytes
{
    private const int FirstBlock = 64 * 1024;

    /// <summary>Reads to the end or to the limit, whichever comes first; never holds more than twice the limit.</summary>
    /// <returns>The bytes, and whether there were more.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool Cut)> ReadAsync(Stream stream, int maxBytes,
        CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Expected(stream, maxBytes)];
        int length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= maxBytes)
                {
                    byte[] one = new byte[1];
                    return (buffer, await stream.ReadAsync(one, cancellationToken).ConfigureAwait(false) > 0);
                }

                Array.Resize(ref buffer, (int)Math.Min(maxBytes, Math.Max(FirstBlock, buffer.Length * 2L)));
            }

            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return buffer.AsSpan(0, length) is [0x1F, 0x8B, 8, ..]
                    ? await UnpackAsync(buffer.AsMemory(0, length), maxBytes, cancellationToken).ConfigureAwait(false)
                    : (buffer.AsMemory(0, length), false);
            }

            length += read;
        }
    }

    // 'feed.xml.gz', as archives and some servers have it. What comes before a break is read: the feed's own reader tells that its end is
    // missing.
    private static async Task<(ReadOnlyMemory<byte> Bytes, bool Cut)> UnpackAsync(ReadOnlyMemory<byte> packed, int maxBytes,
        CancellationToken cancellationToken)
    {
        using var unpacked = new GZipStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
        byte[] buffer = new byte[Math.Min(maxBytes, Math.Max(FirstBlock, packed.Length * 4L))];
        int length = 0;
        while (true)
        {
            int read;
            try
            {
                read = await unpacked.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException)
            {
                read = 0;
            }

            length += read;
            if (read == 0 || length == maxBytes)
            {
                return (buffer.AsMemory(0, length), read > 0 && unpacked.ReadByte() >= 0);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(maxBytes, buffer.Length * 2L));
            }
        }
    }

    private static int Expected(Stream stream, int maxBytes)
    {
        long left = stream.CanSeek ? stream.Length - stream.Position + 1 : FirstBlock;
        return (int)Math.Clamp(left, 1, maxBytes);
    }
}
