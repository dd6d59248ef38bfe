using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>Tells images that stand in a line of text like a letter from those that stand on a line of their own.</summary>
internal static class ImageSorter
{
    // In pixels.
    private const int LargestIcon = 64, LargestInLine = 40, HighestAlone = 24, WidestAlone = 200;

    // The longest alternative text that is a sign and not words.
    private const int LongestSign = 6;

    // Letters; an image before fewer of them may be a label's.
    private const int LeastParagraph = 120;

    /// <summary>Whether the image stands in its line of text like a letter: a smiley, a formula, an icon.</summary>
    public static bool IsInLine(SourceImage image)
    {
        MarkupNode node = image.Node;
        if (node.Attribute("style") is { } style && ImageStyle.IsMeasuredByLetters(style))
        {
            return true;
        }

        if (image.AlternativeText is { } name && (IsSign(name) || IsFormula(name)))
        {
            return true;
        }

        bool beside = HasTextBeside(node);
        if (image is not ({ Width: > LargestIcon } or { Height: > LargestIcon }) && IsNamedSign(image)
            && (beside || image.AlternativeText is { Length: > 0 }))
        {
            return true;
        }

        // The symbol that opens a list item, its words on the same line.
        if (image is { Width: null or <= LargestIcon } && node.Closest(Tag.Li) is { TextLength: < 400 } && TextOnSide(node, forward: true)
            && !TextOnSide(node, forward: false))
        {
            return true;
        }

        // What the name says is settled when the bytes are there.
        if (beside && image is { Width: null, Height: null } && (ImageNames.Of(image.Candidates[0].OriginalString) & ImageHints.Icon) != 0
            && !Floats(node))
        {
            return true;
        }

        return image is { Height: > 0 and <= HighestAlone, Width: null or <= WidestAlone }
            || ((image.Height is > 0 ? image.Height : image.Width) <= LargestInLine && (beside || image.Width <= LargestInLine));
    }

    /// <summary>
    /// Whether only its bytes can tell whether the image stands in its line: its size is not declared, and words stand beside it. One
    /// that opens a
    /// paragraph or closes its last sentence is taken for a picture until then.
    /// </summary>
    public static bool IsUndecided(SourceImage image)
    {
        MarkupNode node = image.Node;
        if (image is not { Width: null, Height: null } || Floats(node)
            || (image.Candidates.Count > 1 && node.Closest(Tag.A) is { HasWords: false }))
        {
            return false;
        }

        bool before = TextOnSide(node, forward: false), after = TextOnSide(node, forward: true);
        return before ? after || !EndsSentence(node) : after && node.Parent is { TextLength: < LeastParagraph };
    }

    private static bool EndsSentence(MarkupNode node)
    {
        MarkupNode? before = node;
        while (before is { Previous: null })
        {
            before = before.Parent;
        }

        for (before = before?.Previous; before is not null; before = before.Last ?? before.Previous)
        {
            if (before.IsText && before.Text.AsSpan().TrimEnd() is { Length: > 0 } text)
            {
                return text[^1] is '.' or '!' or '?' or ':' or '…' or '。' or '！' or '？' or '：' or '”' or '」' or '"' or ')' or '）';
            }
        }

        return false;
    }

    /// <summary>Whether words stand in the picture's own line, before it or after it.</summary>
    public static bool HasTextBeside(MarkupNode node) => TextOnSide(node, forward: false) || TextOnSide(node, forward: true);

    /// <summary>Whether words stand directly before or after the node in its own line.</summary>
    public static bool TextOnSide(MarkupNode node, bool forward)
    {
        MarkupNode? at = node;
        while (at is not null && !Tags.IsBlock(at.Tag))
        {
            for (MarkupNode? side = forward ? at.Next : at.Previous; side is not null; side = forward ? side.Next : side.Previous)
            {
                if (side.Tag == Tag.Br || Tags.IsBlock(side.Tag))
                {
                    return false;
                }

                if (side.HasWords)
                {
                    return true;
                }
            }

            at = at.Parent;
        }

        return false;
    }

    private static bool Floats(MarkupNode node) => node.Attribute("align") is { } align
        && (align.Equals("left", StringComparison.OrdinalIgnoreCase) || align.Equals("right", StringComparison.OrdinalIgnoreCase))
        || (node.Attribute("style") is { } style && ImageStyle.Floats(style));

    private static bool IsNamedSign(SourceImage image) =>
        ((ImageNames.Of(image.Node.Words) | ImageNames.Of(image.Candidates[0].Scheme == "data" ? ""
            : image.Candidates[0].OriginalString)) & ImageHints.Sign) != 0;

    // A picture character; some marks that draw a face; a name between colons.
    private static bool IsSign(string name) => name.Length is > 0 and <= LongestSign
        && ((!name.Any(char.IsLetter) && name.EnumerateRunes().Any(static rune =>
        System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol))
            || (name.Length is 2 or 3 && name[0] is ':' or ';' or '=' or '8' && name[^1] is ')'
            or '(' or 'D' or 'P' or 'p' or 'o' or 'O' or '/' or '|' or '*' or ']' or '['))
        || (name.Length > 2 && name[0] == ':' && name[^1] == ':' && !name.Contains(' ', StringComparison.Ordinal));

    // What people write between dollar signs: a command, an exponent, an index.
    private static bool IsFormula(string name)
    {
        for (int i = 0; i + 1 < name.Length; i++)
        {
            if ((name[i] == '\\' && char.IsAsciiLetter(name[i + 1])) || (name[i] == '^' && i > 0 && !char.IsWhiteSpace(name[i + 1]))
                || (name[i] == '_' && name[i + 1] == '{'))
            {
                return true;
            }
        }

        return false;
    }
}
