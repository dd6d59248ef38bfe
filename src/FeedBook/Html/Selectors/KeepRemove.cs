using HtmlAgilityPack;

namespace FeedBook.Html.Selectors;

/// <summary>Applies a source's <c>Keep</c> and <c>Remove</c> selectors to an item's HTML.</summary>
internal static class KeepRemove
{
    /// <summary>
    /// Takes away everything but the outermost elements that <paramref name="keep"/> chooses (in document order), then what
    /// <paramref name="remove"/> chooses. The tree is changed in place.
    /// </summary>
    /// <param name="root">The document or an element of it; itself never removed.</param>
    /// <param name="keep">May be empty: everything is kept.</param>
    /// <param name="remove">May be empty: nothing is removed.</param>
    /// <returns>False when there are keep selectors and none of them occurs: then everything was kept.</returns>
    public static bool Apply(HtmlNode root, IReadOnlyList<Selector> keep, IReadOnlyList<Selector> remove)
    {
        bool found = keep.Count == 0;
        if (keep.Count > 0)
        {
            List<HtmlNode> kept = Outermost(root, keep);
            found = kept.Count > 0;
            if (found)
            {
                foreach (HtmlNode node in kept)
                {
                    node.Remove();
                }

                root.RemoveAllChildren();
                foreach (HtmlNode node in kept)
                {
                    root.AppendChild(node);
                }
            }
        }

        if (remove.Count > 0)
        {
            foreach (HtmlNode node in Outermost(root, remove))
            {
                node.Remove();
            }
        }

        return found;
    }

    // Without recursion: pages nest as deep as they like.
    private static List<HtmlNode> Outermost(HtmlNode root, IReadOnlyList<Selector> selectors)
    {
        HashSet<HtmlNode> matched = Selector.Choose(selectors, root);
        var chosen = new List<HtmlNode>();
        HtmlNode? node = root.FirstChild;
        while (node is not null)
        {
            bool matches = matched.Contains(node);
            if (matches)
            {
                chosen.Add(node);
            }

            if (!matches && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.ParentNode;
            }

            node = node is null || node == root ? null : node.NextSibling;
        }

        return chosen;
    }

}
