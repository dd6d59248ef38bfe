using System.Buffers.Binary;
using System.IO.Compression;

namespace FeedBook.Media;

/// <summary>Decodes a PNG's pixels as far as is needed to tell whether it is blank (W3C PNG, third edition, §7 to §10).</summary>
internal static class PngPixels
{
    // Adam7: where each pass starts and how far its pixels stand apart.
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly (int X, int Y, int StepX, int StepY)[] OnePass = [(0, 0, 1, 1)];

    /// <summary>Whether the image is blank.</summary>
    /// <param name="source">A file whose chunks are whole.</param>
    /// <exception cref="InvalidDataException">The data are broken.</exception>
    public static Blankness Blankness(ByteSource source)
    {
        int width = (int)source.UInt32(16), height = (int)source.UInt32(20);
        if (width < 1 || height < 1 || (long)width * height > int.MaxValue / 8)
        {
            throw new InvalidDataException("No such size.");
        }

        var format = new Format(source.Byte(24), source.Byte(25));
        using var packed = new MemoryStream();
        byte[] transparency = [];
        for (long position = 8; position + 12 <= source.Length;)
        {
            int length = (int)source.UInt32(position);
            if (source.Matches(position + 4, "IDAT"u8))
            {
                packed.Write(Copy(source, position + 8, length));
            }
            else if (source.Matches(position + 4, "tRNS"u8))
            {
                transparency = Copy(source, position + 8, length);
            }

            position += 12L + length;
        }

        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var watch = new PixelWatch();
        foreach ((int x, int y, int stepX, int stepY) in source.Byte(28) == 1 ? Passes : OnePass)
        {
            int columns = (width - x + stepX - 1) / stepX, lines = (height - y + stepY - 1) / stepY;
            if (columns > 0 && lines > 0 && !Read(rows, columns, lines, format, transparency, watch))
            {
                return Media.Blankness.None;
            }
        }

        return watch.Result;
    }

    private static byte[] Copy(ByteSource source, long position, int length) => source.At(position, length).ToArray();

    // Returns whether the rest still has to be looked at.
    private static bool Read(ZLibStream rows, int columns, int lines, Format format, byte[] transparency, PixelWatch watch)
    {
        int length = (int)((((long)columns * format.Bits) + 7) / 8);
        byte[] line = new byte[length], above = new byte[length];
        for (int y = 0; y < lines; y++)
        {
            int filter = rows.ReadByte();
            if (filter < 0 || rows.ReadAtLeast(line, length, throwOnEndOfStream: false) < length)
            {
                return true;
            }

            Unfilter(filter, line, above, Math.Max(1, format.Bits / 8));
            for (int x = 0; x < columns; x++)
            {
                ulong value = format.Pixel(line, x);
                watch.Add(value, format.IsTransparent(value, transparency));
                if (watch.IsDecided)
                {
                    return false;
                }
            }

            (line, above) = (above, line);
        }

        return true;
    }

    private static void Unfilter(int filter, byte[] line, byte[] above, int distance)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int left = i >= distance ? line[i - distance] : 0, up = above[i], corner = i >= distance ? above[i - distance] : 0;
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException("An unknown filter."),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        int byLeft = Math.Abs(estimate - left), byUp = Math.Abs(estimate - up), byCorner = Math.Abs(estimate - corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private readonly struct Format(int depth, int colour)
    {
        private const int Grey = 0, Colour = 2, Palette = 3, GreyAlpha = 4, ColourAlpha = 6;

        private int Samples => colour switch { Colour => 3, GreyAlpha => 2, ColourAlpha => 4, _ => 1 };

        /// <summary>The bits of one pixel.</summary>
        public int Bits => depth * Samples;

        /// <summary>The samples of a pixel as one number.</summary>
        public ulong Pixel(byte[] line, int x)
        {
            int bits = Bits;
            if (bits < 8)
            {
                int at = x * bits;
                return (ulong)((line[at / 8] >> (8 - bits - (at % 8))) & ((1 << bits) - 1));
            }

            ulong value = 0;
            foreach (byte part in line.AsSpan(x * (bits / 8), bits / 8))
            {
                value = (value << 8) | part;
            }

            return value;
        }

        /// <summary>Whether a pixel of this value shows nothing.</summary>
        public bool IsTransparent(ulong value, byte[] transparency) => colour switch
        {
            GreyAlpha or ColourAlpha => (value & ((1UL << depth) - 1)) == 0,
            Palette => (int)value < transparency.Length && transparency[value] == 0,
            Grey => transparency.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(transparency) == value,
            _ => transparency.Length >= 6 && Key(transparency) == value,
        };

        // The colour that stands for nothing: three samples of two bytes each, however deep the pixels are.
        private ulong Key(byte[] transparency)
        {
            ulong key = 0;
            for (int i = 0; i < 6; i += 2)
            {
                key = (key << depth) | BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(i));
            }

            return key;
        }
    }
}
