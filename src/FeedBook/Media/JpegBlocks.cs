namespace FeedBook.Media;

/// <summary>Reads a baseline JPEG's blocks as far as is needed to tell whether all of them are alike and flat (ITU-T T.81, F.2).</summary>
internal static class JpegBlocks
{
    /// <summary>Whether the image is of one colour; <see cref="Media.Blankness.None"/> for one whose blocks are kept in another way than
    /// the baseline's.</summary>
    /// <param name="source">A file whose segments are whole.</param>
    /// <exception cref="InvalidDataException">The data are broken.</exception>
    public static Blankness Blankness(ByteSource source)
    {
        var tables = new Dictionary<int, HuffmanTable>();
        var frame = new List<Component>();
        int width = 0, height = 0, restart = 0;
        for (long position = 2; ;)
        {
            while (source.Byte(position) == 0xFF && source.Byte(position + 1) == 0xFF)
            {
                position++;
            }

            int marker = source.Byte(position + 1), length = source.UInt16(position + 2);
            if (source.Byte(position) != 0xFF || length < 2)
            {
                return Media.Blankness.None;
            }

            position += 4;
            switch (marker)
            {
                case 0xC0 or 0xC1:
                    (height, width) = (source.UInt16(position + 1), source.UInt16(position + 3));
                    for (int i = 0; i < source.Byte(position + 5); i++)
                    {
                        int factors = source.Byte(position + 7 + (3 * i));
                        frame.Add(new Component(source.Byte(position + 6 + (3 * i)), (factors >> 4) * (factors & 15), factors >> 4,
                            factors & 15));
                    }

                    break;
                case >= 0xC2 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    return Media.Blankness.None;
                case 0xC4:
                    for (long at = position; at < position + length - 2;)
                    {
                        var table = HuffmanTable.Read(source, at);
                        tables[source.Byte(at)] = table;
                        at += 17 + table.Count;
                    }

                    break;
                case 0xDD:
                    restart = source.UInt16(position);
                    break;
                case 0xDA:
                    // In several scans each holds a part of the image; the first says nothing of the others.
                    return source.Byte(position) == frame.Count && frame.Count > 0
                        && IsFlat(source, position, frame, tables, Units(frame, width, height), restart)
                        ? Media.Blankness.OneColour
                        : Media.Blankness.None;
            }

            position += length - 2;
        }
    }

    private static long Units(List<Component> frame, int width, int height)
    {
        int across = frame.Count == 1 ? 1 : frame.Max(component => component.Across), down = frame.Count == 1 ? 1
            : frame.Max(component => component.Down);
        return ((width + (8L * across) - 1) / (8 * across)) * ((height + (8L * down) - 1) / (8 * down));
    }

    private static bool IsFlat(ByteSource source, long header, List<Component> frame, Dictionary<int, HuffmanTable> tables, long units,
        int restart)
    {
        var bits = new BitReader(source, header + (2 * frame.Count) + 4);
        int?[] level = new int?[frame.Count];
        for (long unit = 0; unit < units; unit++)
        {
            bool starts = unit == 0 || (restart > 0 && unit % restart == 0);
            if (starts && unit > 0)
            {
                bits.Restart();
            }

            for (int i = 0; i < frame.Count; i++)
            {
                int chosen = source.Byte(header + 2 + (2 * i));
                if (!tables.TryGetValue(chosen >> 4, out HuffmanTable? dc)
                    || !tables.TryGetValue(0x10 | (chosen & 15), out HuffmanTable? ac))
                {
                    throw new InvalidDataException("A table is missing.");
                }

                for (int block = 0; block < (frame.Count == 1 ? 1 : frame[i].Blocks); block++)
                {
                    int difference = bits.Difference(dc.Next(bits)), expected = starts && block == 0 ? level[i] ??= difference : 0;
                    if (difference != expected || ac.Next(bits) != 0)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private readonly record struct Component(int Id, int Blocks, int Across, int Down);

    private sealed class BitReader(ByteSource source, long position)
    {
        private long at = position;
        private int held, bits;

        public int Next()
        {
            if (bits == 0)
            {
                held = source.Byte(at++);
                bits = 8;
                if (held == 0xFF && source.Byte(at++) != 0)
                {
                    throw new InvalidDataException("A marker inside the data.");
                }

                if (held < 0)
                {
                    throw new InvalidDataException("The data end too soon.");
                }
            }

            return (held >> --bits) & 1;
        }

        /// <summary>A number of so many bits, as T.81 table F.1 writes differences.</summary>
        public int Difference(int size)
        {
            int value = 0;
            for (int i = 0; i < size; i++)
            {
                value = (value << 1) | Next();
            }

            return size == 0 || value >= 1 << (size - 1) ? value : value - (1 << size) + 1;
        }

        public void Restart()
        {
            bits = 0;
            at += 2;
        }
    }

    private sealed class HuffmanTable(int[] counts, byte[] values)
    {
        public int Count => values.Length;

        public static HuffmanTable Read(ByteSource source, long at)
        {
            int[] counts = [.. source.At(at + 1, 16).ToArray().Select(count => (int)count)];
            return counts.Length == 16 && source.At(at + 17, counts.Sum()) is var values && values.Length == counts.Sum()
                ? new HuffmanTable(counts, values.ToArray())
                : throw new InvalidDataException("A table is cut short.");
        }

        public int Next(BitReader bits)
        {
            int code = 0, first = 0, index = 0;
            foreach (int count in counts)
            {
                code |= bits.Next();
                if (code - first < count)
                {
                    return values[index + code - first];
                }

                index += count;
                first = (first + count) << 1;
                code <<= 1;
            }

            throw new InvalidDataException("A code that stands for nothing.");
        }
    }
}
