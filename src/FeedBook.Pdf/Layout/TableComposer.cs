using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// Sets tables. One that is too wide is set smaller, then turned on its side on pages of its own, and when even that does not
/// help its rows are set one below another (reported). The head is repeated in each column; rows too high for a page are parted.
/// </summary>
internal static class TableComposer
{
    private const double SidePadding = 4.5, LeastSize = 5.5, LeastScale = 0.74;

    private static readonly Ink Hair = Ink.Gray(0.78);

    /// <summary>Sets a table.</summary>
    public static void Compose(Composition composition, Table table, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        var element = new StructureElement("Table", setting.Element);
        Setting own = setting with
        {
            Element = element,
            Role = composition.Context.Options.HeadingFont,
            Size = setting.Size * 0.85,
            LineHeight = Math.Min(setting.LineHeight, 1.38),
            HasIndents = false,
            Alignment = Align.Start,
        };
        if (!table.Caption.IsEmpty)
        {
            Setting caption = own with { IsBold = true };
            ParagraphComposer.Inlines(composition, table.Caption, caption, new StructureElement("Caption", element), galley);
            ParagraphComposer.Space(galley, first, 0, setting.Leading * 0.3);
            ParagraphComposer.KeepWithNext(galley, first);
        }

        List<IReadOnlyList<(TableCell Cell, int Column)>> head = TableGrid.Place(table.Head), body = TableGrid.Place(table.Body);
        TableGrid.Compact(head, body);
        int columns = TableColumns.Count([.. head, .. body]);
        if (columns > 0)
        {
            Set(composition, head, body, columns, own, galley);
        }

        ParagraphComposer.Space(galley, first, setting.Leading * 0.8, setting.Leading * 0.9);
    }

    private static void Set(Composition composition, List<IReadOnlyList<(TableCell Cell, int Column)>> head, List<IReadOnlyList<(TableCell Cell, int Column)>> body, int columns, Setting own, List<Fragment> galley)
    {
        TableColumns wishes = TableColumns.Measure(composition, [.. head, .. body], columns, own);
        if (columns > 1)
        {
            // One long word must not push the other columns off the page: it is broken instead.
            for (int i = 0; i < columns; i++)
            {
                wishes.Least[i] = Math.Min(wishes.Least[i], own.Width * 0.38);
            }
        }

        double sides = columns * 2 * SidePadding, least = wishes.Least.Sum();
        double scale = (own.Width - sides) / least;
        Setting final = own;
        if (scale < 1 && (scale < LeastScale || own.Size * scale < LeastSize))
        {
            double turned = own.Turned is { } page ? (page.Width - sides) / least : 0;
            if (turned < LeastScale || own.Size * turned < LeastSize)
            {
                composition.Context.Report(DiagnosticIds.PdfTableLinearized, $"A table of {columns} columns is too wide for the page; its rows are set one below another.", composition.Chapter.Title);
                LinearTable.Set(composition, head, body, own, galley);
                return;
            }

            final = own with { Left = 0, Width = own.Turned!.Value.Width, ColumnHeight = own.Turned.Value.Height, IsTurned = true, Turned = null, Frame = null };
            scale = turned;
        }

        scale = Math.Min(1, scale);
        double[] widths = new TableColumns([.. wishes.Least.Select(width => width * scale)], [.. wishes.Most.Select(width => width * scale)]).Fit(final.Width - sides);
        double content = widths.Sum();
        if (content + sides > final.Width * 0.82)
        {
            widths = [.. widths.Select(width => width + ((final.Width - sides - content) / columns))];
        }

        Rows(composition, head, body, widths, final with { Size = own.Size * scale, Turned = null }, galley);
    }

    private static void Rows(Composition composition, List<IReadOnlyList<(TableCell Cell, int Column)>> head, List<IReadOnlyList<(TableCell Cell, int Column)>> body, double[] widths, Setting setting, List<Fragment> galley)
    {
        var lefts = new double[widths.Length + 1];
        for (int i = 0; i < widths.Length; i++)
        {
            lefts[i + 1] = lefts[i] + widths[i] + (2 * SidePadding);
        }

        StructureElement table = setting.Element;
        List<Fragment> headFragments = head.Count == 0 ? [] : Part(composition, head, lefts, setting with { Element = new StructureElement("THead", table), IsBold = true }, isHead: true, isLast: body.Count == 0);
        List<Fragment> bodyFragments = body.Count == 0 ? [] : Part(composition, body, lefts, setting with { Element = new StructureElement("TBody", table) }, isHead: false, isLast: true);
        ParagraphComposer.KeepWithNext(headFragments, 0);
        if (body.Count == 0 && headFragments.Count > 0)
        {
            headFragments[^1].KeepsWithNext = false;
        }

        // A head that fills half the page is not worth repeating.
        if (headFragments.Count > 0 && headFragments.Sum(fragment => fragment.Height) < setting.ColumnHeight * 0.4)
        {
            foreach (Fragment fragment in bodyFragments)
            {
                fragment.RepeatedHead = headFragments;
            }
        }

        galley.AddRange(headFragments);
        galley.AddRange(bodyFragments);
    }

    private static List<Fragment> Part(Composition composition, List<IReadOnlyList<(TableCell Cell, int Column)>> rows, double[] lefts, Setting setting, bool isHead, bool isLast)
    {
        double padding = setting.Size * 0.32, width = lefts[^1];
        double left = setting.IsRightToLeft ? setting.Left + setting.Width - width : setting.Left;
        var set = new List<List<(SetCell Cell, int Rows)>>();
        foreach (IReadOnlyList<(TableCell Cell, int Column)> row in rows)
        {
            var tr = new StructureElement("TR", setting.Element);
            set.Add([.. row.Select(placed => (Cell(composition, placed.Cell, placed.Column, lefts, setting with { Element = tr }, isHead), placed.Cell.RowSpan))]);
        }

        double[] heights = Heights(set, padding, setting);
        var fragments = new List<Fragment>();
        for (int i = 0; i < set.Count; i++)
        {
            bool isEnd = i == set.Count - 1;
            (double, Ink)? above = i == 0 && (isHead || !setting.IsBold) ? (isHead ? 0.9 : 0.45, isHead ? Ink.Black : Ink.Gray(0.3)) : null;
            (double, Ink)? below = isEnd && isLast ? (0.9, Ink.Black) : isEnd && isHead ? (0.45, Ink.Gray(0.3)) : (0.35, Hair);
            fragments.Add(new TableRowFragment([.. set[i].Select(cell => cell.Cell)], left, width, padding, heights[i], above, below, null)
            {
                Frame = setting.Frame,
                IsTurned = setting.IsTurned,
            });
        }

        KeepSpans(set, heights, fragments, setting);
        if (fragments.Count > 1 && !isHead)
        {
            fragments[^1].KeepsWithPrevious = heights[^1] + heights[^2] < setting.ColumnHeight * 0.3;
        }

        return fragments;
    }

    private static SetCell Cell(Composition composition, TableCell cell, int column, double[] lefts, Setting row, bool isHead)
    {
        int end = Math.Min(column + cell.ColumnSpan, lefts.Length - 1);
        bool isHeader = isHead || cell.IsHeader;
        string spans = (cell.ColumnSpan > 1 ? FormattableString.Invariant($"/ColSpan {cell.ColumnSpan}") : "") + (cell.RowSpan > 1 ? FormattableString.Invariant($"/RowSpan {cell.RowSpan}") : "");
        string scope = isHeader ? isHead ? "/Scope/Column" : "/Scope/Row" : "";
        var element = new StructureElement(isHeader ? "TH" : "TD", row.Element) { Attributes = spans.Length + scope.Length == 0 ? null : $"<</O/Table{scope}{spans}>>" };
        double inner = Math.Max(1, lefts[end] - lefts[column] - (2 * SidePadding));
        var galley = new List<Fragment>();
        BlockComposer.Compose(composition, cell.Blocks, row with
        {
            Left = 0,
            Width = inner,
            Element = element,
            IsBold = isHeader,
            Alignment = cell.Alignment ?? Align.Start,
            Frame = null,
            ColumnHeight = row.ColumnHeight * 0.9,
            IsTurned = false,
        }, galley);
        double left = (row.IsRightToLeft ? lefts[^1] - lefts[end] : lefts[column]) + SidePadding;
        return new SetCell(left, new FragmentStack(galley));
    }

    private static double[] Heights(List<List<(SetCell Cell, int Rows)>> rows, double padding, Setting setting)
    {
        double[] heights = [.. rows.Select(row => Math.Max(
            setting.Leading + (2 * padding),
            TableRowFragment.HeightOf(row.Where(cell => cell.Rows == 1 || cell.Cell.Content.Height > setting.ColumnHeight * 0.7).Select(cell => cell.Cell), padding)))];
        for (int row = 0; row < rows.Count; row++)
        {
            foreach ((SetCell cell, int span) in rows[row].Where(cell => cell.Rows > 1))
            {
                int last = Math.Min(row + span, rows.Count) - 1;
                double lacks = cell.Content.Height + (2 * padding);
                for (int i = row; i <= last && lacks > 0; i++)
                {
                    lacks -= heights[i];
                }

                heights[last] += Math.Max(0, lacks);
            }
        }

        return heights;
    }

    // Rows that a cell ties together stay together while a page can hold them. In longer ties the cell is drawn at their
    // beginning, so only the rows that its own content reaches over are kept.
    private static void KeepSpans(List<List<(SetCell Cell, int Rows)>> rows, double[] heights, List<Fragment> fragments, Setting setting)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            foreach ((SetCell cell, int span) in rows[row].Where(cell => cell.Rows > 1))
            {
                double height = heights[row], all = 0;
                for (int i = row; i < Math.Min(row + span, rows.Count); i++)
                {
                    all += heights[i];
                }

                for (int i = row + 1; i < Math.Min(row + span, rows.Count); i++)
                {
                    fragments[i].KeepsWithPrevious |= all < setting.ColumnHeight * 0.6 || height < cell.Content.Height;
                    height += heights[i];
                }
            }
        }
    }
}
