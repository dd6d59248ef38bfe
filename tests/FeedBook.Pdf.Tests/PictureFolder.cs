using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Pdf.Tests;

/// <summary>Images made by the tests, in a folder that goes with it.</summary>
internal sealed class PictureFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-pdf").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public StoredImage Store(string name, byte[] bytes, ImageKind kind, int width, int height, int orientation = 1)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);

        // Broken files and false sizes too, which no caller of the library can make.
        return (StoredImage)Activator.CreateInstance(typeof(StoredImage), BindingFlags.Instance | BindingFlags.NonPublic, null,
            [name, path, kind, width, height, (long)bytes.Length, orientation, false], CultureInfo.InvariantCulture)!;
    }

    /// <summary>An image of one shade, as an article names it.</summary>
    public ImageReference Picture(int width, int height, byte shade = 120, string? alt = "An image", string? name = null)
    {
        byte[] rows = new byte[height * (1 + width)];
        Array.Fill(rows, shade);
        for (int y = 0; y < height; y++)
        {
            rows[y * (1 + width)] = 0;
        }

        name ??= $"p-{width}-{height}-{shade}";
        return new ImageReference([new Uri($"https://example.org/{name}.png")])
        {
            AlternativeText = alt,
            Stored = Store(name, Png(width, height, 8, 0, rows), ImageKind.Png, width, height),
        };
    }

    /// <summary>A PNG of rows that have their filter bytes already.</summary>
    public static byte[] Png(int width, int height, int bits, int type, byte[] rows, byte[]? palette = null, byte[]? transparency = null,
        bool interlaced = false)
    {
        using var memory = new MemoryStream();
        memory.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bits, (byte)type, (byte)(interlaced ? 1 : 0));
        Chunk("IHDR", header);
        if (palette is not null)
        {
            Chunk("PLTE", palette);
        }

        if (transparency is not null)
        {
            Chunk("tRNS", transparency);
        }

        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        Chunk("IDAT", data.ToArray());
        Chunk("IEND", []);
        return memory.ToArray();

        void Chunk(string name, byte[] body)
        {
            byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. body];
            byte[] number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
            memory.Write(number);
            memory.Write(named);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
            memory.Write(number);
        }
    }

    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
