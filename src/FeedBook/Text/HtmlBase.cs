using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace FeedBook.Text;

/// <summary>The <c>base</c> element of HTML: where the relative addresses of what it stands in lead.</summary>
internal static partial class HtmlBase
{
    // More of them than this, or one longer than this, is nobody's base.
    private const int MostElements = 16, LongestElement = 4096;

    // What these hold is no markup.
    private static readonly (string Start, string End)[] Unread =
        [("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<textarea", "</textarea"), ("<template", "</template")];

    // Sought in the whole of each article: a search for one text in any case is slow where a program carries no culture data.
    private static readonly SearchValues<string> Start = SearchValues.Create(["<base"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The address that relative ones start from: that of the first <c>base</c> that gives one (HTML §4.2.3), else where the HTML came
    /// from.
    /// </summary>
    /// <param name="html">The HTML.</param>
    /// <param name="from">Where it came from; null when unknown.</param>
    public static Uri? Of(string html, Uri? from)
    {
        int at = html.AsSpan().IndexOfAny(Start);
        for (int seen = 0; seen < MostElements && at >= 0; seen++)
        {
            if (Element().Match(html, at, Math.Min(LongestElement, html.Length - at)) is { Success: true } element
                && !IsUnread(html.AsSpan(0, at))
                && Resolve(WebUtility.HtmlDecode(element.Groups["href"].Value).Trim(), from) is { } found)
            {
                return found;
            }

            int next = html.AsSpan(at + 1).IndexOfAny(Start);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return from;
    }

    private static Uri? Resolve(string written, Uri? from) =>
        written.Length > 0
        && ((written[0] != '/' && Uri.TryCreate(written, UriKind.Absolute, out Uri? found))
            || (from is not null && RelativeAddress.TryResolve(from, written, out found)))
        && found.Scheme is "http" or "https" && HostName.IsUsable(found) ? found : null;

    private static bool IsUnread(ReadOnlySpan<char> before)
    {
        foreach ((string start, string end) in Unread)
        {
            int opened = before.LastIndexOf(start, StringComparison.OrdinalIgnoreCase);
            if (opened >= 0 && before[opened..].IndexOf(end, StringComparison.OrdinalIgnoreCase) < 0)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("""\G<base\s[^>]*?\bhref\s*=\s*(?:"(?<href>[^"]*)"|'(?<href>[^']*)'|(?<href>[^\s>"']+))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Element();
}
