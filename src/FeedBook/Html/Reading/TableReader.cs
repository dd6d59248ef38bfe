using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Figures;
using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>Tables that hold data. A table that only lays out a page is read as the plain blocks in its cells.</summary>
internal static partial class TableReader
{
    private const int LongestDataCell = 400;

    public static void Read(BlockReader reader, MarkupNode table)
    {
        var parts = new Parts(reader.Plan);
        parts.Gather(table, Section.Body);
        foreach (MarkupNode stray in parts.Stray)
        {
            // HTML §13.2.6.1: what may not stand in a table stands before it ("foster parenting").
            reader.Node(stray);
        }

        // A table's caption is a run of words; a picture in it stands before the table.
        foreach (MarkupNode picture in parts.Caption is { } own && reader.Plan.IsFree(own)
            ? own.WithDescendants().Where(node => reader.Plan.ImageOf(node) is not null).ToList() : [])
        {
            picture.Remove();
            reader.Node(picture);
        }

        reader.Flush();
        List<MarkupNode> rows = [.. parts.Head, .. parts.Body, .. parts.Foot];
        MarkupNode[][] lines = [.. rows.Select(row => Cells(row).ToArray())];
        if (LineNumbers.AreLines(lines))
        {
            CodeReader.ReadLines(reader, table, lines.Select(row => (row[0], row[1])));
            return;
        }

        if (reader.IsTooDeep || IsLayout(reader, table, parts, rows))
        {
            Lay(reader, parts, rows);
            return;
        }

        string? id = reader.Anchors.Take();
        ImmutableArray<Inline> caption = parts.Caption is null || !reader.Plan.IsFree(parts.Caption) ? []
            : reader.RunOf([parts.Caption], Claim.None);
        List<List<TableCell>> head = Rows(reader, parts.Head), body = [.. Rows(reader, parts.Body), .. Rows(reader, parts.Foot)];
        bool headless = head.Count == 0;
        while (headless && body.Count > 1 && body[0].Count > 1 && body[0].TrueForAll(cell => cell is { IsHeader: true, RowSpan: 1 }))
        {
            head.Add(body[0]);
            body.RemoveAt(0);
        }

        ImmutableArray<TableRow> headRows = Fit(head), bodyRows = Fit(body);
        if (headRows.Concat(bodyRows).All(row => row.Cells.All(cell => cell.Blocks.IsEmpty)))
        {
            if (!caption.IsEmpty)
            {
                reader.Add(new Paragraph(caption), id);
            }

            return;
        }

        reader.Add(new Table(headRows, bodyRows) { Caption = caption }, id);
    }

    /// <summary>Whether the node stands directly in an element of this kind.</summary>
    public static bool IsIn(MarkupNode node, Tag tag) => node.Parent?.Tag == tag;

    private static bool IsLayout(BlockReader reader, MarkupNode table, Parts parts, List<MarkupNode> rows)
    {
        string role = table.Attribute("role") ?? "";
        if (rows.Count == 0 || role.Equals("presentation", StringComparison.OrdinalIgnoreCase)
            || role.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        MarkupNode[][] cells = [.. rows.Select(row => Cells(row).ToArray())];
        if (parts.Caption is not null || parts.Head.Count > 0 || HasHeads(cells))
        {
            return false;
        }

        return cells.Max(row => row.Length) < 2 || Array.Exists(cells, row => Array.Exists(row, cell => IsLarge(reader, cell)))
            || (rows.Count < 2 && !Array.Exists(cells[0], cell => cell.Tag == Tag.Th));
    }

    // A row of heads over columns, or a head before each row: whatever the other cells hold, they are data.
    private static bool HasHeads(MarkupNode[][] rows)
    {
        MarkupNode[][] wide = Array.FindAll(rows, row => row.Length > 1);
        return wide.Length > 0 && rows.Length > 1
            && (Array.TrueForAll(wide[0], cell => cell.Tag == Tag.Th)
                || (wide.Length > 1 && Array.TrueForAll(wide, row => row[0].Tag == Tag.Th)));
    }

    private static bool IsLarge(BlockReader reader, MarkupNode cell)
    {
        if (cell.TextLength > LongestDataCell)
        {
            return true;
        }

        for (MarkupNode? node = cell.First; node is not null; node = node.Following(cell))
        {
            if (node.Tag is Tag.Table or Tag.Blockquote or Tag.Pre or Tag.Figure or Tag.Iframe or Tag.Video || Tags.IsHeading(node.Tag)
                || reader.Plan.ImageOf(node) is { Use: ImageUse.Block, Width: not <= 120 })
            {
                return true;
            }
        }

        return false;
    }

    private static void Lay(BlockReader reader, Parts parts, List<MarkupNode> rows)
    {
        if (parts.Caption is { } caption && reader.Plan.IsFree(caption))
        {
            reader.Anchors.Pass(caption);
            reader.Children(caption);
            reader.Flush();
        }

        foreach (MarkupNode row in rows)
        {
            if (row.Parent is { Tag: Tag.Tbody or Tag.Thead or Tag.Tfoot } group)
            {
                reader.Anchors.Pass(group);
            }

            reader.Anchors.Pass(row);
            foreach (MarkupNode cell in Cells(row))
            {
                if (LineNumbers.IsColumn(cell))
                {
                    CodeReader.TellNumbers(reader, cell);
                }
                else if (reader.Plan.IsFree(cell))
                {
                    reader.Flush();
                    reader.Anchors.Pass(cell);
                    reader.Children(cell);
                    reader.Flush();
                }
            }
        }
    }

    private static List<List<TableCell>> Rows(BlockReader reader, List<MarkupNode> rows)
    {
        var read = new List<List<TableCell>>();
        foreach (MarkupNode row in rows)
        {
            var cells = new List<TableCell>();
            reader.Anchors.Pass(row);
            List<MarkupNode> inRow = [.. Cells(row)];
            if (inRow.Count > 0 && inRow.TrueForAll(cell => !reader.Plan.IsFree(cell)))
            {
                // The row below the images: all of it stands in their captions.
                inRow.ForEach(reader.Anchors.Pass);
                continue;
            }

            foreach (MarkupNode cell in inRow)
            {
                reader.Anchors.Pass(cell);
                cells.Add(new TableCell(reader.Plan.IsFree(cell) ? reader.Inside(cell) : [])
                {
                    IsHeader = cell.Tag == Tag.Th,
                    ColumnSpan = Math.Clamp(Number(cell.Attribute("colspan")), 1, 1_000),
                    RowSpan = Math.Clamp(Number(cell.Attribute("rowspan")), 1, 65_534),
                    Alignment = BlockScope.AlignmentOf(cell) is { } alignment and not TextAlignment.Start ? alignment : null,
                });
            }

            read.Add(cells);
        }

        return read;
    }

    // No cell reaches below its part, and a row without cells stays only where cells from above reach into it.
    private static ImmutableArray<TableRow> Fit(List<List<TableCell>> rows)
    {
        int covered = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Count == 0 && covered <= i)
            {
                rows.RemoveAt(i--);
                continue;
            }

            foreach (TableCell cell in rows[i])
            {
                covered = Math.Max(covered, i + cell.RowSpan);
            }
        }

        var fitted = ImmutableArray.CreateBuilder<TableRow>(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            int below = rows.Count - i;
            fitted.Add(new TableRow([.. rows[i].Select(cell => cell.RowSpan > below ? cell with { RowSpan = below } : cell)]));
        }

        return fitted.ToImmutable();
    }

    private static IEnumerable<MarkupNode> Cells(MarkupNode row)
    {
        if (row.Tag is Tag.Td or Tag.Th)
        {
            yield return row;
            yield break;
        }

        for (MarkupNode? child = row.First; child is not null; child = child.Next)
        {
            if (child.Tag is Tag.Td or Tag.Th)
            {
                yield return child;
            }
        }
    }

    private static int Number(string? text) =>
        text is not null && LeadingNumber().Match(text) is { Success: true } match
            && int.TryParse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;

    private enum Section
    {
        Head,
        Body,
        Foot,
    }

    private sealed class Parts(ArticlePlan plan)
    {
        public List<MarkupNode> Head { get; } = [];

        public List<MarkupNode> Body { get; } = [];

        public List<MarkupNode> Foot { get; } = [];

        public List<MarkupNode> Stray { get; } = [];

        public MarkupNode? Caption { get; private set; }

        public void Gather(MarkupNode parent, Section section)
        {
            for (MarkupNode? child = parent.First; child is not null; child = child.Next)
            {
                // What a figure has taken as its caption is read there.
                if (!plan.IsFree(child))
                {
                    continue;
                }

                switch (child.Tag)
                {
                    case Tag.Thead:
                        Gather(child, Section.Head);
                        break;
                    case Tag.Tbody:
                        Gather(child, Section.Body);
                        break;
                    case Tag.Tfoot:
                        Gather(child, Section.Foot);
                        break;
                    case Tag.Tr or Tag.Td or Tag.Th:
                        (section == Section.Head ? Head : section == Section.Foot ? Foot : Body).Add(child);
                        GatherStray(child);
                        break;
                    case Tag.Caption when Caption is null:
                        Caption = child;
                        break;
                    case Tag.Col or Tag.Colgroup:
                        break;
                    default:
                        Stray.Add(child);
                        break;
                }
            }
        }

        private void GatherStray(MarkupNode row)
        {
            if (row.Tag != Tag.Tr)
            {
                return;
            }

            for (MarkupNode? child = row.First; child is not null; child = child.Next)
            {
                if (child.Tag is not (Tag.Td or Tag.Th))
                {
                    Stray.Add(child);
                }
            }
        }
    }

    [GeneratedRegex(@"^\s*\d{1,6}", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();
}
