using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// A window on a font's bytes, big-endian. Reading outside the window gives zero: a font's tables are full of offsets that nobody
/// checked, and a wrong kerning pair is better than a lost book.
/// </summary>
internal readonly struct FontBytes(byte[] data, int start, int length)
{
    public static FontBytes Empty => new([], 0, 0);

    public int Length => length;

    public bool IsEmpty => length == 0;

    public ReadOnlySpan<byte> Span => data.AsSpan(start, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int U16(int at) => (uint)at + 2u <= (uint)length ? BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(start + at)) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int I16(int at) => (uint)at + 2u <= (uint)length ? BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(start + at)) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint U32(int at) => (uint)at + 4u <= (uint)length ? BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(start + at)) : 0;

    /// <summary>A 32-bit offset or count; 0 when it does not fit an array's index.</summary>
    public int Offset32(int at)
    {
        uint value = U32(at);
        return value > int.MaxValue ? 0 : (int)value;
    }

    public int U8(int at) => (uint)at < (uint)length ? data[start + at] : 0;

    public int U24(int at) => (U8(at) << 16) | (U8(at + 1) << 8) | U8(at + 2);

    /// <summary>The rest from here on; empty when <paramref name="at"/> lies outside.</summary>
    public FontBytes From(int at) => (uint)at < (uint)length ? new FontBytes(data, start + at, length - at) : Empty;

    /// <summary>A part; cut where the window ends.</summary>
    public FontBytes Slice(int at, int count) =>
        (uint)at < (uint)length && count > 0 ? new FontBytes(data, start + at, Math.Min(count, length - at)) : Empty;
}
