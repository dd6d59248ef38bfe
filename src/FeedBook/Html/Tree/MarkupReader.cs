using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>
/// The parser's tree, read again in document order and nested as a browser nests it (HTML §13.2.6): a block closes the
/// paragraph it starts in, emphasis cut short by a block goes on in the next one, a list item closes the one before.
/// </summary>
internal sealed class MarkupReader
{
    // Deeper elements that only group are left out, and deeper still all are: their content stands in the element around them.
    private const int NeutralDepth = 80, AnyDepth = 200;

    private readonly MarkupTree tree;
    private readonly List<HtmlNode> formatting = [];
    private readonly Dictionary<string, MarkupWords> classes = new(StringComparer.Ordinal);
    private readonly string source;
    private MarkupNode current;
    private int depth;

    private MarkupReader(string source, MarkupTree tree, MarkupNode root)
    {
        this.source = source;
        this.tree = tree;
        current = root;
    }

    /// <summary>Reads the document's nodes into <paramref name="root"/>; comments and declarations are left out.</summary>
    public static void Read(HtmlDocument document, MarkupTree tree, MarkupNode root)
    {
        HtmlNode top = document.DocumentNode;
        HtmlNode? node = top.FirstChild;
        var reader = new MarkupReader(document.Text ?? "", tree, root);
        while (node is not null)
        {
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

            if (node == top)
            {
                break;
            }
        }
    }

    // Returns whether the children are read.
    private bool Start(HtmlNode node)
    {
        switch (node.NodeType)
        {
            case HtmlNodeType.Text:
                Text(TextOf((HtmlTextNode)node));
                return false;
            case HtmlNodeType.Element:
                return Element(node, Tags.Of(node.Name));
            default:
                return false;
        }
    }

    // The parser keeps a text as a place in its source, but for one it has written itself: that is a tag again.
    private string TextOf(HtmlTextNode node)
    {
        int start = node.OuterStartIndex, length = node.OriginalOuterLength;
        return start < 0 || length <= 0 || start + length > source.Length || source[start] == '<'
            ? CharacterReferences.Decode(node.Text)
            : CharacterReferences.Decode(source.AsSpan(start, length));
    }

    private void Text(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (formatting.Count > 0 && !string.IsNullOrWhiteSpace(text))
        {
            Reopen();
        }

        if (text[0] <= ' ' && ShowsNothing(text))
        {
            return;
        }

        current.Append(tree.NewText(text));
    }

    // White space at a block's start, after a block or after a line break is none (CSS Text §4.1.2), and half of all texts are such.
    private bool ShowsNothing(string text)
    {
        if (current.Last is { } last ? last.Tag != Tag.Br && !Tags.IsBlock(last.Tag) : !Tags.IsBlock(current.Tag))
        {
            return false;
        }

        if (current.Last is { Tag: not Tag.Br, Previous: { } before } && !Tags.IsBlock(before.Tag))
        {
            // A block in the middle of a line may be one that nobody sees; once it is taken out, the words around it must not run together.
            return false;
        }

        foreach (char c in text)
        {
            if (c is not (' ' or '\n' or '\r' or '\t' or '\f'))
            {
                return false;
            }
        }

        for (MarkupNode? around = current; around is not null; around = around.Parent)
        {
            if (around.Tag is Tag.Pre or Tag.Listing or Tag.Xmp or Tag.Plaintext or Tag.Textarea)
            {
                return false;
            }
        }

        return true;
    }

    private bool Element(HtmlNode node, Tag tag)
    {
        if (tag is Tag.Script or Tag.Style or Tag.Template or Tag.Link or Tag.Meta or Tag.Title)
        {
            if (tag == Tag.Script)
            {
                Script(node);
            }

            return false;
        }

        if (Tags.ClosesParagraph(tag))
        {
            CloseParagraph();
            CloseSame(tag);
        }
        else if (formatting.Count > 0 && !Tags.IsBlock(tag))
        {
            Reopen();
        }

        if (Tags.IsVoid(tag))
        {
            current.Append(tree.NewElement(tag, node, classes));
            return true;
        }

        if (tag is Tag.Head or Tag.Html or Tag.Body || depth >= AnyDepth || (depth >= NeutralDepth && Tags.IsNeutral(tag)))
        {
            Boundary(tag);
            return true;
        }

        Push(node, tag);
        if (Tags.IsFormatting(tag))
        {
            formatting.Add(node);
        }

        return true;
    }

    // A program shows nothing; a formula in a script is an article's, and so may be what a script brings from elsewhere.
    private void Script(HtmlNode node)
    {
        bool formula = (MarkupAttribute.Find(node, "type")?.Value ?? "").TrimStart().StartsWith("math/", StringComparison.OrdinalIgnoreCase);
        if (!formula && MarkupAttribute.Find(node, "src") is null)
        {
            return;
        }

        MarkupNode script = tree.NewElement(Tag.Script, node, classes);
        if (formula)
        {
            // A script's text has no character references (HTML §13.2.5.4), but feeds' programs escape it all the same.
            script.Append(tree.NewText(CharacterReferences.Decode(node.InnerText)));
        }

        current.Append(script);
    }

    private void Push(HtmlNode node, Tag tag)
    {
        MarkupNode element = tree.NewElement(tag, node, classes);
        current.Append(element);
        current = element;
        depth++;
    }

    private void End(HtmlNode node)
    {
        if (node.NodeType != HtmlNodeType.Element)
        {
            return;
        }

        if (formatting.Count > 0)
        {
            formatting.Remove(node);
        }

        MarkupNode? open = current;
        int steps = 0;
        while (open is not null && open.Source != node)
        {
            open = open.Parent;
            steps++;
        }

        if (open?.Parent is { } parent)
        {
            current = parent;
            depth -= steps + 1;
        }
        else if (depth >= NeutralDepth)
        {
            Boundary(Tags.Of(node.Name));
        }
    }

    // Where a block was left out for its depth, an empty one keeps what is on its two sides apart.
    private void Boundary(Tag tag)
    {
        if (Tags.IsBlock(tag) && current.Last is not { Tag: Tag.Div, First: null })
        {
            current.Append(tree.NewElement(Tag.Div, null));
        }
    }

    private void CloseParagraph()
    {
        int steps = 0;
        for (MarkupNode? node = current; node is not null; node = node.Parent)
        {
            if (node.Tag == Tag.P)
            {
                current = node.Parent!;
                depth -= steps + 1;
                return;
            }

            // "Has a p element in button scope."
            if (node.Tag is Tag.Table or Tag.Td or Tag.Th or Tag.Caption or Tag.Button or Tag.Object or Tag.Root)
            {
                return;
            }

            steps++;
        }
    }

    private void CloseSame(Tag tag)
    {
        int steps = 0;
        for (MarkupNode? node = current; node is not null; node = node.Parent)
        {
            bool same = tag switch
            {
                Tag.Li => node.Tag == Tag.Li,
                Tag.Dd or Tag.Dt => node.Tag is Tag.Dd or Tag.Dt,
                _ => Tags.IsHeading(tag) && Tags.IsHeading(node.Tag) && steps == 0,
            };
            if (same)
            {
                current = node.Parent!;
                depth -= steps + 1;
                return;
            }

            if (node.Tag is not (Tag.Div or Tag.Address or Tag.P) && Tags.IsBlock(node.Tag))
            {
                return;
            }

            steps++;
        }
    }

    // "Reconstruct the active formatting elements": those that a block has cut short and that no end tag has closed yet.
    private void Reopen()
    {
        foreach (HtmlNode node in formatting)
        {
            MarkupNode? open = current;
            while (open is not null && open.Source != node)
            {
                open = open.Parent;
            }

            if (open is null && depth < AnyDepth)
            {
                Push(node, Tags.Of(node.Name));
            }
        }
    }
}
