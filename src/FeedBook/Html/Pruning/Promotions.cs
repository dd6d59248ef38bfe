using System.Text.RegularExpressions;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>Known promotional tails at an article's end: what publishing systems and archives add to every item.</summary>
internal sealed partial class Promotions(ReadingContext context)
{
    // Only the last blocks are looked at, and only short ones.
    private const int LastBlocks = 6, Longest = 400;

    // What stands in every tail that is known.
    private static readonly System.Buffers.SearchValues<string> Marks = System.Buffers.SearchValues.Create(
        ["first on", "appeared on", "originally published", "RSS", "zuerst auf", "primero en", "en premier sur", "proviene da", "primeiro em", "eerst op", "poczatkowo", "upp p"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text can hold a tail at all.</summary>
    public static bool MayStandIn(string html) => html.AsSpan(Math.Max(0, html.Length - 6_000)).ContainsAny(Marks);

    public void Remove(MarkupNode root)
    {
        for (int round = 0; round < LastBlocks; round++)
        {
            MarkupNode? last = LastBlock(root);
            if (last is null || !Take(last))
            {
                return;
            }
        }
    }

    private bool Take(MarkupNode block)
    {
        if (block.TextLength > Longest || !Tail().IsMatch(block.PlainText))
        {
            return false;
        }

        string text = block.PlainText;

        context.Tell(DiagnosticIds.Promotion, "A promotional line was left out", text);
        MarkupNode? before = block.Previous;
        while (before is { IsText: true } && string.IsNullOrWhiteSpace(before.Text) || before is { Tag: Tag.Br })
        {
            before = before.Previous;
        }

        if (before is { Tag: Tag.Hr })
        {
            before.Remove();
        }

        MarkupNode parent = block.Parent!;
        block.Remove();
        parent.Forget();
        return true;
    }

    // The innermost last block with words; pictures and films after it mean that the article goes on.
    private static MarkupNode? LastBlock(MarkupNode root)
    {
        MarkupNode? found = null, at = root;
        while (at is not null)
        {
            MarkupNode? child = at.Last;
            while (child is not null && !child.HasWords)
            {
                if (child.Any(node => Tags.IsImage(node.Tag) || node.Tag is Tag.Video or Tag.Iframe or Tag.Audio))
                {
                    return null;
                }

                child = child.Previous;
            }

            if (child is null)
            {
                break;
            }

            if (child.IsText)
            {
                return at == root ? child : found;
            }

            if (!Tags.IsBlock(child.Tag))
            {
                return found;
            }

            found = child;
            if (child.TextLength <= Longest && Tail().IsMatch(child.PlainText))
            {
                return child;
            }

            at = child;
        }

        return found;
    }

    [GeneratedRegex(@"^(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,120}|(?:Der Beitrag|El cargo|La entrada|L[’']article|L[’']articolo|O post|Het bericht|Wpis|Příspěvek|Inlägget) .{1,300} (?:erschien zuerst auf|(?:se publicó|apareció) primero en|est apparu en premier sur|proviene da|apareceu primeiro em|verscheen eerst op|pojawił się poczatkowo|dök först upp på) .{1,120}|.{1,200} was originally published in .{1,160}(?:where people are continuing the conversation by highlighting and responding to this story)?\.?|获取更多\s*RSS.{0,200}|獲取更多\s*RSS.{0,200})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tail();
}
