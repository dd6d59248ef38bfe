namespace FeedBook.Feeds;

/// <summary>The bytes of one document, up to a limit.</summary>
internal static class FeedBytes
{
    private const int FirstBlock = 64 * 1024;

    /// <summary>Reads to the end or to the limit, whichever comes first; never holds more than twice the limit.</summary>
    /// <returns>The bytes, and whether there were more.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool Cut)> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
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
                return (buffer.AsMemory(0, length), false);
            }

            length += read;
        }
    }

    private static int Expected(Stream stream, int maxBytes)
    {
        long left = stream.CanSeek ? stream.Length - stream.Position + 1 : FirstBlock;
        return (int)Math.Clamp(left, 1, maxBytes);
    }
}
