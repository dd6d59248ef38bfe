using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// Tables that a page builds of plain boxes and calls tables by <c>role</c>: to whoever sees the page, and to whoever has it read out, they
/// are tables, so they become the elements that they stand for.
/// </summary>
internal static class RoleTables
{
    /// <summary>Whether the HTML may hold one.</summary>
    public static bool MayStandIn(string html) =>
        html.Contains("role=\"row\"", StringComparison.Ordinal) || html.Contains("role='row'", StringComparison.Ordinal)
        || html.Contains("role=row", StringComparison.Ordinal);

    /// <summary>Rebuilds them.</summary>
    public static void Rebuild(MarkupTree tree)
    {
        List<MarkupNode>? tables = null;
        for (MarkupNode? node = tree.Root.First; node is not null; node = node.Following(tree.Root))
        {
            if (RoleOf(node) is "table" or "grid" or "treegrid" && !node.Any(part => part.Tag == Tag.Table))
            {
                (tables ??= []).Add(node);
            }
        }

        foreach (MarkupNode table in tables ?? [])
        {
            if (RowsOf(table) is { Count: > 1 } rows)
            {
                Rebuild(tree, table, rows);
            }
        }
    }

    private static void Rebuild(MarkupTree tree, MarkupNode table, List<MarkupNode> rows)
    {
        MarkupNode parent = table.Parent!, made = tree.NewElement(Tag.Table, table.Source);
        table.InsertBefore(made);
        table.Remove();
        foreach (MarkupNode row in rows)
        {
            MarkupNode line = tree.NewElement(Tag.Tr, row.Source);
            made.Append(line);
            while (row.First is { } part)
            {
                part.Remove();
                MarkupNode? cell = RoleOf(part) switch
                {
                    "cell" or "gridcell" => tree.NewElement(Tag.Td, part.Source),
                    "columnheader" or "rowheader" => tree.NewElement(Tag.Th, part.Source),
                    _ => null,
                };
                if (cell is not null)
                {
                    line.Append(cell);
                    while (part.First is { } inner)
                    {
                        inner.Remove();
                        cell.Append(inner);
                    }
                }
            }
        }

        parent.Forget();
    }

    // The rows, where all that has words stands in the cells of rows; else null, so that no word changes its place.
    private static List<MarkupNode>? RowsOf(MarkupNode table)
    {
        var rows = new List<MarkupNode>();
        for (MarkupNode? child = table.First; child is not null; child = child.Next)
        {
            switch (RoleOf(child))
            {
                case "row" when HoldsCells(child):
                    rows.Add(child);
                    break;
                case "rowgroup" when RowsOf(child) is { } inner:
                    rows.AddRange(inner);
                    break;
                default:
                    if (child.HasWords || child.Any(part => Tags.IsImage(part.Tag)))
                    {
                        return null;
                    }

                    break;
            }
        }

        return rows;
    }

    private static bool HoldsCells(MarkupNode row)
    {
        bool any = false;
        for (MarkupNode? child = row.First; child is not null; child = child.Next)
        {
            bool cell = RoleOf(child) is "cell" or "gridcell" or "columnheader" or "rowheader";
            any |= cell;
            if (!cell && (child.HasWords || child.Any(part => Tags.IsImage(part.Tag))))
            {
                return false;
            }
        }

        return any;
    }

    private static string? RoleOf(MarkupNode node) => !node.IsText && (node.Attributes & MarkupAttributes.Words) != 0
        && node.Tag is Tag.Div or Tag.Span or Tag.Section or Tag.Unknown or Tag.Ul or Tag.Li or Tag.P
        ? node.Attribute("role")?.Trim().ToLowerInvariant() : null;
}
