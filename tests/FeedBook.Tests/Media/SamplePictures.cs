using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FeedBook.Tests.Media;

/// <summary>
/// Small pictures of every kind: the lossless ones written here, the others of 24 × 16 pixels and made once with libvips.
/// </summary>
internal static class SamplePictures
{
    public static byte[] Jpeg => Convert.FromBase64String(
        "/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDlIrb2q5Fbe1XIrb2q3Fbe1cFSuRhcSVIrb2orXitvaiuSVfU+gpYn3T//2Q==");

    public static byte[] WebP => Convert.FromBase64String(
        "UklGRjwBAABXRUJQVlA4WAoAAAAIAAAAFwAADwAAVlA4IFwAAABwBACdASoYABAAPtFapkuoJaOhsAgBABoJbACdMoRwACxo+r9XDqy8LkvSQAD+7Dm8BOofv+kvx2YDj/dQWh8TkX3MZ0mL0H3f3qTWMv7AV3Aam190/y288AAAAEVYSUa6AAAARXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAABgAAAADoAQAAQAAABAAAAAAAAAA");

    public static byte[] Avif => Convert.FromBase64String(
        "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAKAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAYAAAAEAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAADBtZGF0EgAKCRgQ7+wQICBoQDIZGYAAAEBPSNF43geXWnb9xKCV5VIUGg11UA==");

    public static byte[] Heic => Convert.FromBase64String(
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAABgAEAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAQwACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFluqumubgQEDAgAAAAwCAAAADAIQiAAEABkQBwXPBiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAGAAAABAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAEttZGF0AAAAPygBr1IXriznAEYhQTB4f+BvI2h9O6MSjjz7k2ycJcVp/EfNV+i3EplGNS0fDuWSzoTncsCwzTp3SFCvWZKxdg==");

    public static byte[] Tiff => Convert.FromBase64String(
        "SUkqAGAAAAD/2P/AABEIABAAGAMBIgACEQEDEQH/2gAMAwEAAhEDEQA/APOoLHpxWnBY9OK0oLHpxWpBY9OK8erizLL8dtqZkFj04orpoLHpxRXnyxep9jQx3ubn/9kAEQAAAQMAAQAAABgAAAABAQMAAQAAABAAAAACAQMAAwAAAEIBAAADAQMAAQAAAAcAAAAGAQMAAQAAAAYAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAMAAAAWAQMAAQAAAIAAAAAXAQQAAQAAAFcAAAAaAQUAAQAAADIBAAAbAQUAAQAAADoBAAAcAQMAAQAAAAEAAAAoAQMAAQAAAAMAAABTAQMAAwAAAEgBAABbAQcAPgIAAH4BAAAUAgUABgAAAE4BAAAAAAAACgAAAAEAAAAKAAAAAQAAAAgACAAIAAEAAQABAAAAAAABAAAA/wAAAAEAAACAAAAAAQAAAP8AAAABAAAAgAAAAAEAAAD/AAAAAQAAAP/Y/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04MjwuMzQy/9sAQwEJCQkMCwwYDQ0YMiEcITIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9k=");

    public static byte[] JpegXl => Convert.FromBase64String(
        "/woDBwFkAZNhCQCACpVRxg1ezvV8+aHDYtrGdYa22rawhLHZXhgkpNAx5Lovmkuj+aiJoW3v+tnE4IWJTkfk1KqZqGJLBACVJM4JvfCS9kfB7tuLKREAyLYl3r8zQHoK");

    /// <summary>A JPEG of its own: the same picture with another comment.</summary>
    public static byte[] JpegNumber(int number)
    {
        byte[] text = Encoding.ASCII.GetBytes($"number {number}");
        return [.. Jpeg[..2], 0xFF, 0xFE, 0, (byte)(text.Length + 2), .. text, .. Jpeg[2..]];
    }

    /// <summary>A JPEG whose EXIF data say that it lies on its side.</summary>
    public static byte[] JpegTurned(int orientation)
    {
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"u8, (byte)orientation, 0, 0, 0, 0, 0, 0];
        return [.. Jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. Jpeg[2..]];
    }

    /// <summary>An RGB (or RGBA) PNG of a gradient.</summary>
    public static byte[] Png(int width = 24, int height = 16, bool alpha = false, int seed = 0)
    {
        int bands = alpha ? 4 : 3;
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                for (int x = 0; x < width; x++)
                {
                    ReadOnlySpan<byte> pixel = [(byte)((x * 7) + seed), (byte)((y * 11) + seed), (byte)(x ^ y), (byte)(x * 255 / width)];
                    packed.Write(pixel[..bands]);
                }
            }
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(alpha ? 6 : 2));
        return [.. PngStart, .. Chunk("IHDR", header), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>
    /// A PNG whose pixels are all alike but for those that <paramref name="other"/> names: RGBA, or indexed with a transparent colour 0.
    /// </summary>
    public static byte[] FlatPng(int width, int height, byte alpha = 255, bool indexed = false, Func<int, int, bool>? other = null)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                // Each row says how it differs from the one above, as programs write it.
                packed.WriteByte(indexed ? (byte)0 : (byte)2);
                for (int x = 0; x < width; x++)
                {
                    bool differs = other?.Invoke(x, y) == true;
                    if (indexed)
                    {
                        packed.WriteByte((byte)((alpha == 0 ? 0 : 1) + (differs ? 1 : 0)));
                        continue;
                    }

                    bool above = y > 0 && other?.Invoke(x, y - 1) == true;
                    packed.Write([(byte)((y == 0 ? 200 : 0) + (differs ? 9 : 0) - (above ? 9 : 0)), (byte)(y == 0 ? 200 : 0),
                        (byte)(y == 0 ? 190 : 0), (byte)(y == 0 ? alpha : 0)]);
                }
            }
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(indexed ? 3 : 6));
        byte[] palette = indexed ? [.. Chunk("PLTE", [9, 9, 9, 200, 200, 200, 40, 40, 40]), .. Chunk("tRNS", [0])] : [];
        return [.. PngStart, .. Chunk("IHDR", header), .. palette, .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A GIF of one colour, or of none.</summary>
    public static byte[] FlatGif(int width, int height, bool transparent, int differs = -1)
    {
        var bits = new List<int>();
        for (int pixel = 0; pixel < width * height; pixel++)
        {
            bits.AddRange([0, 0, 1, pixel == differs ? 1 : 0, 0, 0]);
        }

        bits.AddRange([1, 0, 1]);
        byte[] data = new byte[(bits.Count + 7) / 8];
        for (int bit = 0; bit < bits.Count; bit++)
        {
            data[bit / 8] |= (byte)(bits[bit] << (bit % 8));
        }

        return
        [
            .. "GIF89a"u8, (byte)width, 0, (byte)height, 0, 0x80, 0, 0, 9, 9, 9, 0xC0, 0xC0, 0xC0,
            .. (transparent ? (byte[])[0x21, 0xF9, 4, 1, 0, 0, 0, 0] : []),
            0x2C, 0, 0, 0, 0, (byte)width, 0, (byte)height, 0, 0, 2,
                .. data.Chunk(255).SelectMany(block => (byte[])[(byte)block.Length, .. block]), 0, 0x3B,
        ];
    }

    /// <summary>
    /// A grey baseline JPEG whose blocks of eight pixels have the brightness that <paramref name="level"/> gives them, from -60 to 60.
    /// </summary>
    public static byte[] GreyJpeg(int width, int height, Func<int, int> level)
    {
        byte[] frame = [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];

        // DC: the categories 0 to 8, four bits each. AC: end of block alone, one bit.
        byte[] dc = [0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8],
            ac = [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var bits = new StringBuilder();
        int before = 0, blocks = (width + 7) / 8 * ((height + 7) / 8);
        for (int block = 0; block < blocks; block++)
        {
            int difference = level(block) - before, size = difference == 0 ? 0
                : 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
            before += difference;
            bits.Append(Convert.ToString(size, 2).PadLeft(4, '0'));
            bits.Append(size == 0 ? "" : Convert.ToString(difference > 0 ? difference : difference + (1 << size) - 1, 2).PadLeft(size, '0'))
                .Append('0');
        }

        bits.Append('1', (8 - (bits.Length % 8)) % 8);
        var scan = new List<byte>();
        for (int i = 0; i < bits.Length; i += 8)
        {
            scan.Add(Convert.ToByte(bits.ToString(i, 8), 2));
            if (scan[^1] == 0xFF)
            {
                scan.Add(0);
            }
        }

        return
        [
            0xFF, 0xD8, .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]), .. Segment(0xC0, frame), .. Segment(0xC4, dc),
                .. Segment(0xC4, ac),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. scan, 0xFF, 0xD9,
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A PNG that declares a size it does not have.</summary>
    public static byte[] PngDeclaring(int width, int height)
    {
        byte[] png = Png();
        byte[] header = new byte[13];
        png.AsSpan(16, 13).CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [.. PngStart, .. Chunk("IHDR", header), .. png[33..]];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        uint crc = uint.MaxValue;
        foreach (byte value in chunk.AsSpan(4, 4 + data.Length))
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), ~crc);
        return chunk;
    }

    /// <summary>A GIF of grey squares, with so many frames.</summary>
    public static byte[] Gif(int frames = 1, int width = 4, int height = 4)
    {
        var gif =
            new List<byte>([.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 0xC0,
            0xC0, 0xC0]);
        for (int i = 0; i < frames; i++)
        {
            gif.AddRange([0x21, 0xF9, 4, 0, 10, 0, 0, 0]);
            gif.AddRange([0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0]);

            // LZW of two-bit codes with a clear code before each pixel, which needs no growing of codes.
            gif.Add(2);
            var bits = new List<int>();
            for (int pixel = 0; pixel < width * height; pixel++)
            {
                bits.AddRange([0, 0, 1, (pixel + i) % 2, 0, 0]);
            }

            bits.AddRange([1, 0, 1]);
            byte[] data = new byte[(bits.Count + 7) / 8];
            for (int bit = 0; bit < bits.Count; bit++)
            {
                data[bit / 8] |= (byte)(bits[bit] << (bit % 8));
            }

            foreach (byte[] block in data.Chunk(255))
            {
                gif.Add((byte)block.Length);
                gif.AddRange(block);
            }

            gif.Add(0);
        }

        gif.Add(0x3B);
        return [.. gif];
    }

    /// <summary>A bitmap of 24 bits a pixel.</summary>
    public static byte[] Bmp(int width = 24, int height = 16)
    {
        int stride = ((width * 3) + 3) / 4 * 4;
        byte[] bmp = new byte[54 + (stride * height)];
        "BM"u8.CopyTo(bmp);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(2), bmp.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), height);
        (bmp[26], bmp[28]) = (1, 24);
        for (int i = 54; i < bmp.Length; i++)
        {
            bmp[i] = (byte)(i * 3);
        }

        return bmp;
    }

    /// <summary>An icon that holds one PNG.</summary>
    public static byte[] Ico()
    {
        byte[] png = Png(32, 32);
        byte[] head = [0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(14), png.Length);
        return [.. head, .. png];
    }

    public static byte[] Svg(string inside = "<rect width='40' height='30' fill='#888'/>", string attributes = "width='40' height='30'") =>
        Encoding.UTF8.GetBytes(
            $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' {attributes}>{inside}</svg>");
}
