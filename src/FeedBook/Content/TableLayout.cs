namespace FeedBook.Content;

/// <summary>
/// A table as a grid, for writers that place each cell by its column: cells that reach over several rows and columns push the others aside,
/// and columns in which no cell begins are none.
/// </summary>
public sealed class TableLayout
{
    private TableLayout(IReadOnlyList<IReadOnlyList<PlacedCell>> head, IReadOnlyList<IReadOnlyList<PlacedCell>> body)
    {
        Head = head;
        Body = body;
        Columns = head.Concat(body).SelectMany(row => row).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(1).Max();
    }

    /// <summary>How many columns there are; at least 1.</summary>
    public int Columns { get; }

    /// <summary>The rows of the head. May be empty.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedCell>> Head { get; }

    /// <summary>The rows of the body. May be empty; a row that cells from above fill is.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedCell>> Body { get; }

    /// <summary>Places a table's cells.</summary>
    public static TableLayout Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        List<IReadOnlyList<(TableCell Cell, int Column)>> head = TableGrid.Place(table.Head), body = TableGrid.Place(table.Body);
        TableGrid.Compact(head, body);
        return new TableLayout(Rows(head), Rows(body));
    }

    // A cell reaches no further down than the rows of its part.
    private static IReadOnlyList<IReadOnlyList<PlacedCell>> Rows(List<IReadOnlyList<(TableCell Cell, int Column)>> rows) =>
        [.. rows.Select((row, index) => row.Select(placed => new PlacedCell(placed.Cell, index, placed.Column)
        {
            RowSpan = Math.Clamp(placed.Cell.RowSpan, 1, rows.Count - index),
            ColumnSpan = placed.Cell.ColumnSpan,
        }).ToArray())];
}
