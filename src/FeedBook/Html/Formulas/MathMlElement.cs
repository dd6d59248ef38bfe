using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Formulas;

/// <summary>
/// A formula's MathML as a book may hold it: the elements and attributes of presentation MathML and nothing else, each with as many parts
/// as it needs (MathML 3 §3.1.3). What is none of these keeps its words.
/// </summary>
internal static partial class MathMlElement
{
    private static readonly XNamespace Namespace = "http://www.w3.org/1998/Math/MathML";

    private static readonly FrozenSet<string> Tokens = new[] { "mi", "mn", "mo", "mtext", "ms" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Rows =
        new[] { "mrow", "mstyle", "merror", "mpadded", "mphantom", "msqrt", "menclose" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> PartsNeeded = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["mfrac"] = 2, ["mroot"] = 2, ["msub"] = 2, ["msup"] = 2, ["munder"] = 2, ["mover"] = 2, ["msubsup"] = 3, ["munderover"] = 3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What an attribute may say, by its name; elements are asked for those that belong to them.
    private static readonly FrozenDictionary<string, Func<Regex>> Values = new Dictionary<string, Func<Regex>>(StringComparer.Ordinal)
    {
        ["mathvariant"] = Variant, ["displaystyle"] = Truth, ["scriptlevel"] = Level, ["form"] = Form, ["fence"] = Truth,
            ["separator"] = Truth,
        ["stretchy"] = Truth, ["symmetric"] = Truth, ["largeop"] = Truth, ["movablelimits"] = Truth, ["accent"] = Truth,
            ["accentunder"] = Truth,
        ["lspace"] = Length, ["rspace"] = Length, ["minsize"] = Length, ["maxsize"] = Length, ["width"] = Length, ["height"] = Length,
            ["depth"] = Length,
        ["linethickness"] = Length, ["columnalign"] = Columns, ["rowalign"] = RowPlaces, ["columnlines"] = Lines, ["rowlines"] = Lines,
        ["columnspacing"] = Lengths, ["rowspacing"] = Lengths, ["columnspan"] = Count, ["rowspan"] = Count, ["notation"] = Notation,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Attributes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["mi"] = ["mathvariant"], ["mn"] = ["mathvariant"], ["mtext"] = ["mathvariant"], ["ms"] = ["mathvariant"],
        ["mo"] = ["mathvariant", "form", "fence", "separator", "stretchy", "symmetric", "largeop", "movablelimits", "accent", "lspace",
            "rspace", "minsize", "maxsize"],
        ["mspace"] = ["width", "height", "depth"], ["mfrac"] = ["linethickness"], ["mstyle"] = ["displaystyle", "scriptlevel"],
            ["menclose"] = ["notation"],
        ["munder"] = ["accentunder"], ["mover"] = ["accent"], ["munderover"] = ["accent", "accentunder"],
        ["mtable"] = ["displaystyle", "columnalign", "rowalign", "columnlines", "rowlines", "columnspacing", "rowspacing"],
        ["mtr"] = ["columnalign", "rowalign"], ["mtd"] = ["columnalign", "rowalign", "columnspan", "rowspan"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The element's name without a prefix that an XML source has given it: <c>mfrac</c> for <c>mml:mfrac</c>; null for a text.
    /// </summary>
    public static string? NameOf(MarkupNode node)
    {
        string? name = node.Source?.Name;
        return name is null ? null : name[(name.LastIndexOf(':') + 1)..];
    }

    /// <summary>The formula; null where it holds nothing.</summary>
    /// <param name="math">The source's <c>math</c> element.</param>
    public static XElement? Of(MarkupNode math)
    {
        XElement[] content = [.. Content(math)];
        return content.Length == 0 || content.All(part => part.Value.Length == 0) ? null : new XElement(Namespace + "math", content);
    }

    private static IEnumerable<XElement> Content(MarkupNode node)
    {
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (child.IsText)
            {
                if (Words(child) is { Length: > 0 } words)
                {
                    yield return new XElement(Namespace + "mtext", words);
                }
            }
            else if (Element(child) is { } element)
            {
                yield return element;
            }
        }
    }

    private static XElement? Element(MarkupNode node)
    {
        string name = NameOf(node) ?? "mrow";
        switch (name)
        {
            case "annotation" or "annotation-xml":
                return null;
            case "semantics":
                return Content(node).FirstOrDefault();
            case "maction":
                XElement[] choices = [.. Content(node)];
                int chosen = int.TryParse(node.Attribute("selection"), out int one) ? one - 1 : 0;
                return choices.Length == 0 ? null : choices[Math.Clamp(chosen, 0, choices.Length - 1)];
            case "mspace":
                return Make("mspace", node, []);
            case "mfenced":
                return Fenced(node);
            case "mmultiscripts":
                return Scripts(node);
            case "mtable":
                return Make("mtable", node, Content(node).Select(row => row.Name.LocalName == "mtr" ? row : Row([row])));
            case "mtr" or "mlabeledtr":
                return Make("mtr", node, Content(node).Select(Cell));
            case "mtd":
                return Make("mtd", node, Content(node));
            default:
                return Tokens.Contains(name) ? Token(name, node) : Rows.Contains(name) ? Make(name, node, Content(node))
                    : WithParts(name, node);
        }
    }

    private static XElement WithParts(string name, MarkupNode node)
    {
        XElement[] parts = [.. Content(node)];
        if (PartsNeeded.TryGetValue(name, out int needed) && parts.Length == needed)
        {
            return Make(name, node, parts);
        }

        return parts is [var only] ? only : Row("mrow", parts);
    }

    private static XElement? Token(string name, MarkupNode node) =>
        Words(node) is { Length: > 0 } words ? Make(name, node, [], words) : null;

    // MathML Core has no fences of its own: they are what they are defined to be (MathML 3 §3.3.8.2).
    private static XElement Fenced(MarkupNode node)
    {
        string separators = node.Attribute("separators") ?? ",";
        separators = string.Concat(separators.Where(sign => !char.IsWhiteSpace(sign)));
        var row = new List<XElement> { Sign(node.Attribute("open") ?? "(") };
        int number = 0;
        foreach (XElement part in Content(node))
        {
            if (number > 0 && separators.Length > 0)
            {
                row.Add(Sign(separators[Math.Min(number, separators.Length) - 1].ToString()));
            }

            row.Add(part);
            number++;
        }

        row.Add(Sign(node.Attribute("close") ?? ")"));
        return Row("mrow", row.Where(part => part.Name.LocalName != "mo" || part.Value.Length > 0));
    }

    private static XElement Scripts(MarkupNode node)
    {
        var parts = new List<XElement>();
        bool paired = true;
        int since = -1;
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (NameOf(child) is "mprescripts" or "none")
            {
                bool turn = NameOf(child) == "mprescripts";
                paired &= !turn || since % 2 == 0;
                since = turn ? 0 : since + 1;
                parts.Add(new XElement(Namespace + NameOf(child)!));
            }
            else if (!child.IsText && Element(child) is { } element)
            {
                since++;
                parts.Add(element);
            }
        }

        paired &= since >= 0 && since % 2 == 0 && parts.Count(part => part.Name.LocalName == "mprescripts") <= 1;
        return Row(paired ? "mmultiscripts" : "mrow", paired ? parts
            : parts.Where(part => part.Name.LocalName is not ("mprescripts" or "none")));
    }

    private static XElement Cell(XElement content) => content.Name.LocalName == "mtd" ? content : new XElement(Namespace + "mtd", content);

    private static XElement Row(IEnumerable<XElement> cells) => new(Namespace + "mtr", cells.Select(Cell));

    private static XElement Row(string name, IEnumerable<XElement> parts) => new(Namespace + name, parts);

    private static XElement Sign(string sign) => new(Namespace + "mo", XmlText.Clean(sign));

    private static XElement Make(string name, MarkupNode source, IEnumerable<XElement> parts, string? words = null)
    {
        var element = new XElement(Namespace + name, parts, words);
        foreach (string attribute in Attributes.GetValueOrDefault(name, []))
        {
            if (source.Attribute(attribute)?.Trim() is { Length: > 0 } value && Values[attribute]().IsMatch(value))
            {
                element.SetAttributeValue(attribute, value);
            }
        }

        return element;
    }

    private static string Words(MarkupNode node) => XmlText.Clean(MarkupText.Of(node));

    [GeneratedRegex("^(?:true|false)$", RegexOptions.CultureInvariant)]
    private static partial Regex Truth();

    [GeneratedRegex(@"^[+-]?\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex(@"^[1-9]\d{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex("^(?:prefix|infix|postfix)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(
        "^(?:normal|bold|italic|bold-italic|double-struck|bold-fraktur|script|bold-script|fraktur|sans-serif|bold-sans-serif|"
            + "sans-serif-italic|sans-serif-bold-italic|monospace)$", RegexOptions.CultureInvariant)]
    private static partial Regex Variant();

    [GeneratedRegex(@"^-?(?:\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})(?:em|ex|px|pt|pc|cm|mm|in|%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{1,6})?(?:em|ex|px|pt)(?:\s+\d{1,3}(?:\.\d{1,6})?(?:em|ex|px|pt)){0,99}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Lengths();

    [GeneratedRegex(@"^(?:left|center|right)(?:\s+(?:left|center|right)){0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^(?:top|bottom|center|baseline|axis)(?:\s+(?:top|bottom|center|baseline|axis)){0,99}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RowPlaces();

    [GeneratedRegex(@"^(?:none|solid|dashed)(?:\s+(?:none|solid|dashed)){0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex(
        @"^(?:longdiv|actuarial|radical|box|roundedbox|circle|left|right|top|bottom|updiagonalstrike|downdiagonalstrike|verticalstrike|"
        + @"horizontalstrike)(?: (?:left|right|top|bottom|updiagonalstrike|downdiagonalstrike)){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Notation();
}
