using System.Collections.Immutable;
using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>What was cut out of a page on the way to its article: every cut goes through here, so that none goes untold.</summary>
/// <param name="text">How much text stood below each node before anything was cut.</param>
internal sealed class PageCuts(TextTable text)
{
    private const int Most = 100;

    private readonly List<MarkupNode> cuts = [];

    /// <summary>How much text stood below each node before anything was cut.</summary>
    public TextTable Text { get; } = text;

    /// <summary>Takes a node and all below it out of the tree.</summary>
    public void Cut(MarkupNode node)
    {
        if (node.IsText || Text[node].Letters > 0)
        {
            cuts.Add(node);
        }

        node.Remove();
    }

    /// <summary>
    /// The words that stood among the paragraphs of the article that was found, in the page's order. What stands before its first and
    /// behind its last paragraph is the page's own, and goes without a word.
    /// </summary>
    public ImmutableArray<PageOmission> Among(MarkupNode article)
    {
        int first = int.MaxValue, last = -1;
        for (MarkupNode? node = article; node is not null; node = node.Following(article))
        {
            if (!node.IsText && Text[node].IsProse)
            {
                first = Math.Min(first, node.Number);
                last = Math.Max(last, node.Number);
            }
        }

        return [.. cuts.Where(cut => cut.Number > first && cut.Number < last && !PageFurniture.IsUnseen(cut))
            .OrderBy(cut => cut.Number)
            .Select(cut =>
                new PageOmission(Folded(cut.IsText ? cut.Text : cut.PlainText), Text[cut].Prose * 2 > Text[cut].Letters))
            .Where(omission => omission.Text.Length > 0).Take(Most)];
    }

    private static string Folded(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
