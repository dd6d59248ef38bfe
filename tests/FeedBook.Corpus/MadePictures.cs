using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FeedBook.Fetching;

namespace FeedBook.Corpus;

/// <summary>Answers every picture's address with a small valid picture made from the address: PNGs and JPEGs of several shapes.</summary>
internal sealed class MadePictures : IResourceLoader
{
    private static readonly (int Width, int Height)[] Shapes = [(320, 200), (200, 320), (640, 480), (240, 240), (600, 100), (90, 420)];

    public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        if (request.Kind != ResourceKind.Image)
        {
            throw new ResourceException(ResourceFailure.Unavailable, "Only pictures are made here.");
        }

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(request.Address.AbsoluteUri));
        byte[] picture = hash[0] % 2 == 0 ? Png(hash) : Jpeg(hash);
        return Task.FromResult(new Resource(request.Address, new MemoryStream(picture)) { MediaType = "application/octet-stream",
            Length = picture.Length });
    }

    private static byte[] Png(byte[] hash)
    {
        (int width, int height) = Shapes[hash[1] % Shapes.Length];
        var rows = new byte[height * (1 + (width * 3))];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int pixel = (y * (1 + (width * 3))) + 1 + (x * 3);
                rows[pixel] = (byte)(hash[2] + (x * 255 / width));
                rows[pixel + 1] = (byte)(hash[3] + (y * 255 / height));
                rows[pixel + 2] = hash[4 + (x / 40 * (y / 40) % 28)];
            }
        }

        var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, data.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        uint crc = 0xFFFFFFFF;
        foreach (byte each in chunk.AsSpan(4, 4 + content.Length))
        {
            crc ^= each;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), ~crc);
        return chunk;
    }

    // A grey baseline JPEG whose blocks differ in their DC alone: the smallest encoder that shows something.
    private static byte[] Jpeg(byte[] hash)
    {
        (int width, int height) = Shapes[hash[1] % Shapes.Length];
        byte[] quantities = [.. Enumerable.Repeat((byte)16, 64)];
        byte[] frame = [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];

        // DC: the categories 0 to 8, four bits each. AC: end of block alone, one bit.
        byte[] dc = [0, .. new byte[] { 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0, 1, 2, 3, 4, 5, 6, 7, 8];
        byte[] ac = [0x10, .. new byte[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0];
        var bits = new StringBuilder();
        int before = 0, columns = (width + 7) / 8, lines = (height + 7) / 8;
        for (int block = 0; block < columns * lines; block++)
        {
            int level = ((block % columns * 100 / columns) + (block / columns * 90 / lines) + hash[2]) % 120 - 60;
            int difference = level - before;
            before = level;
            int size = difference == 0 ? 0 : 32 - int.LeadingZeroCount(Math.Abs(difference));
            bits.Append(Convert.ToString(size, 2).PadLeft(4, '0'));
            if (size > 0)
            {
                bits.Append(Convert.ToString(difference > 0 ? difference : difference + (1 << size) - 1, 2).PadLeft(size, '0'));
            }

            bits.Append('0');
        }

        bits.Append('1', (8 - (bits.Length % 8)) % 8);
        var scan = new List<byte>();
        for (int i = 0; i < bits.Length; i += 8)
        {
            byte value = Convert.ToByte(bits.ToString(i, 8), 2);
            scan.Add(value);
            if (value == 0xFF)
            {
                scan.Add(0);
            }
        }

        return
        [
            0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xDB, [0, .. quantities]),
                .. Segment(0xC0, frame),
            .. Segment(0xC4, dc), .. Segment(0xC4, ac), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. scan, 0xFF, 0xD9,
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
