using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>Finds the parts of a caption: credits marked up inside it or beside it, and labels of the page's own.</summary>
internal static class CaptionParts
{
    private const int LongestCredit = 300;

    /// <summary>Gathers what inside the caption is a credit or a control.</summary>
    public static void Gather(MarkupNode caption, List<MarkupNode> credits, List<MarkupNode> labels)
    {
        MarkupNode? node = caption.First;
        while (node is not null)
        {
            MarkupNode? next = node.Following(caption);
            switch (node.Tag == Tag.Cite && IsAtEnd(caption, node) ? Mark.Credit : !node.IsText && node.TextLength < 40 && CaptionWords.IsControl(node.PlainText) ? Mark.Control : CaptionWords.Of(node))
            {
                case Mark.Credit or Mark.PerhapsCredit when node.TextLength is > 0 and <= LongestCredit && HasMore(caption, node):
                    credits.Add(node);
                    next = node.FollowingAfter(caption);
                    break;
                case Mark.Control when node.TextLength is > 0 and < 40 && HasMore(caption, node):
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
            bool inside = captions.Contains(node) || !search.Plan.IsFree(node) || node.Tag is Tag.Figure;
            MarkupNode? next = inside ? node.FollowingAfter(figure) : node.Following(figure);
            if (!inside && !node.IsText && node.TextLength is > 0 and <= LongestCredit && !search.HasMedia(node)
                && (CaptionWords.Of(node) is Mark.Credit || (CaptionWords.Of(node) is Mark.Caption or Mark.PerhapsCredit && CaptionText.IsCredit(node.PlainText))))
            {
                credits.Add(node);
                next = node.FollowingAfter(figure);
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

    // A cite inside the words names a work; one at their end names the picture's source.
    private static bool IsAtEnd(MarkupNode caption, MarkupNode cite) =>
        caption.PlainText.EndsWith(cite.PlainText, StringComparison.Ordinal) && caption.TextLength > cite.TextLength
        && caption.PlainText[..^cite.TextLength].TrimEnd() is [.., '.' or '。' or '(' or '|' or '—' or '–' or '/' or '!' or '?' or '”' or '"'];

    // A caption that is all credit is told by its text, not here.
    private static bool HasMore(MarkupNode caption, MarkupNode part) => caption.TextLength > part.TextLength + 1;
}
