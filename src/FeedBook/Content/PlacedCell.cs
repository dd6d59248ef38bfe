namespace FeedBook.Content;

/// <summary>A cell of a <see cref="TableLayout"/> with its place.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Row">The row it begins in, from 0, counted in the head or in the body.</param>
/// <param name="Column">The column it begins in, from 0; on the right where the table reads from right to left.</param>
public sealed record PlacedCell(TableCell Cell, int Row, int Column)
{
    /// <summary>How many rows it reaches over, at least 1; no further than the head or the body.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>How many of the layout's columns it reaches over, at least 1.</summary>
    public int ColumnSpan { get; init; } = 1;
}
