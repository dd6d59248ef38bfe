using System.IO.Compression;

namespace FeedBook.Pdf.Drawing.Images;

/// <summary>Inflates a PNG's rows and undoes their filters and interlace (PNG, third edition, §8, §9).</summary>
internal static class PngRows
{
    // Adam7: first column, first row, column step, row step of each pass.
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>The samples row by row without filter bytes, in the PNG's own depth. Rows that are missing are white.</summary>
    /// <param name="png">The image.</param>
    /// <param name="isWhole">Whether no row is missing.</param>
    /// <returns>Null when not one row can be read.</returns>
    public static byte[]? Decode(PngChunks png, out bool isWhole)
    {
        bool any = false;
        int stride = png.RowBytes(png.Width);
        byte[] image = new byte[checked(stride * png.Height)];
        if (png.ColorType != 3)
        {
            Array.Fill(image, (byte)0xFF);
        }

        using var zlib = new ZLibStream(new MemoryStream(png.Compressed), CompressionMode.Decompress);
        if (!png.IsInterlaced)
        {
            isWhole = Pass(png, zlib, png.Width, png.Height, (y, row) =>
            {
                any = true;
                row.CopyTo(image.AsSpan(y * stride));
            });
            return any ? image : null;
        }

        isWhole = true;
        int pixelBits = png.Channels * png.BitDepth;
        foreach ((int left, int top, int stepX, int stepY) in Passes)
        {
            int width = (png.Width - left + stepX - 1) / stepX;
            int height = (png.Height - top + stepY - 1) / stepY;
            if (width <= 0 || height <= 0)
            {
                continue;
            }

            isWhole = Pass(png, zlib, width, height, (y, row) =>
            {
                any = true;
                Span<byte> target = image.AsSpan((top + (y * stepY)) * stride, stride);
                for (int x = 0; x < width; x++)
                {
                    CopyPixel(row, x, target, left + (x * stepX), pixelBits);
                }
            });
            if (!isWhole)
            {
                break;
            }
        }

        return any ? image : null;
    }

    private delegate void RowSink(int y, ReadOnlySpan<byte> row);

    private static bool Pass(PngChunks png, Stream rows, int width, int height, RowSink sink)
    {
        int length = png.RowBytes(width);
        int back = Math.Max(1, png.Channels * png.BitDepth / 8);
        byte[] row = new byte[length + 1], above = new byte[length + 1];
        for (int y = 0; y < height; y++)
        {
            int read;
            try
            {
                read = rows.ReadAtLeast(row, row.Length, throwOnEndOfStream: false);
            }
            catch (InvalidDataException)
            {
                return false;
            }

            if (read < row.Length)
            {
                return false;
            }

            Unfilter(row[0], row.AsSpan(1), above.AsSpan(1), back);
            sink(y, row.AsSpan(1));
            (row, above) = (above, row);
        }

        return true;
    }

    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int back)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= back ? row[i - back] : 0;
            int corner = i >= back ? above[i - back] : 0;
            row[i] += filter switch
            {
                1 => (byte)left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => Paeth(left, above[i], corner),
                _ => (byte)0,
            };
        }
    }

    private static byte Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        int byLeft = Math.Abs(estimate - left), byAbove = Math.Abs(estimate - above), byCorner = Math.Abs(estimate - corner);
        return (byte)(byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner);
    }

    private static void CopyPixel(ReadOnlySpan<byte> from, int fromX, Span<byte> to, int toX, int pixelBits)
    {
        if (pixelBits >= 8)
        {
            int size = pixelBits / 8;
            from.Slice(fromX * size, size).CopyTo(to[(toX * size)..]);
            return;
        }

        int mask = (1 << pixelBits) - 1;
        int value = (from[fromX * pixelBits / 8] >> (8 - pixelBits - (fromX * pixelBits % 8))) & mask;
        int shift = 8 - pixelBits - (toX * pixelBits % 8);
        ref byte target = ref to[toX * pixelBits / 8];
        target = (byte)((target & ~(mask << shift)) | (value << shift));
    }
}
