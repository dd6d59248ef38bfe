using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// The parts of a page that are hidden only until a reader opens them: the panel of another tab, the answer below its question.
/// </summary>
internal sealed class Panels
{
    // The part of its words in links from which on a panel is a menu.
    private const int MenuShare = 2;

    private static readonly string[] Openers = ["aria-controls", "data-target", "data-bs-target", "href"];

    private readonly HashSet<string> opened = new(StringComparer.Ordinal);

    /// <summary>Looks for what opens something, anywhere in the tree of a node.</summary>
    public Panels(MarkupNode node)
    {
        MarkupNode top = node;
        while (top.Parent is { } parent)
        {
            top = parent;
        }

        for (MarkupNode? at = top.First; at is not null; at = at.Following(top))
        {
            if (at.Attributes == MarkupAttributes.None)
            {
                continue;
            }

            foreach (string opener in Openers)
            {
                // An ordinary link into the page opens nothing.
                if (at.Attribute(opener) is { Length: > 1 } target
                    && (opener != "href" || (target[0] == '#' && at.Attribute("role") is "tab" or "button")))
                {
                    opened.UnionWith(target.TrimStart('#').Split(' ', StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }
    }

    /// <summary>Whether a hidden part is one that a reader can open, and holds more than a menu or a form.</summary>
    public bool Opens(MarkupNode node)
    {
        bool opens = node.Attribute("role") == "tabpanel" || node.Attribute("hidden") == "until-found"
            || (node.Attribute("id") is { } id && opened.Contains(id));
        return opens && node.Tag is not (Tag.Nav or Tag.Form or Tag.Menu or Tag.Dialog) && node.Attribute("role") is null or "tabpanel"
            or "region"
            && !node.Any(part => part.Tag is Tag.Nav or Tag.Form) && !IsMenu(node);
    }

    private static bool IsMenu(MarkupNode node)
    {
        int linked = 0;
        MarkupNode? at = node.First;
        while (at is not null)
        {
            bool link = at.Tag == Tag.A;
            linked += link ? at.TextLength : 0;
            at = link ? at.FollowingAfter(node) : at.Following(node);
        }

        return linked * MenuShare > MarkupText.LengthOf(node);
    }
}
