using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>What becomes of a text's spaces and line ends (CSS Text §3).</summary>
internal enum WhiteSpace
{
    /// <summary>All are one space.</summary>
    Folds,

    /// <summary>Line ends stay, spaces are one.</summary>
    KeepsLines,

    /// <summary>All stay as they are.</summary>
    Stays,
}

/// <summary>Reads from an element's style what becomes of the white space in it.</summary>
internal static partial class WhiteSpaceStyle
{
    private const int TabWidth = 4;

    /// <summary>The element's own style, or else that of the element around it.</summary>
    public static WhiteSpace Of(MarkupNode node, WhiteSpace outer)
    {
        if ((node.Attributes & MarkupAttributes.Look) == 0 || node.Attribute("style") is not { } style
            || Style().Match(style) is not { Success: true } match)
        {
            return outer;
        }

        return match.Groups[1].Value.ToLowerInvariant() switch
        {
            "pre-line" => WhiteSpace.KeepsLines,
            "pre" or "pre-wrap" or "break-spaces" or "preserve" => WhiteSpace.Stays,
            "normal" or "nowrap" or "collapse" or "initial" => WhiteSpace.Folds,
            _ => outer,
        };
    }

    /// <summary>A line whose spaces stay: all but single ones between words become spaces that do not fold.</summary>
    /// <param name="line">The line.</param>
    /// <param name="starts">Whether nothing stands in the line before it.</param>
    public static string Keep(string line, bool starts)
    {
        line = line.Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal);
        string text = line.TrimStart(' ');
        int indent = line.Length - text.Length;
        if (text.Length == 0)
        {
            return line;
        }

        string before = starts ? new string('\u00A0', indent) : Gap(indent);
        return before + Spaces().Replace(text, gap => Gap(gap.Length));
    }

    // The last one may end a line.
    private static string Gap(int spaces) => spaces == 0 ? "" : new string('\u00A0', spaces - 1) + " ";

    [GeneratedRegex(@"(?:^|;)\s*white-space(?:-collapse)?\s*:\s*([a-z-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Style();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
