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
        List<MarkupNode> captions = [.. figure.WithDescendants().Where(node => node.Tag == Tag.Figcaption && node.Claim == Claim.None && Owner(node) == figure && IsCaption(node))];
        List<MarkupNode> pictures = [.. FigureSearch.PicturesIn(figure).Where(picture => !search.Plan.Has(picture))];
        if (captions.Count == 0 || captions.Exists(FigureSearch.HasMedia))
        {
            return null;
        }

        bool nested = figure.Any(node => node != figure && node.Tag == Tag.Figure && search.Plan.Of(node) is not null)
            || FigureSearch.PicturesIn(figure).Count > pictures.Count;
        if (pictures.Count == 0 || nested)
        {
            bool other = figure.Any(node => node.Tag is Tag.Table or Tag.Pre or Tag.Iframe or Tag.Video or Tag.Audio or Tag.Object or Tag.AmpVideo or Tag.AmpYoutube or Tag.AmpIframe or Tag.Math)
                && !figure.Any(node => node.Tag is Tag.Blockquote);
            return other || nested ? Propose([figure], captions, figure) : null;
        }

        return Propose(pictures, captions, figure);
    }

    private static CaptionProposal Propose(List<MarkupNode> body, List<MarkupNode> captions, MarkupNode figure)
    {
        var credits = new List<MarkupNode>();
        var labels = new List<MarkupNode>();
        foreach (MarkupNode caption in captions)
        {
            CaptionParts.Gather(caption, credits, labels);
        }

        CaptionParts.GatherBeside(figure, captions, credits);
        return new CaptionProposal(body, captions, credits, 100) { Labels = labels, IsCredit = captions.TrueForAll(CaptionParts.IsAllCite) };
    }

    private static bool IsCaption(MarkupNode caption) =>
        caption.TextLength is > 0 and <= LongestCaption && !caption.Any(node => node.Tag is Tag.H1 or Tag.H2 or Tag.H3 or Tag.Figure);

    private static MarkupNode? Owner(MarkupNode caption) => caption.Closest(Tag.Figure);
}
