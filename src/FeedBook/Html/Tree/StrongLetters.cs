using FeedBook.Content;

namespace FeedBook.Html.Tree;

/// <summary>
/// Which way the letters of a text run: what <c>dir="auto"</c> goes by, and what a text without a word on its direction shows.
/// </summary>
internal static class StrongLetters
{
    private const int Enough = 2_000;

    /// <summary>
    /// The direction of the first letter that has one (HTML §3.2.6.4); parts that say or isolate their own direction are passed over. Null
    /// without one.
    /// </summary>
    public static TextDirection? First(MarkupNode element)
    {
        MarkupNode? node = element.First;
        while (node is not null)
        {
            bool apart = !node.IsText
                && (node.Tag is Tag.Bdi or Tag.Script or Tag.Style or Tag.Textarea || (node.Attributes & MarkupAttributes.Direction) != 0);
            if (node.IsText)
            {
                foreach (char c in node.Text)
                {
                    if (Of(c) is { } direction)
                    {
                        return direction;
                    }
                }
            }

            node = apart ? node.FollowingAfter(element) : node.Following(element);
        }

        return null;
    }

    /// <summary>The direction of most letters; null where there are none.</summary>
    public static TextDirection? Most(MarkupNode root)
    {
        int left = 0, right = 0;
        for (MarkupNode? node = root.First; node is not null && left + right < Enough; node = node.Following(root))
        {
            if (!node.IsText)
            {
                continue;
            }

            foreach (char c in node.Text)
            {
                TextDirection? direction = Of(c);
                left += direction == TextDirection.LeftToRight ? 1 : 0;
                right += direction == TextDirection.RightToLeft ? 1 : 0;
            }
        }

        return left + right == 0 ? null : right > left ? TextDirection.RightToLeft : TextDirection.LeftToRight;
    }

    // Hebrew to the Arabic extensions, their presentation forms, and the marks that say a direction; letters beyond the first plane pass
    // for none.
    private static TextDirection? Of(char c) => c switch
    {
        '\u200E' => TextDirection.LeftToRight,
        '\u200F' or '\u061C' => TextDirection.RightToLeft,
        >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' =>
            char.IsLetter(c) ? TextDirection.RightToLeft : null,
        _ => char.IsLetter(c) ? TextDirection.LeftToRight : null,
    };
}
