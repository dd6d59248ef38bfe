using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FeedBook.Benchmarks;

/// <summary>Pictures made in code, the same ones each time: real files whose pixels are noise.</summary>
internal static class MadePictures
{
    /// <summary>An RGB picture of eight bits; about three bytes a pixel, since noise does not compress.</summary>
    public static byte[] Png(int width, int height, int seed)
    {
        byte[] rows = Noise(height * (1 + (width * 3)), seed);
        for (int y = 0; y < height; y++)
        {
            rows[y * (1 + (width * 3))] = 0;
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A baseline picture as a camera's software writes it: EXIF before, tables, one scan of so many bytes.</summary>
    public static byte[] Jpeg(int width, int height, int bytes, int seed)
    {
        byte[] scan = Noise(bytes, seed);
        scan.AsSpan().Replace((byte)0xFF, (byte)0xFE);
        byte[] frame = [8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), (ushort)width);
        return
        [
            0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF"u8, 0, 1, 1, 0, 0, 72, 0, 72, 0, 0]), .. Segment(0xED, new byte[4000]),
            .. Segment(0xDB, new byte[65]), .. Segment(0xDB, [1, .. new byte[64]]), .. Segment(0xC0, frame), .. Segment(0xC4, new byte[29]),
            .. Segment(0xDA, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]), .. scan, 0xFF, 0xD9,
        ];
    }

    /// <summary>A drawing of so many shapes, with what has to be taken out of some: a script, an outside reference.</summary>
    public static byte[] Svg(int shapes)
    {
        var svg =
            new StringBuilder(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 1000' width='1000' height='1000'><style>.a{fill:#246}</style>");
        for (int i = 0; i < shapes; i++)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<g transform='translate({i % 40} {i / 40})'><path class='a' d='M{i} {i * 7 % 991}c1.5 2.5 {i % 13} 4 5.25 "
                    + $"6.75z'/><text x='{i}' y='9'>Label {i}</text></g>");
            svg.Append(i % 50 == 9 ? "<script>go()</script><image href='https://other.example/x.png'/>" : "");
        }

        return Encoding.UTF8.GetBytes(svg.Append("</svg>").ToString());
    }

    private static byte[] Noise(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        uint crc = uint.MaxValue;
        foreach (byte each in chunk.AsSpan(4, content.Length + 4))
        {
            crc ^= each;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), ~crc);
        return chunk;
    }
}
