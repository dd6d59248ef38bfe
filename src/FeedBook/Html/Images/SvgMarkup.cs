using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using FeedBook.Html.Tree;
using FeedBook.Media;
using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.Html.Images;

/// <summary>A drawing that stands in the page: what it shows, how large it is, and its SVG as a file of its own.</summary>
internal sealed partial class SvgMarkup
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg", XLinkNamespace = "http://www.w3.org/1999/xlink";

    // CSS pixels: what is no larger is an icon.
    private const double LargestIcon = 64;

    private const int MostBytes = 2_000_000, MaxDepth = 200;

    // HTML §13.2.6.1: the parser of HTML writes all names small; SVG tells capitals apart.
    private static readonly FrozenDictionary<string, string> Elements = SvgVocabulary.Elements.ToFrozenDictionary(name =>
        name.ToLowerInvariant(), name => name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Attributes = new[]
    {
        "attributeName", "baseFrequency", "calcMode", "clipPathUnits", "diffuseConstant", "edgeMode", "filterUnits", "gradientTransform",
            "gradientUnits", "kernelMatrix", "kernelUnitLength",
        "keyPoints", "keySplines", "keyTimes", "lengthAdjust", "limitingConeAngle", "markerHeight", "markerUnits", "markerWidth",
            "maskContentUnits", "maskUnits", "numOctaves", "pathLength",
        "patternContentUnits", "patternTransform", "patternUnits", "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha",
            "preserveAspectRatio", "primitiveUnits", "refX", "refY", "repeatCount",
        "repeatDur", "specularConstant", "specularExponent", "spreadMethod", "startOffset", "stdDeviation", "stitchTiles", "surfaceScale",
            "tableValues", "targetX", "targetY", "textLength",
        "viewBox", "xChannelSelector", "yChannelSelector",
    }.ToFrozenDictionary(name => name.ToLowerInvariant(), name => name, StringComparer.Ordinal);

    private readonly HashSet<string> ids = new(StringComparer.Ordinal), used = new(StringComparer.Ordinal);
    private double? width, height;

    private SvgMarkup()
    {
    }

    /// <summary>Whether anything is drawn: a shape, words, an image, or a part that is used and is there.</summary>
    public bool Draws => HasShapes || Image is not null || used.Overlaps(ids);

    /// <summary>Whether there is more than images from elsewhere.</summary>
    public bool HasShapes { get; private set; }

    /// <summary>The address of the largest image from elsewhere that the drawing shows; null when there is none.</summary>
    public string? Image { get; private set; }

    /// <summary>What the drawing is called: its label or title; null when it has no name.</summary>
    public string? Name { get; private set; }

    /// <summary>The words in it; null when there are none.</summary>
    public string? Words { get; private set; }

    /// <summary>All that the drawing says: its title, its description, its words; null when it says nothing.</summary>
    public string? AllWords { get; private set; }

    /// <summary>The drawing as a <c>data:</c> address; null when it is too large for one.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether it is as small as an icon.</summary>
    public bool IsSmall => !IsMeasuredByLetters && width <= LargestIcon && height <= LargestIcon;

    /// <summary>Whether its size is measured by the letters around it, as a formula's is.</summary>
    public bool IsMeasuredByLetters { get; private set; }

    /// <summary>Its width in pixels, as the attribute says it; null when it does not.</summary>
    public string? Width { get; private set; }

    /// <summary>Its height in pixels, as the attribute says it; null when it does not.</summary>
    public string? Height { get; private set; }

    /// <summary>The style that measures it by letters; null when none does.</summary>
    public string? Style { get; private set; }

    /// <summary>Reads a drawing.</summary>
    /// <param name="svg">The parser's <c>svg</c> element.</param>
    public static SvgMarkup Read(HtmlNode svg)
    {
        var read = new SvgMarkup();
        read.Measure(svg);
        read.Name = Value(svg, "aria-label");
        var text = new StringBuilder();
        using var bytes = new MemoryStream();
        using (XmlWriter writer = XmlWriter.Create(bytes,
            new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true,
                NewLineHandling = NewLineHandling.None }))
        {
            read.Write(svg, writer, text, 0, isDrawn: true);
        }

        read.Words = MarkupText.Fold(text.ToString()) is { Length: > 0 } words ? words : null;
        read.AllWords = MarkupText.Fold(string.Join(' ', svg.DescendantsAndSelf().OfType<HtmlTextNode>().Where(static one =>
            one.ParentNode?.Name is not ("style" or "script"))
            .Select(static one => CharacterReferences.Decode(one.Text)))) is { Length: > 0 } all ? all : null;
        read.Address = bytes.Length <= MostBytes ? "data:image/svg+xml;base64," + Convert.ToBase64String(bytes.GetBuffer(), 0,
            (int)bytes.Length) : null;
        return read;
    }

    private void Measure(HtmlNode svg)
    {
        string? style = Value(svg, "style");
        double[]? box = SvgVocabulary.ViewBox(Value(svg, "viewBox"));
        (string? declaredWidth, string? declaredHeight) = (Value(svg, "width"), Value(svg, "height"));
        string measured = $"{style};width:{declaredWidth};height:{declaredHeight}";
        IsMeasuredByLetters = ImageStyle.IsMeasuredByLetters(measured);
        Style = IsMeasuredByLetters ? measured : null;
        width = SvgVocabulary.Pixels(declaredWidth) ?? (style is null ? null : ImageStyle.Pixels(style, "width"));
        height = SvgVocabulary.Pixels(declaredHeight) ?? (style is null ? null : ImageStyle.Pixels(style, "height"));
        Width = Whole(width);
        Height = Whole(height);

        // A browser gives a drawing without a size the width of the column; what was drawn on a small sheet is an icon all the same.
        width ??= height is not null && box is not null ? height * box[2] / box[3] : box?[2] ?? height;
        height ??= width is not null && box is not null ? width * box[3] / box[2] : box?[3] ?? width;
    }

    private static string? Whole(double? pixels) => pixels is null ? null : Math.Round(pixels.Value).ToString(CultureInfo.InvariantCulture);

    private void Write(HtmlNode node, XmlWriter writer, StringBuilder text, int depth, bool isDrawn)
    {
        if (depth > MaxDepth || !Elements.TryGetValue(node.Name, out string? name))
        {
            return;
        }

        if (name is "title" or "desc")
        {
            if (depth == 1)
            {
                Name ??= MarkupText.Fold(CharacterReferences.Decode(node.InnerText)) is { Length: > 0 } told ? told : null;
            }

            return;
        }

        isDrawn &= name is not ("defs" or "symbol" or "clipPath" or "mask" or "marker" or "pattern" or "filter");
        Draw(node, name, isDrawn);
        writer.WriteStartElement(name, SvgNamespace);
        WriteAttributes(node, writer, depth);
        bool words = isDrawn && name is "text" or "tspan" or "textPath" or "a";
        foreach (HtmlNode child in node.ChildNodes)
        {
            switch (child.NodeType)
            {
                case HtmlNodeType.Text when name is "text" or "tspan" or "textPath" or "style" or "a":
                    string characters = Text.XmlText.Clean(CharacterReferences.Decode(((HtmlTextNode)child).Text));
                    writer.WriteString(characters);
                    text.Append(words ? characters : "");
                    break;
                case HtmlNodeType.Element:
                    Write(child, writer, text, depth + 1, isDrawn);
                    break;
            }
        }

        text.Append(words ? " " : "");
        writer.WriteEndElement();
    }

    private void Draw(HtmlNode node, string name, bool isDrawn)
    {
        if (Value(node, "id") is { } id)
        {
            ids.Add(id);
        }

        if (!isDrawn)
        {
            return;
        }

        string? reference = Value(node, "href") ?? Value(node, "xlink:href");
        switch (name)
        {
            case "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon" or "text":
                HasShapes = true;
                break;
            case "image" when reference is { Length: > 0 }:
                if (reference.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                {
                    HasShapes = true;
                }
                else
                {
                    Image ??= reference.Trim();
                }

                break;
            case "use" when reference is ['#', .. var target]:
                used.Add(target);
                break;
        }
    }

    private static void WriteAttributes(HtmlNode node, XmlWriter writer, int depth)
    {
        if (depth == 0)
        {
            writer.WriteAttributeString("xmlns", "xlink", null, XLinkNamespace);
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (HtmlAttribute attribute in node.Attributes)
        {
            string lower = attribute.Name.ToLowerInvariant(), name = Attributes.GetValueOrDefault(lower, lower);
            string value = Text.XmlText.Clean(CharacterReferences.Decode(attribute.Value ?? "", inAttribute: true));
            if (!written.Add(name))
            {
                continue;
            }

            if (name == "xlink:href")
            {
                writer.WriteAttributeString("xlink", "href", XLinkNamespace, value);
            }
            else if (name == "xml:space")
            {
                writer.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", value);
            }
            else if (name != "xmlns" && PlainName().IsMatch(name))
            {
                writer.WriteAttributeString(name, value);
            }
        }
    }

    private static string? Value(HtmlNode node, string name) => MarkupAttribute.Find(node, name) is { Value: { } value }
        && !string.IsNullOrWhiteSpace(value) ? CharacterReferences.Decode(value, inAttribute: true) : null;

    [GeneratedRegex("^[a-zA-Z_][-a-zA-Z0-9_.]*$")]
    private static partial Regex PlainName();
}
