using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// Fills columns with strips and makes pages of them. Each page is drawn and handed over as soon as it is full; only what
/// stands on the open page is held. For one thread.
/// </summary>
internal sealed class PageMaker
{
    private readonly Press press;
    private readonly Paper paper;
    private readonly PageFurniture furniture;
    private readonly int columnsAPage, before;
    private readonly Stack<Strip> waiting = [];
    private readonly Queue<Strip> floating = [];
    private readonly List<Column> columns = [];
    private StripStack opening = new();
    private PageGeometry? geometry;
    private List<Strip> carried = [];
    private bool isTurned, opensChapter;

    /// <summary>Starts with an empty page.</summary>
    /// <param name="press">What the book's parts share.</param>
    /// <param name="paper">Where pages go.</param>
    /// <param name="furniture">Heads and page numbers.</param>
    /// <param name="columnsAPage">How many columns.</param>
    /// <param name="before">How many pages come before, for those that stand on the left and on the right.</param>
    public PageMaker(Press press, Paper paper, PageFurniture furniture, int columnsAPage, int before = 0)
    {
        this.before = before;
        this.press = press;
        this.paper = paper;
        this.furniture = furniture;
        this.columnsAPage = columnsAPage;
    }

    /// <summary>How many pages were made.</summary>
    public int Pages { get; private set; }

    /// <summary>The title in the running head.</summary>
    public string Title { get; set; } = "";

    /// <summary>True where columns follow one another from right to left.</summary>
    public bool IsRightToLeft { get; set; }

    /// <summary>True when nothing stands on the open page.</summary>
    public bool IsPageEmpty => columns.All(column => column.IsEmpty) && opening.Strips.Count == 0 && floating.Count == 0 && carried.Count == 0;

    private bool IsLeftHand => (before + Pages) % 2 == 1;

    private Column Current => columns[^1];

    /// <summary>Says that a chapter begins on the open page: it gets no running head.</summary>
    public void OpenChapter() => opensChapter = true;

    /// <summary>Puts strips across all columns at the top of the open page, which must be empty. Yields after each page that is full.</summary>
    public IEnumerable<int> Open(IEnumerable<Strip> strips)
    {
        Begin();
        foreach (Strip strip in strips)
        {
            if (opening.Strips.Count > 0 && opening.Height + opening.Gap(strip) + strip.Height > geometry!.TextHeight * 0.8)
            {
                yield return EndPage();
                Begin();
            }

            opening.Add(strip);
        }

        columns.Clear();
        Begin();
    }

    /// <summary>Adds strips to the text. Yields after each page that is full.</summary>
    public IEnumerable<int> Add(IEnumerable<Strip> strips)
    {
        foreach (Strip strip in strips)
        {
            waiting.Push(strip);
            while (waiting.Count > 0)
            {
                if (Place(waiting.Pop()))
                {
                    yield return EndPage();
                }
            }
        }
    }

    /// <summary>Ends the text: what still waits for a place gets one, and the open page ends. Yields after each page.</summary>
    public IEnumerable<int> End()
    {
        while (!IsPageEmpty)
        {
            while (floating.TryDequeue(out Strip? strip))
            {
                waiting.Push(strip);
                while (waiting.Count > 0)
                {
                    if (Place(waiting.Pop(), mayFloat: false))
                    {
                        yield return EndPage();
                    }
                }
            }

            if (columns.Count > 0 && carried.Count == 0 && Current.Overflow.Count == 0)
            {
                ColumnBalance.Apply(columns, geometry!.Columns);
            }

            yield return EndPage();
            if (carried.Count > 0)
            {
                Begin();
                if (Current.Foot.Strips.Count > 0 && Current.IsEmpty)
                {
                    // Notes alone still make a page.
                    Current.Add(new SpaceStrip(0));
                }
            }
        }
    }

    // Returns true when the page is full; what did not fit waits.
    private bool Place(Strip strip, bool mayFloat = true)
    {
        if (strip.IsTurned != isTurned)
        {
            if (!IsPageEmpty)
            {
                waiting.Push(strip);
                return true;
            }

            isTurned = strip.IsTurned;
            geometry = null;
            columns.Clear();
        }

        Begin();
        Column column = Current;
        strip.Fit(double.MaxValue);
        column.RepeatHead(strip);
        double room = column.Room(strip) + 0.01;
        if (strip.Height <= room)
        {
            column.Add(strip);
            return false;
        }

        if (strip.LeastHeight <= room && strip.LeastHeight < strip.Height)
        {
            strip.Fit(room);
            column.Add(strip);
            return false;
        }

        if (mayFloat && !column.IsEmpty && press.Options.Figures == FigurePlacement.Top && strip is { MayFloat: true, KeepsWithNext: false, KeepsWithPrevious: false })
        {
            floating.Enqueue(strip);
            return false;
        }

        if ((column.IsEmpty || strip.Height > column.Height * 0.5) && strip.Split(room) is { } parts)
        {
            column.Add(parts.First);
            waiting.Push(parts.Remainder);
            return NextColumn();
        }

        if (column.IsEmpty)
        {
            // Nothing else can be done: its notes go on in the next column.
            strip.Fit(column.Height - column.BodyTop);
            column.Add(strip);
            return false;
        }

        waiting.Push(strip);
        foreach (Strip moved in Enumerable.Reverse(column.TakeFrom(BreakBefore(column, strip))))
        {
            waiting.Push(moved);
        }

        return NextColumn();
    }

    // The last place in the column where it may end.
    private static int BreakBefore(Column column, Strip next)
    {
        IReadOnlyList<(Strip Strip, double Top)> strips = column.Body.Strips;
        for (int i = strips.Count; i > 0; i--)
        {
            Strip after = i == strips.Count ? next : strips[i].Strip, before = strips[i - 1].Strip;
            if (!after.KeepsWithPrevious && !before.KeepsWithNext)
            {
                // A chain of headings and rows that keep together is not worth an empty page.
                return i == strips.Count || strips[i].Top > column.Height * 0.15 ? i : strips.Count;
            }
        }

        return strips.Count;
    }

    private bool NextColumn()
    {
        if (columns.Count == geometry!.Columns)
        {
            return true;
        }

        List<Strip> notes = [.. Current.Overflow];
        AddColumn(notes);
        return false;
    }

    private void Begin()
    {
        geometry ??= PageGeometry.Of(press.Options, isLeftHand: IsLeftHand, isTurned, columnsAPage);
        if (columns.Count == 0)
        {
            List<Strip> notes = carried;
            carried = [];
            AddColumn(notes);
        }
    }

    private void AddColumn(List<Strip> notes)
    {
        double used = opening.Strips.Count == 0 ? 0 : opening.Height + opening.Strips[^1].Strip.After;
        var column = new Column(geometry!.TextHeight - used);
        columns.Add(column);
        column.Carry(notes);
        // Figures that wait stand at the column's top, all that fit.
        while (floating.TryPeek(out Strip? strip))
        {
            strip.Fit(double.MaxValue);
            double room = column.Room(strip);
            if (strip.LeastHeight > room && !column.IsEmpty)
            {
                break;
            }

            strip.Fit(Math.Max(room, strip.LeastHeight));
            column.Add(floating.Dequeue());
        }
    }

    private int EndPage()
    {
        PageGeometry page = geometry!;
        string label = furniture.Label(Pages);
        PageCanvas canvas = paper.Begin(page.Width, page.Height, label);
        opening.Draw(canvas, page.Left, page.Top);
        double used = opening.Strips.Count == 0 ? 0 : opening.Height + opening.Strips[^1].Strip.After;
        for (int i = 0; i < columns.Count; i++)
        {
            Draw(canvas, columns[i], page.ColumnLeft(i, IsRightToLeft), page.Top + used, page.ColumnWidth);
        }

        furniture.Draw(canvas, page, press.Book.Metadata.Title, opensChapter ? null : Title, label, press.Options.IsTwoSided && IsLeftHand);
        paper.End(canvas);
        carried = columns.Count == 0 ? [] : [.. Current.Overflow];
        columns.Clear();
        opening = new StripStack();
        geometry = null;
        opensChapter = false;
        return ++Pages;
    }

    private void Draw(PageCanvas canvas, Column column, double x, double y, double width)
    {
        if (column.Head is { } head)
        {
            canvas.Repeat(() => head.Draw(canvas, x, y));
        }

        column.Body.Draw(canvas, x, y + column.BodyTop);
        if (column.Foot.Strips.Count == 0)
        {
            return;
        }

        double top = y + column.Height - column.Foot.Height;
        canvas.Artifact();
        canvas.Fill(IsRightToLeft ? x + (width * 0.7) : x, top - (Column.NoteGap / 2), width * 0.3, 0.4, Ink.Gray(0.4));
        column.Foot.Draw(canvas, x, top);
    }
}
