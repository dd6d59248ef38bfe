using System.Runtime.ExceptionServices;

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

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

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

/// <summary>Keeps the last bytes that pass. Owns the inner stream.</summary>
internal sealed class TailStream(Stream inner) : ReadOnlyStream
{
    private const int Kept = 8;

    /// <summary>The last bytes so far; fewer than eight where fewer came.</summary>
    public byte[] Tail { get; private set; } = [];

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Keep(buffer[..read]);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Keep(buffer.Span[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0)
        {
            Tail = bytes.Length >= Kept ? bytes[^Kept..].ToArray()
                : [.. Tail.AsSpan(Math.Max(0, Tail.Length + bytes.Length - Kept)), .. bytes];
        }
    }
}

/// <summary>A stream whose first bytes have been looked at already. Owns the inner stream.</summary>
internal sealed class PrefixedStream : ReadOnlyStream
{
    private readonly Stream inner;
    private ExceptionDispatchInfo? broken;
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
        int filled = 0;
        try
        {
            for (int read; filled < count
                && (read = await inner.ReadAsync(prefix.AsMemory(filled), cancellationToken).ConfigureAwait(false)) > 0;)
            {
                filled += read;
            }
        }
        catch (IOException exception) when (filled > 0)
        {
            // What came before the break is to be read first.
            return new PrefixedStream(prefix[..filled], inner) { broken = ExceptionDispatchInfo.Capture(exception) };
        }

        return new PrefixedStream(prefix[..filled], inner);
    }

    public override int Read(Span<byte> buffer)
    {
        int read = FromPrefix(buffer);
        if (read == 0)
        {
            broken?.Throw();
            read = inner.Read(buffer);
        }

        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (FromPrefix(buffer.Span) is > 0 and int read)
        {
            return ValueTask.FromResult(read);
        }

        return broken is null ? inner.ReadAsync(buffer, cancellationToken) : ValueTask.FromException<int>(broken.SourceException);
    }

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
