using System.Buffers.Binary;

namespace FeedBook.Pdf.Drawing.Images;

/// <summary>What a PNG's chunks say (PNG, third edition, §11). Checksums are not checked: an image that can be shown is shown.</summary>
internal sealed class PngChunks
{
    private PngChunks(int width, int height, int bitDepth, int colorType, bool interlaced)
    {
        Width = width;
        Height = height;
        BitDepth = bitDepth;
        ColorType = colorType;
        IsInterlaced = interlaced;
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>Bits a sample: 1, 2, 4, 8 or 16.</summary>
    public int BitDepth { get; }

    /// <summary>0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity.</summary>
    public int ColorType { get; }

    /// <summary>True for Adam7.</summary>
    public bool IsInterlaced { get; }

    /// <summary>The palette, three bytes a colour; empty without one.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>The <c>tRNS</c> chunk; null without one.</summary>
    public byte[]? Transparency { get; private set; }

    /// <summary>The zlib stream of all <c>IDAT</c> chunks.</summary>
    public byte[] Compressed { get; private set; } = [];

    /// <summary>Samples a pixel.</summary>
    public int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Bytes of a row of so many pixels, without its filter byte.</summary>
    public int RowBytes(int pixels) => checked((int)((((long)pixels * Channels * BitDepth) + 7) / 8));

    /// <summary>The chunks, or null when the bytes are no PNG.</summary>
    public static PngChunks? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || !bytes[..8].SequenceEqual(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }))
        {
            return null;
        }

        PngChunks? png = null;
        using var data = new MemoryStream();
        int at = 8;
        while (at + 12 <= bytes.Length)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            ReadOnlySpan<byte> name = bytes.Slice(at + 4, 4);
            // The last chunk of a file that was cut off holds what there is of it.
            ReadOnlySpan<byte> body = bytes.Slice(at + 8, (int)Math.Min(length, bytes.Length - at - 8));
            if (png is null)
            {
                if (!name.SequenceEqual("IHDR"u8) || body.Length < 13 || (png = Header(body)) is null)
                {
                    return null;
                }
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                png.Palette = body[..Math.Min(768, body.Length / 3 * 3)].ToArray();
            }
            else if (name.SequenceEqual("tRNS"u8))
            {
                png.Transparency = body.ToArray();
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                data.Write(body);
            }
            else if (name.SequenceEqual("IEND"u8))
            {
                break;
            }

            at = (int)Math.Min(at + 12 + length, int.MaxValue - 16);
        }

        if (png is null || data.Length == 0 || (png.ColorType == 3 && png.Palette.Length == 0))
        {
            return null;
        }

        png.Compressed = data.ToArray();
        return png;
    }

    private static PngChunks? Header(ReadOnlySpan<byte> body)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(body);
        int height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
        int bits = body[8], type = body[9];
        bool allowed = type switch
        {
            0 => bits is 1 or 2 or 4 or 8 or 16,
            3 => bits is 1 or 2 or 4 or 8,
            2 or 4 or 6 => bits is 8 or 16,
            _ => false,
        };
        return allowed && width > 0 && height > 0 && body[12] <= 1 ? new PngChunks(width, height, bits, type, body[12] == 1) : null;
    }
}
