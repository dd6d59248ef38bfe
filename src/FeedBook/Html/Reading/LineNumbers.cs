using System.Globalization;
using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>
/// The numbers that pages print beside the lines of a listing. They are no code, and a reader who copies it does not want them.
/// </summary>
internal static partial class LineNumbers
{
    private static readonly string[] Attributes = ["data-line-number", "data-lineno", "data-linenumber"];

    /// <summary>
    /// Whether the element holds line numbers and nothing else: by its name, by a style that keeps them from being selected, or by an
    /// attribute.
    /// </summary>
    public static bool IsGutter(MarkupNode node) => !node.IsText && node.TextLength < 40_000 && IsNumbers(node.PlainText)
        && (Gutter().IsMatch(node.Words) || (node.Attribute("style") is { } style && NotSelected().IsMatch(style))
            || Array.Exists(Attributes, node.Has));

    /// <summary>Whether a cell is the column of numbers beside a listing.</summary>
    public static bool IsColumn(MarkupNode cell) =>
        IsGutter(cell)
            || (IsNumbers(cell.PlainText) && cell.PlainText.Contains(' ', StringComparison.Ordinal)
            && (IsListing(cell.Next) || IsListing(cell.Previous)));

    /// <summary>Whether each row of a table is a line of a listing with its number before it.</summary>
    public static bool AreLines(IReadOnlyList<MarkupNode[]> rows)
    {
        int? before = null;
        foreach (MarkupNode[] row in rows)
        {
            if (row is not [var number, var line] || !IsCode(line) || NumberOf(number) is not { } own
                || (before is not null && own != before + 1))
            {
                return false;
            }

            before = own;
        }

        return rows.Count > 1;
    }

    private static int? NumberOf(MarkupNode cell)
    {
        string? text = cell.HasWords ? cell.PlainText : Array.Find(Attributes, cell.Has) is { } name ? cell.Attribute(name) : null;
        return int.TryParse(text?.Trim().TrimEnd('.', ':'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : null;
    }

    // A line of code says that it is one: by its element, by its name, by a style that keeps its spaces.
    private static bool IsCode(MarkupNode cell) =>
        CodeName().IsMatch(cell.Words) || WhiteSpaceStyle.Of(cell, WhiteSpace.Folds) == WhiteSpace.Stays
        || cell.Find(Tag.Pre) is not null || (cell.Find(Tag.Code) is { } code && code.TextLength == cell.TextLength);

    private static bool IsListing(MarkupNode? cell) => cell is { IsText: false } && cell.Find(Tag.Pre) is not null;

    /// <summary>Whether the text is numbers each of which is one more than the number before.</summary>
    public static bool IsNumbers(string text)
    {
        int? before = null;
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part.TrimEnd('.', ':'), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || (before is not null && number != before + 1))
            {
                return false;
            }

            before = number;
        }

        return before is not null;
    }

    [GeneratedRegex(
        @"[ _-](?:line-?numbers?|lineno[s]?|linenodiv|gutter|linenos|ln-num|hljs-ln-numbers|blob-num|line-num|lnt|ln)(?:[ _-]|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Gutter();

    [GeneratedRegex("[ _-](?:code|blob|line|source|hljs)(?:[ _-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeName();

    [GeneratedRegex(@"user-select\s*:\s*none", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotSelected();
}
