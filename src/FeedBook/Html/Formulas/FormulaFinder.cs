using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Formulas;

/// <summary>
/// Finds the formulas of a tree. Pages carry one in several forms side by side: MathML for programs, a rendering for the eye, TeX in a
/// script. One <c>math</c> element stays of each, with its letters in it; the other forms go, and are told.
/// </summary>
internal sealed partial class FormulaFinder(MarkupTree tree, ReadingContext context)
{
    // The largest part that two forms of one formula may differ in: signs that one of them draws.
    private const double Alike = 0.7;

    private readonly FormulaPlan plan = new();

    /// <summary>Finds them all. Must come before hidden parts are taken out: of two forms one is hidden from somebody.</summary>
    public FormulaPlan Find()
    {
        List<MarkupNode>? found = null, written = null;
        for (MarkupNode? node = tree.Root.First; node is not null; node = node.Following(tree.Root))
        {
            if (node.IsText)
            {
                if (WrittenTex.MayStandIn(node.Text))
                {
                    (written ??= []).Add(node);
                }
            }
            else if (MayBeFormula(node))
            {
                (found ??= []).Add(node);
            }
        }

        foreach (MarkupNode node in found ?? [])
        {
            // It went with the rendering of another formula around it.
            if (!tree.Root.Contains(node))
            {
                continue;
            }

            if (IsMath(node))
            {
                TakeMath(node);
            }
            else if (node.Tag == Tag.Script)
            {
                TakeScript(node);
            }
            else if (StyledFormula.Is(node))
            {
                TakeStyled(node);
            }
            else
            {
                TakeEmpty(node);
            }
        }

        foreach (MarkupNode text in written ?? [])
        {
            TakeWritten(text);
        }

        return plan;
    }

    /// <summary>Whether a script holds a formula in TeX and no program: <c>math/tex; mode=display</c>.</summary>
    public static bool IsTex(MarkupNode script) => script.Attribute("type") is { } type && TexType().IsMatch(type);

    private static bool MayBeFormula(MarkupNode node) => node.Tag switch
    {
        Tag.Math or Tag.Script => true,
        Tag.Unknown when IsMath(node) || StyledFormula.Is(node) => true,
        _ => (node.Attributes & MarkupAttributes.Rare) != 0 && TexAttribute(node) is not null,
    };

    private static bool IsMath(MarkupNode node) =>
        node.Tag == Tag.Math || (node.Tag == Tag.Unknown && MathMlElement.NameOf(node) == "math");

    private void TakeMath(MarkupNode math)
    {
        if (HiddenIn(math))
        {
            return;
        }

        string? tex = TexOf(math);
        bool display = math.Attribute("display") == "block" || math.Attribute("mode") == "display";
        string letters = Letters(MathText(math));
        MarkupNode at = math;
        while (true)
        {
            bool script = DropScript(at, ref tex, ref display);
            DropTwins(at, letters, script);
            MarkupNode parent = at.Parent!;
            display |= at != math && SaysDisplay(at);
            if (Tags.IsBlock(parent.Tag) || !IsOnly(at))
            {
                display |= parent.Tag == Tag.Div && IsOnly(at) && SaysDisplay(parent);
                break;
            }

            at = parent;
        }

        if (at != math)
        {
            // The wrappers between say how a page shows the formula; one that links lead to stays.
            math.Remove();
            while (at.First is { } part)
            {
                part.Remove();
            }

            at.Append(math);
        }

        XElement? markup = MathMlElement.Of(math);
        new FormulaLetters(tree, context).Flatten(math, tex);
        if (markup is null && tex is not null && !math.HasWords)
        {
            math.Append(tree.NewText(tex));
            math.Forget();
        }

        string words = MarkupText.Of(math);
        if (markup is not null)
        {
            string? told = math.Attribute("alttext") is { } alternative && MarkupText.Fold(alternative) is { Length: > 0 } own ? own : null;
            markup.SetAttributeValue("alttext", XmlText.Clean(tex ?? told ?? words));
            if (display)
            {
                markup.SetAttributeValue("display", "block");
            }
        }

        plan.Add(math,
            new FormulaSource(markup?.ToString(SaveOptions.DisableFormatting), tex is null ? null : XmlText.Clean(tex), display));
        math.Parent!.Forget();
    }

    // A script of TeX whose rendering is not MathML, or has not happened.
    private void TakeScript(MarkupNode script)
    {
        if (!IsTex(script))
        {
            return;
        }

        string text = TextOf(script);
        bool display = script.Attribute("type")!.Contains("display", StringComparison.OrdinalIgnoreCase);
        string? id = script.Attribute("id"), markup = IsMarkup(text) ? text : null;
        while (Beside(script, forward: false) is { IsText: false } rendering && IsRendering(rendering, id, Letters(text)))
        {
            markup ??= rendering.WithDescendants().Select(node => node.Attribute("data-mathml")).FirstOrDefault(held => held is not null);
            Drop(rendering);
        }

        if (!PutMarkup(script, markup))
        {
            var math = tree.NewElement(Tag.Math);
            script.InsertBefore(math);
            script.Remove();
            AddTex(math, text, display);
        }
    }

    // MathML in an attribute or a script is read as if it stood there itself, with the script of the same formula behind it.
    private bool PutMarkup(MarkupNode before, string? markup)
    {
        if (markup is null || tree.Fragment(markup).WithDescendants().FirstOrDefault(IsMath) is not { } math)
        {
            return false;
        }

        math.Remove();
        before.InsertBefore(math);
        TakeMath(math);
        if (IsMarkup(TextOf(before)))
        {
            before.Remove();
        }

        return true;
    }

    private static bool IsMarkup(string text) => text.StartsWith('<') && text.Contains("math", StringComparison.Ordinal);

    private static string TextOf(MarkupNode script) =>
        MarkupText.Fold(string.Concat(script.WithDescendants().Where(node => node.IsText).Select(node => node.Text)));

    // An element without words whose attribute holds the formula for a script to set.
    private void TakeEmpty(MarkupNode element)
    {
        if (TexAttribute(element) is not { } text)
        {
            return;
        }

        if (IsMarkup(text) && tree.Fragment(text).WithDescendants().FirstOrDefault(IsMath) is { } markup)
        {
            markup.Remove();
            element.Append(markup);
            TakeMath(markup);
            return;
        }

        bool display = Tags.IsBlock(element.Tag)
            || (element.Tag == Tag.Unknown && (element.Has("display") || (element.Has("layout") && !element.Has("inline"))));
        string tex = Undelimited(MarkupText.Fold(text), ref display);
        if (tex.Length == 0)
        {
            return;
        }

        var math = tree.NewElement(Tag.Math);
        element.Append(math);
        AddTex(math, tex, display);
    }

    // TeX in running text: what is before and after it stays where it is. Code that shows TeX means the signs themselves.
    private void TakeWritten(MarkupNode text)
    {
        if (!tree.Root.Contains(text) || !MayHoldFormula(text))
        {
            return;
        }

        string whole = text.Text;
        int from = 0;
        foreach ((int start, int end, string tex, bool isDisplay) in WrittenTex.Find(whole))
        {
            text.InsertBefore(tree.NewText(whole[from..start]));
            MarkupNode math = tree.NewElement(Tag.Math);
            text.InsertBefore(math);
            AddTex(math, MarkupText.Fold(tex), isDisplay);
            from = end;
        }

        if (from > 0)
        {
            MarkupNode parent = text.Parent!;
            text.InsertBefore(tree.NewText(whole[from..]));
            text.Remove();
            parent.Forget();
        }
    }

    private static bool MayHoldFormula(MarkupNode text)
    {
        for (MarkupNode? node = text.Parent; node is not null; node = node.Parent)
        {
            if (node.Tag is Tag.Code or Tag.Pre or Tag.Kbd or Tag.Samp or Tag.Script or Tag.Style or Tag.Textarea || IsMath(node))
            {
                return false;
            }
        }

        return true;
    }

    // A rendering that is all that the page has: with any other form in it or beside it, it is that form's second.
    private void TakeStyled(MarkupNode rendering)
    {
        if (rendering.HasWords || rendering.Any(part => IsMath(part) || part.Tag == Tag.Svg) || Beside(rendering, forward: true) is
            { Tag: Tag.Script } script && IsTex(script) || StyledFormula.Read(rendering) is not { Length: > 0 } letters)
        {
            return;
        }

        var math = tree.NewElement(Tag.Math);
        rendering.InsertBefore(math);
        rendering.Remove();
        AddTex(math, letters, rendering.Attribute("display") == "true");
    }

    private void AddTex(MarkupNode math, string tex, bool display)
    {
        string clean = XmlText.Clean(tex);
        math.Append(tree.NewText(clean));
        math.Forget();
        plan.Add(math, new FormulaSource(null, clean, display));
        context.Report(DiagnosticIds.FormulaFlattened,
            $"A formula stands in the text as its source has it: “{ReadingContext.Excerpt(clean)}”");
    }

    // "\(x\)", "\[x\]", "$x$", "$$x$$": the signs around a formula are none of it.
    private static string Undelimited(string tex, ref bool display)
    {
        foreach ((string open, string close, bool block) in ((string, string, bool)[])[("\\[", "\\]", true), ("$$", "$$", true),
            ("\\(", "\\)", false), ("$", "$", false)])
        {
            if (tex.Length > open.Length + close.Length && tex.StartsWith(open, StringComparison.Ordinal)
                && tex.EndsWith(close, StringComparison.Ordinal))
            {
                display |= block;
                return tex[open.Length..^close.Length].Trim();
            }
        }

        return tex;
    }

    // The attribute by which a wordless element says its formula; Substack keeps it in a bundle of its own.
    private static string? TexAttribute(MarkupNode node)
    {
        if (node.Source is not { } source || node.Tag == Tag.Script || node.HasWords
            || node.Any(part => Tags.IsImage(part.Tag) || part.Tag is Tag.Svg || IsMath(part)))
        {
            return null;
        }

        foreach (HtmlAgilityPack.HtmlAttribute attribute in source.Attributes)
        {
            string name = attribute.OriginalName ?? "";
            if (name.StartsWith("data-", StringComparison.OrdinalIgnoreCase) && FormulaName().IsMatch(name)
                && node.Attribute(name)?.Trim() is { Length: > 0 } text
                    && text is not ("true" or "false" or "inline" or "block" or "display"))
            {
                return text;
            }
        }

        return node.Attribute("data-attrs") is { } bundle && Expression().Match(bundle) is { Success: true } match
            ? JsonText(match.Groups[1].Value) : null;
    }

    private static string JsonText(string escaped)
    {
        try
        {
            return System.Text.Json.Nodes.JsonNode.Parse($"\"{escaped}\"")?.GetValue<string>() ?? "";
        }
        catch (System.Text.Json.JsonException)
        {
            return escaped;
        }
    }

    private static string? TexOf(MarkupNode math)
    {
        foreach (MarkupNode node in math.WithDescendants())
        {
            if (MathMlElement.NameOf(node) == "annotation"
                && (node.Attribute("encoding") ?? "").Contains("tex", StringComparison.OrdinalIgnoreCase)
                && MarkupText.Of(node) is { Length: > 0 } tex)
            {
                return tex;
            }
        }

        return null;
    }

    // A script of TeX right behind the rendering is the same formula once more.
    private static bool DropScript(MarkupNode at, ref string? tex, ref bool display)
    {
        if (Beside(at, forward: true) is not { Tag: Tag.Script } script || !IsTex(script))
        {
            return false;
        }

        tex ??= TextOf(script) is { Length: > 0 } text && !IsMarkup(text) ? text : null;
        display |= script.Attribute("type")!.Contains("display", StringComparison.OrdinalIgnoreCase);
        script.Remove();
        return true;
    }

    private void DropTwins(MarkupNode at, string letters, bool script)
    {
        foreach (bool forward in (ReadOnlySpan<bool>)[true, false])
        {
            while (Beside(at, forward) is { } beside && IsTwin(beside, at, letters, script && !forward))
            {
                Drop(beside);
            }
        }
    }

    // What stands beside the formula and is hidden from those who read the formula itself is its rendering; so is a preview.
    private static bool IsTwin(MarkupNode beside, MarkupNode at, string letters, bool script)
    {
        if (beside.IsText || IsMath(beside) || (Tags.IsBlock(beside.Tag) && beside.Tag != Tag.Div))
        {
            return false;
        }

        string own = Letters(beside.PlainText);
        bool alone = !Tags.IsBlock(at.Parent!.Tag);
        if (beside.Attribute("aria-hidden") == "true" || beside.Tag == Tag.Svg)
        {
            return AreAlike(own, letters) || (alone && (own.Length == 0 || InWrapper(at)));
        }

        return IsPreview(beside) && (script || own.Length == 0 || AreAlike(own, letters));
    }

    // Whether what is around the formula holds nothing but it and what is hidden from those who read it.
    private static bool InWrapper(MarkupNode at)
    {
        for (MarkupNode? part = at.Parent!.First; part is not null; part = part.Next)
        {
            if (part != at
                && (part.IsText ? !string.IsNullOrWhiteSpace(part.Text) : part.HasWords && part.Attribute("aria-hidden") != "true"))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRendering(MarkupNode node, string? scriptId, string letters) =>
        IsPreview(node)
        || (scriptId is not null && node.Attribute("id") is { } id && id.StartsWith(scriptId, StringComparison.Ordinal))
        || node.WithDescendants().Any(part => part.Has("data-mathml"))
        || (MathJaxName().IsMatch(node.Words) && (!node.HasWords || AreAlike(Letters(node.PlainText), letters) || scriptId is not null))
        || (node.First is { Next: null, IsText: false } only && IsRendering(only, scriptId, letters));

    private static bool IsPreview(MarkupNode node) => node.Named.Text.Contains("preview", StringComparison.Ordinal);

    private void Drop(MarkupNode form)
    {
        if (form.HasWords)
        {
            context.Tell(DiagnosticIds.FormulaRepeated, "A formula's second form was left out", form.PlainText);
        }

        MarkupNode parent = form.Parent!;
        form.Remove();
        parent.Forget();
    }

    private static MarkupNode? Beside(MarkupNode node, bool forward)
    {
        MarkupNode? beside = forward ? node.Next : node.Previous;
        while (beside is { IsText: true } && string.IsNullOrWhiteSpace(beside.Text))
        {
            beside = forward ? beside.Next : beside.Previous;
        }

        return beside;
    }

    private static bool IsOnly(MarkupNode node) => Beside(node, forward: true) is null && Beside(node, forward: false) is null;

    private static bool SaysDisplay(MarkupNode node) =>
        node.Words.Contains("display", StringComparison.Ordinal) || node.Attribute("display") is "true" or "block";

    // Only a style hides a formula from everybody; a class may hide it from the eye, which has the rendering.
    private static bool HiddenIn(MarkupNode math)
    {
        for (MarkupNode? node = math; node is not null; node = node.Parent)
        {
            if ((node.Attributes & MarkupAttributes.Look) != 0
                && (node.Has("hidden") || (node.Attribute("style") is { } style && NoDisplay().IsMatch(style))))
            {
                return true;
            }

            if (Tags.IsBlock(node.Tag))
            {
                break;
            }
        }

        return false;
    }

    // The letters of a formula without what it says in other notations.
    private static string MathText(MarkupNode math)
    {
        var text = new StringBuilder();
        MarkupNode? node = math.First;
        while (node is not null)
        {
            bool other = MathMlElement.NameOf(node) is "annotation" or "annotation-xml";
            text.Append(node.IsText ? node.Text : "");
            node = other ? node.FollowingAfter(math) : node.Following(math);
        }

        return text.ToString();
    }

    // Letters and digits in one shape: renderings use the bold and italic letters of their own block of Unicode.
    private static string Letters(string text)
    {
        char[] letters = [.. MathLetters.Plain(XmlText.Clean(text)).Where(char.IsLetterOrDigit)];
        Array.Sort(letters);
        return new string(letters);
    }

    private static bool AreAlike(string one, string other)
    {
        int common = 0, i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            int order = one[i].CompareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common > 0 && common >= Alike * Math.Max(one.Length, other.Length);
    }

    [GeneratedRegex(@"^\s*math/(?:tex|latex|asciimath|mathml)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TexType();

    [GeneratedRegex("(?:^|-)(?:la|ka)?tex(?:$|-)|(?:^|-)(?:formula|math|mathml|equation|asciimath)(?:$|-)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormulaName();

    [GeneratedRegex("\"(?:persistentExpression|expression|latex|tex|formula|equation)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)+)\"",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Expression();

    [GeneratedRegex("mathjax|mjx", RegexOptions.CultureInvariant)]
    private static partial Regex MathJaxName();

    [GeneratedRegex(@"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoDisplay();
}
