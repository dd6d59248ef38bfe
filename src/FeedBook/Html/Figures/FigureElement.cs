using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// <c>figure</c> with <c>figcaption</c>, wherever the caption stands in it, with one picture or several, and around tables,
/// code and players. A quotation's figcaption names its source and is no caption; nor is a headline.
/// </summary>
internal sealed class FigureElement : ICaptionPattern
{
    private const int LongestCaption = 2_000;

    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        // Inner figures first: what is left over belongs to the one around them.
        for (int i = search.Figures.Count - 1; i >= 0; i--)
        {
            if (Read(search, search.Figures[i]) is { } proposal)
            {
                yield return proposal;
            }
        }
    }

    private static CaptionProposal? Read(FigureSearch search, MarkupNode figure)
    {
        List<MarkupNode> captions = CaptionsOf(search, figure);
        if (captions.Count == 0 || captions.Exists(search.HasMedia))
        {
            return null;
        }

        List<MarkupNode> pictures = search.ImagesIn(figure);
        int all = pictures.Count, free = 0;
        for (int i = 0; i < all; i++)
        {
            if (search.Plan.FigureOf(pictures[i]) is null)
            {
                pictures[free++] = pictures[i];
            }
        }

        pictures.RemoveRange(free, all - free);
        bool nested = all > free || HoldsPlanned(search, figure);
        if (free == 0 || nested)
        {
            bool other =
                figure.Any(static node => node.Tag is Tag.Table or Tag.Pre or Tag.Iframe or Tag.Video or Tag.Audio or Tag.Object
                or Tag.AmpVideo or Tag.AmpYoutube or Tag.AmpIframe or Tag.Math)
                && !figure.Any(static node => node.Tag is Tag.Blockquote);
            return other || nested ? Propose(search, [figure], captions, figure) : null;
        }

        return Propose(search, pictures, captions, figure);
    }

    private static List<MarkupNode> CaptionsOf(FigureSearch search, MarkupNode figure)
    {
        var captions = new List<MarkupNode>(1);
        for (MarkupNode? node = figure.First; node is not null; node = node.Following(figure))
        {
            if (node.Tag == Tag.Figcaption && search.Plan.IsFree(node) && node.Closest(Tag.Figure) == figure && IsCaption(node))
            {
                captions.Add(node);
            }
        }

        return captions;
    }

    private static bool HoldsPlanned(FigureSearch search, MarkupNode figure)
    {
        for (MarkupNode? node = figure.First; node is not null; node = node.Following(figure))
        {
            if (node.Tag == Tag.Figure && search.Plan.FigureOf(node) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static CaptionProposal Propose(FigureSearch search, List<MarkupNode> body, List<MarkupNode> captions, MarkupNode figure)
    {
        var credits = new List<MarkupNode>();
        var labels = new List<MarkupNode>();
        if (captions.TrueForAll(caption => search.Reader.IsWhole(caption.PlainText))
            && MarkedBeside(search, figure, captions) is { } marked)
        {
            // The figcaption holds the credit, another element of the figure the caption.
            credits.AddRange(captions);
            captions = [marked];
        }

        // A hidden copy of the figure repeats the words.
        for (MarkupNode? node = figure.First; node is not null; node = node.Following(figure))
        {
            if (node.Tag == Tag.Figcaption && node.Closest(Tag.Figure) is { } inner && inner != figure && !search.HasMedia(inner)
                && captions.Exists(caption => caption.PlainText == node.PlainText))
            {
                labels.Add(node);
            }
        }

        foreach (MarkupNode caption in captions)
        {
            CaptionParts.Gather(search, caption, credits, labels);
        }

        CaptionParts.GatherBeside(search, figure, captions, credits);
        return new CaptionProposal(body, captions, credits) { Labels = labels, IsCredit = captions.TrueForAll(CaptionParts.IsAllCite) };
    }

    private static MarkupNode? MarkedBeside(FigureSearch search, MarkupNode figure, List<MarkupNode> captions)
    {
        for (MarkupNode? node = figure.First; node is not null; node = node.Following(figure))
        {
            if (!node.IsText && node.Tag != Tag.Figcaption && node.TextLength is > 0 and <= LongestCaption && search.Plan.IsFree(node)
                && !search.HasMedia(node)
                && !captions.Exists(caption => caption.Contains(node) || node.Contains(caption)) && CaptionWords.Of(node) == Mark.Caption)
            {
                return node;
            }
        }

        return null;
    }

    private static bool IsCaption(MarkupNode caption) =>
        caption.TextLength is > 0 and <= LongestCaption
            && !caption.Any(static node => node.Tag is Tag.H1 or Tag.H2 or Tag.H3 or Tag.Figure);
}
