using System.Text;

namespace FeedBook.Html.Tree;

/// <summary>
/// Takes the tags of too deep elements out of the source before the parser sees them: the parser's time grows with the square of the
/// depth, and it closes what is left open by recursion. The text between the tags stays.
/// </summary>
internal static class DepthGuard
{
    /// <summary>The deepest nesting the parser is given. Real pages stay below a hundred.</summary>
    public const int MaxDepth = 400;

    private static readonly string[] RawText = ["script", "style", "textarea", "title", "xmp"];

    /// <summary>The same text when it is nowhere too deep; else a copy in which each tag that goes too deep is a space.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="starts">How many tags it has that are no end tags.</param>
    /// <param name="flattened">Whether it was.</param>
    public static string Flatten(string html, int starts, out bool flattened)
    {
        // Too few starts of elements to go too deep: the usual case.
        if (starts <= MaxDepth)
        {
            flattened = false;
            return html;
        }

        var open = new List<(int Hash, int Length)>();
        StringBuilder? copy = null;
        int copied = 0, skipped = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                int close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                at = close < 0 ? html.Length : close + 3;
                continue;
            }

            bool ends = html[at + 1] == '/';
            int start = ends ? at + 2 : at + 1, end = start;
            while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
            {
                end++;
            }

            if (end == start || !char.IsAsciiLetter(html[start]))
            {
                at++;
                continue;
            }

            ReadOnlySpan<char> name = html.AsSpan(start, end - start);
            int after = End(html, end);
            if (!ends && Array.Exists(RawText, raw => html.AsSpan(start, end - start).Equals(raw, StringComparison.OrdinalIgnoreCase)))
            {
                int close = html.AsSpan(after).IndexOf(string.Concat("</", name), StringComparison.OrdinalIgnoreCase);
                at = close < 0 ? html.Length : after + close;
                continue;
            }

            if (!ClosesByItself(name) && !(html[after - 1] == '>' && html[after - 2] == '/'))
            {
                var key = (string.GetHashCode(name, StringComparison.OrdinalIgnoreCase), name.Length);
                bool drop = false;
                if (!ends)
                {
                    drop = open.Count >= MaxDepth;
                    skipped += drop ? 1 : 0;
                    if (!drop)
                    {
                        open.Add(key);
                    }
                }
                else if (skipped > 0)
                {
                    drop = true;
                    skipped--;
                }
                else
                {
                    int match = open.LastIndexOf(key);
                    if (match >= 0)
                    {
                        open.RemoveRange(match, open.Count - match);
                    }
                }

                if (drop)
                {
                    copy ??= new StringBuilder(html.Length);
                    copy.Append(html, copied, at - copied).Append(' ');
                    copied = after;
                }
            }

            at = after;
        }

        flattened = copy is not null;
        return copy is null ? html : copy.Append(html, copied, html.Length - copied).ToString();
    }

    // Past the tag's '>', which may also stand in a quoted attribute.
    private static int End(string html, int at)
    {
        int close = html.IndexOf('>', at);
        if (close < 0)
        {
            return html.Length;
        }

        ReadOnlySpan<char> attributes = html.AsSpan(at, close - at);
        return attributes.Count('"') % 2 == 0 && attributes.Count('\'') % 2 == 0 ? close + 1 : EndQuoted(html, at);
    }

    private static int EndQuoted(string html, int at)
    {
        char quote = '\0';
        int limit = Math.Min(html.Length, at + 100_000);
        for (int i = at; i < limit; i++)
        {
            char c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && i > 0 && html[i - 1] == '=')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return html.IndexOf('>', at) + 1;
    }

    // Elements without content, and those whose next start closes the last one: however many there are, they do not nest.
    private static bool ClosesByItself(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[8];
        if (name.Length > 8)
        {
            return false;
        }

        // The name is ASCII.
        for (int i = 0; i < name.Length; i++)
        {
            lower[i] = char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 0x20) : name[i];
        }

        return lower[..name.Length] is "p" or "li" or "td" or "th" or "tr" or "dd" or "dt" or "option" or "a" or "br" or "hr" or "img" or "input" or "col" or "embed"
            or "link" or "meta" or "param" or "source" or "track" or "wbr" or "area" or "base" or "tbody" or "thead" or "tfoot";
    }
}
