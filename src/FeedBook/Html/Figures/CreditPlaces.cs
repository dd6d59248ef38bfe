using System.Buffers;

namespace FeedBook.Html.Figures;

/// <summary>A place in a caption where a credit may begin.</summary>
/// <param name="Start">Where the caption ends: at the bracket or mark that parts the two.</param>
/// <param name="From">Where the credit's own words begin.</param>
/// <param name="To">Where they end.</param>
/// <param name="Join">How the two are joined.</param>
internal readonly record struct CreditPlace(int Start, int From, int To, CreditSign Join);

/// <summary>Finds the places in a caption where a credit may begin; which of them does is for <see cref="CreditReader"/> to say.</summary>
internal static class CreditPlaces
{
    /// <summary>The longest credit.</summary>
    public const int Longest = 220;

    // Behind mere white space a credit is short.
    private const int LongestBehindSpace = 70, MostSpaces = 8, LongestShortForm = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("|｜/／–—-＝=•·\n.。!！?？”\"»…,，、；;：:©ⓒ(（[【।۔؟");

    private static readonly SearchValues<char> JointMarks = SearchValues.Create(",，;；|｜/／–—([（");

    private static readonly SearchValues<char> Colons = SearchValues.Create(":：／/=＝");

    private static readonly SearchValues<char> Closing = SearchValues.Create(")）]】〉");

    /// <summary>The places, from the first to the last.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="element">Where the element begins that ends the caption; negative where there is none.</param>
    public static List<CreditPlace> Find(ReadOnlySpan<char> text, int element = -1)
    {
        var places = new List<CreditPlace>();
        int end = text.TrimEnd().Length;
        text = text[..end];
        if (Bracket(text) is { } bracket)
        {
            places.Add(bracket);
        }

        int first = Math.Max(1, end - Longest - 3), limit = places.Count > 0 ? places[0].Start : end;
        if (limit <= first)
        {
            return places;
        }

        if (element >= first && element < limit)
        {
            Add(places, text, element, element, CreditSign.InOwnElement);
        }

        for (int at = first; at < limit;)
        {
            int found = text[at..limit].IndexOfAny(Marks);
            if (found < 0)
            {
                break;
            }

            at += found;
            AddAt(places, text, at);
            at++;
        }

        AddWords(places, text, first, limit);
        AddSpaces(places, text, limit);
        return places;
    }

    // The bracket that closes at the end.
    private static CreditPlace? Bracket(ReadOnlySpan<char> text)
    {
        int close = text.Length - 1;
        while (close > 0 && text[close] is '.' or '。' or ' ' or '\n' or ';' or ',')
        {
            close--;
        }

        if (close < 2 || !Closing.Contains(text[close]))
        {
            return null;
        }

        int depth = 0;
        for (int i = close; i >= 0; i--)
        {
            depth += Closing.Contains(text[i]) ? 1 : text[i] is '(' or '（' or '[' or '【' or '〈' ? -1 : 0;
            if (depth == 0)
            {
                return close - i is > 1 and <= Longest ? new CreditPlace(i, i + 1, close, CreditSign.InBracket) : null;
            }
        }

        return null;
    }

    private static void AddAt(List<CreditPlace> places, ReadOnlySpan<char> text, int at)
    {
        char mark = text[at], before = text[at - 1], after = at + 1 < text.Length ? text[at + 1] : '\0';
        bool spaced = char.IsWhiteSpace(before) && char.IsWhiteSpace(after);
        switch (mark)
        {
            case '|' or '｜':
                Add(places, text, at, at + 1, CreditSign.BehindBar);
                break;
            case '／' or '/' when char.IsWhiteSpace(before) || (IsEastAsian(before) && !IsLabelAt(text, at))
                || (mark == '／' && IsEastAsian(after)):
                Add(places, text, at, at + 1, CreditSign.BehindSlash);
                break;
            case '–' or '—' or '-' or '•' or '·' when spaced || (mark == '—' && (IsEastAsian(before) || before == '—'))
                || (char.IsWhiteSpace(before) && mark is '–' or '—'):
                Add(places, text, at, at + 1, CreditSign.BehindDash);
                break;
            case '＝' or '=' when IsEastAsian(before) && !IsLabelAt(text, at):
                Add(places, text, at, at + 1, CreditSign.BehindDash);
                break;
            case '\n':
                Add(places, text, at, at + 1, CreditSign.OnOwnLine);
                break;
            case '.' when CreditLabels.ShortFormStart(text, at) is >= 0 and var start:
                Add(places, text, start, start, CreditSign.BehindSpace);
                break;
            case '.' when (char.IsWhiteSpace(after) || IsEastAsian(after)) && !IsShort(text[..at]):
            case '!' or '?' or '…' when char.IsWhiteSpace(after) || IsEastAsian(after):
            case '”' or '"' or '»' when (char.IsWhiteSpace(after) || IsEastAsian(after)) && before is '.' or '。' or '!' or '！' or '?' or '？'
                or '…':
                Add(places, text, at + 1, at + 1, CreditSign.BehindSentence);
                break;
            case '。' or '！' or '？' or '।' or '۔' or '؟':
                Add(places, text, at + 1, at + 1, CreditSign.BehindSentence);
                break;
            case ',' or '，' or ';' or '；':
                Add(places, text, at, at + 1, CreditSign.BehindComma);
                break;
            case '©' or 'ⓒ':
                Add(places, text, at, at, CreditSign.BehindSpace);
                break;
            case '(' or '（' or '[' or '【' when !text[at..].ContainsAny(Closing):
                // One that nobody closed.
                Add(places, text, at, at + 1, CreditSign.InBracket);
                break;
        }
    }

    // Labels and words like 'Photo by' open a credit wherever they stand.
    private static void AddWords(List<CreditPlace> places, ReadOnlySpan<char> text, int first, int limit)
    {
        for (int at = CreditLabels.Find(text[..limit], first); at > 0; at = NextLabel(text[..limit], at))
        {
            Add(places, text, at, at, CreditSign.BehindSpace);
        }

        int prefixed = PrefixedCredits.Find(text[first..limit]);
        if (prefixed >= 0)
        {
            Add(places, text, first + prefixed, first + prefixed, CreditSign.BehindSpace);
        }
    }

    private static int NextLabel(ReadOnlySpan<char> text, int at)
    {
        int colon = text[at..].IndexOfAny(Colons);
        return colon < 0 ? -1 : CreditLabels.Find(text, at + colon + 1);
    }

    private static void AddSpaces(List<CreditPlace> places, ReadOnlySpan<char> text, int limit)
    {
        int spaces = 0;
        for (int at = limit - 2; at > 0 && spaces < MostSpaces && text.Length - at <= LongestBehindSpace; at--)
        {
            if (char.IsWhiteSpace(text[at]) && text[at] != '\n' && !char.IsWhiteSpace(text[at - 1]))
            {
                spaces++;
                if (!char.IsLower(text[at + 1]))
                {
                    Add(places, text, at, at + 1, CreditSign.BehindSpace);
                }
            }
        }
    }

    // A place that is known already is better known by its mark than by the white space beside it.
    private static void Add(List<CreditPlace> places, ReadOnlySpan<char> text, int start, int from, CreditSign join)
    {
        int to = text.Length;
        while (from < to && (char.IsWhiteSpace(text[from]) || text[from] is '|' or '｜' or '—' or '–'))
        {
            from++;
        }

        if (from > 0 && text[from - 1] is '(' or '（' or '[' or '【' && join != CreditSign.InBracket)
        {
            start = from - 1;
            join = CreditSign.InBracket;
        }

        // What begins at the last bracket is in it.
        bool inLast = places.Count > 0 && places[0].Join == CreditSign.InBracket && from == places[0].Start;
        if (to - from < 2 || to - from > Longest || start <= 0 || inLast)
        {
            return;
        }

        int known = places.Count - 1;
        while (known >= 0 && places[known].From != from)
        {
            known--;
        }

        if (known < 0)
        {
            places.Add(new CreditPlace(start, from, to, join));
        }
        else if (places[known].Join is CreditSign.BehindSpace or CreditSign.BehindComma
            || (places[known].Join == CreditSign.BehindSentence && join is not (CreditSign.BehindSpace or CreditSign.BehindComma)))
        {
            places[known] = new CreditPlace(Math.Min(start, places[known].Start), from, to, join);
        }
    }

    // '图/某某', '사진=연합뉴스': the mark belongs to the label before it.
    private static bool IsLabelAt(ReadOnlySpan<char> text, int mark)
    {
        int start = mark;
        while (start > 0 && mark - start < 8 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return CreditLabels.Is(text[start..mark]);
    }

    // The stop of an initial, of a number or of one short word behind a mark ends no sentence: 'A. Name', '3. Januar', ', prof. Name'.
    private static bool IsShort(ReadOnlySpan<char> before)
    {
        int start = before.Length;
        while (start > 0 && char.IsLetterOrDigit(before[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<char> word = before[start..], rest = before[..start].TrimEnd();
        return (word.Length is > 0 and <= LongestShortForm && char.IsLower(word[0]) && rest.Length > 0 && JointMarks.Contains(rest[^1]))
            || (word.Length <= 2 && word.Length > 0 && char.IsDigit(word[0]))
            || (word.Length == 1 && char.IsUpper(word[0]) && word[0] < '\u2E80');
    }

    private static bool IsEastAsian(char c) => c >= '\u2E80';
}
