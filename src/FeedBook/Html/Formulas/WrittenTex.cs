using System.Buffers;
using System.Text.RegularExpressions;

namespace FeedBook.Html.Formulas;

/// <summary>
/// Finds formulas in TeX that stand in running text between their signs, for a script of the page to set: <c>\[x\]</c>, <c>\(x\)</c>,
/// <c>$$x$$</c>. Between single dollars as often as not a price stands.
/// </summary>
internal static partial class WrittenTex
{
    // "\(x\)" and "\(42\)" are formulas of their signs alone; longer ones show it by theirs.
    private const int Short = 3;

    // What formulas have and sentences hardly do.
    private static readonly SearchValues<char> Marks = SearchValues.Create(@"\^_={}+<>");

    /// <summary>Whether it is worth looking.</summary>
    public static bool MayStandIn(string text) =>
        text.Contains("$$", StringComparison.Ordinal) || text.Contains("\\(", StringComparison.Ordinal)
        || text.Contains("\\[", StringComparison.Ordinal);

    /// <summary>The formulas of a text in their order: where each begins and ends, signs included, and what is between them.</summary>
    public static IEnumerable<(int Start, int End, string Tex, bool IsDisplay)> Find(string text)
    {
        foreach (Match match in Signs().Matches(text))
        {
            bool isDisplay = !match.Groups["line"].Success;
            string tex = match.Groups[isDisplay ? "display" : "line"].Value.Trim();
            if (tex.AsSpan().ContainsAny(Marks) || (!isDisplay && tex.Length is > 0 and <= Short))
            {
                yield return (match.Index, match.Index + match.Length, tex, isDisplay);
            }
        }
    }

    [GeneratedRegex(@"\\\[(?<display>.{1,2000}?)\\\]|\\\((?<line>.{1,1000}?)\\\)|\$\$(?<display>[^$]{1,2000})\$\$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
