using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>Takes out what no page has its article in: what is hidden, navigation, forms, dialogues; each by its element or its
/// role.</summary>
internal static partial class PageFurniture
{
    private const int LongestPictureBox = 600, LongestInvitation = 200;

    /// <summary>Takes it out of a page's tree.</summary>
    public static void Remove(MarkupNode root, PageCuts cuts)
    {
        TextTable text = cuts.Text;
        TextAmount all = text[root];
        MarkupNode? node = root.First;
        while (node is not null)
        {
            // A page that holds its text in a form, or hides it until a script shows it, is one to read all the same.
            if (!node.IsText && text[node].Prose * 2 <= all.Prose && (IsFurniture(node) || IsComments(node, root, text)))
            {
                MarkupNode gone = node.Tag == Tag.Form ? WithInvitation(node, text) : node;
                node = gone.FollowingAfter(root);
                cuts.Cut(gone);
            }
            else
            {
                node = IsComments(node, root, text) ? Cut(node, root, cuts) : node.Following(root);
            }
        }
    }

    // A box that asks for an address says in a line or two what for.
    private static MarkupNode WithInvitation(MarkupNode form, TextTable text)
    {
        MarkupNode box = form;
        while (box.Parent is { Parent.Parent: not null, Tag: not (Tag.Body or Tag.Article or Tag.Main or Tag.Td) } around
            && text[around].Letters - text[form].Letters < LongestInvitation && form.Find(Tag.Input) is not null
            && around.Find(Tag.H1) is null && !around.Any(each => Tags.IsImage(each.Tag)))
        {
            box = around;
        }

        return box;
    }

    /// <summary>Whether a browser shows nothing of it.</summary>
    public static bool IsUnseen(MarkupNode node) => node.Tag is Tag.Template or Tag.Head or Tag.Title or Tag.Script or Tag.Style
        or Tag.Select or Tag.Textarea or Tag.Input or Tag.Dialog || IsHidden(node);

    private static MarkupNode? Cut(MarkupNode node, MarkupNode root, PageCuts cuts)
    {
        MarkupNode? next = node.FollowingAfter(root);
        cuts.Cut(node);
        return next;
    }

    // What readers wrote below an article may be longer than it: it is named so, and lies wholly behind the page's title and some text.
    private static bool IsComments(MarkupNode node, MarkupNode root, TextTable text) => !node.IsText && node.IsBlock
        && node.Tag is not (Tag.Html or Tag.Body or Tag.Article or Tag.Main) && node.Named.Ask(PartNames.Comments)
        && node.Find(Tag.H1) is null && text[root].Letters - text[root].Linked - text[node].Letters + text[node].Linked > 200;

    private static bool IsFurniture(MarkupNode node) => node.Tag switch
    {
        Tag.Nav or Tag.Menu or Tag.Dialog or Tag.Template or Tag.Head or Tag.Title or Tag.Select or Tag.Textarea or Tag.Input
            or Tag.Search => true,
        Tag.Form => true,
        Tag.Button => !node.Any(each => Tags.IsImage(each.Tag)),
        Tag.Footer => node.Closest(Tag.Blockquote) is null && node.Closest(Tag.Figure) is null,
        Tag.Script => node.Has("src"),
        _ => (node.Attributes & MarkupAttributes.Words) != 0 && Role().IsMatch(node.Attribute("role") ?? "")
            || (IsHidden(node) && !IsInPictureBox(node)),
    };

    private static bool IsHidden(MarkupNode node) => (node.Attributes & MarkupAttributes.Look) != 0
        && (node.Has("hidden") || Hidden().IsMatch(node.Attribute("style") ?? ""));

    // A caption that a script shows on a click stands beside its image, in a box that holds little else.
    private static bool IsInPictureBox(MarkupNode node)
    {
        for (MarkupNode? around = node.Parent; around is not null && TextTable.WeightOf(around.PlainText) < LongestPictureBox;
            around = around.Parent)
        {
            if (around.Any(each => Tags.IsImage(each.Tag)))
            {
                return true;
            }
        }

        return node.Closest(Tag.Figure) is not null;
    }

    [GeneratedRegex("^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|alert|menu|menubar|toolbar|tablist)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
