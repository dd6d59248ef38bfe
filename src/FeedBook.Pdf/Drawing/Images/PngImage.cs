using System.Buffers.Binary;
using System.IO.Compression;

namespace FeedBook.Pdf.Drawing.Images;

/// <summary>
/// PNG: the compressed rows pass through untouched (FlateDecode with PNG predictors, ISO 32000-1 §7.4.4.4) unless the image
/// has transparency, is interlaced or damaged; then it is decoded, and what is missing of a damaged one is left white.
/// </summary>
internal static class PngImage
{
    private const long MostSamples = 400_000_000;

    /// <summary>The image, or null when the bytes are no PNG or hold not one row of it.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> bytes)
    {
        if (PngChunks.Read(bytes.Span) is not { } png || (long)png.Width * png.Height * png.Channels > MostSamples)
        {
            return null;
        }

        if (!png.IsInterlaced && png.Transparency is null && png.ColorType is 0 or 2 or 3 && HasAllRows(png))
        {
            return new ImageData(png.Width, png.Height, Space(png), png.BitDepth, png.Compressed)
            {
                Filter = FormattableString.Invariant($"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {png.Channels}")
                    + FormattableString.Invariant($"/BitsPerComponent {png.BitDepth}/Columns {png.Width}>>"),
            };
        }

        return PngRows.Decode(png, out bool isWhole) is { } rows ? Samples(png, rows) with { IsDamaged = !isWhole } : null;
    }

    private static string Space(PngChunks png) => png.ColorType switch
    {
        0 or 4 => "/DeviceGray",
        3 => $"[/Indexed/DeviceRGB {(png.Palette.Length / 3) - 1}<{Convert.ToHexString(png.Palette)}>]",
        _ => "/DeviceRGB",
    };

    // A cut-off stream would be an error in every viewer; reading it once costs little beside that. An index beyond the
    // palette is harmless: viewers clamp it.
    private static bool HasAllRows(PngChunks png)
    {
        long wanted = (long)png.Height * (1 + png.RowBytes(png.Width));
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(png.Compressed), CompressionMode.Decompress);
            byte[] block = new byte[1 << 16];
            long got = 0;
            int read;
            while ((read = zlib.Read(block)) > 0)
            {
                got += read;
            }

            return got == wanted;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Parts decoded samples into colour and opacity, eight bits each.</summary>
    private static ImageData Samples(PngChunks png, byte[] rows)
    {
        int count = png.Width * png.Height;
        bool gray = png.ColorType is 0 or 4;
        byte[] color = new byte[count * (gray ? 1 : 3)];
        byte[] alpha = new byte[count];
        int stride = png.RowBytes(png.Width);
        bool opaque = true;
        for (int y = 0, pixel = 0; y < png.Height; y++)
        {
            ReadOnlySpan<byte> row = rows.AsSpan(y * stride, stride);
            for (int x = 0; x < png.Width; x++, pixel++)
            {
                alpha[pixel] = Pixel(png, row, x, gray ? color.AsSpan(pixel, 1) : color.AsSpan(pixel * 3, 3));
                opaque &= alpha[pixel] == 255;
            }
        }

        return new ImageData(png.Width, png.Height, gray ? "/DeviceGray" : "/DeviceRGB", 8, color) { Alpha = opaque ? null : alpha };
    }

    private static byte Pixel(PngChunks png, ReadOnlySpan<byte> row, int x, Span<byte> color)
    {
        byte[]? clear = png.Transparency;
        switch (png.ColorType)
        {
            case 0:
                int gray = Sample(png, row, x);
                color[0] = ToByte(gray, png.BitDepth);
                return clear is { Length: >= 2 } && gray == BinaryPrimitives.ReadUInt16BigEndian(clear) ? (byte)0 : (byte)255;
            case 3:
                int index = Sample(png, row, x);
                if ((index * 3) + 2 < png.Palette.Length)
                {
                    png.Palette.AsSpan(index * 3, 3).CopyTo(color);
                }

                return clear is not null && index < clear.Length ? clear[index] : (byte)255;
            case 4:
                color[0] = ToByte(Sample(png, row, x * 2), png.BitDepth);
                return ToByte(Sample(png, row, (x * 2) + 1), png.BitDepth);
            default:
                bool match = clear is { Length: >= 6 };
                for (int c = 0; c < 3; c++)
                {
                    int sample = Sample(png, row, (x * png.Channels) + c);
                    color[c] = ToByte(sample, png.BitDepth);
                    match = match && sample == BinaryPrimitives.ReadUInt16BigEndian(clear.AsSpan(c * 2));
                }

                return png.ColorType == 6 ? ToByte(Sample(png, row, (x * 4) + 3), png.BitDepth) : match ? (byte)0 : (byte)255;
        }
    }

    private static int Sample(PngChunks png, ReadOnlySpan<byte> row, int index) => png.BitDepth switch
    {
        8 => row[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(index * 2)..]),
        int bits => (row[index * bits / 8] >> (8 - bits - (index * bits % 8))) & ((1 << bits) - 1),
    };

    private static byte ToByte(int sample, int bits) => bits switch
    {
        8 => (byte)sample,
        16 => (byte)(sample >> 8),
        _ => (byte)(sample * 255 / ((1 << bits) - 1)),
    };
}
