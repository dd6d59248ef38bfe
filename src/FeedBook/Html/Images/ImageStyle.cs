using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedBook.Html.Images;

/// <summary>What an element's own style says of an image's size and place (CSS 2.2 §10).</summary>
internal static partial class ImageStyle
{
    // A capital, an accent and some room: what is no higher stands in a line.
    private const double HighestInLine = 4;

    /// <summary>Whether the style makes it a pixel or less.</summary>
    public static bool IsTiny(string style) => Tiny().IsMatch(style);

    /// <summary>Whether the style measures its height by the letters around it, as formulas and smileys do.</summary>
    public static bool IsMeasuredByLetters(string style) =>
        LetterHeight().Match(style) is { Success: true } match
            && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double height)
        && height * (match.Groups[2].ValueSpan.StartsWith("ex", StringComparison.OrdinalIgnoreCase) ? 0.5 : 1) <= HighestInLine;

    /// <summary>Whether the style sets it beside the text, or on a line of its own.</summary>
    public static bool Floats(string style) => Float().IsMatch(style);

    /// <summary>A length in pixels; null when the style does not say.</summary>
    /// <param name="style">The style.</param>
    /// <param name="name"><c>width</c> or <c>height</c>.</param>
    public static int? Pixels(string style, string name)
    {
        foreach (Match match in Length().Matches(style))
        {
            if (match.Groups[1].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(match.Groups[2].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out double pixels) && pixels < 100_000)
            {
                return (int)Math.Round(pixels);
            }
        }

        return null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<![-\w])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$|!)", Options)]
    private static partial Regex Tiny();

    [GeneratedRegex(@"(?<![-\w])height\s*:\s*(\d*\.?\d+)\s*(r?em|ex)", Options)]
    private static partial Regex LetterHeight();

    [GeneratedRegex(@"(?<![-\w])(?:float\s*:\s*(?:left|right|inline)|display\s*:\s*block)", Options)]
    private static partial Regex Float();

    [GeneratedRegex(@"(?<![-\w])(width|height)\s*:\s*(\d*\.?\d+)\s*px", Options)]
    private static partial Regex Length();
}
