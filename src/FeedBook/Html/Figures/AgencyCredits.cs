namespace FeedBook.Html.Figures;

/// <summary>Credits that are an agency's name, or end in one: 'AFP', 'A. Name/Reuters', 'EFE via AP'.</summary>
internal static class AgencyCredits
{
    // Names of people and of other agencies before the last one.
    private const int MostParts = 3, LongestPart = 50, LongestOwner = 60, LongestTail = 50, LongestVia = 40, LongestWhole = 256;

    private const string WideSlashes = "/／|｜";

    /// <summary>Whether the text, trimmed, is nothing but an agency's name, or names parted by slashes that end with one.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        int start = text is ['[' or '(' or '（', ..] ? TextScan.SkipSpace(text, 1) : 0;
        if (text.Length > LongestWhole)
        {
            return false;
        }

        Span<int> ends = stackalloc int[AgencyNames.MostEnds];
        Span<byte> reached = stackalloc byte[LongestWhole + 1];
        Reach(text, start, reached);
        for (int at = AgencyNames.Next(text, start); at >= 0; at = AgencyNames.Next(text, at + 1))
        {
            int count = reached[at] > 0 ? AgencyNames.EndsAt(text, at, ends) : 0;
            foreach (int end in ends[..count])
            {
                if (IsTail(text[end..]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Marks the places before which nothing but names stands, each with a slash or its like behind it: by one more than the fewest names.
    // One pass, for a text may hold a hundred dashes.
    private static void Reach(ReadOnlySpan<char> text, int start, Span<byte> reached)
    {
        reached.Clear();
        reached[start] = 1;
        for (int from = start; from < text.Length; from++)
        {
            int end = reached[from] is > 0 and <= MostParts ? Math.Min(text.Length, from + LongestOwner + 3) : 0;
            for (int i = from + 1; i < end; i++)
            {
                if (text[i] is not ('/' or '／' or '|' or '｜' or ',' or '–' or '-'))
                {
                    continue;
                }

                if (IsName(text[from..i].TrimEnd()))
                {
                    int next = TextScan.SkipSpace(text, i + 1), names = reached[from] + 1;
                    reached[next] = reached[next] == 0 ? (byte)names : (byte)Math.Min(reached[next], names);
                }
                else if (text[from] != '©')
                {
                    // More of it is no name either.
                    break;
                }
            }
        }
    }

    private static bool IsName(ReadOnlySpan<char> part)
    {
        if (part.Length == 0)
        {
            return false;
        }

        if (part[0] == '©')
        {
            return part.Length <= LongestOwner + 1 && part.IndexOfAny("()（）\n") < 0;
        }

        bool latin = char.IsUpper(part[0]);
        foreach (char c in part)
        {
            if (latin ? !TextScan.IsWordLetter(c) && c is not ('.' or '&' or '\'' or '’' or ' ' or '-')
                : char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.OtherLetter)
            {
                return false;
            }
        }

        return latin ? part.Length <= LongestPart + 1 && PersonNames.MayOwn(part) : part.Length is >= 2 and <= 4;
    }

    // Nothing more; a slash and a name; or 'via' and another agency. A bracket may close after it.
    private static bool IsTail(ReadOnlySpan<char> tail)
    {
        tail = tail.TrimEnd();
        tail = tail is [.., '.'] ? tail[..^1] : tail;
        tail = tail is [.., ']' or ')' or '）'] ? tail[..^1] : tail;
        ReadOnlySpan<char> rest = tail.TrimStart();
        return tail.Length == 0 || (rest.Length > 0 && WideSlashes.Contains(rest[0]) && rest.Length <= LongestTail + 1)
            || (rest.Length < tail.Length && Via(rest) is > 0 and var via && rest.Length - via is > 0 and <= LongestVia);
    }

    private static int Via(ReadOnlySpan<char> text) =>
        Math.Max(TextScan.Match(text, 0, "via ", ignoreCase: true), TextScan.Match(text, 0, "from ", ignoreCase: true));
}
