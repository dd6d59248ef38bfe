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
                foreach (CaptionProposal proposal in Rows(search, table))
                {
                    yield return proposal;
                }

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
            yield return new CaptionProposal([pictures[0]], words, []) { Signs = SignsOf(search, words, text), Shape = new("table") };
        }
    }

    private static ulong SignsOf(FigureSearch search, List<MarkupNode> words, string text) =>
        Evidence.OfWords(search, text,
            Signs.Of(CaptionSign.Any, CaptionSign.TableRow) | CaptionSign.Linked.If(Evidence.LinkShare(words) > 60));

    // A row of images over a row of texts, cell for cell.
    private static IEnumerable<CaptionProposal> Rows(FigureSearch search, MarkupNode table)
    {
        List<MarkupNode[]> rows =
            [.. table.WithDescendants().Where(node => node.Tag == Tag.Tr && node.Closest(Tag.Table) == table).Select(Cells)];
        for (int at = 0; at + 1 < rows.Count; at++)
        {
            MarkupNode[] images = rows[at], words = rows[at + 1];
            bool fits = images.Length == words.Length
                && Array.TrueForAll(images, cell => search.CountImages(cell) == 1 && search.IsEmpty(cell))
                && Array.TrueForAll(words, cell => search.CountImages(cell) == 0 && cell.TextLength is > 0 and <= Longest);
            for (int i = 0; fits && i < images.Length; i++)
            {
                MarkupNode image = search.ImagesIn(images[i])[0];
                if (search.Plan.FigureOf(image) is null)
                {
                    yield return new CaptionProposal([image], [words[i]], []) { Signs = SignsOf(search, [words[i]], words[i].PlainText),
                        Shape = new("table rows") };
                }
            }
        }
    }

    private static MarkupNode[] Cells(MarkupNode row)
    {
        var cells = new List<MarkupNode>();
        for (MarkupNode? cell = row.First; cell is not null; cell = cell.Next)
        {
            if (cell.Tag is Tag.Td or Tag.Th)
            {
                cells.Add(cell);
            }
        }

        return [.. cells];
    }
}
