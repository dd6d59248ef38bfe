using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// Elements that call themselves a caption or a credit (class, id, role, itemprop) beside a picture, with nothing between that a reader
/// sees.
/// </summary>
internal sealed class MarkedCaption : ICaptionPattern
{
    private const int Longest = 1_200, Highest = 8;

    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (SourceImage picture in search.All)
        {
            if (search.Plan.FigureOf(picture.Node) is null && Read(search, picture.Node) is { } proposal)
            {
                yield return proposal;
            }
        }
    }

    private static CaptionProposal? Read(FigureSearch search, MarkupNode picture)
    {
        // Shared by most pictures, which have none.
        List<MarkupNode> captions = search.Captions, credits = search.Credits;
        captions.Clear();
        credits.Clear();
        MarkupNode at = picture;
        for (int level = 0; level < Highest && at.Parent is { } parent; level++)
        {
            bool open = Side(search, at, forward: true, captions, credits);
            open &= Side(search, at, forward: false, captions, credits);
            if (!open || parent == search.Root)
            {
                break;
            }

            at = parent;
        }

        return captions.Count + credits.Count == 0 ? null : Propose(search, picture, [.. captions], [.. credits]);
    }

    // Goes over what stands beside the node; false where other words or another picture end the picture's own place.
    private static bool Side(FigureSearch search, MarkupNode at, bool forward, List<MarkupNode> captions, List<MarkupNode> credits)
    {
        for (MarkupNode? side = forward ? at.Next : at.Previous; side is not null; side = forward ? side.Next : side.Previous)
        {
            if (search.IsEmpty(side))
            {
                if (search.HasMedia(side))
                {
                    return false;
                }

                continue;
            }

            if (!Take(search, side, captions, credits, forward))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Take(FigureSearch search, MarkupNode side, List<MarkupNode> captions, List<MarkupNode> credits, bool forward)
    {
        if (side.IsText || search.HasMedia(side) || side.TextLength > Longest || side.Tag is Tag.H1 or Tag.H2 or Tag.H3
            || side.Any(static node => node.Tag is Tag.H1 or Tag.H2 or Tag.H3))
        {
            return false;
        }

        Mark mark = CaptionWords.Of(side);
        if (mark == Mark.Credit && HoldsCaption(search, side))
        {
            mark = Mark.Caption;
        }

        if (mark == Mark.Caption && CaptionParts.HoldsRunningText(side) && !side.Words.Contains("caption", StringComparison.Ordinal))
        {
            // 'image-text': what stands beside an image, not below it.
            return false;
        }

        switch (mark)
        {
            case Mark.Caption when forward || captions.Count == 0:
                captions.Add(side);
                return true;
            case Mark.Credit when credits.Count == 0:
                credits.Add(side);
                return true;
            case Mark.PerhapsCredit when credits.Count == 0 && side.TextLength <= 80 && CaptionWords.IsPictureFrame(side.Parent!):
                credits.Add(side);
                return true;
            case Mark.Control:
                return side.TextLength < 60;
        }

        if (side.TextLength < 40 && CaptionWords.IsControl(side.PlainText))
        {
            return true;
        }

        // A credit that says so itself, or the name for which a mark alone stands before it, whatever their boxes are called.
        if (side.TextLength <= CaptionParts.LongestLabelled
            && (credits.Count == 0 ? captions.Count > 0 && CreditLabels.Opens(side.PlainText) && search.Reader.IsWhole(side.PlainText)
                : forward && CaptionParts.IsMarkAlone(credits[^1].PlainText) && credits[^1].Parent == side.Parent))
        {
            credits.Add(side);
            return true;
        }

        // A plain box whose every part is marked.
        bool any = false;
        for (MarkupNode? child = side.First; child is not null; child = child.Next)
        {
            if (search.IsEmpty(child))
            {
                continue;
            }

            if (!Take(search, child, captions, credits, forward))
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    // 'div.attribution' around words and a 'span.credit': the credit is the inner one.
    private static bool HoldsCaption(FigureSearch search, MarkupNode side)
    {
        for (MarkupNode? node = side.First; node is not null; node = node.Following(side))
        {
            if (CaptionWords.Of(node) == Mark.Credit && node.TextLength is > 0 and var length && length + 8 < side.TextLength)
            {
                return !search.Reader.IsWhole(side.PlainText);
            }
        }

        return false;
    }

    private static CaptionProposal Propose(FigureSearch search, MarkupNode picture, List<MarkupNode> captions, List<MarkupNode> credits)
    {
        var labels = new List<MarkupNode>();
        foreach (MarkupNode caption in captions)
        {
            CaptionParts.Gather(search, caption, credits, labels);
        }

        return new CaptionProposal([picture], captions, credits) { Labels = labels };
    }
}
