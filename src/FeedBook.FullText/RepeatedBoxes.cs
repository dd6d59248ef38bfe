using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>
/// Boxes of one shape in a row behind the article: what readers wrote to it, or other stories with a line of each. They may hold more text
/// than the article and have any name; what they repeat tells them.
/// </summary>
internal sealed class RepeatedBoxes
{
    private const int Fewest = 4, LongestLabel = 40, LongestTeaser = 260, LeastBefore = 400, FewestBefore = 2;

    private readonly MarkupNode root;
    private readonly TextTable text;
    private readonly PageMetadata metadata;

    private RepeatedBoxes(MarkupNode root, TextTable text, PageMetadata metadata) =>
        (this.root, this.text, this.metadata) = (root, text, metadata);

    /// <summary>Takes them out of a page's tree.</summary>
    public static void Remove(MarkupNode root, PageCuts cuts, PageMetadata metadata) =>
        new RepeatedBoxes(root, cuts.Text, metadata).Remove(cuts);

    /// <summary>What elements of one template have alike: the element, and its class's first word without a number behind it.</summary>
    public static (Tag Tag, string Name) ShapeOf(MarkupNode node)
    {
        string[] words = (node.Attribute("class") ?? "").Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return (node.Tag, words.Length == 0 ? "" : words[0].TrimEnd("0123456789".ToCharArray()));
    }

    private void Remove(PageCuts cuts)
    {
        int before = 0, paragraphs = 0;
        MarkupNode? node = root.First;
        while (node is not null)
        {
            TextAmount amount = node.IsText ? TextAmount.None : text[node];
            if (before >= LeastBefore && paragraphs >= FewestBefore && amount.Prose > 0 && Boxes(node) is { } boxes
                && (Most(boxes, IsTeaser) || (Most(boxes, IsSigned) && Share(boxes))))
            {
                MarkupNode gone = node;
                node = node.FollowingAfter(root);
                cuts.Cut(gone);
                continue;
            }

            (before, paragraphs) = amount.IsProse ? (before + amount.Own, paragraphs + 1) : (before, paragraphs);
            node = node.Following(root);
        }
    }

    // The boxes, where they are nearly all that the element holds.
    private List<MarkupNode>? Boxes(MarkupNode node)
    {
        var shapes = new Dictionary<(Tag Tag, string Name), List<MarkupNode>>();
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (!child.IsText && child.First is not null && child.Tag is not Tag.P && text[child].Letters > 0)
            {
                (Tag Tag, string Name) shape = ShapeOf(child);
                (shapes.TryGetValue(shape, out List<MarkupNode>? alike) ? alike : shapes[shape] = []).Add(child);
            }
        }

        List<MarkupNode>? most = shapes.Count == 0 ? null : shapes.Values.MaxBy(boxes => boxes.Count);
        return most?.Count >= Fewest && most.Sum(box => text[box].Letters) * 5 >= text[node].Letters * 4 ? most : null;
    }

    private static bool Most(List<MarkupNode> boxes, Func<MarkupNode, bool> test) => boxes.Count(test) * 4 >= boxes.Count * 3;

    // A title that leads to a page of the site, and a few words on what is there.
    private bool IsTeaser(MarkupNode box)
    {
        TextAmount amount = text[box];
        return amount.Letters - amount.Linked < LongestTeaser && amount.Paragraphs <= 1
            && Lines(box).FirstOrDefault(line => Tags.IsHeading(line.Tag)) is { } title
            && text[title].Linked * 4 >= text[title].Letters * 3 && LeadsToOwnSite(title);
    }

    // Somebody's name or an hour first, text behind it, and no parts of its own.
    private bool IsSigned(MarkupNode box) => text[box].Prose > 0 && box.Find(Tag.Table) is null && box.Find(Tag.Pre) is null
        && Lines(box) is [var first, .., _] lines && !lines.Exists(line => Tags.IsHeading(line.Tag)) && !text[first].IsProse
        && text[first].Letters < LongestLabel && first.Any(each => each.Tag is Tag.A or Tag.Time);

    // The same short words on a button or link in each: to answer, to like, to report.
    private static bool Share(List<MarkupNode> boxes) => boxes
        .SelectMany(box => Controls(box).Distinct(StringComparer.Ordinal))
        .GroupBy(label => label, StringComparer.Ordinal).Any(label => label.Count() * 5 >= boxes.Count * 4);

    private static IEnumerable<string> Controls(MarkupNode box) => box.WithDescendants()
        .Where(each => each.Tag is Tag.Button or Tag.A && each.TextLength is > 0 and < 20).Select(each => each.PlainText);

    private List<MarkupNode> Lines(MarkupNode box) => [.. box.WithDescendants()
        .Where(each => !each.IsText && each.IsBlock && each.Tag != Tag.Button
            && text[each].Own > (each == box ? text[each].OwnLinked : 0))];

    private bool LeadsToOwnSite(MarkupNode title) => (title.Find(Tag.A) ?? title.Closest(Tag.A))?.Attribute("href") is { } link
        && metadata.Resolve(link) is { } address && metadata.IsOwnSite(address);
}
