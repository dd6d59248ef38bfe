using System.Text;

namespace FeedBook.Html;

/// <summary>
/// Angle brackets that open no tag. A tag's name starts with an ASCII letter (HTML §13.2.5.6); the parser takes any letter for one, and the
/// words after <c>&lt;图</c> would be gone with it.
/// </summary>
internal static class StrayBrackets
{
    /// <summary>The same text where there is no such bracket; else a copy in which each is escaped.</summary>
    public static string Escape(string html)
    {
        StringBuilder? copy = null;
        int copied = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            char next = html[at + 1];
            if (!char.IsAsciiLetter(next) && next is not ('/' or '!' or '?'))
            {
                copy ??= new StringBuilder(html.Length + 64);
                copy.Append(html, copied, at - copied).Append("&lt;");
                copied = at + 1;
            }
        }

        return copy is null ? html : copy.Append(html, copied, html.Length - copied).ToString();
    }
}
