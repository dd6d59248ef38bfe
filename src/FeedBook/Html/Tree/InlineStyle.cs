using System.Text.RegularExpressions;

namespace FeedBook.Html.Tree;

/// <summary>What an element's own style says of where it stands.</summary>
internal static partial class InlineStyle
{
    /// <summary>Whether a style may say it.</summary>
    public static bool Tells(ReadOnlySpan<char> style) => style.Contains("display", StringComparison.OrdinalIgnoreCase);

    /// <summary>How the element stands among its neighbours; null where its style does not say.</summary>
    /// <returns>True on lines of its own, false in a line.</returns>
    public static bool? IsBlock(MarkupNode node)
    {
        Match match = DisplayStyle().Match(node.Attribute("style")?.ToLowerInvariant() ?? "");
        return match.Groups[1].ValueSpan switch
        {
            "block" or "flex" or "grid" or "table" or "list-item" or "flow-root" or "-webkit-box" or "-webkit-flex" => true,
            "inline" => false,
            _ => null,
        };
    }

    [GeneratedRegex(@"(?:^|[;\s])display\s*:\s*(-?[a-z-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex DisplayStyle();
}
