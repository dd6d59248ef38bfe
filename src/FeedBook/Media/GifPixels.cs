namespace FeedBook.Media;

/// <summary>Decodes a GIF's only frame as far as is needed to tell whether it is blank (GIF 89a, appendix F: LZW).</summary>
internal static class GifPixels
{
    private const int MostCodes = 4096;

    /// <summary>Whether the image is blank.</summary>
    /// <param name="source">A file whose blocks are whole.</param>
    /// <exception cref="InvalidDataException">The data are broken.</exception>
    public static Blankness Blankness(ByteSource source)
    {
        int width = source.UInt16(6, littleEndian: true), height = source.UInt16(8, littleEndian: true), transparent = -1;
        long position = 13 + Palette(source.Byte(10));
        for (; source.Byte(position) is 0x21 or 0; position++)
        {
            if (source.Byte(position) == 0)
            {
                continue;
            }

            if (source.Byte(position + 1) == 0xF9 && (source.Byte(position + 3) & 1) != 0)
            {
                transparent = source.Byte(position + 6);
            }

            for (position += 2; source.Byte(position) is > 0 and var length; position += length + 1)
            {
            }
        }

        if (source.Byte(position) != 0x2C)
        {
            return Media.Blankness.None;
        }

        long columns = source.UInt16(position + 5, littleEndian: true), lines = source.UInt16(position + 7, littleEndian: true);
        position += 10 + Palette(source.Byte(position + 9));
        var watch = new PixelWatch();
        Read(source, position, columns * lines, transparent, watch);

        // What the frame does not cover is transparent.
        return watch.Result == Media.Blankness.OneColour && (columns < width || lines < height) ? Media.Blankness.None : watch.Result;
    }

    private static int Palette(int flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    private static void Read(ByteSource source, long position, long pixels, int transparent, PixelWatch watch)
    {
        int smallest = source.Byte(position), clear = 1 << smallest;
        if (smallest is < 1 or > 11)
        {
            throw new InvalidDataException("No such code size.");
        }

        int[] before = new int[MostCodes], last = new int[MostCodes], first = new int[MostCodes];
        for (int i = 0; i < clear; i++)
        {
            (before[i], last[i], first[i]) = (-1, i, i);
        }

        var codes = new Codes(source, position + 1);
        int next = clear + 2, size = smallest + 1, previous = -1;
        while (pixels > 0 && !watch.IsDecided && codes.Next(size) is >= 0 and var code && code != clear + 1)
        {
            if (code == clear)
            {
                (next, size, previous) = (clear + 2, smallest + 1, -1);
                continue;
            }

            if (code > next || (code == next && previous < 0))
            {
                throw new InvalidDataException("A code that stands for nothing.");
            }

            if (previous >= 0 && next < MostCodes)
            {
                (before[next], first[next]) = (previous, first[previous]);
                last[next] = first[code == next ? previous : code];
                next++;
                size = next == 1 << size && size < 12 ? size + 1 : size;
            }

            previous = code;
            for (int at = code; at >= 0; at = before[at], pixels--)
            {
                watch.Add((ulong)last[at], last[at] == transparent);
            }
        }
    }

    private sealed class Codes(ByteSource source, long position)
    {
        private long at = position;
        private int left, held, bits;

        /// <summary>The next code; -1 at the end.</summary>
        public int Next(int size)
        {
            while (bits < size)
            {
                if (left == 0)
                {
                    left = source.Byte(at++);
                    if (left <= 0)
                    {
                        return -1;
                    }
                }

                int value = source.Byte(at++);
                if (value < 0)
                {
                    return -1;
                }

                held |= value << bits;
                bits += 8;
                left--;
            }

            int code = held & ((1 << size) - 1);
            held >>= size;
            bits -= size;
            return code;
        }
    }
}
