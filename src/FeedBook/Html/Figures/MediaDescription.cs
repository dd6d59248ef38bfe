using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>What the feed itself says of a picture: Media RSS descriptions and credits, and words inside an enclosure.</summary>
internal sealed class MediaDescription : ICaptionPattern
{
    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (LeadImage.Described described in search.Described)
        {
            MarkupNode? caption = Words(search, described.CaptionHtml, html: true), credit = Words(search, described.Credit, html: false);
            bool repeats = caption is not null && Letters(search.Root.PlainText)
                .Contains(Letters(caption.PlainText), StringComparison.OrdinalIgnoreCase);
            if (search.Plan.FigureOf(described.Node) is null && ((caption is not null && !repeats) || credit is not null))
            {
                yield return new CaptionProposal([described.Node], caption is null || repeats ? [] : [caption], credit is null ? []
                    : [credit]);
            }
        }
    }

    private static MarkupNode? Words(FigureSearch search, string? text, bool html)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!html)
        {
            return search.Tree.NewText(text);
        }

        MarkupNode content = search.Tree.Fragment(text);
        return content.HasWords ? content : null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
