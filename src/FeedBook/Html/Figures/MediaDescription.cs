using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>What the feed itself says of a picture: Media RSS descriptions and credits, and words inside an enclosure.</summary>
internal sealed class MediaDescription : ICaptionPattern
{
    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (LeadPicture.Described described in search.Described)
        {
            MarkupNode? caption = Words(described.CaptionHtml, html: true), credit = Words(described.Credit, html: false);
            bool repeats = caption is not null && Letters(search.Root.PlainText).Contains(Letters(caption.PlainText), StringComparison.OrdinalIgnoreCase);
            if (described.Node.Figure is null && ((caption is not null && !repeats) || credit is not null))
            {
                yield return new CaptionProposal([described.Node], caption is null || repeats ? [] : [caption], credit is null ? [] : [credit], 90);
            }
        }
    }

    private static MarkupNode? Words(string? text, bool html)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!html)
        {
            return MarkupNode.NewText(text);
        }

        MarkupNode content = MarkupReader.Read(HtmlTree.Load(text));
        return content.HasWords ? content : null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
