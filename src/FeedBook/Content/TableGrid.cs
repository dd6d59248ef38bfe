using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>Finds the column of each cell where cells reach over several rows and columns.</summary>
internal static class TableGrid
{
    /// <summary>The cells of each row with the columns they begin in.</summary>
    public static List<IReadOnlyList<(TableCell Cell, int Column)>> Place(ImmutableArray<TableRow> rows)
    {
        var placed = new List<IReadOnlyList<(TableCell, int)>>(rows.Length);
        // Until which row each column is taken by a cell from above.
        var taken = new List<int>();
        for (int row = 0; row < rows.Length; row++)
        {
            var cells = new List<(TableCell, int)>();
            int column = 0;
            foreach (TableCell cell in rows[row].Cells)
            {
                while (column < taken.Count && taken[column] > row)
                {
                    column++;
                }

                cells.Add((cell, column));
                for (int i = 0; i < cell.ColumnSpan; i++, column++)
                {
                    while (taken.Count <= column)
                    {
                        taken.Add(0);
                    }

                    taken[column] = row + cell.RowSpan;
                }
            }

            placed.Add(cells);
        }

        return placed;
    }

    /// <summary>
    /// Takes out the columns in which no cell begins: what reaches over them is no wider for it. A head of 1,000 columns above two is one
    /// of two.
    /// </summary>
    /// <param name="parts">The rows of head and body as <see cref="Place"/> placed them; they change.</param>
    public static void Compact(params ReadOnlySpan<List<IReadOnlyList<(TableCell Cell, int Column)>>> parts)
    {
        var begun = new SortedSet<int>();
        foreach (List<IReadOnlyList<(TableCell Cell, int Column)>> rows in parts)
        {
            begun.UnionWith(rows.SelectMany(row => row).Select(placed => placed.Column));
        }

        int[] columns = [.. begun];
        foreach (List<IReadOnlyList<(TableCell Cell, int Column)>> rows in parts)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                rows[i] = [.. rows[i].Select(placed =>
                {
                    int first = Array.BinarySearch(columns, placed.Column),
                        next = Array.BinarySearch(columns, placed.Column + placed.Cell.ColumnSpan);
                    return (placed.Cell with { ColumnSpan = (next < 0 ? ~next : next) - first }, first);
                })];
            }
        }
    }
}
