using System.Text;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// The text of an element in whatever way it was wrapped: plain, escaped, in CDATA, as xhtml, in base64 (Atom 0.3 §3.1, Atom 1.0 §3.1,
/// RSS).
/// </summary>
internal static class TextConstruct
{
    /// <summary>As plain text; null when it is empty.</summary>
    public static string? Plain(FeedElement element) => PlainText.From(element.HasElements ? ElementHtml.Mixed(element) : Payload(element));

    /// <summary>As HTML; null when it is empty.</summary>
    public static string? Html(FeedElement element)
    {
        string html;
        if (element.HasElements)
        {
            // In xhtml every '&lt;' is a literal; elsewhere somebody forgot to escape the tags and may have escaped others.
            bool xhtml = IsXhtml(element);
            FeedElement root = xhtml ? Unwrapped(element) : element;
            html = xhtml ? ElementHtml.Inner(root) : ElementHtml.Mixed(root);
        }
        else
        {
            html = Payload(element);
            bool tagless = !html.Contains('<', StringComparison.Ordinal);
            html = IsPlain(element) ? PlainTextHtml.Encoded(html.Trim()) : tagless ? PlainTextHtml.Lines(html.Trim()) : html;
        }

        html = XmlText.Clean(html).Trim();
        return html.Length == 0 ? null : html;
    }

    private static bool IsXhtml(FeedElement element)
    {
        string? type = element.Attribute("type"), mode = element.Attribute("mode");
        return mode == "xml" || type is "xhtml"
            || (type is not null && (type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal)))
            || element.Namespace == FeedNamespace.Xhtml
                || element.Children.Any(c => c.Namespace is FeedNamespace.Xhtml or FeedNamespace.Svg or FeedNamespace.MathMl);
    }

    // Atom 1.0 §3.1.1.3: the div is no part of the content.
    private static FeedElement Unwrapped(FeedElement element)
    {
        FeedElement? only = null;
        foreach (object part in element.Content)
        {
            if (part is string text ? !string.IsNullOrWhiteSpace(text) : only is not null)
            {
                return element;
            }

            only = part as FeedElement ?? only;
        }

        return only is { Name: "div", Attributes.Length: 0 } ? only : element;
    }

    private static bool IsPlain(FeedElement element)
    {
        if (element.Namespace is not (FeedNamespace.Atom or FeedNamespace.Core))
        {
            return element.Attribute("type") == "plain" && element.Namespace == FeedNamespace.Media;
        }

        string? type = element.Attribute("type")?.Trim().ToLowerInvariant();
        if (type is not null && type.StartsWith("text/", StringComparison.Ordinal)
            && type is not ("text/html" or "text/xml" or "text/x-html"))
        {
            return true; // Markdown and its like: nobody here can read them, and their lines matter
        }

        bool plain = type is "text"
            || (type is null or "" && element.Namespace == FeedNamespace.Atom && element.Attribute("mode") is null or "xml" or "escaped");

        // Publishers who leave the type out, or say text, and send HTML are many; plain text with an end tag in it is rare.
        return plain && !LooksLikeHtml(element.Text);
    }

    /// <summary>Whether a text holds an end tag, a void tag or an entity, as HTML does.</summary>
    public static bool LooksLikeHtml(string text)
    {
        for (int at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at + 1);
            if ((rest[0] == '/' && rest.Length > 1 && char.IsAsciiLetter(rest[1]))
                || rest.StartsWith("br", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("img ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p>", StringComparison.OrdinalIgnoreCase)
                    || rest.StartsWith("hr", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Payload(FeedElement element)
    {
        string text = element.Text;
        string? type = element.Attribute("type"), mode = element.Attribute("mode");
        bool encoded = mode == "base64"
            || (element.Namespace == FeedNamespace.Atom && type is not null && mode is null && type.Contains('/', StringComparison.Ordinal)
            && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("xml", StringComparison.OrdinalIgnoreCase));
        return encoded ? Base64(text) ?? text : text;
    }

    private static string? Base64(string text)
    {
        string packed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        byte[] bytes = new byte[(packed.Length * 3 / 4) + 3];
        return packed.Length > 0 && Convert.TryFromBase64String(packed.PadRight((packed.Length + 3) / 4 * 4, '='), bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length) is { } decoded && !decoded.Contains('\0', StringComparison.Ordinal) ? decoded
                : null;
    }
}
