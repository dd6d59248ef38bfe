using FeedBook.Fetching;

namespace FeedBook.Media;

/// <summary>
/// One file that holds many pictures, one behind the other: a file of its own for each costs more than the writing of its bytes. The file
/// has no name to be found by. Safe for use by several threads at once; streams that are open when it is disposed stay readable.
/// </summary>
internal sealed class ImagePack : IDisposable
{
    private readonly FileStream file = TemporaryFile.Open();
    private long end;
    private int disposed;

    // The pack itself and each open stream hold the file; the last one closes it.
    private int holders = 1;

    /// <summary>Puts bytes behind the others.</summary>
    /// <returns>Where they start.</returns>
    /// <exception cref="IOException">The disk failed, or the pack was disposed.</exception>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        Hold();
        try
        {
            // Room is taken first: the writing itself needs no turn.
            long start = Interlocked.Add(ref end, bytes.Length) - bytes.Length;
            RandomAccess.Write(file.SafeFileHandle, bytes, start);
            return start;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>A part of the pack as a seekable stream. The caller disposes it.</summary>
    /// <exception cref="IOException">The pack was disposed.</exception>
    public Stream Open(long start, long length)
    {
        Hold();
        return new Part(this, start, length);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            Release();
        }
    }

    private void Hold()
    {
        for (int seen = Volatile.Read(ref holders); Volatile.Read(ref disposed) == 0 && seen > 0;)
        {
            int before = Interlocked.CompareExchange(ref holders, seen + 1, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }

        throw new IOException("The book that the picture belongs to was disposed.");
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            file.Dispose();
        }
    }

    private sealed class Part(ImagePack pack, long start, long length) : ReadOnlyStream
    {
        private long position;
        private int closed;

        public override bool CanRead => closed == 0;

        public override bool CanSeek => closed == 0;

        public override long Length => length;

        public override long Position
        {
            get => position;
            set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
        }

        public override int Read(Span<byte> buffer)
        {
            ObjectDisposedException.ThrowIf(closed != 0, this);
            int wanted = (int)Math.Clamp(length - position, 0, buffer.Length);
            int read = wanted == 0 ? 0 : RandomAccess.Read(pack.file.SafeFileHandle, buffer[..wanted], start + position);
            position += read;
            return read;
        }

        // What this process has just written lies in the page cache: handing the reading to another thread would cost more than it.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(Read(buffer.Span));
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => position,
            _ => length,
        };

        protected override void Dispose(bool disposing)
        {
            if (disposing && Interlocked.Exchange(ref closed, 1) == 0)
            {
                pack.Release();
            }

            base.Dispose(disposing);
        }
    }
}
