using System.Net;
using System.Text.RegularExpressions;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;
using HtmlAgilityPack;

namespace FeedBook.Html.Images;

/// <summary>
/// Makes an <c>img</c> of every other form in which a page shows an image, so that one rule fits all of them: <c>svg</c>, <c>object</c>,
/// <c>embed</c>,
/// <c>iframe</c> with an image's file, <c>picture</c> with sources alone, custom elements, elements whose address waits in an attribute
/// for a script,
/// empty boxes with a background. What cannot be one is told.
/// </summary>
internal sealed partial class ImageForms(ReadingContext context, MarkupTree tree)
{
    // Attributes in which elements other than img keep an image's address for a script.
    private static readonly string[] Waiting =
        ["data-src", "data-lazy-src", "data-original", "data-bg", "data-background", "data-background-image", "data-bg-image",
            "data-bg-url", "data-image", "data-image-src", "data-img", "data-url", "data-lazyload", "src"];

    private static readonly string[] NamingAttributes = ["alt", "aria-label", "data-alt", "title"];

    private static readonly string[] WaitingSets = ["data-srcset", "data-bgset", "srcset"];

    private const int LongestReplacement = 200;

    /// <summary>Replaces them all.</summary>
    public void Replace()
    {
        for (MarkupNode? node = tree.Root.First; node is not null;)
        {
            MarkupNode? next = node.Tag == Tag.Svg ? node.FollowingAfter(tree.Root) : node.Following(tree.Root);
            switch (node.Tag)
            {
                case Tag.Text or Tag.Img or Tag.AmpImg:
                    break;
                case Tag.Svg:
                    Drawing(node);
                    break;
                case Tag.Object or Tag.Embed or Tag.Iframe:
                    // What stood in it goes with it, or stands in its place now.
                    MarkupNode? first = node.First, after = node.FollowingAfter(tree.Root);
                    next = !Embedded(node) ? next : first is { Parent: { } parent } && parent != node ? first : after;
                    break;
                case Tag.Picture when node.Find(Tag.Img) is null && node.Find(Tag.Source) is not null:
                    node.Append(Image(node, null, null));
                    break;
                case Tag.Div or Tag.Span or Tag.Unknown or Tag.Figure or Tag.A or Tag.P or Tag.Section or Tag.I or Tag.Li
                    or Tag.Td when (node.Attributes & (MarkupAttributes.Rare | MarkupAttributes.Look)) != 0 || node.Tag == Tag.Unknown:
                    Box(node);
                    break;
            }

            node = next;
        }
    }

    // A drawing in the page itself.
    private void Drawing(MarkupNode node)
    {
        SvgMarkup drawing = SvgMarkup.Read(node.Source!);
        string? name = drawing.Name ?? NameOf(node) ?? NameOf(node.Parent!);
        string? reason = !drawing.Draws ? "A drawing that shows nothing by itself was left out"
            : drawing.IsSmall ? "A small drawing, a sign of the page's own, was left out"
            : drawing.IsMeasuredByLetters && StandsInOtherForm(node) ? "A drawing of words that stand beside it was left out"
            : null;
        if (reason is not null || (drawing.Image is null && drawing.Address is null))
        {
            // Of what is drawn a browser shows the words; that they stand beside it in another form was just seen.
            bool isMissed = drawing.Words is not null && !(drawing.IsMeasuredByLetters && StandsInOtherForm(node));
            Tell(reason ?? "A drawing that is too large was left out", drawing.AllWords ?? name, isMissed);
            Remove(node);
            return;
        }

        if (drawing.Image is not null && drawing.HasShapes)
        {
            Tell("What a drawing adds to an image was left out", drawing.AllWords, isMissed: drawing.Words is not null);
        }
        else if (drawing.AllWords is { } drawn)
        {
            context.Ledger?.Draw(drawn);
        }

        MarkupNode image = Image(node, drawing.Image ?? drawing.Address, name ?? drawing.Words);
        foreach ((string attribute, string? value) in (ReadOnlySpan<(string, string?)>)[("width", drawing.Width),
            ("height", drawing.Height), ("style", drawing.Style)])
        {
            image = value is null ? Without(image, attribute) : WithAttribute(image, attribute, value);
        }

        Put(image, node);
    }

    // What a screen reader is not told stands beside it in words: the formula that it draws, the text of which it is a part.
    private static bool StandsInOtherForm(MarkupNode node)
    {
        bool unspoken = false;
        for (MarkupNode? around = node; around is not null && !Tags.IsBlock(around.Tag); around = around.Parent)
        {
            unspoken |= around.Attribute("aria-hidden") == "true";
            if (unspoken && around.HasWords)
            {
                return true;
            }
        }

        return false;
    }

    // Returns whether the element is gone.
    private bool Embedded(MarkupNode node)
    {
        string? address = node.Attribute(node.Tag == Tag.Object ? "data" : "src") ?? node.Attribute("data-src");
        bool image = node.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
            || (context.Addresses.Resource(address) is { } uri && ImageLinks.IsImageFile(uri));
        if (!image || string.IsNullOrWhiteSpace(address))
        {
            return false;
        }

        if (node.TextLength > LongestReplacement)
        {
            // More than a sentence is the article's.
            MarkupNode around = node.Parent!;
            node.InsertBefore(Image(node, address, NameOf(node)));
            node.Unwrap();
            around.Forget();
            return true;
        }

        if (node.Find(Tag.Img) is { } instead)
        {
            // The page itself says which image may stand in its place.
            if (node.PlainText is { Length: > 0 } words)
            {
                context.TellReplacement("An image's replacement was left out", words);
            }

            instead.Remove();
            Put(instead, node);
            return true;
        }

        string? text = node.PlainText is { Length: > 0 } plain ? plain : null, name = NameOf(node);
        if (text is not null && name is not null)
        {
            context.TellReplacement("An image's replacement was left out", text);
        }
        else if (text is not null)
        {
            context.Ledger?.Draw(text);
        }

        Put(Image(node, address, name ?? text), node);
        return true;
    }

    // An element without words and images that waits for a script or a style sheet to show an image.
    private void Box(MarkupNode node)
    {
        bool custom = node.Tag == Tag.Unknown && node.Source?.Name.Contains('-', StringComparison.Ordinal) == true;
        if (node.Tag == Tag.Unknown && !custom)
        {
            return;
        }

        (string Name, string Value)? waiting = Find(node, custom);
        string? background = waiting is null && node.Attribute("style") is { } style
            && Background().Match(style) is { Success: true } match ? match.Groups[1].Value.Trim(' ', '"', '\'') : null;
        if (waiting is null && (background is null || context.Addresses.Resource(background) is null))
        {
            return;
        }

        if (node.Any(static part => Tags.IsImage(part.Tag) || part.Tag is Tag.Video or Tag.Iframe or Tag.Svg or Tag.Picture or Tag.Object))
        {
            return;
        }

        bool isFigure = node.Tag == Tag.Figure;
        if ((node.HasWords && !isFigure) || (background is not null && !HasSize(node)))
        {
            if (background is not null)
            {
                context.Report(DiagnosticIds.PageFurniture, "A background's image was left out.", context.Addresses.Resource(background));
            }

            return;
        }

        MarkupNode image = Image(node, background, NameOf(node));
        if (waiting is { } found)
        {
            image = WithAttribute(image, found.Name, found.Value);
        }

        if (isFigure)
        {
            (node.First is { } first ? (Action<MarkupNode>)first.InsertBefore : node.Append)(image);
            node.Forget();
            return;
        }

        // A link stays around its image, a cell stays a cell.
        if (node.Tag is Tag.A or Tag.Li or Tag.Td or Tag.P)
        {
            node.Append(image);
        }
        else
        {
            Put(image, node);
        }
    }

    private (string Name, string Value)? Find(MarkupNode node, bool custom)
    {
        bool named = custom && ImageName().IsMatch(node.Source!.Name);
        bool says = named || node.Attribute("role") == "img";
        foreach (string name in Waiting)
        {
            // An address in 'src' is an image's only where the element is made for one.
            if ((custom || name != "src") && node.Attribute(name) is { Length: > 3 } value
                && context.Addresses.Resource(value) is { } address && (says || ImageLinks.IsImageFile(address)))
            {
                return ("src", value);
            }
        }

        foreach (string name in WaitingSets)
        {
            if ((custom || name != "srcset") && node.Attribute(name) is { Length: > 3 } set && SourceSet.Parse(set) is [var (first, _), ..]
                && context.Addresses.Resource(first) is { } address && (says || node.Tag == Tag.Figure || ImageLinks.IsImageFile(address)))
            {
                return ("srcset", set);
            }
        }

        return null;
    }

    // A size that its style or its attributes give it, or the word that it is an image.
    private static bool HasSize(MarkupNode node) => node.Attribute("role") == "img" || node.Has("aria-label")
        || (node.Attribute("style") is { } style && BoxSize().IsMatch(style))
        || (node.Has("height") && node.Has("width"));

    private static string? NameOf(MarkupNode node) =>
        NamingAttributes.Select(node.Attribute).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));

    // An image with what the element says of its size, its class and its place.
    private MarkupNode Image(MarkupNode node, string? address, string? name)
    {
        HtmlNode image = node.Source!.OwnerDocument.CreateElement("img");
        foreach (string kept in (ReadOnlySpan<string>)["width", "height", "class", "id", "align", "title", "data-width", "data-height"])
        {
            if (node.Attribute(kept) is { } value && node.Tag != Tag.Figure)
            {
                image.SetAttributeValue(kept, WebUtility.HtmlEncode(value));
            }
        }

        if (address is not null)
        {
            image.SetAttributeValue("src", WebUtility.HtmlEncode(address));
        }

        if (name is not null)
        {
            image.SetAttributeValue("alt", WebUtility.HtmlEncode(name));
        }

        return tree.NewElement(Tag.Img, image);
    }

    // The kinds of attributes are counted when a node is made.
    private MarkupNode WithAttribute(MarkupNode image, string name, string value)
    {
        image.Source!.SetAttributeValue(name, WebUtility.HtmlEncode(value));
        return tree.NewElement(Tag.Img, image.Source);
    }

    private static MarkupNode Without(MarkupNode image, string name)
    {
        image.Source!.Attributes.Remove(name);
        return image;
    }

    private static void Put(MarkupNode image, MarkupNode place)
    {
        place.InsertBefore(image);
        Remove(place);
    }

    private static void Remove(MarkupNode node)
    {
        MarkupNode? parent = node.Parent;
        node.Remove();
        parent?.Forget();
    }

    private void Tell(string what, string? words, bool isMissed = false)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            context.Report(DiagnosticIds.ScriptedContent, what + ".");
        }
        else
        {
            context.Tell(DiagnosticIds.ScriptedContent, what, words, isMissed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?:^|[;\s])background(?:-image)?\s*:[^;]*?url\(\s*((?:""[^""]*""|'[^']*'|[^)'""]+))\s*\)", Options)]
    private static partial Regex Background();

    [GeneratedRegex(@"(?<![-\w])(?:(?:min-)?height|padding(?:-bottom|-top)?|aspect-ratio)\s*:\s*[1-9.]", Options)]
    private static partial Regex BoxSize();

    [GeneratedRegex("img|image|picture|photo", Options)]
    private static partial Regex ImageName();
}
