using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace FeedBook.Sample;

/// <summary>
/// One temporary file for all that a run keeps, in pieces one behind the other. It has no name to be found by, so that nothing is left of
/// it when the run is killed. Safe for many callers at once; streams that are open when it is disposed end.
/// </summary>
internal sealed class RunFile : IDisposable
{
    private const int PieceLength = 256 * 1024;

    private readonly SafeFileHandle handle;
    private long end;

    public RunFile()
    {
        string path = Path.Combine(Path.GetTempPath(), $"feedbook-run-{Guid.NewGuid():N}.tmp");
        handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (!OperatingSystem.IsWindows())
        {
            // Gone at once; on Windows with the handle.
            File.Delete(path);
        }
    }

    /// <summary>A stretch of the file.</summary>
    internal readonly record struct Piece(long Start, int Length);

    /// <summary>Takes a stream to its end.</summary>
    /// <returns>Where its bytes are.</returns>
    public async Task<IReadOnlyList<Piece>> TakeAsync(Stream content, CancellationToken cancellationToken)
    {
        var pieces = new List<Piece>();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            for (int read;
                (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)) > 0;)
            {
                // Room is taken first: the writing itself needs no turn.
                long start = Interlocked.Add(ref end, read) - read;
                await RandomAccess.WriteAsync(handle, buffer.AsMemory(0, read), start, cancellationToken);
                pieces.Add(new Piece(start, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return pieces;
    }

    /// <summary>The bytes that were taken.</summary>
    public Stream Open(IReadOnlyList<Piece> pieces) => new Reader(handle, pieces);

    public void Dispose() => handle.Dispose();

    private sealed class Reader(SafeFileHandle handle, IReadOnlyList<Piece> pieces) : Stream
    {
        private int piece, read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            (long start, int length) = Next(buffer.Length);
            int count = length == 0 ? 0 : RandomAccess.Read(handle, buffer[..length], start);
            read += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (long start, int length) = Next(buffer.Length);
            int count = length == 0 ? 0 : await RandomAccess.ReadAsync(handle, buffer[..length], start, cancellationToken);
            read += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private (long Start, int Length) Next(int wanted)
        {
            while (piece < pieces.Count && read == pieces[piece].Length)
            {
                (piece, read) = (piece + 1, 0);
            }

            return piece == pieces.Count ? (0, 0) : (pieces[piece].Start + read, Math.Min(wanted, pieces[piece].Length - read));
        }
    }
}
