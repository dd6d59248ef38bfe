using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// Players, frames and drawings whose end tag is missing. A browser shows them in place of what stands in them, which would be the rest of
/// the article: only what belongs to one by its kind stays in it.
/// </summary>
internal static class UnclosedParts
{
    public static void Open(MarkupTree tree)
    {
        foreach (MarkupNode part in tree.Unclosed)
        {
            if (part.Parent is { } parent)
            {
                Open(part, parent);
            }
        }
    }

    private static void Open(MarkupNode part, MarkupNode parent)
    {
        MarkupNode? first = part.First, behind = part.Next;
        while (first is not null && (first.IsText ? string.IsNullOrWhiteSpace(first.Text)
            : first.Tag is Tag.Source or Tag.Track or Tag.Param or Tag.Embed))
        {
            first = first.Next;
        }

        while (first is not null)
        {
            MarkupNode? next = first.Next;
            first.Remove();
            if (behind is null)
            {
                parent.Append(first);
            }
            else
            {
                behind.InsertBefore(first);
            }

            first = next;
        }
    }
}
