namespace FeedBook.Pdf.Drawing.QrCodes;

/// <summary>Error correction over the field of 256 elements modulo x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004:2015, 7.5).</summary>
internal static class ReedSolomon
{
    /// <summary>The codewords that correct a block: the remainder of its polynomial divided by (x − 1)(x − 2)(x − 4)…</summary>
    /// <param name="data">The block.</param>
    /// <param name="length">How many codewords.</param>
    public static byte[] Correction(ReadOnlySpan<byte> data, int length)
    {
        byte[] divisor = Divisor(length);
        var remainder = new byte[length];
        foreach (byte value in data)
        {
            int factor = value ^ remainder[0];
            remainder.AsSpan(1).CopyTo(remainder);
            remainder[^1] = 0;
            for (int i = 0; i < length; i++)
            {
                remainder[i] ^= Multiply(divisor[i], factor);
            }
        }

        return remainder;
    }

    // Highest power first, its factor 1 left out.
    private static byte[] Divisor(int length)
    {
        var divisor = new byte[length];
        divisor[^1] = 1;
        int root = 1;
        for (int i = 0; i < length; i++)
        {
            for (int j = 0; j < length; j++)
            {
                divisor[j] = (byte)(Multiply(divisor[j], root) ^ (j + 1 < length ? divisor[j + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return divisor;
    }

    private static byte Multiply(int x, int y)
    {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((y >> bit) & 1) * x;
        }

        return (byte)product;
    }
}
