using FeedBook.Html.Images;

namespace FeedBook.Html.Figures;

/// <summary>A picture's <c>title</c> as its caption, where the options ask for it: web comics put their second joke there.</summary>
internal sealed class TitleCaption : ICaptionPattern
{
    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        if (!search.Context.Figures.UseTitleAsCaption)
        {
            yield break;
        }

        foreach (SourceImage picture in search.Free)
        {
            if (picture.Title is { Length: > 0 } title && title != picture.AlternativeText)
            {
                yield return new CaptionProposal([picture.Node], [search.Tree.NewText(title)], []);
            }
        }
    }
}
