using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>
/// Builds the tree from start tags, end tags and texts as a browser does (HTML §13.2.6.4, "in body" and the modes of tables): a block
/// closes the paragraph it starts in, emphasis cut short by a block goes on in the next one, words between the cells of a table stand
/// before it.
/// </summary>
internal sealed class TreeBuilder(MarkupTree tree, MarkupNode root)
{
    // Deeper elements that only group are left out, and deeper still all are: their content stands in the element around them.
    private const int NeutralDepth = 80, AnyDepth = 200;

    // Each block in the midst of them repeats those of a line that are open, so there must not be many.
    private const int MostOfLine = 24;

    private readonly OpenElements open = new(root);
    private readonly FormattingElements formatting = new();
    private readonly Dictionary<string, MarkupWords> classes = new(StringComparer.Ordinal);

    // How many start tags of each kind were left out for their depth, so that their end tags close nothing else.
    private int[]? leftOut;

    // The index of the outermost element whose white space is its content; -1 outside of one.
    private int preformatted = -1;

    // The index of the drawing that is open; -1 outside of one.
    private int drawing = -1;

    // The index of the formula that is open; -1 outside of one.
    private int formula = -1;

    /// <summary>Whether elements were left out because they nest too deep.</summary>
    public bool IsFlattened => leftOut is not null;

    /// <summary>Adds a text, character references resolved.</summary>
    public void Text(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        bool inTable = IsBetweenCells(open.Current.Tag);
        if ((inTable || !formatting.IsEmpty) && !string.IsNullOrWhiteSpace(text))
        {
            if (inTable && open.Current.Tag == Tag.Colgroup)
            {
                Close(open.Count - 1);
            }

            Reopen();
            Place(tree.NewText(text));
        }
        else if (text[0] > ' ' || preformatted >= 0 || !ShowsNothing(text))
        {
            open.Current.Append(tree.NewText(text));
        }
    }

    /// <summary>Adds a start tag.</summary>
    /// <returns>Whether what stands in the element is read.</returns>
    public bool Start(HtmlNode node, Tag tag)
    {
        if (drawing >= 0)
        {
            if (!LeavesDrawing(tag))
            {
                return StartInDrawing(node, tag);
            }

            Close(drawing);
        }
        else if (formula >= 0 && LeavesDrawing(tag) && Tags.IsBlock(tag) && !IsInWordsOfFormula())
        {
            Close(formula);
        }

        if (Tags.IsTablePart(tag))
        {
            StartTablePart(node, tag);
            return true;
        }

        if (open.Current.Tag == Tag.Colgroup)
        {
            Close(open.Count - 1);
        }

        if (tag == Tag.Table && open.Table() is > 0 and int outer && !open.HasCellAbove(outer))
        {
            // No table stands directly in another.
            Close(outer);
        }

        if (Tags.ClosesParagraph(tag))
        {
            Close(open.InScope(Tag.P, Tag.Button));
            CloseSame(tag);
        }
        else
        {
            CloseImplied(tag);
            if (!formatting.IsEmpty && !Tags.IsBlock(tag) && tag is not (Tag.Rb or Tag.Rtc or Tag.Rt or Tag.Rp))
            {
                Reopen();
            }
        }

        if (Tags.IsVoid(tag))
        {
            Place(tree.NewElement(tag, node, classes));
        }
        else if (tag is Tag.Head or Tag.Html or Tag.Body)
        {
            Boundary(tag);
        }
        else if (Push(node, tag) && Tags.IsFormatting(tag))
        {
            formatting.Add(open.Current);
        }

        return true;
    }

    /// <summary>Adds a script that is a part of the article, with its text.</summary>
    public void Script(HtmlNode node, string text)
    {
        MarkupNode script = tree.NewElement(Tag.Script, node, classes);
        if (text.Length > 0)
        {
            script.Append(tree.NewText(text));
        }

        open.Current.Append(script);
    }

    /// <summary>Adds an end tag.</summary>
    /// <param name="tag">Of which kind.</param>
    /// <param name="name">Its name in lower case.</param>
    public void End(Tag tag, string name)
    {
        if (leftOut is not null && leftOut[(int)tag] > 0)
        {
            leftOut[(int)tag]--;
            Boundary(tag);
            return;
        }

        switch (tag)
        {
            case Tag.P when open.InScope(Tag.P, Tag.Button) is var paragraph:
                if (paragraph < 0)
                {
                    // An empty paragraph, which parts what is before it and after it.
                    Part();
                }

                Close(paragraph);
                break;
            case Tag.Li:
                Close(open.InScope(Tag.Li, Tag.Ul, Tag.Ol));
                break;
            case >= Tag.H1 and <= Tag.H6:
                Close(open.InScopeHeading());
                break;
            case Tag.Head or Tag.Html or Tag.Body:
                Boundary(tag);
                break;
            case Tag.Table:
                Close(open.Table());
                break;
            case var _ when Tags.IsTablePart(tag):
                EndTablePart(tag);
                break;
            case var _ when Tags.IsFormatting(tag):
                EndFormatting(tag, name);
                break;
            case var _ when IsSpecial(tag):
                Close(open.InScope(tag), byOwnEnd: true);
                break;
            default:
                EndOther(tag, name);
                break;
        }
    }

    /// <summary>Ends the text.</summary>
    public void Finish() => Close(1);

    private void StartTablePart(HtmlNode node, Tag tag)
    {
        int table = open.Table();
        if (table < 0)
        {
            // A browser overlooks it. The words of two cells are two words all the same.
            Boundary(tag);
            return;
        }

        int at = open.Count - 1;
        while (at > table && !HoldsPart(open[at].Tag, tag))
        {
            at--;
        }

        Close(at + 1);
        if (tag == Tag.Col)
        {
            open.Current.Append(tree.NewElement(tag, node, classes));
        }
        else
        {
            Push(node, tag);
        }
    }

    private void EndTablePart(Tag tag)
    {
        for (int i = open.Count - 1; i > 0 && open[i].Tag is not (Tag.Table or Tag.Template); i--)
        {
            // A cell without a row stands in one that only the standard's tree has, a row without a group likewise.
            bool isImplied = tag switch
            {
                Tag.Tr => open[i].Tag is Tag.Td or Tag.Th && open[i - 1].Tag != Tag.Tr,
                Tag.Tbody => open[i].Tag is Tag.Tr or Tag.Td or Tag.Th && open[i - 1].Tag == Tag.Table,
                _ => false,
            };
            if (open[i].Tag == tag || isImplied)
            {
                Close(i);
                return;
            }
        }
    }

    private bool StartInDrawing(HtmlNode node, Tag tag)
    {
        if (Tags.IsVoid(tag))
        {
            open.Current.Append(tree.NewElement(tag, node, classes));
        }
        else if (Push(node, tag) && tag == Tag.Unknown && node.Name is "foreignobject" or "desc")
        {
            drawing = -1;
        }

        return true;
    }

    private void CloseImplied(Tag tag)
    {
        switch (tag)
        {
            case Tag.A when formatting.Find(Tag.A) is >= 0 and int link:
                MarkupNode other = formatting[link]!;
                EndFormatting(Tag.A, "a");
                if (formatting.IndexOf(other) is >= 0 and int still)
                {
                    formatting.RemoveAt(still);
                }

                if (open.IndexOf(other) is > 0 and int place)
                {
                    open.RemoveAt(place);
                }

                break;
            case Tag.Nobr:
                Reopen();
                if (open.InScope(Tag.Nobr) > 0)
                {
                    EndFormatting(Tag.Nobr, "nobr");
                }

                break;
            case Tag.Button:
                Close(open.InScope(Tag.Button));
                break;
            case Tag.Option or Tag.Optgroup when open.Current.Tag == Tag.Option:
                Close(open.Count - 1);
                break;
            case Tag.Rb or Tag.Rtc or Tag.Rt or Tag.Rp when open.InScope(Tag.Ruby) > 0:
                while (open.Current.Tag is Tag.Rb or Tag.Rt or Tag.Rp or Tag.Li or Tag.Dd or Tag.Dt or Tag.P or Tag.Option or Tag.Optgroup
                    || (open.Current.Tag == Tag.Rtc && tag is Tag.Rb or Tag.Rtc))
                {
                    Close(open.Count - 1);
                }

                break;
        }
    }

    private void CloseSame(Tag tag)
    {
        if (Tags.IsHeading(tag))
        {
            if (Tags.IsHeading(open.Current.Tag))
            {
                Close(open.Count - 1);
            }

            return;
        }

        if (tag is not (Tag.Li or Tag.Dd or Tag.Dt))
        {
            return;
        }

        for (int i = open.Count - 1; i > 0; i--)
        {
            Tag at = open[i].Tag;
            if (tag == Tag.Li ? at == Tag.Li : at is Tag.Dd or Tag.Dt)
            {
                Close(i);
                return;
            }

            if (at is not (Tag.Div or Tag.Address or Tag.P) && IsSpecial(at))
            {
                return;
            }
        }
    }

    // "The adoption agency algorithm" (HTML §13.2.6.4.7): emphasis that ends in the middle of a block goes on in its first part only.
    private void EndFormatting(Tag tag, string name)
    {
        for (int round = 0; round < 8; round++)
        {
            int entry = formatting.Find(tag);
            if (entry < 0)
            {
                EndOther(tag, name);
                return;
            }

            MarkupNode element = formatting[entry]!;
            int at = open.IndexOf(element);
            if (at < 0)
            {
                formatting.RemoveAt(entry);
                return;
            }

            if (!open.IsInScope(at))
            {
                return;
            }

            int furthest = at + 1;
            while (furthest < open.Count && !IsSpecial(open[furthest].Tag))
            {
                furthest++;
            }

            if (furthest == open.Count)
            {
                Close(at);
                formatting.RemoveAt(entry);
                return;
            }

            Adopt(element, at, furthest, entry);
        }
    }

    private void Adopt(MarkupNode element, int at, int furthest, int bookmark)
    {
        MarkupNode block = open[furthest], around = open[at - 1], last = block;
        int inner = 0;
        for (int i = furthest - 1; i > at; i--)
        {
            inner++;
            MarkupNode node = open[i];
            int entry = formatting.IndexOf(node);
            if (inner > 3 && entry >= 0)
            {
                formatting.RemoveAt(entry);
                bookmark -= entry < bookmark ? 1 : 0;
                entry = -1;
            }

            if (entry < 0)
            {
                LeaveUnclosed(node);
                open.RemoveAt(i);
                continue;
            }

            MarkupNode copy = Copy(node);
            formatting[entry] = copy;
            open[i] = copy;
            bookmark = last == block ? entry + 1 : bookmark;
            last.Remove();
            copy.Append(last);
            last = copy;
        }

        last.Remove();
        Place(last, around);
        MarkupNode own = Copy(element);
        while (block.First is { } child)
        {
            child.Remove();
            own.Append(child);
        }

        block.Append(own);
        int old = formatting.IndexOf(element);
        formatting.RemoveAt(old);
        formatting.Insert(old < bookmark ? bookmark - 1 : bookmark, own);
        open.RemoveAt(open.IndexOf(element));
        open.Insert(open.IndexOf(block) + 1, own);
    }

    private void EndOther(Tag tag, string name)
    {
        for (int i = open.Count - 1; i > 0; i--)
        {
            MarkupNode node = open[i];
            if (node.Tag == tag && (tag != Tag.Unknown || node.Source?.Name == name))
            {
                Close(i, byOwnEnd: true);
                return;
            }

            if (IsSpecial(node.Tag))
            {
                return;
            }
        }
    }

    // "Reconstruct the active formatting elements": those that a block has cut short and that no end tag has closed yet.
    private void Reopen()
    {
        int first = formatting.Count;
        while (first > 0 && formatting[first - 1] is { } element && open.IndexOf(element) < 0)
        {
            first--;
        }

        for (int i = first; i < formatting.Count && open.Count < AnyDepth; i++)
        {
            MarkupNode copy = Copy(formatting[i]!);
            Place(copy);
            open.Push(copy);
            formatting[i] = copy;
        }
    }

    private MarkupNode Copy(MarkupNode element) => tree.NewElement(element.Tag, element.Source, classes);

    private bool Push(HtmlNode node, Tag tag)
    {
        if (open.Count > AnyDepth || (open.Count > NeutralDepth && Tags.IsNeutral(tag))
            || (open.Count > MostOfLine && !Tags.IsBlock(tag) && open.CountOfLine() >= MostOfLine))
        {
            leftOut ??= new int[byte.MaxValue + 1];
            leftOut[(int)tag]++;
            Boundary(tag);
            return false;
        }

        MarkupNode element = tree.NewElement(tag, node, classes);
        if (Tags.IsTablePart(tag))
        {
            open.Current.Append(element);
        }
        else
        {
            Place(element);
        }

        open.Push(element);
        if (preformatted < 0 && tag is (Tag.Pre or Tag.Listing or Tag.Xmp or Tag.Plaintext or Tag.Textarea))
        {
            preformatted = open.Count - 1;
        }

        if (SetsMarker(tag))
        {
            formatting.Mark();
        }
        else if (tag == Tag.Svg && drawing < 0)
        {
            drawing = open.Count - 1;
        }
        else if (tag == Tag.Math && formula < 0)
        {
            formula = open.Count - 1;
        }

        return true;
    }

    // Closes the element of this index and all in it; nothing when there is none.
    private void Close(int index, bool byOwnEnd = false)
    {
        if (index < 1)
        {
            return;
        }

        for (int i = open.Count - 1; i >= index; i--)
        {
            if (SetsMarker(open[i].Tag))
            {
                formatting.ClearToMarker();
            }

            if (i > index || !byOwnEnd)
            {
                LeaveUnclosed(open[i]);
            }
        }

        open.CloseFrom(index);
        preformatted = index <= preformatted ? -1 : preformatted;
        drawing = index <= drawing ? -1 : drawing;
        formula = index <= formula ? -1 : formula;
    }

    private void LeaveUnclosed(MarkupNode element)
    {
        if (ShowsInsteadOfContent(element.Tag))
        {
            tree.Unclosed.Add(element);
        }
    }

    // "The appropriate place for inserting a node": what stands between a table's cells stands before the table.
    private void Place(MarkupNode node, MarkupNode? around = null)
    {
        around ??= open.Current;
        if (IsBetweenCells(around.Tag) && open.Table() is > 0 and int table && open[table] is { Parent: not null } element)
        {
            element.InsertBefore(node);
        }
        else
        {
            around.Append(node);
        }
    }

    // Where a block was left out, an empty one keeps what is on its two sides apart.
    private void Boundary(Tag tag)
    {
        if (Tags.IsBlock(tag) && open.Current.Last is not { Tag: Tag.Div, First: null })
        {
            Place(tree.NewElement(Tag.Div));
        }
    }

    private void Part()
    {
        if (open.Current.Last is { } last && !Tags.IsBlock(last.Tag))
        {
            Boundary(Tag.P);
        }
    }

    // White space at a block's start, after a block or after a line break is none (CSS Text §4.1.2), and half of all texts are such.
    private bool ShowsNothing(string text)
    {
        MarkupNode current = open.Current;
        if (current.Last is { } last ? last.Tag != Tag.Br && !Tags.IsBlock(last.Tag) : !Tags.IsBlock(current.Tag))
        {
            return false;
        }

        if (current.Last is { Tag: not Tag.Br, Previous: { } before } && !Tags.IsBlock(before.Tag))
        {
            // A block in the middle of a line may be one that nobody sees; once it is taken out, the words around it must not run together.
            return false;
        }

        return !text.AsSpan().ContainsAnyExcept(" \n\r\t\f");
    }

    private static bool ShowsInsteadOfContent(Tag tag) => tag is Tag.Object or Tag.Video or Tag.Audio or Tag.Canvas or Tag.Iframe
        or Tag.Template or Tag.Noscript or Tag.AmpVideo or Tag.AmpAudio or Tag.AmpIframe or Tag.AmpYoutube;

    private static bool SetsMarker(Tag tag) => tag is Tag.Td or Tag.Th or Tag.Caption or Tag.Object or Tag.Template;

    private static bool IsBetweenCells(Tag tag) => tag is Tag.Table or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Tr or Tag.Colgroup;

    // HTML §13.2.4.2, "special": what an end tag of another kind does not reach through.
    private static bool IsSpecial(Tag tag) => Tags.IsBlock(tag) || tag is Tag.Button or Tag.Object or Tag.Select or Tag.Template
        or Tag.Textarea or Tag.Noscript or Tag.Iframe or Tag.Title or Tag.Script or Tag.Style;

    private static bool HoldsPart(Tag around, Tag part) => part switch
    {
        Tag.Td or Tag.Th => around is Tag.Tr or Tag.Tbody or Tag.Thead or Tag.Tfoot,
        Tag.Tr => around is Tag.Tbody or Tag.Thead or Tag.Tfoot,
        Tag.Col => around == Tag.Colgroup,
        _ => false,
    };

    // HTML's elements may stand in the words of a formula (HTML §13.2.6, "MathML text integration point").
    private bool IsInWordsOfFormula()
    {
        for (int i = open.Count - 1; i > formula; i--)
        {
            string name = open[i].Source?.Name ?? "";
            if (name[(name.LastIndexOf(':') + 1)..] is "mi" or "mo" or "mn" or "ms" or "mtext" or "annotation-xml")
            {
                return true;
            }
        }

        return false;
    }

    // HTML §13.2.6.5: the elements whose start ends a drawing or a formula that was left open.
    private static bool LeavesDrawing(Tag tag) => Tags.IsBlock(tag) || tag is Tag.B or Tag.Big or Tag.Br or Tag.Code or Tag.Em or Tag.Embed
        or Tag.I or Tag.Nobr or Tag.Ruby or Tag.S or Tag.Small or Tag.Span or Tag.Strike or Tag.Strong or Tag.Sub or Tag.Sup or Tag.Tt
            or Tag.U or Tag.Var;
}
