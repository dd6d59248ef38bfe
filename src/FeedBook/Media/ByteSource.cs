using System.Buffers.Binary;

namespace FeedBook.Media;

/// <summary>Reads numbers and runs of bytes from a seekable stream. Past the end every number is -1.</summary>
internal sealed class ByteSource(Stream stream)
{
    private readonly byte[] window = new byte[16 * 1024];
    private long windowStart;
    private int windowLength;

    public long Length { get; } = stream.Length;

    /// <summary>The bytes from a position on, as many as asked for or as there are.</summary>
    public ReadOnlySpan<byte> At(long position, int count)
    {
        if (position < 0 || position >= Length)
        {
            return [];
        }

        count = (int)Math.Min(Math.Min(count, window.Length), Length - position);
        if (position < windowStart || position + count > windowStart + windowLength)
        {
            stream.Position = position;
            windowStart = position;
            windowLength = stream.ReadAtLeast(window, count, throwOnEndOfStream: false);
            count = Math.Min(count, windowLength);
        }

        return window.AsSpan((int)(position - windowStart), count);
    }

    /// <summary>All that the window can hold from a position on; empty at the end.</summary>
    public ReadOnlySpan<byte> Run(long position) => At(position, window.Length);

    public int Byte(long position) => At(position, 1) is [byte value] ? value : -1;

    public int UInt16(long position, bool littleEndian = false) => At(position, 2) is { Length: 2 } bytes ? (littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes)) : -1;

    public long UInt32(long position, bool littleEndian = false) => At(position, 4) is { Length: 4 } bytes ? (littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes)) : -1;

    /// <summary>Whether the bytes stand at the position.</summary>
    public bool Matches(long position, ReadOnlySpan<byte> bytes) => At(position, bytes.Length).SequenceEqual(bytes);
}
