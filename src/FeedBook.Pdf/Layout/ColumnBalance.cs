namespace FeedBook.Pdf.Layout;

/// <summary>Makes the columns of a text's last page equally long.</summary>
internal static class ColumnBalance
{
    /// <summary>Deals the strips of the columns out anew, if there are several columns and no notes or repeated heads among them.</summary>
    public static void Apply(List<Column> columns, int count)
    {
        if (count < 2 || columns.Any(column => column.Head is not null || column.Foot.Strips.Count > 0))
        {
            return;
        }

        List<Strip> strips = [.. columns.SelectMany(column => column.Body.Strips).Select(placed => placed.Strip)];
        double most = columns[0].Height, low = strips.Sum(strip => strip.Height) / count, high = most;
        List<StripStack>? best = null;
        for (int i = 0; i < 12; i++)
        {
            double middle = (low + high) / 2;
            if (Deal(strips, middle, count) is { } dealt)
            {
                (best, high) = (dealt, middle);
            }
            else
            {
                low = middle;
            }
        }

        if (best is null)
        {
            return;
        }

        columns.Clear();
        foreach (StripStack stack in best)
        {
            var column = new Column(most);
            columns.Add(column);
            foreach ((Strip strip, _) in stack.Strips)
            {
                column.Add(strip);
            }
        }
    }

    // Null when the strips need more columns than there are.
    private static List<StripStack>? Deal(List<Strip> strips, double height, int count)
    {
        var columns = new List<StripStack> { new() };
        for (int i = 0; i < strips.Count; i++)
        {
            StripStack column = columns[^1];
            if (column.Strips.Count == 0 || column.Height + column.Gap(strips[i]) + strips[i].Height + StripStack.Padding(strips[i].Frame, null) <= height)
            {
                column.Add(strips[i]);
                continue;
            }

            if (columns.Count == count)
            {
                return null;
            }

            int from = column.Strips.Count;
            while (from > 0 && (strips[i - (column.Strips.Count - from)].KeepsWithPrevious || column.Strips[from - 1].Strip.KeepsWithNext))
            {
                from--;
            }

            List<Strip> moved = from > 0 ? column.TakeFrom(from) : [];
            columns.Add(new StripStack(moved));
            columns[^1].Add(strips[i]);
        }

        return columns.All(column => column.Height <= height || column.Strips.Count == 1) ? columns : null;
    }
}
