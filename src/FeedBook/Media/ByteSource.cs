using System.Buffers.Binary;

namespace FeedBook.Media;

/// <summary>Reads numbers and runs of bytes from a seekable stream or from memory. Past the end every number is -1.</summary>
internal sealed class ByteSource
{
    private readonly Stream? stream;
    private readonly byte[] window;
    private readonly int windowOffset;
    private long windowStart;
    private int windowLength;

    public ByteSource(Stream stream)
    {
        this.stream = stream;
        Length = stream.Length;
        window = new byte[16 * 1024];
    }

    /// <summary>Reads from memory: the window is all there is and never moves.</summary>
    public ByteSource(ArraySegment<byte> bytes)
    {
        Length = windowLength = bytes.Count;
        window = bytes.Array ?? [];
        windowOffset = bytes.Offset;
    }

    public long Length { get; }

    /// <summary>The bytes from a position on, as many as asked for or as there are.</summary>
    public ReadOnlySpan<byte> At(long position, int count)
    {
        if (position < 0 || position >= Length)
        {
            return [];
        }

        count = (int)Math.Min(Math.Min(count, window.Length), Length - position);
        if (stream is not null && (position < windowStart || position + count > windowStart + windowLength))
        {
            stream.Position = position;
            windowStart = position;
            windowLength = stream.ReadAtLeast(window, count, throwOnEndOfStream: false);
            count = Math.Min(count, windowLength);
        }

        return window.AsSpan(windowOffset + (int)(position - windowStart), count);
    }

    /// <summary>Some bytes from a position on, as many as are at hand and at least one; empty at the end.</summary>
    public ReadOnlySpan<byte> Run(long position)
    {
        // What is left of the window, however little: filling it anew at each step would read a JPEG's data dozens of times.
        long left = windowStart + windowLength - position;
        return At(position, position >= windowStart && left > 0 ? (int)left : window.Length);
    }

    public int Byte(long position) => At(position, 1) is [byte value] ? value : -1;

    public int UInt16(long position, bool littleEndian = false) =>
        At(position, 2) is { Length: 2 } bytes
        ? (littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes)) : -1;

    public long UInt32(long position, bool littleEndian = false) =>
        At(position, 4) is { Length: 4 } bytes
        ? (littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes)) : -1;

    /// <summary>Whether the bytes stand at the position.</summary>
    public bool Matches(long position, ReadOnlySpan<byte> bytes) => At(position, bytes.Length).SequenceEqual(bytes);
}
