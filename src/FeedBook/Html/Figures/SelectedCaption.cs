using FeedBook.Html.Selectors;
using FeedBook.Html.Tree;
using HtmlAgilityPack;

namespace FeedBook.Html.Figures;

/// <summary>
/// Captions and credits that the options' own selectors choose: each belongs to the nearest picture around it, before it rather than after.
/// </summary>
internal sealed class SelectedCaption : ICaptionPattern
{
    private const int Highest = 8;

    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        if (search.Selectors is not { } selectors || selectors.Captions.Count + selectors.Credits.Count == 0)
        {
            return [];
        }

        if (search.Root.WithDescendants().FirstOrDefault(node => node.Source is not null)?.Source is not { } any)
        {
            return [];
        }

        HtmlNode page = any.OwnerDocument.DocumentNode;
        HashSet<HtmlNode> captions = Selector.Choose(selectors.Captions, page), credits = Selector.Choose(selectors.Credits, page);
        var found = new Dictionary<MarkupNode, (List<MarkupNode> Captions, List<MarkupNode> Credits)>();
        foreach (MarkupNode node in search.Root.WithDescendants().Where(node => node.Source is not null && node.HasWords).ToList())
        {
            bool caption = captions.Contains(node.Source!), credit = credits.Contains(node.Source!);
            if ((caption || credit) && Nearest(search, node, caption ? found.Keys : []) is { } picture)
            {
                if (!found.TryGetValue(picture, out (List<MarkupNode> Captions, List<MarkupNode> Credits) words))
                {
                    found[picture] = words = ([], []);
                }

                (caption ? words.Captions : words.Credits).Add(node);
            }
        }

        return found.Select(one => new CaptionProposal([one.Key], one.Value.Captions,
            one.Value.Credits) { IsCredit = one.Value.Captions.Count == 0 });
    }

    private static MarkupNode? Nearest(FigureSearch search, MarkupNode node, IEnumerable<MarkupNode> taken)
    {
        MarkupNode at = node;
        for (int level = 0; level < Highest && at != search.Root; level++, at = at.Parent!)
        {
            for (MarkupNode? side = at.Previous; side is not null; side = side.Previous)
            {
                if (search.ImagesIn(side) is { Count: > 0 } before)
                {
                    return taken.Contains(before[^1]) ? null : before[^1];
                }
            }

            for (MarkupNode? side = at.Next; side is not null; side = side.Next)
            {
                if (search.ImagesIn(side) is { Count: > 0 } after)
                {
                    return after[0];
                }
            }
        }

        return null;
    }
}
