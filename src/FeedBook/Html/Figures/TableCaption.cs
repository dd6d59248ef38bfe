using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>A layout table with a picture in one row and its words in the row below.</summary>
internal sealed class TableCaption : ICaptionPattern
{
    private const int Longest = 300;

    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (MarkupNode table in search.Tables)
        {
            if (search.CountImages(table) != 1)
            {
                continue;
            }

            List<MarkupNode> pictures = search.ImagesIn(table);
            if (search.Plan.FigureOf(pictures[0]) is not null || table.TextLength is 0 or > Longest)
            {
                continue;
            }

            List<MarkupNode> rows = [.. table.WithDescendants().Where(node => node.Tag == Tag.Tr)];
            int at = rows.FindIndex(row => row.Contains(pictures[0]));
            if (at < 0 || !search.IsEmpty(rows[at]) || rows.Take(at).Any(row => !search.IsEmpty(row)))
            {
                continue;
            }

            List<MarkupNode> words = [.. rows.Skip(at + 1).Where(row => !search.IsEmpty(row))];
            if (words.Count is 0 or > 2)
            {
                continue;
            }

            string text = MarkupText.Of(words);
            yield return new CaptionProposal([pictures[0]], words, [], 80 + Evidence.OfRunningText(text) - (Evidence.LinkShare(words) > 60 ? 40 : 0)) { Shape = new("table") };
        }
    }
}
