namespace FeedBook.Pdf.Drawing;

/// <summary>A run of pages that stand together. Runs may be written in any order; the tree puts them in the reader's.</summary>
internal sealed class PageRun
{
    /// <summary>The nodes above the run's pages and how many pages each holds.</summary>
    public List<(int Number, List<int> Pages)> Nodes { get; } = [];

    /// <summary>How many pages the run has by now.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a page and returns the number of the node above it.</summary>
    public int Add(PdfFile file, int page)
    {
        const int PagesANode = 64;
        if (Nodes.Count == 0 || Nodes[^1].Pages.Count == PagesANode)
        {
            Nodes.Add((file.Reserve(), []));
        }

        Nodes[^1].Pages.Add(page);
        Count++;
        return Nodes[^1].Number;
    }
}

/// <summary>The page tree (ISO 32000-1 §7.7.3): pages under nodes, nodes under one root.</summary>
internal static class PageTree
{
    /// <summary>Writes the tree above pages that are written or promised.</summary>
    /// <returns>The root's number, promised before.</returns>
    public static void Write(PdfFile file, int root, IEnumerable<PageRun> runs)
    {
        var top = new PdfBuffer().Raw("<</Type/Pages/Kids["u8);
        int count = 0;
        foreach ((int number, List<int> pages) in runs.SelectMany(run => run.Nodes))
        {
            var node = new PdfBuffer().Raw("<</Type/Pages/Parent "u8).Reference(root).Raw("/Count "u8).Integer(pages.Count).Raw("/Kids["u8);
            foreach (int page in pages)
            {
                node.Reference(page).Space();
            }

            file.Write(number, node.Raw("]>>"u8));
            top.Reference(number).Space();
            count += pages.Count;
        }

        file.Write(root, top.Raw("]/Count "u8).Integer(count).Raw(">>"u8));
    }
}
