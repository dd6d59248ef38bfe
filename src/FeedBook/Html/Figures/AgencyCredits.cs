using System.Buffers;

namespace FeedBook.Html.Figures;

/// <summary>Credits that end in an agency's name: '… / AFP', 'A. Name/Reuters', '… | EFE via AP'.</summary>
internal static class AgencyCredits
{
    // Names of people and of other agencies before the last one.
    private const int MostParts = 3, LongestPart = 50, LongestOwner = 60, LongestTail = 50, LongestVia = 40, LongestWhole = 256;

    private const string Slashes = "/／|", WideSlashes = "/／|｜", SlashesAndDashes = "/／|｜–-";

    // What ends a part of a credit, for it parts sentences.
    private static readonly SearchValues<char> NoPart = SearchValues.Create(".。!?！？\n/|｜()（）");

    // These part a caption from its credit and belong to neither.
    private static readonly SearchValues<char> Partings = SearchValues.Create("/／|｜=＝—–");

    // Behind one of these a credit may start; behind mere white space only an agency, or a name with a slash close behind it ('Ada Marsh/Reuters').
    private static readonly SearchValues<char> BeforeCredit = SearchValues.Create("/／|｜=＝—–.。!?！？”\"'’)\n");

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
                if (IsTailOf(text[end..], WideSlashes, isWhole: true))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether an agency's name and no more than a tail follows <paramref name="at"/>: '/ A. Name', 'via AP', 'file'.</summary>
    public static bool EndsBracket(ReadOnlySpan<char> text, int at)
    {
        Span<int> ends = stackalloc int[AgencyNames.MostEnds];
        foreach (int end in ends[..AgencyNames.EndsAt(text, at, ends)])
        {
            ReadOnlySpan<char> tail = text[end..].TrimEnd();
            if (IsTailOf(tail, Slashes, isWhole: false) || IsArchive(tail))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a credit starts that ends with an agency, at the text's end; negative when there is none.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        Span<int> agencies = stackalloc int[16], ends = stackalloc int[AgencyNames.MostEnds];
        int count = 0;
        for (int at = AgencyNames.Next(text, 0); at >= 0 && count < agencies.Length; at = AgencyNames.Next(text, at + 1))
        {
            foreach (int end in ends[..AgencyNames.EndsAt(text, at, ends)])
            {
                if (IsTailAtEnd(text[end..]))
                {
                    agencies[count++] = at;
                    break;
                }
            }
        }

        for (int start = 1; count > 0 && start <= agencies[count - 1]; start++)
        {
            char before = text[start - 1];
            if ((!BeforeCredit.Contains(before) && !char.IsWhiteSpace(before)) || Partings.Contains(text[start]) || char.IsWhiteSpace(text[start]))
            {
                continue;
            }

            bool isBehindMark = IsBehindMark(text, start);
            if ((isBehindMark || !IsBehindSmallWord(text[..start])) && Reaches(text, start, agencies[..count], MostParts, isBehindMark))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsBehindMark(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> before = text[..at].TrimEnd(' ');
        return before.Length == 0 || BeforeCredit.Contains(before[^1]) || before is [.., ' ', '-'];
    }

    // 'He works for NASA': a sentence goes on.
    private static bool IsBehindSmallWord(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        int start = before.Length;
        while (start > 0 && char.IsAsciiLetterLower(before[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<char> word = before[start..];
        return word.Length is > 0 and < 4 && (start == 0 || char.IsWhiteSpace(before[start - 1])) || word is "from" or "with" or "over" or "into";
    }

    private static bool Reaches(ReadOnlySpan<char> text, int at, ReadOnlySpan<int> agencies, int parts, bool isBehindMark)
    {
        if (agencies.Contains(at))
        {
            return true;
        }

        for (int i = at; parts > 0 && i < text.Length && i - at <= LongestPart; i++)
        {
            if (text[i] is '/' or '／' or '|' or '｜' or '–' && MayBePart(text, at, i, isBehindMark) && Reaches(text, TextScan.SkipSpace(text, i + 1), agencies, parts - 1, isBehindMark: true))
            {
                return true;
            }

            if (NoPart.Contains(text[i]) && !IsInitial(text, at, i))
            {
                break;
            }
        }

        return false;
    }

    // Scripts without capitals do not tell names from other words; a mark before them does.
    private static bool MayBePart(ReadOnlySpan<char> text, int from, int to, bool isBehindMark)
    {
        ReadOnlySpan<char> part = text[from..to].TrimEnd();
        if (!isBehindMark)
        {
            return part.Length == to - from && !TextScan.IsSpace(text, to + 1) && part.Contains(' ') && PersonNames.LookLike(part);
        }

        return part.Length > 0 && (part[0] == '©' || char.GetUnicodeCategory(part[0]) == System.Globalization.UnicodeCategory.OtherLetter || PersonNames.MayOwn(part));
    }

    // The stop of 'A. Name' ends no sentence.
    private static bool IsInitial(ReadOnlySpan<char> text, int from, int at) =>
        text[at] == '.' && at > from && char.IsUpper(text[at - 1]) && (at - 1 == from || text[at - 2] is ' ' or '.' or '-');

    // Marks the places before which nothing but names stands, each with a slash or its like behind it: by one more than the fewest names. One pass, for a text may
    // hold a hundred dashes.
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
            if (latin ? !TextScan.IsWordLetter(c) && c is not ('.' or '&' or '\'' or '’' or ' ' or '-') : char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.OtherLetter)
            {
                return false;
            }
        }

        return latin ? part.Length <= LongestPart + 1 && PersonNames.MayOwn(part) : part.Length is >= 2 and <= 4;
    }

    // Nothing more; a slash and a name; or 'via' and another agency. A whole text may close its bracket after it.
    private static bool IsTailOf(ReadOnlySpan<char> tail, string slashes, bool isWhole)
    {
        tail = tail.TrimEnd();
        if (isWhole)
        {
            tail = tail is [.., '.'] ? tail[..^1] : tail;
            tail = tail is [.., ']' or ')' or '）'] ? tail[..^1] : tail;
        }

        ReadOnlySpan<char> rest = tail.TrimStart();
        return tail.Length == 0 || (rest.Length > 0 && slashes.Contains(rest[0]) && rest.Length <= LongestTail + 1)
            || (rest.Length < tail.Length && Via(rest) is > 0 and var via && rest.Length - via is > 0 and <= LongestVia);
    }

    private static bool IsTailAtEnd(ReadOnlySpan<char> tail)
    {
        tail = tail is [.., '.'] ? tail[..^1] : tail;
        ReadOnlySpan<char> rest = tail.Trim();
        if (rest.Length == 0)
        {
            return true;
        }

        int from = SlashesAndDashes.Contains(rest[0]) ? 1 : char.IsWhiteSpace(tail[0]) ? Via(rest) : -1;
        return from > 0 && rest.Length - from > 0 && rest.Length - from <= LongestTail && rest[from..].IndexOfAny('.', '。', '\n') < 0;
    }

    private static int Via(ReadOnlySpan<char> text) => Math.Max(TextScan.Match(text, 0, "via ", ignoreCase: true), TextScan.Match(text, 0, "from ", ignoreCase: true));

    private static bool IsArchive(ReadOnlySpan<char> tail)
    {
        foreach (string archive in CreditTables.Archives)
        {
            if (tail.SequenceEqual(archive))
            {
                return true;
            }
        }

        return tail is [',', ..] && tail[1..].TrimStart().Equals("file", StringComparison.OrdinalIgnoreCase);
    }
}
