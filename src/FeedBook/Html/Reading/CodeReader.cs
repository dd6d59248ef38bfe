using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Images;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>Preformatted text and listings: line breaks and spaces stay, whatever a highlighter has put around the words.</summary>
internal static partial class CodeReader
{
    public static void Read(BlockReader reader, MarkupNode node)
    {
        string? id = reader.Anchors.Take();
        var text = new StringBuilder();
        var pictures = new List<MarkupNode>();
        Append(reader, node, text, pictures);
        Finish(reader, node, text, pictures, id);
    }

    /// <summary>Reads the cells of a table as the lines of one listing.</summary>
    public static void ReadLines(BlockReader reader, MarkupNode table, IEnumerable<(MarkupNode Number, MarkupNode Line)> rows)
    {
        string? id = reader.Anchors.Take();
        var text = new StringBuilder();
        var pictures = new List<MarkupNode>();
        foreach ((MarkupNode number, MarkupNode line) in rows)
        {
            TellNumbers(reader, number);
            int start = text.Length;
            Append(reader, line, text, pictures);
            if (text.Length == start || text[^1] != '\n')
            {
                // What is a block of its own has ended its line itself.
                text.Append('\n');
            }
        }

        Finish(reader, table, text, pictures, id);
    }

    /// <summary>Tells of line numbers that were left out.</summary>
    public static void TellNumbers(BlockReader reader, MarkupNode numbers)
    {
        if (numbers.HasWords)
        {
            reader.Context.Tell(DiagnosticIds.LineNumbers, "The line numbers beside a listing were left out", numbers.PlainText);
        }
    }

    private static void Finish(BlockReader reader, MarkupNode node, StringBuilder text, List<MarkupNode> pictures, string? id)
    {
        string code =
            XmlText.Clean(Lines().Replace(text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), "\n"));
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

    /// <summary>
    /// Whether an element whose white space stays is a listing though it is no <c>pre</c>: code of several lines, a text in type of one
    /// width.
    /// </summary>
    public static bool IsListing(MarkupNode node) =>
        (node.Tag is Tag.Code or Tag.Samp or Tag.Kbd or Tag.Tt || (node.Attribute("style") is { } style && OneWidth().IsMatch(style)))
        && node.Parent?.Closest(Tag.Pre) is null
            && node.Any(part => part.Tag == Tag.Br || (part.IsText && part.Text.AsSpan().Trim().Contains('\n')));

    private static void Append(BlockReader reader, MarkupNode node, StringBuilder text, List<MarkupNode> pictures)
    {
        bool lines = HoldsLines(node);
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (!reader.Plan.IsFree(child))
            {
                continue;
            }

            if (LineNumbers.IsGutter(child))
            {
                TellNumbers(reader, child);
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
            else if (reader.Plan.ImageOf(child) is not null || reader.Plan.IsFigure(child) || child.Tag is Tag.Iframe or Tag.Video
                or Tag.Audio)
            {
                pictures.Add(child);
            }
            else if (lines || IsLine(child))
            {
                NewLine(text);
                int start = text.Length;
                Append(reader, child, text, pictures);
                if (text.Length == start && (child.First is null || child.First.IsText) && text.Length > 0)
                {
                    // A line without a word is a line.
                    text.Append('\n');
                }

                NewLine(text);
            }
            else
            {
                Append(reader, child, text, pictures);
            }
        }
    }

    private static bool IsLine(MarkupNode child) =>
        (Tags.IsBlock(child.Tag) && child.Tag is not (Tag.Td or Tag.Th or Tag.Table or Tag.Tbody or Tag.Thead))
        || ((child.Attributes & MarkupAttributes.Look) != 0 && child.Attribute("style") is { } style && OwnLine().IsMatch(style));

    // Lines that only a style sheet parts: elements of one name, side by side, and not one line end between or in them.
    private static bool HoldsLines(MarkupNode node)
    {
        MarkupNode? first = node.First;
        if (first is null || first.IsText || first.Next is null || Tags.IsBlock(first.Tag)
            || !LineName().IsMatch(first.Words + (first.Has("data-line") ? " line " : " ")))
        {
            return false;
        }

        for (MarkupNode? child = first; child is not null; child = child.Next)
        {
            if (child.IsText || child.Tag != first.Tag || child.Attribute("class") is not { } name
                || !LineName().IsMatch($" {name.ToLowerInvariant()} "))
            {
                return false;
            }
        }

        return !node.Any(part => part.Tag == Tag.Br || (part.IsText && part.Text.Contains('\n', StringComparison.Ordinal)));
    }

    private static void NewLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

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

            if ((place.Attribute("data-lang") ?? place.Attribute("data-language")) is { Length: > 0 and < 24 } told
                && told.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-'))
            {
                return told.ToLowerInvariant();
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?:^|;)\s*display\s*:\s*(?:block|grid|flex|list-item|table|table-row)\s*(?:;|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnLine();

    [GeneratedRegex("font-family\\s*:[^;]*mono", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneWidth();

    [GeneratedRegex("[ _-](?:line|row|cl)(?:[ _-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LineName();

    [GeneratedRegex(@" (?:language-|lang-|brush:\s*|highlight-source-|highlight-|prettyprint lang-|sourcecode )([a-z0-9+#-]{1,20})",
        RegexOptions.CultureInvariant)]
    private static partial Regex LanguageWord();

    [GeneratedRegex(@"[ \t]+\n", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex(@"\A\n+|\s+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();
}
