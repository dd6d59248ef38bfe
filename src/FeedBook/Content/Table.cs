using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>A table. Layout tables of the source are not tables here: they become plain blocks.</summary>
/// <param name="Head">The rows repeated at each page's top; may be empty.</param>
/// <param name="Body">The other rows. <paramref name="Head"/> and body together are never empty.</param>
public sealed record Table(ImmutableArray<TableRow> Head, ImmutableArray<TableRow> Body) : Block
{
    private readonly Sequence<Inline> caption;
    private readonly Sequence<TableRow> head = new(Head);
    private readonly Sequence<TableRow> body = new(Body);

    /// <summary>The rows repeated at each page's top; may be empty.</summary>
    public ImmutableArray<TableRow> Head { get => head.Array; init => head = new(value); }

    /// <summary>The other rows. <see cref="Head"/> and body together are never empty.</summary>
    public ImmutableArray<TableRow> Body { get => body.Array; init => body = new(value); }

    /// <summary>The table's own caption; empty when there is none.</summary>
    public ImmutableArray<Inline> Caption { get => caption.Array; init => caption = new(value); }
}

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">The cells that start in this row; may be empty where cells from above reach down.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells)
{
    private readonly Sequence<TableCell> cells = new(Cells);

    /// <summary>The cells that start in this row; may be empty where cells from above reach down.</summary>
    public ImmutableArray<TableCell> Cells { get => cells.Array; init => cells = new(value); }
}

/// <summary>A cell of a <see cref="TableRow"/>.</summary>
/// <param name="Blocks">The cell's content; may be empty.</param>
public sealed record TableCell(ImmutableArray<Block> Blocks)
{
    private readonly Sequence<Block> blocks = new(Blocks);

    /// <summary>The cell's content; may be empty.</summary>
    public ImmutableArray<Block> Blocks { get => blocks.Array; init => blocks = new(value); }

    /// <summary>True for a header cell.</summary>
    public bool IsHeader { get; init; }

    /// <summary>How many columns it covers: 1 to 1,000.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows it covers: 1 to 65,534, never past the part (head or body) it stands in.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>How the source aligned the text; null for the default.</summary>
    public TextAlignment? Alignment { get; init; }
}
