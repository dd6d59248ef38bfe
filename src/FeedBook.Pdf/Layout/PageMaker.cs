using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// Fills columns with fragments and makes pages of them. Each page is drawn and handed over as soon as it is full; only what
/// stands on the open page is held. For one thread.
/// </summary>
internal sealed class PageMaker
{
    private readonly LayoutContext context;
    private readonly Paper paper;
    private readonly HeaderFooter headerFooter;
    private readonly int columnsAPage, before;
    private readonly Stack<Fragment> waiting = [];
    private readonly Queue<Fragment> floating = [];
    private readonly Queue<Fragment> turned = [];
    private readonly List<Column> columns = [];
    private FragmentStack opening = new();
    private PageGeometry? geometry;
    private List<Fragment> carried = [];
    private bool isTurned, opensChapter;

    /// <summary>Starts with an empty page.</summary>
    /// <param name="context">What the book's parts share.</param>
    /// <param name="paper">Where pages go.</param>
    /// <param name="headerFooter">Heads and page numbers.</param>
    /// <param name="columnsAPage">How many columns.</param>
    /// <param name="before">How many pages come before, for those that stand on the left and on the right.</param>
    public PageMaker(LayoutContext context, Paper paper, HeaderFooter headerFooter, int columnsAPage, int before = 0)
    {
        this.before = before;
        this.context = context;
        this.paper = paper;
        this.headerFooter = headerFooter;
        this.columnsAPage = columnsAPage;
    }

    /// <summary>How many pages were made.</summary>
    public int Pages { get; private set; }

    /// <summary>The title in the running head.</summary>
    public string Title { get; set; } = "";

    /// <summary>The title from the page after the open one on; null for the same.</summary>
    public string? NextTitle { get; set; }

    /// <summary>True where columns follow one another from right to left.</summary>
    public bool IsRightToLeft { get; set; }

    /// <summary>True when nothing stands on the open page.</summary>
    public bool IsPageEmpty => columns.All(column => column.IsEmpty) && opening.Fragments.Count == 0 && floating.Count == 0
        && turned.Count == 0 && carried.Count == 0;

    /// <summary>True when a table on its side waits for the open page to be full.</summary>
    public bool HasTurned => turned.Count > 0;

    private bool HasContent => columns.Exists(column => !column.IsEmpty) || opening.Fragments.Count > 0;

    private bool IsLeftHand => (before + Pages) % 2 == 1;

    private Column Current => columns[^1];

    /// <summary>Says that a chapter begins on the open page: it gets no running head.</summary>
    public void OpenChapter() => opensChapter = true;

    /// <summary>
    /// Puts fragments across all columns at the top of the open page, which must be empty. Yields after each page that is full.
    /// </summary>
    public IEnumerable<int> Open(IEnumerable<Fragment> fragments)
    {
        Begin();
        foreach (Fragment fragment in fragments)
        {
            if (opening.Fragments.Count > 0 && opening.Height + opening.Gap(fragment) + fragment.Height > geometry!.TextHeight * 0.8)
            {
                yield return EndPage();
                Begin();
            }

            opening.Add(fragment);
        }

        columns.Clear();
        Begin();
    }

    /// <summary>Adds fragments to the text. Yields after each page that is full.</summary>
    /// <param name="fragments">The fragments.</param>
    /// <param name="endsPage">True when a page ends with them: a few last lines are then not left to a page of their own.</param>
    public IEnumerable<int> Add(IEnumerable<Fragment> fragments, bool endsPage = false)
    {
        using IEnumerator<Fragment> source = fragments.GetEnumerator();
        var ahead = new Queue<Fragment>();
        while (ahead.TryDequeue(out Fragment? fragment) || (source.MoveNext() && (fragment = source.Current) is not null))
        {
            waiting.Push(fragment);
            while (waiting.Count > 0)
            {
                if (!Place(waiting.Pop()) || (endsPage && TakeInLast(source, ahead)))
                {
                    continue;
                }

                yield return EndPage();
                foreach (int page in TurnedPages())
                {
                    yield return page;
                }
            }
        }
    }

    // What waits, when it is all that is left and only a few lines: it may still find room on the page that is full.
    private bool TakeInLast(IEnumerator<Fragment> source, Queue<Fragment> ahead)
    {
        const int MostFragments = 6;
        const double MostLines = 5.2;
        double line = context.Options.FontSize * context.Options.LineHeight;
        while (ahead.Count + waiting.Count <= MostFragments && source.MoveNext())
        {
            ahead.Enqueue(source.Current);
        }

        Fragment[] rest = [.. waiting, .. ahead];
        if (rest.Length > MostFragments || columnsAPage > 1 || isTurned || columns.Count == 0 || floating.Count > 0 || HasTurned
            || Array.Exists(rest, fragment => fragment.IsTurned || fragment.Notes.Count > 0 || fragment.RepeatedHead is not null)
            || new FragmentStack(rest).FullHeight > MostLines * line || !Current.TakeIn(rest, line))
        {
            return false;
        }

        waiting.Clear();
        ahead.Clear();
        return true;
    }

    // A table on its side has pages of its own, after the one on which it is announced; the text that follows fills that one first.
    private IEnumerable<int> TurnedPages()
    {
        if (turned.Count == 0)
        {
            yield break;
        }

        Fragment[] held = [.. waiting.Reverse()];
        waiting.Clear();
        while (turned.TryDequeue(out Fragment? fragment))
        {
            waiting.Push(fragment);
            while (waiting.Count > 0)
            {
                if (Place(waiting.Pop()))
                {
                    yield return EndPage();
                }
            }
        }

        if (HasContent)
        {
            yield return EndPage();
        }

        Turn(false);
        foreach (Fragment fragment in held)
        {
            waiting.Push(fragment);
        }
    }

    /// <summary>Ends the text: what still waits for a place gets one, and the open page ends. Yields after each page.</summary>
    public IEnumerable<int> End()
    {
        while (!IsPageEmpty)
        {
            while (floating.TryDequeue(out Fragment? fragment))
            {
                waiting.Push(fragment);
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
            foreach (int page in TurnedPages())
            {
                yield return page;
            }

            if (carried.Count > 0)
            {
                Begin();
                if (Current.Foot.Fragments.Count > 0 && Current.IsEmpty)
                {
                    // Notes alone still make a page.
                    Current.Add(new SpaceFragment(0));
                }
            }
        }
    }

    // Returns true when the page is full; what did not fit waits.
    private bool Place(Fragment fragment, bool mayFloat = true)
    {
        if (fragment.IsTurned != isTurned)
        {
            if (HasContent && fragment.IsTurned)
            {
                turned.Enqueue(fragment);
                return false;
            }

            if (HasContent)
            {
                waiting.Push(fragment);
                return true;
            }

            Turn(fragment.IsTurned);
        }

        Begin();
        Column column = Current;
        bool floats = mayFloat && context.Options.Figures == FigurePlacement.Top
            && fragment is { MayFloat: true, KeepsWithNext: false, KeepsWithPrevious: false };
        if (floats && floating.Count > 0)
        {
            // Figures keep their order: none passes another that waits.
            floating.Enqueue(fragment);
            return false;
        }

        fragment.Fit(double.MaxValue);
        column.RepeatHead(fragment);
        double room = column.Room(fragment) + 0.01;
        if (fragment.Height <= room)
        {
            column.Add(fragment);
            return false;
        }

        if (fragment.LeastHeight <= room && fragment.LeastHeight < fragment.Height)
        {
            fragment.Fit(room);
            column.Add(fragment);
            return false;
        }

        if (floats && !column.IsEmpty)
        {
            floating.Enqueue(fragment);
            return false;
        }

        // Below nothing but its own head a row stands as if the column were empty: another column would hold no more of it.
        bool isFirst = column.IsEmpty
            || (fragment.RepeatedHead is { } own && column.Body.Fragments.All(placed => own.Contains(placed.Fragment)));
        if ((isFirst || fragment.Height > column.Height * 0.5) && fragment.Split(room) is { } parts)
        {
            column.Add(parts.First);
            waiting.Push(parts.Remainder);
            return NextColumn();
        }

        if (isFirst)
        {
            // Nothing else can be done: its notes go on in the next column.
            fragment.Fit(column.Height - column.BodyTop - column.Body.Height);
            column.Add(fragment);
            return false;
        }

        waiting.Push(fragment);
        foreach (Fragment moved in Enumerable.Reverse(column.TakeFrom(BreakBefore(column, fragment))))
        {
            waiting.Push(moved);
        }

        return NextColumn();
    }

    // The last place in the column where it may end; a little earlier where a word would be parted, and notes stand between its halves.
    private static int BreakBefore(Column column, Fragment next)
    {
        const int MostMoved = 4;
        IReadOnlyList<(Fragment Fragment, double Top)> fragments = column.Body.Fragments;
        int last = -1;
        for (int i = fragments.Count; i > 0 && (last < 0 || i >= last - MostMoved); i--)
        {
            Fragment after = i == fragments.Count ? next : fragments[i].Fragment, before = fragments[i - 1].Fragment;
            // A chain of headings and rows that keep together is not worth an empty page.
            if (after.KeepsWithPrevious || before.KeepsWithNext || (i < fragments.Count && fragments[i].Top <= column.Height * 0.15))
            {
                continue;
            }

            if (!before.EndsWithinWord)
            {
                return i;
            }

            last = last < 0 ? i : last;
        }

        return last < 0 ? fragments.Count : last;
    }

    private bool NextColumn()
    {
        if (columns.Count == geometry!.Columns)
        {
            return true;
        }

        List<Fragment> notes = [.. Current.Overflow];
        AddColumn(notes);
        return false;
    }

    private void Begin()
    {
        geometry ??= PageGeometry.Of(context.Options, isLeftHand: IsLeftHand, isTurned, columnsAPage);
        if (columns.Count == 0)
        {
            List<Fragment> notes = carried;
            carried = [];
            AddColumn(notes);
        }
    }

    private void Turn(bool isOnSide)
    {
        isTurned = isOnSide;
        geometry = null;
        carried.AddRange(columns.SelectMany(column => column.Carried));
        columns.Clear();
    }

    private void AddColumn(List<Fragment> notes)
    {
        double used = opening.Fragments.Count == 0 ? 0 : opening.Height + opening.Fragments[^1].Fragment.After;
        var column = new Column(geometry!.TextHeight - used);
        columns.Add(column);
        column.Carry(notes);
        // Figures that wait stand at the column's top, all that fit.
        while (!isTurned && floating.TryPeek(out Fragment? fragment))
        {
            fragment.Fit(double.MaxValue);
            double room = column.Room(fragment);
            if (fragment.LeastHeight > room && !column.IsEmpty)
            {
                break;
            }

            fragment.Fit(Math.Max(room, fragment.LeastHeight));
            column.Add(floating.Dequeue());
        }
    }

    private int EndPage()
    {
        PageGeometry page = geometry!;
        string label = headerFooter.Label(Pages);
        PageCanvas canvas = paper.Begin(page.Width, page.Height, label);
        opening.Draw(canvas, page.Left, page.Top);
        double used = opening.Fragments.Count == 0 ? 0 : opening.Height + opening.Fragments[^1].Fragment.After;
        for (int i = 0; i < columns.Count; i++)
        {
            Draw(canvas, columns[i], page.ColumnLeft(i, IsRightToLeft), page.Top + used, page.ColumnWidth);
        }

        headerFooter.Draw(canvas, page, context.Names.IsOneItem ? "" : context.Book.Metadata.Title, opensChapter || context.Names.IsOneItem
            ? null : Title, label, context.Options.IsTwoSided && IsLeftHand);
        paper.End(canvas);
        carried = columns.Count == 0 ? [] : [.. Current.Overflow];
        columns.Clear();
        opening = new FragmentStack();
        geometry = null;
        opensChapter = false;
        Title = NextTitle ?? Title;
        NextTitle = null;
        return ++Pages;
    }

    private void Draw(PageCanvas canvas, Column column, double x, double y, double width)
    {
        if (column.Head is { } head)
        {
            canvas.Repeat(() => head.Draw(canvas, x, y));
        }

        column.Body.Draw(canvas, x, y + column.BodyTop);
        if (column.Foot.Fragments.Count == 0)
        {
            return;
        }

        double top = y + column.Height - column.Foot.Height;
        canvas.Artifact();
        canvas.Fill(IsRightToLeft ? x + (width * 0.7) : x, top - (Column.NoteGap / 2), width * 0.3, 0.4, Ink.Gray(0.4));
        column.Foot.Draw(canvas, x, top);
    }
}
