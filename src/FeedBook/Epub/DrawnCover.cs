using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace FeedBook.Epub;

/// <summary>
/// A cover without letters, as PNG, for readers that show no SVG: a page with a headline, a picture with its caption, and columns; its
/// colour is the title's, and the date of the issue stands on it in figures.
/// </summary>
internal static class DrawnCover
{
    private const int Width = 1200;
    private const int Height = 1600;

    // Figures of seven strokes, as on a clock: top, upper left, upper right, middle, lower left, lower right, bottom.
    private static readonly string[] Strokes = ["TABCEL", "BE", "TBMCL", "TBMEL", "ABME", "TAMEL", "TAMCEL", "TBE", "TABMCEL", "TABMEL"];

    /// <summary>The picture's bytes; the same for the same title and day.</summary>
    /// <param name="title">The book's title.</param>
    /// <param name="date">The day; null for none.</param>
    public static byte[] Write(string title, DateTimeOffset? date = null)
    {
        byte[] pixels = new byte[Height * (Width + 1)];
        Fill(60, 60, 1080, 1480, 1);
        Fill(66, 66, 1068, 1468, 0);
        Fill(160, 190, 880, 70, 1);
        Fill(160, 290, 620, 70, 1);
        Fill(160, 430, 880, 520, 2);
        Fill(160, 430, 880, 520, 3, 520);
        Fill(160, 975, 560, 16, 1);
        for (int line = 0; line < 10; line++)
        {
            int y = 1060 + (line * 40);
            Fill(160, y, 410, 10, 2);
            Fill(630, y, line == 9 ? 240 : 410, 10, 2);
        }

        if (date is { } day)
        {
            DrawDate(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);

        // Eight bits a pixel, with a palette (PNG, third edition, §11.2.1).
        (header[8], header[9]) = (8, 3);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, Palette(title));
        Chunk(png, "IDAT"u8, Compress(pixels));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();

        // On paper, below the headline's end: where a newspaper has its date.
        void DrawDate(string text)
        {
            const int Size = 34, Stroke = 9, Step = 52, Top = 1325;
            Fill(150, Top - 40, 900, (2 * Size) + 80, 0);
            int x = 160;
            foreach (char c in text)
            {
                string strokes = char.IsAsciiDigit(c) ? Strokes[c - '0'] : "M";
                foreach (char stroke in strokes)
                {
                    (int dx, int dy, bool isUpright) = stroke switch
                    {
                        'T' => (0, 0, false), 'A' => (0, 0, true), 'B' => (Size - Stroke, 0, true), 'M' => (0, Size - (Stroke / 2), false),
                        'C' => (0, Size, true), 'E' => (Size - Stroke, Size, true), _ => (0, (2 * Size) - Stroke, false),
                    };
                    Fill(x + dx, Top + dy, isUpright ? Stroke : Size, isUpright ? Size : Stroke, 1);
                }

                x += Step;
            }
        }

        // A slope, where there is one, cuts the shape off along a hill's line: the picture in the picture.
        void Fill(int x, int y, int width, int height, byte colour, int slope = 0)
        {
            for (int row = y; row < y + height; row++)
            {
                int from = x, to = x + width;
                if (slope > 0)
                {
                    int depth = row - y - (height / 4);
                    from = Math.Max(x, x + (width * 5 / 8) - (depth * 7 / 8));
                    to = depth < 0 ? from : Math.Min(x + width, x + (width * 5 / 8) + depth);
                }

                if (to > from)
                {
                    pixels.AsSpan((row * (Width + 1)) + 1 + from, to - from).Fill(colour);
                }
            }
        }
    }

    // Paper, ink, and two tones of one colour; dark enough on grey screens.
    private static byte[] Palette(string title)
    {
        uint hash = Crc32.HashToUInt32(Encoding.UTF8.GetBytes(title));
        (byte Red, byte Green, byte Blue)[] tones =
            [(0x6B, 0x8C, 0xAE), (0xA8, 0x7B, 0x5D), (0x6F, 0x93, 0x74), (0x9A, 0x76, 0x9E), (0xA8, 0x8B, 0x4A), (0x5F, 0x94, 0x96)];
        (byte red, byte green, byte blue) = tones[hash % (uint)tones.Length];
        return [0xF4, 0xF1, 0xEA, 0x33, 0x33, 0x33, red, green, blue, (byte)(red / 2), (byte)(green / 2), (byte)(blue / 2)];
    }

    private static byte[] Compress(byte[] pixels)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(pixels);
        }

        return compressed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        var crc = new Crc32();
        crc.Append(type);
        crc.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}
