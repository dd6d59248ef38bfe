using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Images;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>Preformatted text: line breaks and spaces stay, whatever a highlighter has put around the words.</summary>
internal static partial class CodeReader
{
    public static void Read(BlockReader reader, MarkupNode node)
    {
        string? id = reader.Anchors.Take();
        var text = new StringBuilder();
        var pictures = new List<MarkupNode>();
        Append(reader, node, text, pictures);
        string code = XmlText.Clean(Lines().Replace(text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), "\n"));
        code = Ends().Replace(code, "");
        if (!InlineEdit.IsBlank(code))
        {
            reader.Add(new CodeBlock(code) { CodeLanguage = LanguageOf(node) }, id);
        }

        foreach (MarkupNode picture in pictures)
        {
            reader.Node(picture);
            reader.Flush();
        }
    }

    private static void Append(BlockReader reader, MarkupNode node, StringBuilder text, List<MarkupNode> pictures)
    {
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (IsGutter(child) && child.HasWords)
            {
                reader.Context.Tell(DiagnosticIds.LineNumbers, "The line numbers beside a code were left out", child.PlainText);
                continue;
            }

            if (!reader.Plan.IsFree(child))
            {
                continue;
            }

            if (child.IsText)
            {
                text.Append(child.Text);
            }
            else if (child.Tag == Tag.Br)
            {
                text.Append('\n');
            }
            else if (reader.Plan.ImageOf(child) is { Use: ImageUse.Inline } symbol)
            {
                text.Append(symbol.AlternativeText);
            }
            else if (reader.Plan.ImageOf(child) is not null || reader.Plan.IsFigure(child) || child.Tag is Tag.Iframe or Tag.Video or Tag.Audio)
            {
                pictures.Add(child);
            }
            else if (Tags.IsBlock(child.Tag) && child.Tag is not (Tag.Td or Tag.Th or Tag.Table or Tag.Tbody))
            {
                NewLine(text);
                Append(reader, child, text, pictures);
                NewLine(text);
            }
            else
            {
                Append(reader, child, text, pictures);
            }
        }
    }

    private static void NewLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private static bool IsGutter(MarkupNode node) =>
        !node.IsText && Gutter().IsMatch(node.Words) && IsNumber(node.PlainText);

    /// <summary>Whether the text is line numbers and nothing else.</summary>
    internal static bool IsNumber(string text) => text.All(c => char.IsAsciiDigit(c) || c == ' ');

    // Where highlighters name the language: on the pre, on its code, or on a div around both.
    private static string? LanguageOf(MarkupNode pre)
    {
        MarkupNode? code = pre.First;
        while (code is { IsText: true } && string.IsNullOrWhiteSpace(code.Text))
        {
            code = code.Next;
        }

        foreach (MarkupNode? place in (ReadOnlySpan<MarkupNode?>)[code, pre, pre.Parent, pre.Parent?.Parent])
        {
            if (place is null || place.IsText)
            {
                continue;
            }

            if (LanguageWord().Match(place.Words) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }

            if ((place.Attribute("data-lang") ?? place.Attribute("data-language")) is { Length: > 0 and < 24 } told && told.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-'))
            {
                return told.ToLowerInvariant();
            }
        }

        return null;
    }

    [GeneratedRegex(@"[ _-](?:line-?numbers?|lineno[s]?|linenodiv|gutter|linenos|ln-num|hljs-ln-numbers|blob-num|line-num|lnt)(?:[ _-]|$)", RegexOptions.CultureInvariant)]
    internal static partial Regex Gutter();

    [GeneratedRegex(@" (?:language-|lang-|brush:\s*|highlight-source-|highlight-|prettyprint lang-|sourcecode )([a-z0-9+#-]{1,20})", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageWord();

    [GeneratedRegex(@"[ \t]+\n", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex(@"\A\n+|\s+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();
}
