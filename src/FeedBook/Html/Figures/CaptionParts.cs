using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>Finds the parts of a caption: credits marked up inside it or beside it, and labels of the page's own.</summary>
internal static class CaptionParts
{
    /// <summary>The longest credit that is told by its own label alone.</summary>
    public const int LongestLabelled = 100;

    private const int LongestCredit = 300, LeastSentence = 24;

    /// <summary>Gathers what inside the caption is a credit or a control.</summary>
    public static void Gather(FigureSearch search, MarkupNode caption, List<MarkupNode> credits, List<MarkupNode> labels)
    {
        MarkupNode? node = caption.First;
        while (node is not null)
        {
            MarkupNode? next = node.Following(caption);
            switch ((node.Tag == Tag.Cite && (IsAtEnd(caption, node) || OpensAsCredit(search, caption, node)))
                || IsCreditElement(search, caption, node) ? Mark.Credit : !node.IsText && node.TextLength < 40
                && (CaptionWords.IsControl(node.PlainText) || IsPermanentLink(node) || CaptionText.IsLabelAlone(node.PlainText))
                ? Mark.Control : CaptionWords.Of(node))
            {
                case Mark.Credit or Mark.PerhapsCredit when node.TextLength is > 0 and <= LongestCredit && HasMore(caption, node):
                    credits.Add(node);
                    next = node.FollowingAfter(caption);
                    if (IsMarkAlone(node.PlainText) && next is { IsText: false, TextLength: > 0 and <= LongestCredit }
                        && caption.PlainText.EndsWith(next.PlainText, StringComparison.Ordinal))
                    {
                        // '©' or 'Photo:' and the name it stands for, each in an element of its own.
                        credits.Add(next);
                        next = next.FollowingAfter(caption);
                    }

                    break;
                case Mark.Control when node.TextLength is > 0 and < 40 && HasMore(caption, node) && IsPagesOwn(node):
                    labels.Add(node);
                    next = node.FollowingAfter(caption);
                    break;
            }

            node = next;
        }
    }

    /// <summary>Gathers credits that stand in the figure but outside its caption.</summary>
    public static void GatherBeside(FigureSearch search, MarkupNode figure, IReadOnlyList<MarkupNode> captions, List<MarkupNode> credits)
    {
        MarkupNode? node = figure.First;
        while (node is not null)
        {
            bool inside = captions.Contains(node) || credits.Contains(node) || !search.Plan.IsFree(node) || node.Tag is Tag.Figure;
            MarkupNode? next = inside ? node.FollowingAfter(figure) : node.Following(figure);
            if (!inside && !node.IsText && node.TextLength is > 0 and <= LongestCredit && !search.HasMedia(node)
                && (CaptionWords.Of(node) is Mark.Credit || (node.Tag is Tag.Footer or Tag.Cite && node.TextLength <= 80)
                    || (CaptionWords.Of(node) is Mark.Caption or Mark.PerhapsCredit && search.Reader.IsWhole(node.PlainText))
                    || (node.TextLength <= LongestLabelled && CreditLabels.Opens(node.PlainText)
                        && search.Reader.IsWhole(node.PlainText))))
            {
                credits.Add(node);
                next = node.FollowingAfter(figure);
                if (IsMarkAlone(node.PlainText) && node.Next is { IsText: false, TextLength: > 0 and <= LongestLabelled } name
                    && search.Plan.IsFree(name) && !search.HasMedia(name) && !captions.Contains(name))
                {
                    credits.Add(name);
                    next = name.FollowingAfter(figure);
                }
            }

            node = next;
        }
    }

    /// <summary>Whether all the words stand in a <c>cite</c>: beside a picture that is its source.</summary>
    public static bool IsAllCite(MarkupNode node)
    {
        MarkupNode? cite = node.Tag == Tag.Cite ? node : node.Find(Tag.Cite);
        while (cite is not null && (cite.Tag != Tag.Cite || cite.TextLength != node.TextLength))
        {
            cite = cite.Following(node);
        }

        return cite is not null && node.TextLength is > 0 and < LongestCredit;
    }

    /// <summary>Whether the text is a mark or label that stands before a credit, with nothing behind it: '©', 'Photo:'.</summary>
    public static bool IsMarkAlone(string text) => text is "©" or "ⓒ" or "(c)" || CreditLabels.IsAlone(text);

    // An element of its own at the caption's end, whose words are a credit: the page may part the two by its looks alone.
    private static bool IsCreditElement(FigureSearch search, MarkupNode caption, MarkupNode node) =>
        node.Tag is Tag.Span or Tag.Small or Tag.Em or Tag.I or Tag.Div or Tag.P or Tag.Strong or Tag.B or Tag.Font or Tag.Cite
            && node.TextLength is > 2 and <= 100 && caption.TextLength > node.TextLength + 2
        && (caption.PlainText.EndsWith(node.PlainText, StringComparison.Ordinal)
            ? search.Reader.IsWhole(node.PlainText) || EndsAsCredit(search, caption.PlainText.AsSpan(..^node.TextLength).TrimEnd(), node)
            : IsApart(node) && OpensAsCredit(search, caption, node));

    // With the words before it: behind a sentence an element of its own that holds a name is its author's.
    private static bool EndsAsCredit(FigureSearch search, ReadOnlySpan<char> before, MarkupNode node) =>
        before.Length > 0 && search.Reader.Find($"{before} {node.PlainText}", CreditHabits.None, before.Length) is { } place
        && place.From == before.Length + 1;

    // A block of its own, or a line's beginning with a block behind it.
    private static bool IsApart(MarkupNode node)
    {
        MarkupNode? next = node.Next;
        while (next is { IsText: true, HasWords: false })
        {
            next = next.Next;
        }

        return Tags.IsBlock(node.Tag) || (next is not null && (next.Tag == Tag.Br || Tags.IsBlock(next.Tag)));
    }

    private static bool OpensAsCredit(FigureSearch search, MarkupNode caption, MarkupNode cite) =>
        caption.PlainText.StartsWith(cite.PlainText, StringComparison.Ordinal) && search.Reader.IsWhole(cite.PlainText);

    // A class alone does not make words of the caption a control.
    private static bool IsPagesOwn(MarkupNode node) =>
        node.Tag is Tag.Button or Tag.A || node.TextLength < 3 || CaptionWords.IsControl(node.PlainText)
            || CaptionText.IsLabelAlone(node.PlainText);

    /// <summary>Whether the node holds running text: two blocks or more, of a sentence or more each.</summary>
    public static bool HoldsRunningText(MarkupNode node)
    {
        int blocks = 0, stanzas = Stanzas(node);
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            blocks += !child.IsText && Tags.IsBlock(child.Tag) && child.TextLength > LeastSentence && CaptionWords.Of(child) is Mark.None
                or Mark.PerhapsCaption ? 1 : 0;
            stanzas = Math.Max(stanzas, child.IsText || child.Tag is not (Tag.P or Tag.Div) ? 0 : Stanzas(child));
        }

        // Two may be a caption and what is said of its image's source; three are an article whose paragraphs are parted by blank lines.
        return blocks >= 2 || stanzas > 2;
    }

    // How many sentences or more stand between blank lines.
    private static int Stanzas(MarkupNode node)
    {
        int stanzas = 0, length = 0, breaks = 0;
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (child.Tag == Tag.Br)
            {
                breaks++;
                continue;
            }

            if (!child.HasWords && (!child.IsText || string.IsNullOrWhiteSpace(child.Text)))
            {
                continue;
            }

            if (breaks > 1)
            {
                stanzas += length > LeastSentence ? 1 : 0;
                length = 0;
            }

            breaks = 0;
            length += child.TextLength;
        }

        return stanzas + (length > LeastSentence ? 1 : 0);
    }

    /// <summary>Whether the words beside an image are known to be the page's own, so that no reader of a book misses them.</summary>
    public static bool SaysNothing(string label) =>
        CaptionWords.IsControl(label) || CaptionText.IsLabelAlone(label) || !label.Any(char.IsLetterOrDigit);

    // '#' or '¶', which links to the place itself.
    private static bool IsPermanentLink(MarkupNode node) => node.Tag == Tag.A && node.PlainText is "#" or "¶" or "§" or "🔗";

    // A cite inside the words names a work; one at their end names the picture's source.
    private static bool IsAtEnd(MarkupNode caption, MarkupNode cite) =>
        caption.PlainText.EndsWith(cite.PlainText, StringComparison.Ordinal) && caption.TextLength > cite.TextLength
        && caption.PlainText[..^cite.TextLength]
            .TrimEnd() is [.., '.' or '。' or '(' or '|' or '—' or '–' or '/' or '!' or '?' or '”' or '"'];

    // A caption that is all credit is told by its text, not here.
    private static bool HasMore(MarkupNode caption, MarkupNode part) => caption.TextLength > part.TextLength + 1;
}
