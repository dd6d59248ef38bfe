using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>
/// Headings: their words, at a level that fits below the chapter's title. What else a heading holds stands before or after it.
/// </summary>
internal sealed class HeadingReader
{
    private readonly HeadingLevels levels = new();

    public void Read(BlockReader reader, MarkupNode node)
    {
        string? id = reader.Anchors.Take();
        ImmutableArray<Block> content = reader.Inside(node);
        ImmutableArray<Inline> text = BlocksAsRun.Join(content is [Paragraph] ? content : [.. content.Where(block => block is Paragraph)]);
        int first = 0;
        while (first < content.Length && content[first] is not Paragraph)
        {
            reader.Add(content[first++]);
        }

        if (!text.IsEmpty)
        {
            reader.Add(new Heading(levels.Fit(node.Tag - Tag.H1 + 1), text), id);
        }

        foreach (Block block in content.Skip(first).Where(block => block is not Paragraph))
        {
            reader.AddWhole(block);
        }
    }
}
