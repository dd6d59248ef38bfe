using System.Text;
using FeedBook.Html.Tree;
using HtmlAgilityPack;

namespace FeedBook.FullText;

/// <summary>A part of the tree as HTML again, with the attributes that the page wrote.</summary>
internal static class TreeHtml
{
    /// <summary>The part, within the elements that stand around it, so that selectors which name those still find it.</summary>
    public static string Of(MarkupNode part)
    {
        var html = new StringBuilder();
        var around = new List<MarkupNode>();
        for (MarkupNode? node = part.Parent; node is { Parent: not null }; node = node.Parent)
        {
            if (node.Tag is not (Tag.Html or Tag.Body) && !Tags.IsTablePart(node.Tag) && node.Tag is not (Tag.Table or Tag.Form or Tag.A))
            {
                around.Add(node);
            }
        }

        around.Reverse();
        foreach (MarkupNode node in around)
        {
            Name(html.Append('<'), node);
            foreach (string kept in (ReadOnlySpan<string>)["class", "id", "lang", "dir", "itemprop"])
            {
                if (node.Attribute(kept) is { } value)
                {
                    Attribute(html, kept, System.Net.WebUtility.HtmlEncode(value));
                }
            }

            html.Append('>');
        }

        Write(part, html);
        for (int i = around.Count - 1; i >= 0; i--)
        {
            Name(html.Append("</"), around[i]).Append('>');
        }

        return html.ToString();
    }

    private static void Write(MarkupNode part, StringBuilder html)
    {
        MarkupNode? node = part;
        while (node is not null)
        {
            Start(node, html);
            if (node.First is { } child)
            {
                node = child;
                continue;
            }

            End(node, html);
            while (node != part && node!.Next is null)
            {
                node = node.Parent!;
                End(node, html);
            }

            node = node == part ? null : node!.Next;
        }
    }

    private static void Start(MarkupNode node, StringBuilder html)
    {
        if (node.IsText)
        {
            Text(node, html);
            return;
        }

        if (node.Tag is Tag.Root or Tag.Html or Tag.Body)
        {
            html.Append("<div>");
            return;
        }

        Name(html.Append('<'), node);
        if (node.Source is { HasAttributes: true } source)
        {
            foreach (HtmlAttribute attribute in source.Attributes)
            {
                Attribute(html, attribute.OriginalName ?? attribute.Name, attribute.Value ?? "");
            }
        }

        html.Append('>');
    }

    private static void End(MarkupNode node, StringBuilder html)
    {
        if (node.Tag is Tag.Root or Tag.Html or Tag.Body)
        {
            html.Append("</div>");
        }
        else if (!node.IsText && !Tags.IsVoid(node.Tag))
        {
            Name(html.Append("</"), node).Append('>');
        }
    }

    private static StringBuilder Name(StringBuilder html, MarkupNode node) =>
        html.Append(node.Source?.OriginalName ?? node.Tag.ToString().ToLowerInvariant());

    // A value comes with its references as the page wrote them.
    private static void Attribute(StringBuilder html, string name, string value) =>
        html.Append(' ').Append(name).Append("=\"").Append(value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');

    private static void Text(MarkupNode node, StringBuilder html)
    {
        if (node.Parent is { Tag: Tag.Script })
        {
            html.Append(node.Text);
            return;
        }

        foreach (char c in node.Text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '\u00A0' => html.Append("&#160;"),
                _ => html.Append(c),
            };
        }
    }
}
