using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>The heading that opens an item's text with the item's own title, which the chapter shows already.</summary>
internal static class RepeatedTitle
{
    public static void Remove(MarkupNode root, string? title, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return;
        }

        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            if (Tags.IsHeading(node.Tag))
            {
                if (Same(node.PlainText, title) && !node.Any(part => Tags.IsImage(part.Tag)))
                {
                    context.Tell(DiagnosticIds.RepeatedTitle, "A heading that repeats the title was left out", node.PlainText);
                    MarkupNode parent = node.Parent!;
                    node.Remove();
                    parent.Forget();
                }

                return;
            }

            if (node.IsText && !string.IsNullOrWhiteSpace(node.Text))
            {
                return;
            }
        }
    }

    private static bool Same(string heading, string title) =>
        Letters(heading) is { Length: > 0 } letters && letters.Equals(Letters(title), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
