using System.Text;

namespace FeedBook.Html.Tree;

/// <summary>
/// A <c>&lt;</c> opens a tag only before an ASCII letter, <c>/</c>, <c>!</c> or <c>?</c> (HTML Standard §13.2.5.6); any other is text.
/// HtmlAgilityPack takes <c>&lt;中文&gt;</c> for an element, and its words for attributes.
/// </summary>
internal static class TagOpenings
{
    /// <summary>The same HTML with every <c>&lt;</c> that is text written as <c>&amp;lt;</c>; the very same instance where there is none.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="starts">How many tags it has that are no end tags, comments and declarations among them.</param>
    public static string Escape(string html, out int starts)
    {
        starts = 0;
        StringBuilder? escaped = null;
        int copied = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
            {
                starts += html[at + 1] == '/' ? 0 : 1;
                continue;
            }

            escaped ??= new StringBuilder(html.Length + 16);
            escaped.Append(html, copied, at - copied).Append("&lt;");
            copied = at + 1;
        }

        return escaped is null ? html : escaped.Append(html, copied, html.Length - copied).ToString();
    }
}
