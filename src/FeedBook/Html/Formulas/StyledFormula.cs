using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Formulas;

/// <summary>
/// MathJax's rendering by style sheet (CHTML): an element a sign, whose class names the sign's code point. It has no words at all, but a
/// browser shows a formula.
/// </summary>
internal static partial class StyledFormula
{
    private const int Deepest = 60;

    /// <summary>Whether an element is such a rendering's outermost.</summary>
    public static bool Is(MarkupNode node) => node.Tag == Tag.Unknown && node.Source?.Name is "mjx-container" or "mjx-chtml";

    /// <summary>The formula in one line: <c>x^2/(y+1)</c>; empty where nothing names a sign.</summary>
    public static string Read(MarkupNode rendering)
    {
        var text = new StringBuilder();
        Children(rendering, text, 0);
        return MathLetters.Plain(text.ToString()).Trim();
    }

    private static void Children(MarkupNode node, StringBuilder text, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            Element(child, text, depth);
        }
    }

    private static void Element(MarkupNode node, StringBuilder text, int depth)
    {
        switch (node.Source?.Name)
        {
            case "mjx-c":
                Sign(node, text);
                break;
            case "mjx-assistive-mml":
                break;
            case "mjx-msqrt" or "mjx-mroot":
                text.Append('√');
                Group(node, text, depth, part => part.Source?.Name is "mjx-box");
                break;
            case "mjx-mfrac":
                Group(node, text, depth, part => part.Source?.Name is "mjx-num");
                text.Append('/');
                Group(node, text, depth, part => part.Source?.Name is "mjx-den");
                break;
            case "mjx-script":
                text.Append(node.Parent?.Source?.Name is "mjx-msub" ? '_' : '^');
                Group(node, text, depth, null);
                break;
            default:
                Children(node, text, depth + 1);
                break;
        }
    }

    // Brackets only where there is more than one sign to keep together.
    private static void Group(MarkupNode node, StringBuilder text, int depth, Func<MarkupNode, bool>? isPart)
    {
        var part = new StringBuilder();
        MarkupNode? from = isPart is null ? node : node.WithDescendants().FirstOrDefault(isPart);
        if (from is not null)
        {
            Children(from, part, depth + 1);
        }

        string words = part.ToString();
        bool single = new StringInfo(words).LengthInTextElements == 1;
        text.Append(single ? words : $"({words})");
    }

    private static void Sign(MarkupNode node, StringBuilder text)
    {
        if (CodePoint().Match(node.Attribute("class") ?? "") is { Success: true } match
            && int.TryParse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code)
            && Rune.IsValid(code) && code >= ' ')
        {
            text.Append(new Rune(code).ToString());
        }
    }

    [GeneratedRegex("(?:^|\\s)mjx-c([0-9A-Fa-f]{2,6})(?=\\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CodePoint();
}
