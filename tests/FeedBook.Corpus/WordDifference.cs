namespace FeedBook.Corpus;

/// <summary>
/// The shortest difference of two lists of words (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
/// </summary>
internal static class WordDifference
{
    /// <summary>
    /// Where the lists differ: pairs of ranges of which at least one is not empty, in order. Between them the lists agree.
    /// </summary>
    public static List<(Range First, Range Second)> Of(List<string> first, List<string> second)
    {
        int n = first.Count, m = second.Count, most = n + m;
        var reach = new int[(2 * most) + 3];
        var history = new List<int[]>();
        for (int d = 0; d <= most; d++)
        {
            // Only the diagonals of this round are written.
            history.Add(reach[(most + 1 - d)..(most + 2 + d)]);
            for (int k = -d; k <= d; k += 2)
            {
                int x = k == -d || (k != d && reach[most + k] < reach[most + k + 2]) ? reach[most + k + 2] : reach[most + k] + 1;
                while (x < n && x - k < m && first[x] == second[x - k])
                {
                    x++;
                }

                reach[most + 1 + k] = x;
                if (x >= n && x - k >= m)
                {
                    return Trace(history, n, m, d);
                }
            }
        }

        return [];
    }

    private static List<(Range First, Range Second)> Trace(List<int[]> history, int x, int y, int rounds)
    {
        var steps = new List<(int X0, int Y0, int X1, int Y1)>();
        for (int d = rounds; d > 0; d--)
        {
            // history[d] holds the diagonals -d to d as they were before round d.
            int[] before = history[d];
            int k = x - y;
            bool isDown = k == -d || (k != d && before[d + k - 1] < before[d + k + 1]);
            int from = isDown ? k + 1 : k - 1;
            int fromX = before[d + from], fromY = fromX - from;
            steps.Add(isDown ? (fromX, fromY, fromX, fromY + 1) : (fromX, fromY, fromX + 1, fromY));
            (x, y) = (fromX, fromY);
        }

        steps.Reverse();
        var differences = new List<(Range First, Range Second)>();
        for (int i = 0; i < steps.Count;)
        {
            (int x0, int y0, int x1, int y1) = steps[i++];
            while (i < steps.Count && steps[i].X0 == x1 && steps[i].Y0 == y1)
            {
                (_, _, x1, y1) = steps[i++];
            }

            differences.Add((x0..x1, y0..y1));
        }

        return differences;
    }
}
