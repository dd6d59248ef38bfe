namespace FeedBook.Pdf.Text.Unicode;

/// <summary>The order in which a line's pieces are seen (UAX #9, rule L2).</summary>
internal static class BidiOrder
{
    /// <summary>The indices of pieces with these levels, from left to right.</summary>
    public static int[] Visual(ReadOnlySpan<byte> levels)
    {
        var order = new int[levels.Length];
        int highest = 0;
        int lowestOdd = int.MaxValue;
        for (int i = 0; i < levels.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
            if ((levels[i] & 1) != 0)
            {
                lowestOdd = Math.Min(lowestOdd, levels[i]);
            }
        }

        for (int level = highest; level >= lowestOdd; level--)
        {
            for (int i = 0; i < levels.Length; i++)
            {
                if (levels[i] < level)
                {
                    continue;
                }

                int end = i;
                while (end < levels.Length && levels[end] >= level)
                {
                    end++;
                }

                Array.Reverse(order, i, end - i);
                i = end - 1;
            }
        }

        return order;
    }
}
