using System.Globalization;

namespace FeedBook.Html.Figures;

/// <summary>Small steps over a text, without a copy of any of it.</summary>
internal static class TextScan
{
    /// <summary>Where the white space at <paramref name="at"/> ends.</summary>
    public static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the word at <paramref name="at"/> ends: at white space or the text's end.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// Where <paramref name="words"/> end when they stand at <paramref name="at"/>, a space in them standing for any white space; negative
    /// where they do not.
    /// </summary>
    public static int Match(ReadOnlySpan<char> text, int at, string words, bool ignoreCase = false)
    {
        foreach (char c in words)
        {
            if (c == ' ')
            {
                int past = SkipSpace(text, at);
                if (past == at)
                {
                    return -1;
                }

                at = past;
            }
            else if (at < text.Length && (text[at] == c || (ignoreCase && char.ToLowerInvariant(text[at]) == c)))
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return at;
    }

    /// <summary>Whether there is white space at <paramref name="at"/>.</summary>
    public static bool IsSpace(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsWhiteSpace(text[at]);

    /// <summary>Whether the character is part of a word, as patterns have it: letters, digits, marks and what joins words.</summary>
    public static bool IsWordLetter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_'
        || (c > '\u007F'
            && (char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.ConnectorPunctuation));
}
