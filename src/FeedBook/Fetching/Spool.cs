using System.Buffers;

namespace FeedBook.Fetching;

/// <summary>
/// Takes a body of unknown length: the first MiB in a pooled array, all of it in a file of its own when there is more.
/// Written first, then read as a seekable stream; not both.
/// </summary>
internal sealed class Spool : IAsyncDisposable
{
    private const int InMemory = 1 << 20;
    private byte[] buffer;
    private int filled;
    private FileStream? file;

    /// <summary>An empty spool.</summary>
    /// <param name="expected">The length expected, as a hint; null when unknown.</param>
    public Spool(long? expected = null)
    {
        // One byte more than expected, so that the read that finds the end needs no larger array.
        buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp((expected ?? 32 * 1024) + 1, 4 * 1024, InMemory));
    }

    /// <summary>How many bytes were taken.</summary>
    public long Length { get; private set; }

    /// <summary>Room for the next bytes; never empty.</summary>
    public Memory<byte> Room => buffer.AsMemory(filled);

    /// <summary>Takes the bytes that were written at the start of <see cref="Room"/>.</summary>
    public async ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        filled += count;
        Length += count;
        if (filled < buffer.Length)
        {
            return;
        }

        if (file is null && buffer.Length < InMemory)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
            return;
        }

        file ??= TemporaryFile.Open(FileOptions.Asynchronous);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a whole stream.</summary>
    public async Task CopyFromAsync(Stream source, CancellationToken cancellationToken)
    {
        for (int read; (read = await source.ReadAsync(Room, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            await AdvanceAsync(read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the taking; the bytes from the start, in a stream that now owns them.</summary>
    public async ValueTask<Stream> ToStreamAsync(CancellationToken cancellationToken)
    {
        if (file is null)
        {
            var memory = new PooledStream(buffer, filled);
            buffer = [];
            return memory;
        }

        await FlushAsync(cancellationToken).ConfigureAwait(false);
        FileStream stream = file;
        stream.Position = 0;
        file = null;
        await DisposeAsync().ConfigureAwait(false);
        return stream;
    }

    public async ValueTask DisposeAsync()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }

        if (file is not null)
        {
            await file.DisposeAsync().ConfigureAwait(false);
            file = null;
        }
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await file!.WriteAsync(buffer.AsMemory(0, filled), cancellationToken).ConfigureAwait(false);
        filled = 0;
    }

    private sealed class PooledStream(byte[] pooled, int length) : MemoryStream(pooled, 0, length, writable: false)
    {
        private byte[]? pooled = pooled;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (Interlocked.Exchange(ref pooled, null) is { } array)
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }
    }
}
