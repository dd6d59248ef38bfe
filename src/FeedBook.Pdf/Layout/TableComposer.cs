using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using Align = FeedBook.Content.TextAlignment;
using Rows = System.Collections.Generic.List<System.Collections.Generic.IReadOnlyList<(FeedBook.Content.TableCell Cell, int Column)>>;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// Sets tables. One that is too wide is set smaller, then turned on its side on pages of its own, and when even that does not
/// help its rows are set one below another (reported). The head is repeated in each column; rows too high for a page are parted.
/// </summary>
internal static class TableComposer
{
    private const double SidePadding = 4.5, LeastSize = 5.5, LeastScale = 0.7;

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
        Rows head = TableGrid.Place(table.Head), body = TableGrid.Place(table.Body);
        TableGrid.Compact(head, body);
        int columns = TableColumns.Count([.. head, .. body]);
        TableColumns wishes = TableColumns.Measure(composition, [.. head, .. body], columns, own);
        new NumberColumns(composition, body, columns, own).Widen(wishes);
        Setting? place = columns == 0 ? own : Place(wishes, own);
        Caption(composition, table, place ?? own, setting.Leading * 0.3, galley);
        if (columns > 0 && place is null)
        {
            string message = $"A table of {columns} columns is too wide for the page; its rows are set one below another.";
            composition.Context.Report(DiagnosticIds.PdfTableLinearized, message, composition.Chapter.Title);
            LinearTable.Set(composition, head, body, own, galley);
        }
        else if (columns > 0)
        {
            SetRows(composition, head, body, wishes, place!, galley);
        }

        ParagraphComposer.Space(galley, first, setting.Leading * 0.8, setting.Leading * 0.9);
    }

    private static void Caption(Composition composition, Table table, Setting setting, double after, List<Fragment> galley)
    {
        if (table.Caption.IsEmpty)
        {
            return;
        }

        int first = galley.Count;
        ParagraphComposer.Inlines(composition, table.Caption, setting with { IsBold = true },
            new StructureElement("Caption", setting.Element), galley);
        ParagraphComposer.Space(galley, first, 0, after);
        ParagraphComposer.KeepWithNext(galley, first);
    }

    // Upright where the type need not be made too small for that, else turned on its side; null where no page is wide enough.
    private static Setting? Place(TableColumns wishes, Setting own)
    {
        int columns = wishes.Least.Length;
        if (columns > 1)
        {
            // One long word must not push the other columns off the page: it is broken instead.
            for (int i = 0; i < columns; i++)
            {
                wishes.Least[i] = Math.Min(wishes.Least[i], own.Width * 0.38);
            }
        }

        if (IsReadable(Scale(wishes, own.Width), own))
        {
            return own;
        }

        return own.Turned is { } page && IsReadable(Scale(wishes, page.Width), own)
            ? own with { Left = 0, Width = page.Width, ColumnHeight = page.Height, IsTurned = true, Turned = null, Frame = null }
            : null;
    }

    private static double Scale(TableColumns wishes, double width) =>
        (width - (wishes.Least.Length * 2 * SidePadding)) / wishes.Least.Sum();

    private static bool IsReadable(double scale, Setting own) => scale >= 1 || (scale >= LeastScale && own.Size * scale >= LeastSize);

    private static void SetRows(Composition composition, Rows head, Rows body, TableColumns wishes, Setting place, List<Fragment> galley)
    {
        int columns = wishes.Least.Length;
        double sides = columns * 2 * SidePadding, scale = Math.Min(1, Scale(wishes, place.Width));
        double[] widths =
            new TableColumns([.. wishes.Least.Select(width => width * scale)], [.. wishes.Most.Select(width => width * scale)])
            .Fit(place.Width - sides);
        double content = widths.Sum();
        if (content + sides > place.Width * 0.82)
        {
            widths = [.. widths.Select(width => width + ((place.Width - sides - content) / columns))];
        }

        SetRows(composition, head, body, widths, place with { Size = place.Size * scale, Turned = null }, galley);
    }

    private static void SetRows(Composition composition, Rows head, Rows body, double[] widths, Setting setting, List<Fragment> galley)
    {
        var lefts = new double[widths.Length + 1];
        for (int i = 0; i < widths.Length; i++)
        {
            lefts[i + 1] = lefts[i] + widths[i] + (2 * SidePadding);
        }

        StructureElement table = setting.Element;
        var numbers = new NumberColumns(composition, body, widths.Length, setting);
        List<Fragment> headFragments = head.Count == 0 ? []
            : Part(composition, head, lefts, numbers, setting with { Element = new StructureElement("THead", table), IsBold = true },
            isHead: true, isLast: body.Count == 0);
        List<Fragment> bodyFragments = body.Count == 0 ? []
            : Part(composition, body, lefts, numbers, setting with { Element = new StructureElement("TBody", table) }, isHead: false,
            isLast: true);
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

    private static List<Fragment> Part(Composition composition, Rows rows, double[] lefts, NumberColumns numbers, Setting setting,
        bool isHead, bool isLast)
    {
        double padding = setting.Size * 0.32, width = lefts[^1];
        double left = setting.IsRightToLeft ? setting.Left + setting.Width - width : setting.Left;
        var set = new List<List<(SetCell Cell, int Rows)>>();
        foreach (IReadOnlyList<(TableCell Cell, int Column)> row in rows)
        {
            var tr = new StructureElement("TR", setting.Element);
            set.Add([
                .. row.Select(placed =>
                (Cell(composition, placed.Cell, placed.Column, lefts, numbers, setting with { Element = tr }, isHead),
                placed.Cell.RowSpan))]);
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
                Breaks = isEnd ? [] : Spanned(rows, i, lefts, setting.IsRightToLeft),
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

    // Where the line below a row would cross a cell that goes on in the next one.
    private static List<(double From, double To)> Spanned(Rows rows, int row, double[] lefts, bool isRightToLeft)
    {
        var spanned = new List<(double, double)>();
        for (int above = 0; above <= row; above++)
        {
            foreach ((TableCell cell, int column) in rows[above].Where(placed => above + placed.Cell.RowSpan > row + 1))
            {
                double from = lefts[column], to = lefts[Math.Min(column + cell.ColumnSpan, lefts.Length - 1)];
                spanned.Add(isRightToLeft ? (lefts[^1] - to, lefts[^1] - from) : (from, to));
            }
        }

        return spanned;
    }

    private static SetCell Cell(Composition composition, TableCell cell, int column, double[] lefts, NumberColumns numbers, Setting row,
        bool isHead)
    {
        int end = Math.Min(column + cell.ColumnSpan, lefts.Length - 1);
        bool isHeader = isHead || cell.IsHeader;
        string spans = (cell.ColumnSpan > 1 ? FormattableString.Invariant($"/ColSpan {cell.ColumnSpan}") : "")
            + (cell.RowSpan > 1 ? FormattableString.Invariant($"/RowSpan {cell.RowSpan}") : "");
        string scope = isHeader ? isHead ? "/Scope/Column" : "/Scope/Row" : "";
        var element =
            new StructureElement(isHeader ? "TH" : "TD", row.Element) { Attributes = spans.Length + scope.Length == 0 ? null
            : $"<</O/Table{scope}{spans}>>" };
        double inner = Math.Max(1, lefts[end] - lefts[column] - (2 * SidePadding));
        (Align alignment, double room) = numbers.Of(cell, column, isHead);
        inner = Math.Max(inner - room, inner * 0.5);
        var galley = new List<Fragment>();
        BlockComposer.Compose(composition, cell.Blocks, row with
        {
            Left = 0,
            Width = inner,
            Element = element,
            IsBold = isHeader,
            Alignment = cell.Alignment ?? alignment,
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
            TableRowFragment.HeightOf(row.Where(cell => cell.Rows == 1 || cell.Cell.Content.Height > setting.ColumnHeight * 0.7)
                .Select(cell => cell.Cell), padding)))];
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
