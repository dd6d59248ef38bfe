namespace FeedBook.Fetching;

/// <summary>What streams that are only read forwards have in common.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public abstract override int Read(Span<byte> buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Counts the bytes that pass. Does not own the inner stream.</summary>
internal sealed class CountingStream(Stream inner) : ReadOnlyStream
{
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Count += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count += read;
        return read;
    }
}

/// <summary>A stream whose first bytes have been looked at already. Owns the inner stream.</summary>
internal sealed class PrefixedStream : ReadOnlyStream
{
    private readonly Stream inner;
    private int given;

    private PrefixedStream(byte[] prefix, Stream inner)
    {
        Prefix = prefix;
        this.inner = inner;
    }

    /// <summary>The first bytes; fewer than asked for when the stream is shorter.</summary>
    public byte[] Prefix { get; }

    public static async Task<PrefixedStream> ReadAsync(Stream inner, int count, CancellationToken cancellationToken)
    {
        byte[] prefix = new byte[count];
        int read = await inner.ReadAtLeastAsync(prefix, count, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return new PrefixedStream(prefix[..read], inner);
    }

    public override int Read(Span<byte> buffer) => FromPrefix(buffer) is > 0 and int read ? read : inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        FromPrefix(buffer.Span) is > 0 and int read ? ValueTask.FromResult(read) : inner.ReadAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int FromPrefix(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, Prefix.Length - given);
        Prefix.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }
}
