using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>The element that holds the article: where the paragraphs stand, each speaking for the elements around it.</summary>
internal static class MainPart
{
    private const int FewestLetters = 60, MostLevels = 3, HighestLevel = 8, LongestCaption = 400, LongestCredit = 60;

    /// <summary>Finds it; null where there is no running text at all.</summary>
    public static MarkupNode? Find(MarkupNode root, TextTable text, PageCuts cuts)
    {
        if (text[root].Letters < FewestLetters)
        {
            return null;
        }

        MarkupNode best = Marked(root, text) ?? Wider(Scored(root, text) ?? root, root, text);
        return WithNeighbours(WholeFigure(best), root, text, cuts);
    }

    // A caption or a slide's text may be the longest text there is: its image belongs to it.
    private static MarkupNode WholeFigure(MarkupNode best)
    {
        MarkupNode whole = best;
        for (MarkupNode? node = best; node?.Parent is not null; node = node.Parent)
        {
            whole = node.Tag == Tag.Figure ? node.Parent : whole;
        }

        return whole;
    }

    // What the page itself says is the article, where it holds most of the running text.
    private static MarkupNode? Marked(MarkupNode root, TextTable text)
    {
        MarkupNode? best = null;
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            if ((node.Attributes & MarkupAttributes.Words) != 0 && node.Named.Ask(PartNames.ArticleBody)
                && IsMost(text[node], text[root]) && (best is null || !best.Contains(node)))
            {
                best = node;
            }
        }

        return best;
    }

    private static bool IsMost(TextAmount part, TextAmount all) =>
        part.Prose * 2 > all.Prose || (part.Letters - part.Linked) * 3 > all.Letters - all.Linked;

    private static MarkupNode? Scored(MarkupNode root, TextTable text)
    {
        var scores = new Dictionary<MarkupNode, double>();
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            TextAmount amount = node.IsText ? TextAmount.None : text[node];
            if (!amount.IsProse)
            {
                continue;
            }

            double score = 1 + amount.OwnSigns + Math.Min(amount.Own / 100, 3);
            MarkupNode? around = Holds(node) ? node : node.Parent;
            for (int level = 0; around is not null && level < 5; level++, around = around.Parent)
            {
                scores[around] = scores.GetValueOrDefault(around) + (score / (level == 0 ? 1 : level == 1 ? 2 : level * 3));
            }
        }

        MarkupNode? best = null;
        double most = 0;
        foreach ((MarkupNode node, double score) in scores)
        {
            double weighed = score * (1 - text[node].LinkShare) * PartNames.Weight(node);
            if (weighed > most || (weighed == most && best is not null && node.Number < best.Number))
            {
                (best, most) = (node, weighed);
            }
        }

        return best;
    }

    // A block whose lines are parted by breaks holds its paragraphs itself.
    private static bool Holds(MarkupNode block) => block.Tag is not (Tag.P or Tag.Li or Tag.Pre) && block.Find(Tag.Br) is not null;

    // Paragraphs that stand beside the part found, in boxes of their own, belong to it as long as they are a good part of what there is.
    private static MarkupNode Wider(MarkupNode best, MarkupNode root, TextTable text)
    {
        MarkupNode held = best;
        for (MarkupNode? around = best.Parent; around is not null && around != root && around.Tag != Tag.Body; around = around.Parent)
        {
            TextAmount inner = text[best], outer = text[around];
            int prose = outer.Prose - inner.Prose, other = outer.Letters - inner.Letters - prose;
            if (prose * 5 > inner.Prose && prose > other * (HasAlike(held, text) ? 1 : 2))
            {
                best = around;
            }

            held = around;
        }

        return best;
    }

    // Beside it stands another of its shape, as posts of one thread and sections of one text do.
    private static bool HasAlike(MarkupNode best, TextTable text)
    {
        for (MarkupNode? each = best.Parent!.First; each is not null; each = each.Next)
        {
            if (each != best && !each.IsText && text[each].Prose > 0 && RepeatedBoxes.ShapeOf(each) == RepeatedBoxes.ShapeOf(best))
            {
                return true;
            }
        }

        return false;
    }

    // A summary, or the picture that leads the article, often stands in a box of its own before the text.
    private static MarkupNode WithNeighbours(MarkupNode main, MarkupNode root, TextTable text, PageCuts cuts)
    {
        MarkupNode best = main;
        int prose = text[main].Prose;
        for (int level = 0, height = 0; level < MostLevels && height < HighestLevel && best.Parent is { } around && around != root
            && around.Tag is not (Tag.Body or Tag.Html or Tag.Tr); height++)
        {
            // A box that holds nothing else is no step away from the text.
            bool isStep = around.Any(each => each.Parent == around && each != best && !each.IsText);
            KeepOnly(Joined(best, around, level == 0, prose, text), around, cuts);
            level += isStep ? 1 : 0;
            best = around;
        }

        return best;
    }

    // What belongs to the part among those beside it, and the few words that stand between: the credit of a picture before its caption.
    private static HashSet<MarkupNode> Joined(MarkupNode best, MarkupNode around, bool near, int prose, TextTable text)
    {
        var joined = new HashSet<MarkupNode> { best };
        var between = new List<MarkupNode>();
        bool before = true;
        for (MarkupNode? each = around.First; each is not null; each = each.Next)
        {
            before &= each != best;
            if (each == best || (!each.IsText && Belongs(each, before, near, prose, text)))
            {
                joined.Add(each);
                joined.UnionWith(joined.Count > 1 ? between : []);
                between.Clear();
            }
            else if (before && joined.Count > 1 && IsShort(each, text))
            {
                between.Add(each);
            }
            else
            {
                between.Clear();
            }
        }

        return joined;
    }

    private static void KeepOnly(HashSet<MarkupNode> kept, MarkupNode around, PageCuts cuts)
    {
        MarkupNode? each = around.First;
        while (each is not null)
        {
            MarkupNode? next = each.Next;
            if (!kept.Contains(each))
            {
                cuts.Cut(each);
            }

            each = next;
        }
    }

    private static bool Belongs(MarkupNode node, bool before, bool near, int prose, TextTable text)
    {
        TextAmount amount = text[node];
        bool shows = amount.Letters < LongestCaption && node.Any(each => Tags.IsImage(each.Tag) || each.Tag is Tag.Video)
            && !node.Any(each => Tags.IsHeading(each.Tag) || each.Tag is Tag.Ul or Tag.Ol);
        if (IsApart(node, amount) && !(shows && node.Tag == Tag.Header))
        {
            return false;
        }

        return (before && amount.Prose * 2 > amount.Letters && amount.Prose * 2 < prose) || (shows && (before || near));
    }

    private static bool IsShort(MarkupNode node, TextTable text) =>
        node.IsText ? TextTable.WeightOf(node.Text) < LongestCredit : text[node].Letters < LongestCredit && !IsApart(node, text[node]);

    private static bool IsApart(MarkupNode node, TextAmount amount) => node.Named.Ask(PartNames.Furniture)
        || node.Tag is Tag.Aside or Tag.Header or Tag.Ul or Tag.Ol || amount.LinkShare > 0.3;
}
