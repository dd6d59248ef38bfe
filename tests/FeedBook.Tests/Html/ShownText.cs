using System.Text;

namespace FeedBook.Tests.Html;

/// <summary>
/// The text that a browser shows of HTML without scripts and styles, found by the rules of the standard's tokenizer (HTML §13.2.5) and by
/// nothing of FeedBook's own. What lacks its end, a comment, a value, a wrapper of XML, is no part of it here: its words are to be found.
/// </summary>
internal static class ShownText
{
    public static string Of(string html)
    {
        var shown = new StringBuilder();
        for (int at = 0; at < html.Length;)
        {
            int after = html[at] == '<' ? Past(html, at) : at;
            _ = after > at ? shown.Append(' ') : shown.Append(html[at]);
            at = after > at ? after : at + 1;
        }

        return shown.ToString();
    }

    // Where the tag, comment or declaration ends that begins here; the place itself where none does.
    private static int Past(string html, int at)
    {
        ReadOnlySpan<char> rest = html.AsSpan(at);
        if (rest.StartsWith("<![CDATA["))
        {
            return at + "<![CDATA[".Length;
        }

        if (rest.StartsWith("<!--"))
        {
            return Comment(html, at);
        }

        char next = rest.Length > 1 ? rest[1] : ' ';
        return char.IsAsciiLetter(next) || (next == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2])) ? Tag(html, at)
            : next is '/' or '!' or '?' && rest.IndexOf('>') is >= 0 and var end ? at + end + 1
            : at;
    }

    private static int Comment(string html, int at)
    {
        ReadOnlySpan<char> rest = html.AsSpan(at + 4);
        if (rest.StartsWith(">") || rest.StartsWith("->"))
        {
            return at + 4 + rest.IndexOf('>') + 1;
        }

        int end = rest.IndexOf("-->"), other = rest.IndexOf("--!>");
        return end < 0 && other < 0 ? at + 4 : at + 4 + (other >= 0 && (end < 0 || other < end) ? other + 4 : end + 3);
    }

    private static int Tag(string html, int start)
    {
        int at = start + 1;
        bool value = false;
        for (; at < html.Length; at++)
        {
            char c = html[at];
            if (c == '>')
            {
                return at + 1;
            }

            if (value && c is '"' or '\'')
            {
                int close = html.IndexOf(c, at + 1);
                if (close < 0)
                {
                    // Nobody closed it, and it ends with its tag.
                    close = html.IndexOf('>', at);
                    return close < 0 ? html.Length : close + 1;
                }

                at = close;
            }

            value = c == '=' || (value && char.IsWhiteSpace(c));
        }

        return html.Length;
    }
}
