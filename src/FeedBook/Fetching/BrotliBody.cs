using System.Buffers;
using System.IO.Compression;

namespace FeedBook.Fetching;

/// <summary>Unpacks Brotli and knows whether it came to its end, which the platform's stream does not say. Owns the inner stream.</summary>
internal sealed class BrotliBody(Stream inner) : ReadOnlyStream
{
    private readonly byte[] packed = new byte[16 * 1024];
    private BrotliDecoder decoder;
    private int start, end;

    /// <summary>Whether the last of it was read.</summary>
    public bool IsAtItsEnd { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (Unpack(buffer, out int written))
            {
                return written;
            }

            end = inner.Read(packed);
            start = 0;
            if (end == 0)
            {
                return 0;
            }
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (Unpack(buffer.Span, out int written))
            {
                return written;
            }

            end = await inner.ReadAsync(packed, cancellationToken).ConfigureAwait(false);
            start = 0;
            if (end == 0)
            {
                return 0;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // False where more packed bytes are needed.
    private bool Unpack(Span<byte> buffer, out int written)
    {
        written = 0;
        if (IsAtItsEnd || buffer.IsEmpty)
        {
            return true;
        }

        OperationStatus status = decoder.Decompress(packed.AsSpan(start, end - start), buffer, out int consumed, out written);
        start += consumed;
        IsAtItsEnd = status == OperationStatus.Done;
        return status == OperationStatus.InvalidData ? throw new InvalidDataException("The Brotli data is broken.") : written > 0
            || IsAtItsEnd;
    }
}
