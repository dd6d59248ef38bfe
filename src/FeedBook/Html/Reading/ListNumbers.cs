using System.Globalization;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>How the source numbers a list: by its element, by <c>type</c>, by a style, each of which outdoes the one before.</summary>
/// <param name="IsOrdered">Whether it is numbered.</param>
/// <param name="Marker">In which numbers or letters.</param>
/// <param name="Start">The first number; null where the source leaves it to the numbering.</param>
internal readonly partial record struct ListNumbers(bool IsOrdered, char Marker, int? Start)
{
    /// <summary>Reads it from a list and the first of its items.</summary>
    public static ListNumbers Of(MarkupNode list, MarkupNode? item)
    {
        string? kind = Style(list) ?? Style(item) ?? list.Attribute("type")?.Trim()
            ?? (item?.Tag == Tag.Li ? item.Attribute("type")?.Trim() : null);
        (bool ordered, char marker) = kind is null ? (list.Tag == Tag.Ol, '1') : KindOf(kind, list, item);
        int? start = Number(list.Attribute("start"));
        if (start is null && ordered && list.Attribute("style") is { } style && Counter().Match(style) is { Success: true } reset)
        {
            start = Number(reset.Groups[1].Value) + 1;
        }

        return new ListNumbers(ordered, marker, start);
    }

    /// <summary>A whole number; null for anything else.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static (bool IsOrdered, char Marker) KindOf(string kind, MarkupNode list, MarkupNode? item) => kind switch
    {
        "a" or "A" or "i" or "I" or "1" => (true, kind[0]),
        _ => kind.ToLowerInvariant() switch
        {
            "lower-alpha" or "lower-latin" => (true, 'a'),
            "upper-alpha" or "upper-latin" => (true, 'A'),
            "lower-roman" => (true, 'i'),
            "upper-roman" => (true, 'I'),
            "disc" or "circle" or "square" or "disclosure-open" or "disclosure-closed" => (false, '1'),

            // Without signs a browser shows the items' own words, which then often bring their numbers.
            "none" => (list.Tag == Tag.Ol && item is not null && !OwnNumber().IsMatch(item.PlainText), '1'),
            "decimal" or "decimal-leading-zero" => (true, '1'),

            _ when ListNumerals.MarkerOf(kind) is { } marker => (true, marker),

            // The numbers of other scripts are numbers.
            _ => (list.Tag == Tag.Ol || Numerals().IsMatch(kind), '1'),
        },
    };

    private static string? Style(MarkupNode? node) =>
        node is not null && (node.Attributes & MarkupAttributes.Look) != 0 && node.Attribute("style") is { } style
            && Type().Match(style) is { Success: true } type
            ? type.Groups[1].Value : null;

    [GeneratedRegex(@"list-style(?:-type)?\s*:\s*(?:(?:inside|outside|url\([^)]*\))\s+)*([a-z][a-z-]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Type();

    [GeneratedRegex(@"counter-reset\s*:\s*[\w-]+\s+(\d{1,6})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counter();

    [GeneratedRegex(@"^[(\[]?(?:\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十]{1,3})[.)\]、．]", RegexOptions.CultureInvariant)]
    private static partial Regex OwnNumber();

    [GeneratedRegex(
        "arabic-indic|devanagari|bengali|thai|cjk|chinese|japanese|korean|hebrew|greek|georgian|armenian|persian|ideographic|hiragana|"
            + "katakana|khmer|lao|tamil", RegexOptions.CultureInvariant)]
    private static partial Regex Numerals();
}
