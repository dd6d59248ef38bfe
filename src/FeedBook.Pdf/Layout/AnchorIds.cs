using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

/// <summary>Finds the ids that links of an article can lead to.</summary>
internal static class AnchorIds
{
    /// <summary>Adds the ids of an article's blocks, items and spans.</summary>
    public static void Collect(Article article, HashSet<string> ids)
    {
        // Not recursive: an article nests deep, and this costs nothing.
        var blocks = new Stack<Block>(article.Blocks.Concat(article.Notes.SelectMany(note => note.Blocks)));
        var inlines = new Stack<Inline>();
        while (blocks.TryPop(out Block? block))
        {
            Add(ids, block.Id);
            switch (block)
            {
                case Paragraph paragraph:
                    Push(inlines, paragraph.Content);
                    break;
                case Heading heading:
                    Push(inlines, heading.Content);
                    break;
                case Quotation quotation:
                    Push(blocks, quotation.Blocks);
                    break;
                case ListBlock list:
                    foreach (ListItem item in list.Items)
                    {
                        Add(ids, item.Id);
                        Push(blocks, item.Blocks);
                    }

                    break;
                case DefinitionList list:
                    foreach (DefinitionEntry entry in list.Entries)
                    {
                        foreach (ImmutableArray<Inline> term in entry.Terms)
                        {
                            Push(inlines, term);
                        }

                        foreach (ImmutableArray<Block> definition in entry.Definitions)
                        {
                            Push(blocks, definition);
                        }
                    }

                    break;
                case Figure figure:
                    Push(blocks, figure.Body);
                    Push(inlines, figure.Caption);
                    Push(inlines, figure.Credit);
                    break;
                case Table table:
                    Push(inlines, table.Caption);
                    foreach (TableCell cell in table.Head.Concat(table.Body).SelectMany(row => row.Cells))
                    {
                        Push(blocks, cell.Blocks);
                    }

                    break;
            }
        }

        while (inlines.TryPop(out Inline? inline))
        {
            switch (inline)
            {
                case Span span:
                    Add(ids, span.Id);
                    Push(inlines, span.Content);
                    break;
                case Styled styled:
                    Push(inlines, styled.Content);
                    break;
                case Link link:
                    Push(inlines, link.Content);
                    break;
                case Ruby ruby:
                    foreach (RubySegment segment in ruby.Segments)
                    {
                        Push(inlines, segment.Base);
                    }

                    break;
            }
        }
    }

    private static void Add(HashSet<string> ids, string? id)
    {
        if (id is not null)
        {
            ids.Add(id);
        }
    }

    private static void Push<T>(Stack<T> stack, ImmutableArray<T> items)
    {
        foreach (T item in items)
        {
            stack.Push(item);
        }
    }
}
