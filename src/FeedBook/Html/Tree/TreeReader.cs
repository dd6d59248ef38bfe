using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>
/// Reads the parser's nodes in document order as the tags and texts that they were, for <see cref="TreeBuilder"/> to nest them as a browser
/// does. What the parser itself has nested counts for nothing.
/// </summary>
internal sealed class TreeReader
{
    private readonly string source;
    private readonly TreeBuilder builder;

    private TreeReader(string source, TreeBuilder builder)
    {
        this.source = source;
        this.builder = builder;
    }

    /// <summary>Reads the document's nodes into <paramref name="root"/>; comments and declarations are left out.</summary>
    /// <returns>Whether some nested too deep and were left out, their content kept.</returns>
    public static bool Read(HtmlDocument document, MarkupTree tree, MarkupNode root, CancellationToken cancellationToken = default)
    {
        HtmlNode top = document.DocumentNode;
        HtmlNode? node = top.FirstChild;
        var builder = new TreeBuilder(tree, root);
        var reader = new TreeReader(document.Text ?? "", builder);
        int count = 0;
        while (node is not null && node != top)
        {
            if ((++count & 0x3FF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (reader.Start(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != top)
            {
                reader.End(node);
                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }

                node = node.ParentNode;
            }
        }

        builder.Finish();
        return builder.IsFlattened;
    }

    // Returns whether the children are read.
    private bool Start(HtmlNode node)
    {
        switch (node.NodeType)
        {
            case HtmlNodeType.Text:
                builder.Text(TextOf((HtmlTextNode)node));
                return false;
            case HtmlNodeType.Element:
                Tag tag = Tags.Of(node.Name);
                if (IsLeftOut(node, tag))
                {
                    return false;
                }

                if (tag == Tag.Script)
                {
                    // A script's text has no character references (HTML §13.2.5.4), but feeds' programs escape it all the same.
                    builder.Script(node, IsFormula(node) ? CharacterReferences.Decode(node.InnerText) : "");
                    return false;
                }

                return builder.Start(node, tag);
            default:
                EndOf(node);
                return false;
        }
    }

    private void End(HtmlNode node)
    {
        // An end without a place in the source is the parser's own.
        if (node.NodeType != HtmlNodeType.Element || node.EndNode is not { } end || (end != node && end.OuterStartIndex < 0) || Stays(node))
        {
            return;
        }

        Tag tag = Tags.Of(node.Name);
        if (!Tags.IsVoid(tag) && !IsLeftOut(node, tag))
        {
            builder.End(tag, node.Name);
        }
    }

    // An end tag that the parser would have dropped stands in the tree as a comment.
    private void EndOf(HtmlNode comment)
    {
        int start = comment.OuterStartIndex + 4, end = comment.OuterStartIndex + comment.OriginalOuterLength - 3;
        if (start > 3 && start + 1 < end && end < source.Length && source[start] == SourceMender.EndSign)
        {
            string name = source[(start + 1)..end].ToLowerInvariant();
            builder.End(Tags.Of(name), name);
        }
    }

    private bool Stays(HtmlNode node) => node.FirstChild is { NodeType: HtmlNodeType.Comment, OuterStartIndex: >= 0 and int start }
        && start + 4 < source.Length && source[start + 4] == SourceMender.OpenSign;

    // What has no words and shows nothing. A script may be a formula, or bring something from elsewhere.
    private static bool IsLeftOut(HtmlNode node, Tag tag) => tag switch
    {
        Tag.Style or Tag.Link or Tag.Meta => true,
        Tag.Script => MarkupAttribute.Find(node, "src") is null && !IsFormula(node),
        Tag.Title => node.ParentNode is { Name: "head" or "html" },
        _ => false,
    };

    private static bool IsFormula(HtmlNode script) =>
        (MarkupAttribute.Find(script, "type")?.Value ?? "").TrimStart().StartsWith("math/", StringComparison.OrdinalIgnoreCase);

    // The parser keeps a text as a place in its source, but for one it has written itself: that is a tag again.
    private string TextOf(HtmlTextNode node)
    {
        int start = node.OuterStartIndex, length = node.OriginalOuterLength;
        return start < 0 || length <= 0 || start + length > source.Length || source[start] == '<'
            ? CharacterReferences.Decode(node.Text)
            : CharacterReferences.Decode(source.AsSpan(start, length));
    }
}
