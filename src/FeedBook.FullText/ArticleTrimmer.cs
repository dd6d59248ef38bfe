using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>
/// Takes out of the part that holds the article what stands between and around its paragraphs: lists of links, boxes of related stories,
/// share bars, comments. A name is a hint; how much of it is links, how short it is and where it stands decide.
/// </summary>
internal sealed partial class ArticleTrimmer
{
    private const int LongestLabel = 60, LongestLine = 200, ShortestLine = 12, LongestCaption = 500;

    private readonly MarkupNode main;
    private readonly TextTable text;
    private readonly PageMetadata metadata;

    private readonly PageCuts cuts;

    private ArticleTrimmer(MarkupNode main, TextTable text, PageMetadata metadata, PageCuts cuts) =>
        (this.main, this.text, this.metadata, this.cuts) = (main, text, metadata, cuts);

    /// <summary>Trims the part.</summary>
    public static void Trim(MarkupNode main, TextTable text, PageMetadata metadata, PageCuts cuts)
    {
        var trimmer = new ArticleTrimmer(main, text, metadata, cuts);
        trimmer.RemoveBoxes();
        ArticleEnds.Trim(main, text, metadata, cuts);
    }

    private void RemoveBoxes()
    {
        MarkupNode? node = main.First;
        while (node is not null)
        {
            if (!node.IsText && IsBox(node))
            {
                MarkupNode gone = node;
                node = node.FollowingAfter(main);
                RemoveLabel(gone);
                cuts.Cut(gone);
            }
            else
            {
                node = node.Following(main);
            }
        }
    }

    // The heading of a box that goes: it stands right before it, and nothing of its own follows.
    private void RemoveLabel(MarkupNode box)
    {
        MarkupNode? before = PreviousShown(box), after = NextShown(box);
        if (before is not null && (Tags.IsHeading(before.Tag) || (text[before].Own is > 0 and < LongestLabel
            && before.PlainText.EndsWith(':')))
            && (after is null || Tags.IsHeading(after.Tag)))
        {
            cuts.Cut(before);
        }
    }

    private MarkupNode? PreviousShown(MarkupNode node)
    {
        MarkupNode? other = node.Previous;
        while (other is not null && IsBlank(other))
        {
            other = other.Previous;
        }

        return other;
    }

    private MarkupNode? NextShown(MarkupNode node)
    {
        MarkupNode? other = node.Next;
        while (other is not null && IsBlank(other))
        {
            other = other.Next;
        }

        return other;
    }

    private bool IsBlank(MarkupNode node) => node.IsText ? string.IsNullOrWhiteSpace(node.Text)
        : text[node].Letters == 0 && !node.Any(each => Tags.IsImage(each.Tag) || each.Tag is Tag.Iframe or Tag.Video);

    private bool IsBox(MarkupNode node)
    {
        TextAmount amount = text[node], all = text[main];
        if (amount.Letters == 0)
        {
            return false;
        }

        if (node.Closest(Tag.Figure) is not null)
        {
            return IsLinkList(node, amount);
        }

        if (node.Named.Ask(PartNames.Furniture) && node.IsBlock && IsSmallPart(amount, all))
        {
            return !ShowsPicture(node, amount) && !IsBelowPicture(node, amount);
        }

        if (node.Tag is Tag.Aside or Tag.Header && amount.Prose * 5 < all.Prose)
        {
            return (node.Tag == Tag.Aside || amount.Prose == 0) && !ShowsPicture(node, amount);
        }

        return IsShareBar(node, amount) || IsLinkList(node, amount) || IsLinkLine(node, amount);
    }

    private static bool IsSmallPart(TextAmount part, TextAmount all) =>
        part.Prose * 4 < all.Prose || (part.Prose == 0 && part.Letters * 2 < all.Letters);

    // An image with its caption, whatever the box is called; that of another story is a link.
    private static bool ShowsPicture(MarkupNode node, TextAmount amount) => amount.Letters < LongestCaption && amount.LinkShare < 0.5
        && node.Any(each => Tags.IsImage(each.Tag));

    // A few words right below an image are its caption, whatever they are called.
    private bool IsBelowPicture(MarkupNode node, TextAmount amount) => amount.Letters < LongestCaption && amount.LinkShare < 0.5
        && !node.Any(each => (Tags.IsHeading(each.Tag) && each != node) || Tags.IsImage(each.Tag))
        && PreviousShown(node) is { IsText: false } before
        && ShowsPicture(before, text[before]) && text[before].Letters == 0;

    // A list whose words are links to the site's own pages.
    private bool IsLinkList(MarkupNode node, TextAmount amount) => node.Tag is Tag.Ul or Tag.Ol && amount.LinkShare > 0.6
        && amount.Prose == 0 && amount.Letters * 4 < text[main].Letters && LeadsToOwnSite(node);

    // A line of its own that is a link, perhaps behind a label.
    private bool IsLinkLine(MarkupNode node, TextAmount amount) => (node.IsBlock || StandsAlone(node)) && !Tags.IsHeading(node.Tag)
        && node.Tag is not (Tag.Li or Tag.Td or Tag.Th or Tag.Dt or Tag.Dd) && (!node.IsBlock || amount.Own == amount.Letters)
        && amount.Letters is >= ShortestLine and < LongestLine
        && (amount.Linked * 4 >= amount.Letters * 3 || (amount.Linked * 2 >= amount.Letters && IsLabelled(node)))
        && node.Closest(Tag.Li) is null && node.Closest(Tag.Blockquote) is null && node.Closest(Tag.Table) is null
        && !node.Any(each => Tags.IsImage(each.Tag)) && LeadsToOwnSite(node);

    // 'Read also:' and a link, in whatever language; nothing stands behind it.
    private static bool IsLabelled(MarkupNode node)
    {
        string line = node.PlainText;
        return node.Find(Tag.A) is { } link && line.EndsWith(link.PlainText, StringComparison.Ordinal)
            && line.AsSpan(0, line.Length - link.PlainText.Length).TrimEnd() is [.., ':' or '：'];
    }

    // A link among blocks is on a line of its own.
    private bool StandsAlone(MarkupNode node) => node.Tag == Tag.A && (PreviousShown(node)?.IsBlock ?? true)
        && (NextShown(node)?.IsBlock ?? true) && node.Parent!.IsBlock && node.Parent.Tag != Tag.P;

    // Its links hand the page on to others.
    private static bool IsShareBar(MarkupNode node, TextAmount amount)
    {
        if (amount.Prose > 0 || amount.Letters > LongestLabel || node.Any(each => Tags.IsImage(each.Tag) && each.Closest(Tag.A) is null))
        {
            return false;
        }

        int shares = 0, others = 0;
        for (MarkupNode? at = node; at is not null; at = at.Following(node))
        {
            if (at.Tag == Tag.A && at.Attribute("href") is { Length: > 1 } link)
            {
                _ = Share().IsMatch(link) ? shares++ : others++;
            }
        }

        return shares > 0 && others == 0;
    }

    [GeneratedRegex(@"[/.](?:sharer?|share(?:article|offsite)?|intent|submit|pin/create)(?:[/?.]|$)|whatsapp(?::|\.com/send)|[?&](?:body|"
        + @"text|u|url)=http",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    private bool LeadsToOwnSite(MarkupNode node)
    {
        int own = 0, other = 0;
        for (MarkupNode? at = node; at is not null; at = at.Following(node))
        {
            if (at.Tag == Tag.A && metadata.Resolve(at.Attribute("href")) is { } link)
            {
                _ = metadata.IsOwnSite(link) ? own++ : other++;
            }
        }

        return own > other;
    }
}
