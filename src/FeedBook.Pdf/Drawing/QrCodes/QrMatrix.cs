namespace FeedBook.Pdf.Drawing.QrCodes;

/// <summary>The modules of a QR code: patterns, codewords, mask, format (ISO/IEC 18004:2015, 6.3, 7.7 to 7.10).</summary>
internal sealed class QrMatrix
{
    private readonly QrVersion version;
    private readonly int size;
    private readonly bool[] dark, isReserved;

    private QrMatrix(QrVersion version)
    {
        this.version = version;
        size = version.Size;
        dark = new bool[size * size];
        isReserved = new bool[size * size];
    }

    private QrMatrix(QrMatrix other)
    {
        (version, size, isReserved) = (other.version, other.size, other.isReserved);
        dark = (bool[])other.dark.Clone();
    }

    /// <summary>True for a dark module.</summary>
    public bool this[int x, int y] => dark[(y * size) + x];

    /// <summary>Modules from edge to edge.</summary>
    public int Size => size;

    /// <summary>Lays out codewords under the mask that makes the code easiest to read.</summary>
    public static QrMatrix Of(QrVersion version, ReadOnlySpan<byte> codewords)
    {
        var plain = new QrMatrix(version);
        plain.Patterns();
        plain.Codewords(codewords);
        QrMatrix? best = null;
        int least = int.MaxValue;
        for (int mask = 0; mask < 8; mask++)
        {
            var masked = new QrMatrix(plain);
            masked.Mask(mask);
            masked.Format(mask);
            int penalty = QrPenalty.Of(masked);
            if (penalty < least)
            {
                (best, least) = (masked, penalty);
            }
        }

        return best!;
    }

    /// <summary>The 15 bits that tell level and mask, with their correction and pattern (7.9).</summary>
    public static int FormatBits(bool isMedium, int mask)
    {
        int data = ((isMedium ? 0 : 1) << 3) | mask;
        return ((data << 10) | Remainder(data, 10, 0x537)) ^ 0x5412;
    }

    /// <summary>The 18 bits that tell the version, from version 7 on (7.10).</summary>
    public static int VersionBits(int number) => (number << 12) | Remainder(number, 12, 0x1F25);

    private static int Remainder(int data, int bits, int divisor)
    {
        for (int i = 0; i < bits; i++)
        {
            data = (data << 1) ^ ((data >> (bits - 1)) * divisor);
        }

        return data;
    }

    private void Reserve(int x, int y, bool isDark)
    {
        dark[(y * size) + x] = isDark;
        isReserved[(y * size) + x] = true;
    }

    private void Patterns()
    {
        for (int i = 0; i < size; i++)
        {
            Reserve(6, i, i % 2 == 0);
            Reserve(i, 6, i % 2 == 0);
        }

        Finder(3, 3);
        Finder(size - 4, 3);
        Finder(3, size - 4);
        int[] places = version.Alignments();
        foreach (int x in places)
        {
            foreach (int y in places)
            {
                // The three corners have finders.
                if (!(x == 6 && (y == 6 || y == size - 7)) && !(x == size - 7 && y == 6))
                {
                    Rings(x, y, 2);
                }
            }
        }

        // Keeps the place; the bits depend on the mask.
        Format(0);
        if (version.Number < 7)
        {
            return;
        }

        int bits = VersionBits(version.Number);
        for (int i = 0; i < 18; i++)
        {
            bool isDark = ((bits >> i) & 1) != 0;
            Reserve(size - 11 + (i % 3), i / 3, isDark);
            Reserve(i / 3, size - 11 + (i % 3), isDark);
        }
    }

    private void Finder(int x, int y) => Rings(x, y, 4);

    // Dark and light rings around a dark centre: a finder of 7 modules with its light border, an alignment pattern of 5.
    private void Rings(int centreX, int centreY, int radius)
    {
        for (int dy = -radius; dy <= radius; dy++)
        {
            for (int dx = -radius; dx <= radius; dx++)
            {
                int x = centreX + dx, y = centreY + dy, ring = Math.Max(Math.Abs(dx), Math.Abs(dy));
                if ((uint)x < (uint)size && (uint)y < (uint)size)
                {
                    Reserve(x, y, radius == 4 ? ring is not (2 or 4) : ring != 1);
                }
            }
        }
    }

    private void Format(int mask)
    {
        int bits = FormatBits(version.IsMedium, mask);
        for (int i = 0; i < 15; i++)
        {
            bool isDark = ((bits >> i) & 1) != 0;
            // Around the first finder, past the timing patterns…
            (int x, int y) = i switch { < 6 => (8, i), < 8 => (8, i + 1), 8 => (7, 8), _ => (14 - i, 8) };
            Reserve(x, y, isDark);
            // …and again beside the two others.
            (x, y) = i < 8 ? (size - 1 - i, 8) : (8, size - 15 + i);
            Reserve(x, y, isDark);
        }

        Reserve(8, size - 8, true);
    }

    // In columns of two modules from the right, up and down in turn, past the vertical timing pattern.
    private void Codewords(ReadOnlySpan<byte> codewords)
    {
        int at = 0;
        bool isUp = true;
        for (int right = size - 1; right >= 1; right -= 2, isUp = !isUp)
        {
            right -= right == 6 ? 1 : 0;
            for (int i = 0; i < size; i++)
            {
                int y = isUp ? size - 1 - i : i;
                for (int x = right; x >= right - 1; x--)
                {
                    if (!isReserved[(y * size) + x] && at < codewords.Length * 8)
                    {
                        dark[(y * size) + x] = ((codewords[at / 8] >> (7 - (at % 8))) & 1) != 0;
                        at++;
                    }
                }
            }
        }
    }

    private void Mask(int mask)
    {
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                bool isTurned = mask switch
                {
                    0 => (x + y) % 2 == 0,
                    1 => y % 2 == 0,
                    2 => x % 3 == 0,
                    3 => (x + y) % 3 == 0,
                    4 => ((x / 3) + (y / 2)) % 2 == 0,
                    5 => (x * y % 2) + (x * y % 3) == 0,
                    6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
                    _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
                };
                dark[(y * size) + x] ^= isTurned && !isReserved[(y * size) + x];
            }
        }
    }
}
