using System.Buffers.Binary;

namespace FeedBook.Pdf.Drawing.Images;

/// <summary>GIF: the first frame, as an indexed image whose transparent colour is masked out.</summary>
internal static class GifImage
{
    /// <summary>The image, or null when the bytes are no GIF.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < 13 || !span[..3].SequenceEqual("GIF"u8))
        {
            return null;
        }

        int width = BinaryPrimitives.ReadUInt16LittleEndian(span[6..]);
        int height = BinaryPrimitives.ReadUInt16LittleEndian(span[8..]);
        int background = span[11];
        int at = 13;
        ReadOnlySpan<byte> palette = Palette(span, span[10], ref at);
        int transparent = -1;
        while (at < span.Length)
        {
            switch (span[at++])
            {
                case 0x21 when at < span.Length:
                    if (span[at++] == 0xF9 && at + 5 < span.Length && (span[at + 1] & 1) != 0)
                    {
                        transparent = span[at + 4];
                    }

                    Blocks(span, ref at, null);
                    break;
                case 0x2C when at + 9 < span.Length:
                    return Frame(span, at, (Math.Max(width, 1), Math.Max(height, 1)), palette, background, transparent);
                default:
                    return null;
            }
        }

        return null;
    }

    private static ImageData? Frame(ReadOnlySpan<byte> span, int at, (int Width, int Height) screen, ReadOnlySpan<byte> palette,
        int background, int transparent)
    {
        int left = BinaryPrimitives.ReadUInt16LittleEndian(span[at..]), top = BinaryPrimitives.ReadUInt16LittleEndian(span[(at + 2)..]);
        int width = BinaryPrimitives.ReadUInt16LittleEndian(span[(at + 4)..]),
            height = BinaryPrimitives.ReadUInt16LittleEndian(span[(at + 6)..]);
        byte flags = span[at + 8];
        at += 9;
        ReadOnlySpan<byte> local = Palette(span, flags, ref at);
        palette = local.Length > 0 ? local : palette;
        if (palette.Length == 0 || at >= span.Length || (long)screen.Width * screen.Height > 100_000_000)
        {
            return null;
        }

        int codeSize = span[at++];
        if (codeSize is < 1 or > 8)
        {
            return null;
        }

        var data = new MemoryStream();
        Blocks(span, ref at, data);
        byte[] pixels = Unpack(data.ToArray(), codeSize, width * height);
        byte[] image = new byte[screen.Width * screen.Height];
        Array.Fill(image, (byte)(transparent >= 0 ? transparent : background));
        int row = 0;
        foreach (int y in Rows(height, (flags & 0x40) != 0))
        {
            if (top + y < screen.Height && left < screen.Width)
            {
                pixels.AsSpan(row * width, Math.Min(width, screen.Width - left)).CopyTo(image.AsSpan(((top + y) * screen.Width) + left));
            }

            row++;
        }

        string space = $"[/Indexed/DeviceRGB {(palette.Length / 3) - 1}<{Convert.ToHexString(palette)}>]";
        return new ImageData(screen.Width, screen.Height, space, 8, image)
        {
            Entries = transparent >= 0 ? FormattableString.Invariant($"/Mask[{transparent} {transparent}]") : null,
        };
    }

    private static IEnumerable<int> Rows(int height, bool interlaced) => !interlaced
        ? Enumerable.Range(0, height)
        : new[] { (0, 8), (4, 8), (2, 4), (1, 2) }.SelectMany(pass =>
            Enumerable.Range(0, height).Where(y => y >= pass.Item1 && (y - pass.Item1) % pass.Item2 == 0));

    private static ReadOnlySpan<byte> Palette(ReadOnlySpan<byte> span, byte flags, scoped ref int at)
    {
        int size = (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
        ReadOnlySpan<byte> palette = at + size <= span.Length ? span.Slice(at, size) : [];
        at += size;
        return palette;
    }

    private static void Blocks(ReadOnlySpan<byte> span, ref int at, MemoryStream? into)
    {
        while (at < span.Length && span[at] != 0)
        {
            int length = Math.Min(span[at], span.Length - at - 1);
            into?.Write(span.Slice(at + 1, length));
            at += 1 + length;
        }

        at++;
    }

    /// <summary>LZW with codes that grow from <paramref name="codeSize"/> + 1 to 12 bits. What is missing stays 0.</summary>
    private static byte[] Unpack(byte[] data, int codeSize, int count)
    {
        byte[] pixels = new byte[count];
        var prefix = new short[4096];
        var suffix = new byte[4096];
        var stack = new byte[4097];
        int clear = 1 << codeSize, end = clear + 1, next = end + 1, size = codeSize + 1, previous = -1, first = 0;
        for (int i = 0; i < clear; i++)
        {
            suffix[i] = (byte)i;
        }

        int bits = 0, held = 0, at = 0, written = 0;
        while (written < count)
        {
            while (held < size)
            {
                if (at >= data.Length)
                {
                    return pixels;
                }

                bits |= data[at++] << held;
                held += 8;
            }

            int code = bits & ((1 << size) - 1);
            bits >>= size;
            held -= size;
            if (code == clear)
            {
                (next, size, previous) = (end + 1, codeSize + 1, -1);
                continue;
            }

            if (code == end || code > next || (previous < 0 && code >= clear))
            {
                return pixels;
            }

            int top = 0, walk = code;
            if (code == next)
            {
                stack[top++] = (byte)first;
                walk = previous;
            }

            while (walk >= clear && top < 4096)
            {
                stack[top++] = suffix[walk];
                walk = prefix[walk];
            }

            first = suffix[walk];
            stack[top++] = (byte)first;
            while (top > 0 && written < count)
            {
                pixels[written++] = stack[--top];
            }

            if (previous >= 0 && next < 4096)
            {
                prefix[next] = (short)previous;
                suffix[next++] = (byte)first;
                if (next == 1 << size && size < 12)
                {
                    size++;
                }
            }

            previous = code;
        }

        return pixels;
    }
}
