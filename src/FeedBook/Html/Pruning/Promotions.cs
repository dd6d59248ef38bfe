using System.Text.RegularExpressions;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// Promotional tails: lines that a publishing system or an archive adds at the end of every item. Words alone do not make one, for a
/// sentence of the article may say where a book first appeared: the feed repeats it, or it names the item and its site by links.
/// </summary>
internal sealed partial class Promotions(ReadingContext context, FeedItem? item, FeedTails tails)
{
    // Only the last blocks are looked at, and only short ones.
    private const int LastBlocks = 6, Longest = 400;

    // What stands in every tail that is known.
    private static readonly System.Buffers.SearchValues<string> Marks = System.Buffers.SearchValues.Create(
        ["first on", "appeared on", "originally published", "RSS", "zuerst auf", "primero en", "en premier sur", "proviene da",
            "primeiro em", "eerst op", "poczatkowo", "upp p"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text can hold a tail at all.</summary>
    public static bool MayStandIn(string html) => html.AsSpan(Math.Max(0, html.Length - 6_000)).ContainsAny(Marks);

    public void Remove(MarkupNode root)
    {
        for (int round = 0; round < LastBlocks; round++)
        {
            MarkupNode? last = LastBlock(root);
            if (last is null || IsAll(last, root) || !Take(last))
            {
                return;
            }
        }
    }

    // A line that is all there is stands behind nothing: it is the item's text, however much others resemble it.
    private static bool IsAll(MarkupNode block, MarkupNode root) => block.TextLength >= root.TextLength
        && !root.Any(node => Tags.IsImage(node.Tag) || node.Tag is Tag.Video or Tag.Iframe or Tag.Audio);

    private bool IsTail(MarkupNode block)
    {
        if (block.TextLength > Longest)
        {
            return false;
        }

        bool known = Tail().IsMatch(block.PlainText), repeated = tails.Has(block);
        return (known || repeated) && (NamesSource(block, repeated) || (known && repeated));
    }

    // Whether the line leads to the item itself or to a site's first page; a line that the feed repeats may lead anywhere on its site.
    private bool NamesSource(MarkupNode block, bool repeated)
    {
        if (HomeInWords().IsMatch(block.PlainText))
        {
            return true;
        }

        Uri? own = item?.Address ?? context.Addresses.Base;
        for (MarkupNode? node = block; node is not null; node = node == block ? node.First : node.Following(block))
        {
            if (node.Tag == Tag.A && context.Addresses.Link(node.Attribute("href")) is { } link
                && (!link.IsAbsoluteUri || (link.Scheme is "http" or "https" && (link.AbsolutePath.Length <= 1 || IsOwn(link, own)
                    || (repeated && link.Host.Equals(own?.Host, StringComparison.OrdinalIgnoreCase))))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOwn(Uri link, Uri? own) => own is { IsAbsoluteUri: true }
        && Uri.Compare(link, own, UriComponents.Host | UriComponents.Path, UriFormat.SafeUnescaped,
            StringComparison.OrdinalIgnoreCase) == 0;

    private bool Take(MarkupNode block)
    {
        if (!IsTail(block))
        {
            return false;
        }

        // What programs write under every item is known. A line that only this feed repeats may be one that somebody looks for.
        string text = block.PlainText;
        context.Tell(DiagnosticIds.Promotion, "A promotional line was left out", text,
            Tail().IsMatch(text) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning);
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
    private MarkupNode? LastBlock(MarkupNode root)
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
            if (IsTail(child))
            {
                return child;
            }

            at = child;
        }

        return found;
    }

    [GeneratedRegex(@"https?://[^\s/]{3,100}/?(?=\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HomeInWords();

    [GeneratedRegex(
        @"^(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,120}|(?:Der Beitrag|El cargo|La entrada|L[’']article|"
        + @"L[’']articolo|O post|Het bericht|Wpis|Příspěvek|Inlägget) .{1,300} (?:erschien zuerst auf|(?:se publicó|apareció) primero en|"
            + @"est apparu en premier sur|proviene da|apareceu primeiro em|verscheen eerst op|pojawił się poczatkowo|dök först upp på) "
                + @".{1,120}|.{1,200} was originally published in .{1,160}(?:where people are continuing the conversation by "
                    + @"highlighting and responding to this story)?\.?|获取更多\s*RSS.{0,200}|獲取更多\s*RSS.{0,200})$",
                        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tail();
}
