using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

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
}
