using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;
using FeedBook.Text;

namespace FeedBook.Feeds.Markup;

/// <summary>Writes elements that stand in a feed as markup (xhtml content, tags nobody escaped) as HTML.</summary>
internal static class ElementHtml
{
    private static readonly FrozenSet<string> Voids = FrozenSet.Create(StringComparer.Ordinal,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \"'<>/=");

    private static readonly FrozenSet<string> AddressAttributes =
        FrozenSet.Create(StringComparer.Ordinal, "href", "src", "poster", "cite", "data", "longdesc");

    /// <summary>
    /// What is inside the element, as HTML. Addresses under an <c>xml:base</c> other than the element's own are made absolute.
    /// </summary>
    public static string Inner(FeedElement element)
    {
        var html = new StringBuilder();
        AppendContent(element, element.Base, html, true);
        return html.ToString();
    }

    /// <summary>As <see cref="Inner"/>, but where texts are HTML already: only the elements' tags are written anew.</summary>
    public static string Mixed(FeedElement element)
    {
        var html = new StringBuilder();
        AppendContent(element, element.Base, html, false);
        return html.ToString();
    }

    // Recursion is bounded: the reader flattens what is nested deeper than its limit.
    private static void AppendContent(FeedElement element, Uri? outer, StringBuilder html, bool escape)
    {
        foreach (object part in element.Content)
        {
            if (part is string text)
            {
                AppendText(text, html, escape);
            }
            else
            {
                AppendElement((FeedElement)part, outer, html, escape);
            }
        }
    }

    private static void AppendElement(FeedElement element, Uri? outer, StringBuilder html, bool escape)
    {
        // SVG and MathML keep the case of their names.
        string name = element.Namespace is FeedNamespace.Svg or FeedNamespace.MathMl ? element.Tag : element.Name;
        html.Append('<').Append(name);
        foreach (FeedAttribute attribute in element.Attributes)
        {
            if (attribute.Namespace == FeedNamespace.Xml && attribute.Name == "lang")
            {
                AppendAttribute("lang", attribute.Value, html);
            }
            else if (attribute.Namespace is FeedNamespace.Core or FeedNamespace.Xhtml)
            {
                bool moved = AddressAttributes.Contains(attribute.Name) && element.Base is not null && element.Base != outer;
                AppendAttribute(attribute.Name, moved ? Addresses.Resolve(attribute.Value, element.Base)?.AbsoluteUri ?? attribute.Value
                    : attribute.Value, html);
            }
        }

        html.Append('>');
        if (Voids.Contains(element.Name) && element.Content.Count == 0)
        {
            return;
        }

        AppendContent(element, outer, html, escape);
        html.Append("</").Append(name).Append('>');
    }

    private static void AppendAttribute(string name, string value, StringBuilder html)
    {
        if (name.Length > 0 && !name.AsSpan().ContainsAny(NotInNames))
        {
            html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }
    }

    private static void AppendText(string text, StringBuilder html, bool escape)
    {
        if (!escape || text.AsSpan().IndexOfAny("&<>") < 0)
        {
            html.Append(text);
            return;
        }

        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                _ => html.Append(c),
            };
        }
    }
}
