using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>
/// An element or a text of the corrected tree: nested as a browser nests, entities decoded. The tree lives only while
/// one article is read, on one thread.
/// </summary>
internal sealed class MarkupNode
{
    private MarkupWords? words;
    private string? plain;
    private int length = -1;

    // A text's characters, or the parser's element: no node has both.
    private object? content;

    private MarkupNode(int number, Tag tag, object? content)
    {
        Number = number;
        Tag = tag;
        this.content = content;
    }

    /// <summary>What it is.</summary>
    public Tag Tag { get; }

    /// <summary>
    /// Its number among the nodes of its tree, by which other rooms keep what they know of it; see <see cref="NodeTable{T}"/>.
    /// </summary>
    public int Number { get; }

    /// <summary>The parser's element, which holds the attributes; null for texts and for elements that reading made.</summary>
    public HtmlNode? Source => content as HtmlNode;

    /// <summary>A text's characters, entities decoded, white space as in the source; empty for an element.</summary>
    public string Text
    {
        get => content as string ?? "";
        set => content = value;
    }

    public MarkupNode? Parent { get; private set; }

    public MarkupNode? First { get; private set; }

    public MarkupNode? Last { get; private set; }

    public MarkupNode? Next { get; private set; }

    public MarkupNode? Previous { get; private set; }

    /// <summary>Which kinds of attributes the element has.</summary>
    public MarkupAttributes Attributes { get; private init; }

    public bool IsText => Tag == Tag.Text;

    /// <summary>Whether it stands on lines of its own: by what it is, or by its style.</summary>
    public bool IsBlock => (Attributes & MarkupAttributes.Display) == 0 ? Tags.IsBlock(Tag)
        : InlineStyle.IsBlock(this) is not { } block ? Tags.IsBlock(Tag) : block ? !Tags.IsVoid(Tag) || Tags.IsBlock(Tag)
            : Tags.IsBlock(Tag) && Tag != Tag.Div;

    /// <summary>
    /// The words by which the element names itself: its class, id, role, itemprop and data-type, in lower case, each after a space.
    /// </summary>
    public string Words => Named.Text;

    /// <summary>The same words with what the rules find in them.</summary>
    public MarkupWords Named => words ??= (Attributes & MarkupAttributes.Words) != 0 ? new MarkupWords(ReadWords()) : MarkupWords.None;

    /// <summary>A text; made by <see cref="MarkupTree"/>, which numbers it.</summary>
    public static MarkupNode NewText(int number, string text) => new(number, Tag.Text, text);

    /// <summary>An element; made by <see cref="MarkupTree"/>, which numbers it.</summary>
    public static MarkupNode NewElement(int number, Tag tag, HtmlNode? source, Dictionary<string, MarkupWords>? known)
    {
        string? name = null;
        MarkupAttributes kinds = source is null ? MarkupAttributes.None : MarkupAttribute.KindsOf(source, out name);
        return new MarkupNode(number, tag, source) { Attributes = kinds, words = name is null || known is null ? null
            : MarkupWords.Shared(known, name) };
    }

    /// <summary>The attribute's value with entities decoded; null when the element does not have it.</summary>
    public string? Attribute(string name) =>
        Attributes != MarkupAttributes.None && MarkupAttribute.Find(Source!, name) is { } attribute
            ? CharacterReferences.Decode(attribute.Value ?? "", inAttribute: true) : null;

    /// <summary>Whether the element has the attribute.</summary>
    public bool Has(string name) => Attributes != MarkupAttributes.None && MarkupAttribute.Find(Source!, name) is not null;

    public void Append(MarkupNode child)
    {
        child.Parent = this;
        child.Previous = Last;
        child.Next = null;
        if (Last is null)
        {
            First = child;
        }
        else
        {
            Last.Next = child;
        }

        Last = child;
    }

    /// <summary>Puts a node, which must stand nowhere, before this one.</summary>
    public void InsertBefore(MarkupNode node)
    {
        node.Parent = Parent;
        node.Next = this;
        node.Previous = Previous;
        if (Previous is null)
        {
            Parent!.First = node;
        }
        else
        {
            Previous.Next = node;
        }

        Previous = node;
    }

    /// <summary>Takes the node and all below it out of the tree.</summary>
    public void Remove()
    {
        if (Parent is null)
        {
            return;
        }

        if (Previous is null)
        {
            Parent.First = Next;
        }
        else
        {
            Previous.Next = Next;
        }

        if (Next is null)
        {
            Parent.Last = Previous;
        }
        else
        {
            Next.Previous = Previous;
        }

        Parent = null;
        Previous = null;
        Next = null;
    }

    /// <summary>Puts the children where the node stood.</summary>
    public void Unwrap()
    {
        while (First is { } child)
        {
            child.Remove();
            InsertBefore(child);
        }

        Remove();
    }

    /// <summary>The next node in document order within <paramref name="root"/>, children first; null at the end.</summary>
    public MarkupNode? Following(MarkupNode root) => First ?? FollowingAfter(root);

    /// <summary>The next node in document order that is not below this one.</summary>
    public MarkupNode? FollowingAfter(MarkupNode root)
    {
        MarkupNode? node = this;
        while (node is not null && node != root)
        {
            if (node.Next is not null)
            {
                return node.Next;
            }

            node = node.Parent;
        }

        return null;
    }

    /// <summary>The node and all below it, in document order.</summary>
    public IEnumerable<MarkupNode> WithDescendants()
    {
        for (MarkupNode? node = this; node is not null; node = node.Following(this))
        {
            yield return node;
        }
    }

    /// <summary>The first element of this kind below the node; null when there is none.</summary>
    public MarkupNode? Find(Tag tag)
    {
        MarkupNode? node = First;
        while (node is not null && node.Tag != tag)
        {
            node = node.Following(this);
        }

        return node;
    }

    /// <summary>Whether the test holds for the node or any below it.</summary>
    public bool Any(Func<MarkupNode, bool> test)
    {
        for (MarkupNode? node = this; node is not null; node = node.Following(this))
        {
            if (test(node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this node is <paramref name="other"/> or stands around it.</summary>
    public bool Contains(MarkupNode other)
    {
        for (MarkupNode? node = other; node is not null; node = node.Parent)
        {
            if (node == this)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nearest element of this kind around the node, the node itself included; null when there is none.</summary>
    public MarkupNode? Closest(Tag tag)
    {
        MarkupNode? node = this;
        while (node is not null && node.Tag != tag)
        {
            node = node.Parent;
        }

        return node;
    }

    /// <summary>The text below the node, white space folded and trimmed. Kept once computed: the tree must not change after.</summary>
    public string PlainText => plain ??= MarkupText.Of(this);

    /// <summary>The length of <see cref="PlainText"/>, which need not be made for it. Kept like it.</summary>
    public int TextLength => plain is not null ? plain.Length : length >= 0 ? length : length = MarkupText.LengthOf(this);

    /// <summary>Whether there are words below the node.</summary>
    public bool HasWords => plain is not null ? plain.Length > 0 : length >= 0 ? length > 0 : !MarkupText.IsBlank(this);

    /// <summary>Forgets the text below this node and below all around it, after the tree has changed.</summary>
    public void Forget()
    {
        for (MarkupNode? node = this; node is not null; node = node.Parent)
        {
            node.plain = null;
            node.length = -1;
        }
    }

    private string ReadWords()
    {
        string all = string.Concat(
            string.Concat(" ", Attribute("class"), " ", Attribute("id")),
            string.Concat(" ", Attribute("itemprop"), " ", Attribute("role")),
            string.Concat(" ", Attribute("data-type"), " ", Attribute("data-dot")));
        return all.ToLowerInvariant();
    }
}
