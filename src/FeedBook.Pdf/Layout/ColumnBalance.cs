namespace FeedBook.Pdf.Layout;

/// <summary>Makes the columns of a text's last page equally long.</summary>
internal static class ColumnBalance
{
    /// <summary>
    /// Deals the fragments of the columns out anew, if there are several columns and no notes or repeated heads among them.
    /// </summary>
    public static void Apply(List<Column> columns, int count)
    {
        if (count < 2 || columns.Any(column => column.Head is not null || column.Foot.Fragments.Count > 0))
        {
            return;
        }

        List<Fragment> fragments = [.. columns.SelectMany(column => column.Body.Fragments).Select(placed => placed.Fragment)];
        double most = columns[0].Height, low = fragments.Sum(fragment => fragment.Height) / count, high = most;
        List<FragmentStack>? best = null;
        for (int i = 0; i < 12; i++)
        {
            double middle = (low + high) / 2;
            if (Deal(fragments, middle, count) is { } dealt)
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
        foreach (FragmentStack stack in best)
        {
            var column = new Column(most);
            columns.Add(column);
            foreach ((Fragment fragment, _) in stack.Fragments)
            {
                column.Add(fragment);
            }
        }
    }

    // Null when the fragments need more columns than there are.
    private static List<FragmentStack>? Deal(List<Fragment> fragments, double height, int count)
    {
        var columns = new List<FragmentStack> { new() };
        for (int i = 0; i < fragments.Count; i++)
        {
            FragmentStack column = columns[^1];
            if (column.Fragments.Count == 0 || column.Height + column.Gap(fragments[i]) + fragments[i].Height
                + FragmentStack.Padding(fragments[i].Frame, null) <= height)
            {
                column.Add(fragments[i]);
                continue;
            }

            if (columns.Count == count)
            {
                return null;
            }

            int from = column.Fragments.Count;
            while (from > 0
                && (fragments[i - (column.Fragments.Count - from)].KeepsWithPrevious || column.Fragments[from - 1].Fragment.KeepsWithNext))
            {
                from--;
            }

            List<Fragment> moved = from > 0 ? column.TakeFrom(from) : [];
            columns.Add(new FragmentStack(moved));
            columns[^1].Add(fragments[i]);
        }

        return columns.All(column => column.Height <= height || column.Fragments.Count == 1) ? columns : null;
    }
}
