using System.Buffers.Binary;

namespace FeedBook.Pdf.Drawing.Images;

/// <summary>Windows bitmaps without compression: 1, 4, 8, 24 and 32 bits a pixel.</summary>
internal static class BmpImage
{
    /// <summary>The image, or null when the bytes are none of these.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < 54 || span[0] != 'B' || span[1] != 'M')
        {
            return null;
        }

        int start = BinaryPrimitives.ReadInt32LittleEndian(span[10..]), header = BinaryPrimitives.ReadInt32LittleEndian(span[14..]);
        int width = BinaryPrimitives.ReadInt32LittleEndian(span[18..]), signedHeight = BinaryPrimitives.ReadInt32LittleEndian(span[22..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(span[28..]), compression = BinaryPrimitives.ReadInt32LittleEndian(span[30..]);
        if (header < 40 || width < 1 || signedHeight is 0 or int.MinValue || compression is not (0 or 3)
            || bits is not (1 or 4 or 8 or 24 or 32) || (compression == 3 && bits != 32))
        {
            return null;
        }

        int height = Math.Abs(signedHeight);
        long stride = (((long)width * bits) + 31) / 32 * 4;
        if (start < 54 || (long)width * height > 100_000_000 || start + (stride * height) > span.Length)
        {
            return null;
        }

        byte[] color = new byte[width * height * 3];
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = span.Slice((int)(start + (stride * (signedHeight > 0 ? height - 1 - y : y))), (int)stride);
            for (int x = 0; x < width; x++)
            {
                ReadOnlySpan<byte> pixel = bits switch
                {
                    24 => row[(x * 3)..],
                    32 => row[(x * 4)..],
                    _ => Entry(span, 14 + header, (row[x * bits / 8] >> (8 - bits - (x * bits % 8))) & ((1 << bits) - 1)),
                };
                int to = ((y * width) + x) * 3;
                (color[to], color[to + 1], color[to + 2]) = (pixel[2], pixel[1], pixel[0]);
            }
        }

        return new ImageData(width, height, "/DeviceRGB", 8, color);
    }

    private static ReadOnlySpan<byte> Entry(ReadOnlySpan<byte> span, int palette, int index) =>
        palette + (index * 4) + 3 <= span.Length ? span[(palette + (index * 4))..] : span[^3..];
}
