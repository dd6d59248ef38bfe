using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Html.Tree;

/// <summary>What a block inherits from the elements around it: language, direction, alignment.</summary>
internal readonly partial record struct BlockScope
{
    public string? Language { get; init; }

    /// <summary>The language of the block around this one, which needs no saying.</summary>
    public string? OuterLanguage { get; init; }

    public TextDirection? Direction { get; init; }

    public TextDirection? OuterDirection { get; init; }

    public TextAlignment? Alignment { get; init; }

    public bool Differs => Language != OuterLanguage || Direction != OuterDirection;

    public string? OwnLanguage => Language == OuterLanguage ? null : Language;

    public TextDirection? OwnDirection => Direction == OuterDirection ? null : Direction;

    /// <summary>The scope of what stands in a block of this scope.</summary>
    public BlockScope Inside() => this with { OuterLanguage = Language, OuterDirection = Direction };

    /// <summary>The scope inside this element.</summary>
    public BlockScope Enter(MarkupNode node)
    {
        BlockScope scope = this;
        if (node.Tag == Tag.Center)
        {
            scope = scope with { Alignment = TextAlignment.Center };
        }

        if ((node.Attributes & (
            MarkupAttributes.Language | MarkupAttributes.Direction | MarkupAttributes.Alignment | MarkupAttributes.Look)) == 0)
        {
            return scope;
        }

        if (LanguageOf(node) is { } language)
        {
            scope = scope with { Language = language };
        }

        if (DirectionOf(node) is { } direction)
        {
            scope = scope with { Direction = direction };
        }

        return AlignmentOf(node) is { } alignment ? scope with { Alignment = alignment == TextAlignment.Start ? null : alignment } : scope;
    }

    /// <summary>The element's own language; null when it says none.</summary>
    public static string? LanguageOf(MarkupNode node) => (node.Attributes & MarkupAttributes.Language) == 0 ? null :
        LanguageTag.Normalize(node.Attribute("lang") ?? node.Attribute("xml:lang"));

    /// <summary>The element's own direction: told, or by its first letter where it asks for that; null when it says none.</summary>
    public static TextDirection? DirectionOf(MarkupNode node)
    {
        if (node.Tag == Tag.Bdi || ((node.Attributes & MarkupAttributes.Direction) != 0 && node.Attribute("dir") is { } dir
            && dir.Trim().Equals("auto", StringComparison.OrdinalIgnoreCase)))
        {
            return StrongLetters.First(node);
        }

        string? told = (node.Attributes & MarkupAttributes.Direction) != 0 ? node.Attribute("dir")?.Trim().ToLowerInvariant() : null;
        if (told is not ("rtl" or "ltr") && (node.Attributes & MarkupAttributes.Look) != 0 && node.Attribute("style") is { } style
            && DirectionStyle().Match(style) is { Success: true } match)
        {
            told = match.Groups[1].Value.ToLowerInvariant();
        }

        return told switch
        {
            "rtl" => TextDirection.RightToLeft,
            "ltr" => TextDirection.LeftToRight,
            _ => null,
        };
    }

    /// <summary>The element's own alignment; null when it says none.</summary>
    public static TextAlignment? AlignmentOf(MarkupNode node)
    {
        if ((node.Attributes & (MarkupAttributes.Alignment | MarkupAttributes.Look)) == 0 || node.Tag is Tag.Table or Tag.Img or Tag.Hr
            or Tag.Iframe)
        {
            return null;
        }

        string? value = node.Attribute("align")
            ?? (node.Attribute("style") is { } style && AlignStyle().Match(style) is { Success: true } match ? match.Groups[1].Value
            : null);
        return value?.Trim().ToLowerInvariant() switch
        {
            "center" or "middle" or "-webkit-center" => TextAlignment.Center,
            "right" or "end" => TextAlignment.End,
            "left" or "start" or "justify" => TextAlignment.Start,
            _ => null,
        };
    }

    [GeneratedRegex(@"(?:^|;)\s*direction\s*:\s*(rtl|ltr)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DirectionStyle();

    [GeneratedRegex(@"text-align\s*:\s*(-?[a-z-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AlignStyle();
}
