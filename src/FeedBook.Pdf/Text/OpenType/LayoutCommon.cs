namespace FeedBook.Pdf.Text.OpenType;

/// <summary>The two small tables that every OpenType layout lookup is made of (OpenType 1.9, "Layout common table formats").</summary>
internal static class LayoutCommon
{
    /// <summary>The glyph's place in a coverage table; -1 when it is not in it.</summary>
    public static int CoverageIndex(FontBytes coverage, int glyph)
    {
        int low = 0;
        int high = coverage.U16(2) - 1;
        if (coverage.U16(0) == 1)
        {
            while (low <= high)
            {
                int middle = (low + high) >> 1;
                int at = coverage.U16(4 + (2 * middle));
                if (at == glyph)
                {
                    return middle;
                }

                (low, high) = at < glyph ? (middle + 1, high) : (low, middle - 1);
            }

            return -1;
        }

        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int range = 4 + (6 * middle);
            if (glyph < coverage.U16(range))
            {
                high = middle - 1;
            }
            else if (glyph > coverage.U16(range + 2))
            {
                low = middle + 1;
            }
            else
            {
                return coverage.U16(range + 4) + glyph - coverage.U16(range);
            }
        }

        return -1;
    }

    /// <summary>The glyph's class in a class definition table; 0 when it is in none.</summary>
    public static int ClassOf(FontBytes table, int glyph)
    {
        if (table.U16(0) == 1)
        {
            int first = table.U16(2);
            return glyph >= first && glyph < first + table.U16(4) ? table.U16(6 + (2 * (glyph - first))) : 0;
        }

        int low = 0;
        int high = table.U16(2) - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int range = 4 + (6 * middle);
            if (glyph < table.U16(range))
            {
                high = middle - 1;
            }
            else if (glyph > table.U16(range + 2))
            {
                low = middle + 1;
            }
            else
            {
                return table.U16(range + 4);
            }
        }

        return 0;
    }
}
