using System.Buffers.Binary;

namespace FeedBook.Imaging;

/// <summary>
/// Reads Windows bitmaps of 1, 4, 8, 16, 24 and 32 bits a pixel, not packed or as run lengths of 8 bits. libvips reads them through
/// ImageMagick only, which is not for files of strangers.
/// </summary>
internal static class BitmapReader
{
    private const long MaxPixels = 30_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is broken, of another form, or too large.</exception>
    public static VipsImage Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        if (file.Length < 26)
        {
            throw Broken();
        }

        int start = Int32(file, 10), headerLength = Int32(file, 14);
        bool old = headerLength == 12;
        if (!old && file.Length < 54)
        {
            throw Broken();
        }

        int width = old ? UInt16(file, 18) : Int32(file, 18), height = old ? UInt16(file, 20) : Int32(file, 22);
        int bits = UInt16(file, old ? 24 : 28), packing = old ? 0 : Int32(file, 30);
        bool topDown = height < 0;
        height = Math.Abs(height);
        if (width < 1 || height < 1 || (long)width * height > MaxPixels || start < 14 + headerLength || start > file.Length)
        {
            throw Broken();
        }

        int entry = old ? 3 : 4;
        ReadOnlySpan<byte> palette = bits <= 8
            ? file.AsSpan(14 + headerLength, Math.Clamp(start - 14 - headerLength, 0, (1 << bits) * entry)) : [];
        byte[] pixels = new byte[width * height * 3];
        switch (packing)
        {
            case 0:
                Plain(file.AsSpan(start), pixels, width, height, bits, topDown, palette, entry);
                break;
            case 3 when bits is 16 or 32:
                Masked(file.AsSpan(start), pixels, width, height, bits, topDown, [Mask(file, 54), Mask(file, 58), Mask(file, 62)]);
                break;
            case 1 when bits == 8:
                RunLengths(file.AsSpan(start), pixels, width, height, palette, entry);
                break;
            default:
                throw new InvalidDataException($"The BMP is packed in a way that is not read ({packing}).");
        }

        return VipsImage.FromPixels(pixels, width, height);
    }

    private static void Plain(ReadOnlySpan<byte> data, byte[] pixels, int width, int height, int bits, bool topDown,
        ReadOnlySpan<byte> palette, int entry)
    {
        if (bits is not (1 or 4 or 8 or 16 or 24 or 32))
        {
            throw Broken();
        }

        if (bits is 16)
        {
            Masked(data, pixels, width, height, bits, topDown, [0x7C00, 0x03E0, 0x001F]);
            return;
        }

        int stride = RowLength(data, width, height, bits);
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = data.Slice(y * stride, stride);
            Span<byte> target = pixels.AsSpan((topDown ? y : height - 1 - y) * width * 3, width * 3);
            for (int x = 0; x < width; x++)
            {
                ReadOnlySpan<byte> colour = bits >= 24
                    ? row.Slice(x * bits / 8, 3)
                    : Colour(palette, entry, row[x * bits / 8] >> (8 - bits - (x * bits % 8)) & ((1 << bits) - 1));
                (target[x * 3], target[(x * 3) + 1], target[(x * 3) + 2]) = (colour[2], colour[1], colour[0]);
            }
        }
    }

    private static void Masked(ReadOnlySpan<byte> data, byte[] pixels, int width, int height, int bits, bool topDown,
        ReadOnlySpan<uint> masks)
    {
        int stride = RowLength(data, width, height, bits);
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = data.Slice(y * stride, stride);
            Span<byte> target = pixels.AsSpan((topDown ? y : height - 1 - y) * width * 3, width * 3);
            for (int x = 0; x < width; x++)
            {
                uint value = bits == 16 ? BinaryPrimitives.ReadUInt16LittleEndian(row[(x * 2)..])
                    : BinaryPrimitives.ReadUInt32LittleEndian(row[(x * 4)..]);
                for (int band = 0; band < 3; band++)
                {
                    uint mask = masks[band];
                    uint most = mask == 0 ? 1 : mask >> int.CreateChecked(uint.TrailingZeroCount(mask));
                    uint part = mask == 0 ? 0 : (value & mask) >> int.CreateChecked(uint.TrailingZeroCount(mask));
                    target[(x * 3) + band] = (byte)(part * 255UL / most);
                }
            }
        }
    }

    // BI_RLE8: pairs of count and colour; 0 0 ends the line, 0 1 the picture, 0 2 moves on, 0 n stands before n colours.
    private static void RunLengths(ReadOnlySpan<byte> data, byte[] pixels, int width, int height, ReadOnlySpan<byte> palette, int entry)
    {
        int x = 0, y = 0;
        for (int i = 0; i + 1 < data.Length && y < height;)
        {
            (int count, int value) = (data[i], data[i + 1]);
            i += 2;
            if (count > 0)
            {
                for (; count > 0; count--)
                {
                    Put(pixels, value, palette);
                }
            }
            else if (value == 0)
            {
                (x, y) = (0, y + 1);
            }
            else if (value == 1)
            {
                return;
            }
            else if (value == 2)
            {
                if (i + 1 >= data.Length)
                {
                    return;
                }

                (x, y) = (x + data[i], y + data[i + 1]);
                i += 2;
            }
            else
            {
                for (int n = 0; n < value && i + n < data.Length; n++)
                {
                    Put(pixels, data[i + n], palette);
                }

                i += value + (value & 1);
            }
        }

        void Put(byte[] target, int index, ReadOnlySpan<byte> colours)
        {
            if (x < width && y < height)
            {
                ReadOnlySpan<byte> colour = Colour(colours, entry, index);
                int at = (((height - 1 - y) * width) + x) * 3;
                (target[at], target[at + 1], target[at + 2]) = (colour[2], colour[1], colour[0]);
            }

            x++;
        }
    }

    private static ReadOnlySpan<byte> Colour(ReadOnlySpan<byte> palette, int entry, int index) =>
        (index * entry) + 3 <= palette.Length ? palette.Slice(index * entry, 3) : "\0\0\0"u8;

    // Rows are padded to four bytes.
    private static int RowLength(ReadOnlySpan<byte> data, int width, int height, int bits)
    {
        long stride = (((long)width * bits) + 31) / 32 * 4;
        return stride * height <= data.Length ? (int)stride : throw Broken();
    }

    private static uint Mask(byte[] file, int at) =>
        at + 4 <= file.Length ? BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) : throw Broken();

    private static int Int32(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));

    private static int UInt16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static InvalidDataException Broken() => new("The BMP is broken.");
}
