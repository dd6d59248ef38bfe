namespace FeedBook.Html.Figures;

/// <summary>Whether a bracket at a caption's end holds a credit: '(Photo: A. Name)', '（某某摄）', '[A. Name/AFP]', '(A. Name)' after a full stop.</summary>
internal static class BracketCredits
{
    private const int LongestName = 60, LongestRest = 20;

    /// <summary>Whether the bracket's content is a credit.</summary>
    public static bool IsCredit(ReadOnlySpan<char> inner)
    {
        ReadOnlySpan<char> text = inner.TrimStart();
        return text.Length > 0 && (text[0] is '©' or 'ⓒ' || CreditLabels.OpensBracket(text) || IsCourtesy(text) || IsPhotoOf(text) || IsTakenFrom(text) || IsSigned(inner) || EndsWithAgency(text) || IsViaAgency(inner) || IsSlashed(text));
    }

    private static bool IsCourtesy(ReadOnlySpan<char> text) =>
        (text[0] is 'c' or 'C' && TextScan.Match(text, 0, "courtesy", ignoreCase: true) is > 0 and var end && (end == text.Length || !TextScan.IsWordLetter(text[end])))
        || (text[0] is 'v' or 'V' && TextScan.Match(text, 0, "via ", ignoreCase: true) > 0);

    // '(Photo Ada Marsh)', as French and Swiss papers write it.
    private static bool IsPhotoOf(ReadOnlySpan<char> text)
    {
        int end = TextScan.WordEnd(text, 0);
        return CreditTables.PhotoBeforeName.Contains(text[..end].ToString(), StringComparer.OrdinalIgnoreCase) && PersonNames.LookLike(text[end..]);
    }

    private static bool IsTakenFrom(ReadOnlySpan<char> text)
    {
        foreach (string start in CreditTables.TakenFrom)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return (text[0] is 'a' or 'A' && TextScan.Match(text, 0, "ap photo", ignoreCase: true) > 0) || text.StartsWith("reuters/", StringComparison.OrdinalIgnoreCase);
    }

    // A name and a word that follows one; the archive may be told after it.
    private static bool IsSigned(ReadOnlySpan<char> inner)
    {
        ReadOnlySpan<char> text = inner.TrimEnd();
        text = (text is [.., '.' or '。'] ? text[..^1] : text.EndsWith("資料照片", StringComparison.Ordinal) ? text[..^4] : text).TrimEnd();
        return SignedCredits.WordAtEnd(text) is > 0 and var length && text.Length > length && text[..^length].TrimStart().Length <= LongestName;
    }

    // At the start, or after a name and a slash or dash.
    private static bool EndsWithAgency(ReadOnlySpan<char> text)
    {
        for (int at = AgencyNames.Next(text, 0); at >= 0; at = AgencyNames.Next(text, at + 1))
        {
            int before = at;
            while (before > 0 && char.IsWhiteSpace(text[before - 1]))
            {
                before--;
            }

            if ((at == 0 || (before is > 1 and <= LongestName + 1 && text[before - 1] is '/' or '／' or '|' or '–' or '-')) && AgencyCredits.EndsBracket(text, at))
            {
                return true;
            }
        }

        return false;
    }

    // 'A. Name for Reuters'
    private static bool IsViaAgency(ReadOnlySpan<char> inner)
    {
        Span<int> ends = stackalloc int[AgencyNames.MostEnds];
        for (int at = AgencyNames.Next(inner, 0); at >= 0; at = AgencyNames.Next(inner, at + 1))
        {
            if (at > 4 && char.IsWhiteSpace(inner[at - 1]) && AgencyNames.EndsAt(inner, at, ends) > 0 && inner.Length - ends[0] <= LongestRest && FollowsVia(inner[..at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool FollowsVia(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> words = before.TrimEnd();
        int length = words.EndsWith("via", StringComparison.OrdinalIgnoreCase) || words.EndsWith("for", StringComparison.OrdinalIgnoreCase) ? 3 : words.EndsWith("from", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        ReadOnlySpan<char> name = words[..^length];
        return length > 0 && name is [.., var last] && char.IsWhiteSpace(last) && name.Length > 1 && name.Trim().Length <= LongestName;
    }

    // 'A. Name / The Paper', or one name, a slash and another: 'Name/Paper'.
    private static bool IsSlashed(ReadOnlySpan<char> text)
    {
        for (int from = 0; text[from..].IndexOfAny('/', '／') is >= 0 and var found; from += found + 1)
        {
            int at = from + found;
            if (at is > 1 and <= 51 && char.IsWhiteSpace(text[at - 1]) && TextScan.IsSpace(text, at + 1) && text.Length - at - 2 is > 0 and <= LongestName)
            {
                return true;
            }
        }

        int slash = text.IndexOf('/');
        if (slash <= 0)
        {
            return false;
        }

        // At most one space in the name, and nothing in the rest that ends a sentence.
        int spaces = 0;
        foreach (char c in text[..slash])
        {
            spaces += char.IsWhiteSpace(c) ? 1 : 0;
        }

        return spaces <= 1 && IsPath(text[(slash + 1)..]);
    }

    // 'Paper/The Agency': words and slashes, and spaces behind the last slash.
    private static bool IsPath(ReadOnlySpan<char> text)
    {
        int last = text.LastIndexOf('/');
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '/' ? i == 0 || text[i - 1] == '/' : !TextScan.IsWordLetter(text[i]) && text[i] is not ('.' or '-') && !(text[i] == ' ' && i > last))
            {
                return false;
            }
        }

        return last < text.Length - 1;
    }
}
