namespace FeedBook.Pdf.Drawing.QrCodes;

/// <summary>A size of QR code with its error correction (ISO/IEC 18004:2015, tables 1, 7 and 9).</summary>
internal sealed record QrVersion
{
    // Level L, then level M; by version. Codewords of error correction in a block, and blocks.
    private static readonly byte[][] Corrections =
    [
        [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30,
            30, 30, 30, 30, 30, 30, 30],
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
            28, 28, 28, 28, 28, 28, 28],
    ];

    private static readonly byte[][] BlockCounts =
    [
        [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22,
            24, 25],
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40,
            43, 45, 47, 49],
    ];

    private QrVersion(int number, bool isMedium)
    {
        (Number, IsMedium) = (number, isMedium);
        int level = isMedium ? 1 : 0;
        (CorrectionLength, Blocks) = (Corrections[level][number - 1], BlockCounts[level][number - 1]);
    }

    /// <summary>1 to 40.</summary>
    public int Number { get; }

    /// <summary>True for level M, false for level L.</summary>
    public bool IsMedium { get; }

    /// <summary>Codewords of error correction in each block.</summary>
    public int CorrectionLength { get; }

    /// <summary>How many blocks the codewords are parted into.</summary>
    public int Blocks { get; }

    /// <summary>Modules from edge to edge.</summary>
    public int Size => (4 * Number) + 17;

    /// <summary>All codewords.</summary>
    public int Codewords => DataModules / 8;

    /// <summary>Codewords of data.</summary>
    public int DataLength => Codewords - (CorrectionLength * Blocks);

    /// <summary>Bits of the count of characters in byte mode.</summary>
    public int CountBits => Number < 10 ? 8 : 16;

    /// <summary>The most bytes in byte mode.</summary>
    public int Capacity => ((DataLength * 8) - 4 - CountBits) / 8;

    /// <summary>Version and level L.</summary>
    public static QrVersion Low(int number) => new(number, false);

    /// <summary>Version and level M.</summary>
    public static QrVersion Medium(int number) => new(number, true);

    /// <summary>Where the centres of alignment patterns stand, in columns and in rows (annex E).</summary>
    public int[] Alignments()
    {
        if (Number == 1)
        {
            return [];
        }

        int count = (Number / 7) + 2;
        int step = ((Number * 8) + (count * 3) + 5) / ((count * 4) - 4) * 2;
        var places = new int[count];
        places[0] = 6;
        for (int i = 1; i < count; i++)
        {
            places[i] = Size - 7 - ((count - 1 - i) * step);
        }

        return places;
    }

    // What is left of the square when the patterns, the format and the version have their place.
    private int DataModules
    {
        get
        {
            int modules = (((16 * Number) + 128) * Number) + 64;
            if (Number >= 2)
            {
                int count = (Number / 7) + 2;
                modules -= (((25 * count) - 10) * count) - 55;
                modules -= Number >= 7 ? 36 : 0;
            }

            return modules;
        }
    }
}
