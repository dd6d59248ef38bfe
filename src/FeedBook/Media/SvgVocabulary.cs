using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace FeedBook.Media;

/// <summary>What of SVG may stand in a book: the elements, and values that reach nothing outside.</summary>
internal static partial class SvgVocabulary
{
    /// <summary>
    /// SVG 1.1 and 2 without what runs (<c>script</c>, <c>handler</c>), plays, or holds another language (<c>foreignObject</c>,
    /// <c>iframe</c>).
    /// </summary>
    public static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
        [
            "a", "animate", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend",
                "feColorMatrix", "feComponentTransfer",
            "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
                "feFuncA", "feFuncB", "feFuncG",
            "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
                "feSpecularLighting", "feSpotLight", "feTile",
            "feTurbulence", "filter", "g", "image", "line", "linearGradient", "marker", "mask", "metadata", "mpath", "path", "pattern",
                "polygon", "polyline",
            "radialGradient", "rect", "set", "stop", "style", "svg", "switch", "symbol", "text", "textPath", "title", "tspan", "use",
                "view",
        ],
        StringComparer.Ordinal);

    private static readonly SearchValues<char> StyleEscapes = SearchValues.Create("\\");

    /// <summary>Whether a reference stays inside: to a part of the same picture, or to a raster picture in a data address.</summary>
    public static bool IsOwnPart(string element, string value)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        return (text.StartsWith("#") && text.Length > 1 && element != "a") || (element is "image" or "feImage" && IsRasterData(text));
    }

    /// <summary>Whether an attribute's value reaches nothing outside.</summary>
    public static bool IsHarmless(string value) =>
        !value.AsSpan().ContainsAny(StyleEscapes) && !OutsideReference().IsMatch(value) && !ImageFunction().IsMatch(value)
            && !ScriptAddress().IsMatch(value);

    /// <summary>
    /// Whether an animation changes where something leads: whatever its values are, a link or a picture would follow them.
    /// </summary>
    public static bool ChangesReference(string attributeName)
    {
        ReadOnlySpan<char> name = attributeName.AsSpan().Trim();
        name = name[(name.IndexOf(':') + 1)..];
        return name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("src", StringComparison.OrdinalIgnoreCase)
            || name.Equals("style", StringComparison.OrdinalIgnoreCase) || name.StartsWith("on", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A style sheet without imports, fonts and references to the outside; null when it cannot be trusted.</summary>
    public static string? CleanStyle(string css)
    {
        if (css.AsSpan().ContainsAny(StyleEscapes))
        {
            return null;
        }

        string clean = FontFace().Replace(Import().Replace(Comment().Replace(css, ""), ""), "");
        clean = OutsideReference().Replace(ImageChoice().Replace(clean, ""), "none");
        return ScriptAddress().IsMatch(clean) || clean.Contains("@import", StringComparison.OrdinalIgnoreCase)
            || ImageFunction().IsMatch(clean)
            || clean.Contains("<!", StringComparison.Ordinal)
            ? null
            : clean;
    }

    /// <summary>Whether it may be an id: an NCName.</summary>
    public static bool IsName(string value)
    {
        try
        {
            return value.Length > 0 && XmlConvert.VerifyNCName(value).Length > 0;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>A length in CSS pixels; null when there is none or it is relative.</summary>
    public static double? Pixels(string? length)
    {
        Match match = Length().Match(length ?? "");
        if (!match.Success)
        {
            return null;
        }

        // CSS Values 4 §6.2.
        double factor = match.Groups[2]
            .Value.ToLowerInvariant() switch { "" or "px" => 1, "pt" => 96 / 72d, "pc" => 16, "mm" => 96 / 25.4, "cm" => 96 / 2.54,
            "in" => 96, _ => 0 };
        double pixels = double.Parse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) * factor;
        return pixels is >= 0.5 and < 1_000_000 ? pixels : null;
    }

    /// <summary>The four numbers of a view box; null when there are not four or it is empty.</summary>
    public static double[]? ViewBox(string? value)
    {
        string[] parts = (value ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        double[] numbers = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
            {
                return null;
            }
        }

        return numbers is [_, _, > 0, > 0] ? numbers : null;
    }

    private static bool IsRasterData(ReadOnlySpan<char> text) =>
        text.StartsWith("data:image/png", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("data:image/jpeg", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("data:image/jpg", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("data:image/gif", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""url\(\s*(?!['"]?\s*#)[^)]*\)?|(?:src|image)\(\s*['"][^)]*\)?""", RegexOptions.IgnoreCase)]
    private static partial Regex OutsideReference();

    // Blanks, controls and signs without width inside the scheme: some readers pass over them.
    [GeneratedRegex(
        """(?:j[\s\p{C}]*a[\s\p{C}]*v[\s\p{C}]*a|v[\s\p{C}]*b)"""
            + """[\s\p{C}]*s[\s\p{C}]*c[\s\p{C}]*r[\s\p{C}]*i[\s\p{C}]*p[\s\p{C}]*t[\s\p{C}]*:"""
        + """|expression\s*\(|data\s*:\s*text|-moz-binding|behavior\s*:""",
        RegexOptions.IgnoreCase)]
    private static partial Regex ScriptAddress();

    // Functions that take an address as a bare string, and nest.
    [GeneratedRegex("""(?:image-set|cross-fade)\s*\(""", RegexOptions.IgnoreCase)]
    private static partial Regex ImageFunction();

    // A declaration whose value is such a function.
    [GeneratedRegex("""[-\w]+\s*:[^;{}]*(?:image-set|cross-fade)\s*\([^;{}]*;?""", RegexOptions.IgnoreCase)]
    private static partial Regex ImageChoice();

    [GeneratedRegex(@"@import[^;]*;?", RegexOptions.IgnoreCase)]
    private static partial Regex Import();

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}?", RegexOptions.IgnoreCase)]
    private static partial Regex FontFace();

    [GeneratedRegex(@"/\*.*?(\*/|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*([a-zA-Z]*)\s*$")]
    private static partial Regex Length();
}
