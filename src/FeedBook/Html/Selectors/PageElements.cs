using HtmlAgilityPack;

namespace FeedBook.Html.Selectors;

/// <summary>The elements below a node in document order, with their relations as indexes: -1 where there is no such element.</summary>
internal sealed class PageElements
{
    private readonly List<HtmlNode> _nodes = [];
    private readonly List<int> _parents = [], _previous = [], _next = [], _places = [];

    public PageElements(HtmlNode root)
    {
        // The innermost open element and its last child so far; without recursion, since pages nest as deep as they like.
        var last = new Stack<int>([-1]);
        int parent = -1;
        HtmlNode? node = root.FirstChild;
        while (node is not null)
        {
            if (node.NodeType == HtmlNodeType.Element)
            {
                int index = Add(node, parent, last.Pop());
                last.Push(index);
                if (node.FirstChild is { } child)
                {
                    parent = index;
                    last.Push(-1);
                    node = child;
                    continue;
                }
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.ParentNode == root ? null : node.ParentNode;
                if (node is not null)
                {
                    parent = _parents[parent];
                    last.Pop();
                }
            }

            node = node?.NextSibling;
        }
    }

    /// <summary>How many elements there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>The element of this index.</summary>
    public HtmlNode this[int index] => _nodes[index];

    /// <summary>The index of the element around.</summary>
    public int Parent(int index) => _parents[index];

    /// <summary>The index of the element before it under the same parent.</summary>
    public int Previous(int index) => _previous[index];

    /// <summary>The index of the element after it under the same parent.</summary>
    public int Next(int index) => _next[index];

    /// <summary>Its place among the elements of its parent, from one.</summary>
    public int Place(int index) => _places[index];

    private int Add(HtmlNode node, int parent, int previous)
    {
        int index = _nodes.Count;
        _nodes.Add(node);
        _parents.Add(parent);
        _previous.Add(previous);
        _next.Add(-1);
        _places.Add(previous < 0 ? 1 : _places[previous] + 1);
        if (previous >= 0)
        {
            _next[previous] = index;
        }

        return index;
    }
}
