namespace FeedBook.Pdf.Drawing.QrCodes;

/// <summary>How hard a code is to read: what is counted against a mask (ISO/IEC 18004:2015, 7.8.3).</summary>
internal static class QrPenalty
{
    // 1:1:3:1:1, dark first, as a finder looks, with four light modules before or after.
    private const int FinderBefore = 0b0000_1011101, FinderAfter = 0b1011101_0000;

    /// <summary>The penalty; less is better.</summary>
    public static int Of(QrMatrix code)
    {
        int penalty = 0, dark = 0, size = code.Size;
        for (int i = 0; i < size; i++)
        {
            penalty += Line(code, i, isRow: true) + Line(code, i, isRow: false);
            for (int j = 0; j < size; j++)
            {
                dark += code[i, j] ? 1 : 0;
                bool first = code[i, j];
                if (i > 0 && j > 0 && code[i - 1, j] == first && code[i, j - 1] == first && code[i - 1, j - 1] == first)
                {
                    penalty += 3;
                }
            }
        }

        // Ten for each full twentieth that dark and light are away from one half.
        return penalty + (Math.Abs((dark * 20) - (size * size * 10)) / (size * size) * 10);
    }

    private static int Line(QrMatrix code, int line, bool isRow)
    {
        int penalty = 0, run = 0, window = 0;
        bool last = false;
        for (int i = 0; i < code.Size; i++)
        {
            bool isDark = isRow ? code[i, line] : code[line, i];
            run = i > 0 && isDark == last ? run + 1 : 1;
            last = isDark;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
            window = ((window << 1) | (isDark ? 1 : 0)) & 0x7FF;
            penalty += i >= 10 && window is FinderBefore or FinderAfter ? 40 : 0;
        }

        return penalty;
    }
}
