using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>
/// The corrected tree of one article, and what numbers its nodes, so that other rooms can keep what they know of a node beside the tree
/// (<see cref="NodeTable{T}"/>). It lives only while one article is read, on one thread.
/// </summary>
internal sealed class MarkupTree
{
    private int count;

    private MarkupTree(HtmlNode? page) => Root = NewElement(Tag.Root, page);

    /// <summary>The element around all others.</summary>
    public MarkupNode Root { get; }

    /// <summary>A text that stands nowhere yet.</summary>
    public MarkupNode NewText(string text) => MarkupNode.NewText(count++, text);

    /// <summary>An element with the attributes of <paramref name="source"/> that stands nowhere yet.</summary>
    /// <param name="tag">What it is.</param>
    /// <param name="source">The parser's element; null for one that reading makes.</param>
    /// <param name="known">The words of the classes that the text has used so far; null where the element stands for itself.</param>
    public MarkupNode NewElement(Tag tag, HtmlNode? source = null, Dictionary<string, MarkupWords>? known = null) =>
        MarkupNode.NewElement(count++, tag, source, known);

    /// <summary>
    /// Players, frames and other elements that are shown instead of what stands in them, and whose own end tag is missing; the inner ones
    /// first.
    /// </summary>
    public List<MarkupNode> Unclosed { get; } = [];

    /// <summary>Whether elements nested too deep and were left out, their content kept.</summary>
    public bool IsFlattened { get; private set; }

    /// <summary>The tree of a parsed document.</summary>
    /// <exception cref="OperationCanceledException">Cancelled on the way.</exception>
    public static MarkupTree Of(HtmlDocument document, CancellationToken cancellationToken = default)
    {
        HtmlNode? page = document.DocumentNode.FirstChild;
        while (page is not null && (page.NodeType != HtmlNodeType.Element || page.Name != "html"))
        {
            page = page.NextSibling;
        }

        // A whole page says its language and direction on its outermost element.
        var tree = new MarkupTree(page);
        tree.IsFlattened = TreeReader.Read(document, tree, tree.Root, cancellationToken);
        return tree;
    }

    /// <summary>
    /// Further HTML as a part of this tree that stands nowhere yet: words that the feed or an attribute has of the article.
    /// </summary>
    public MarkupNode Fragment(string html)
    {
        MarkupNode fragment = NewElement(Tag.Root);
        TreeReader.Read(HtmlTree.Load(html), this, fragment);
        return fragment;
    }
}
