using System.Buffers;
using System.Collections.Frozen;

namespace FeedBook.Html.Figures;

/// <summary>
/// The words that stand before a colon and a name ('Photo courtesy of:', 'Symbolbild:', '图片来源：'), as a set: looking up the few words
/// before each colon costs next to nothing, where a pattern would try every word at every letter.
/// </summary>
internal static class CreditLabels
{
    private const int MostWords = 4, Longest = 40, ShortestShortForm = 3;

    private static readonly string[] Words =
    [
        .. CreditTables.GermanStarts.SelectMany(start =>
            CreditTables.GermanPictures.SelectMany(picture => CreditTables.GermanEnds.Select(end => $"{start}{picture}{end}"))),
        .. CreditTables.Labels,
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = Set(Words);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pictures =
        Set(CreditTables.Pictures.Concat(CreditTables.Pictures.Select(word => $"{word}s")));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PictureEnds = Set(CreditTables.PictureEnds);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherPictures = Set(CreditTables.OtherPictures);

    // What a label may be shortened to, with a stop behind it: 'fot.', 'phot.', 'ill.', 'abb.', 'zdj.'. Derived from the tables, so that a
    // new label brings its short forms along; two letters say too little ('im.', 'fr.').
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortForms = Set(
        CreditTables.Labels.Concat(CreditTables.Pictures).Concat(CreditTables.OtherPictures)
            .Where(word => word.Length > ShortestShortForm && !word.Contains(' ', StringComparison.Ordinal))
            .SelectMany(word => Enumerable.Range(ShortestShortForm, word.Length - ShortestShortForm).Select(length => word[..length])));

    // What may stand before a label.
    private static readonly SearchValues<char> Lead = SearchValues.Create(" \n\r\t\u00A0\u3000▲△▼◆↑(（[【|—–-");

    private static readonly SearchValues<char> Colons = SearchValues.Create(":：／=＝・");

    private static readonly SearchValues<char> ColonsOfWhole = SearchValues.Create(":：／/=・"),
        ColonsInBrackets = SearchValues.Create(":：／/・");

    private static readonly SearchValues<char> WordEnds =
        SearchValues.Create(" \n\r\t\v\f\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
            + "\u200A\u2028\u2029\u202F\u205F\u3000:：／/=＝・.…");

    // The first word of everything that opens a credit: where another stands there is no need to look further.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstWords = Set(
        Words.Concat(CreditTables.Pictures).Concat(CreditTables.Pictures.Select(word => $"{word}s")).Concat(CreditTables.OtherPictures)
            .Concat(CreditTables.OtherStarts).Append("all").Select(words => FirstWord(words).ToString()));

    // After one of these a name follows without a colon; white space must stand behind them.
    private static readonly string[] LinksOfWhole = ["by", "via", "from", "courtesy of", "de", "von", "di"],
        LinksInBrackets = ["by", "via", "from", "courtesy"];

    /// <summary>A set whose members are looked up by a part of a text, whatever its case.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether the text may open as a credit does, as <see cref="Opens"/>, <see cref="OpensBracket"/> and
    /// <see cref="PrefixedCredits.Opens"/> find out: false for all but a few texts that do not.
    /// </summary>
    public static bool MayOpen(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAnyExcept(Lead);
        if (at < 0)
        {
            return false;
        }

        // Signs open without a word, and Chinese has none that white space ends.
        return text[0] == '&' || text[..at].Contains('(') || text[at] is '©' or 'ⓒ' or '&' or >= '\u0E00'
            || FirstWords.Contains(FirstWord(text[at..])) || ShortFormEnd(text[at..]) > 0;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) =>
        text.IndexOfAny(WordEnds) is >= 0 and var end ? text[..end] : text;

    /// <summary>Whether the words, without white space around them, are a label and nothing else.</summary>
    public static bool Is(ReadOnlySpan<char> words)
    {
        if (words.Length is 0 or > Longest)
        {
            return false;
        }

        if (Labels.Contains(words))
        {
            return true;
        }

        int space = 0;
        while (space < words.Length && !char.IsWhiteSpace(words[space]))
        {
            space++;
        }

        return space < words.Length ? IsPicture(words) || (IsUneven(words) && IsFolded(words)) : Pictures.Contains(words);
    }

    /// <summary>
    /// Whether the label, its colon aside, is no more than a word for a picture ('Photo', 'Bild', '图'): it may say that a caption follows.
    /// </summary>
    public static bool IsPictureAlone(ReadOnlySpan<char> label)
    {
        label = label.Trim();
        label = label is [.., ':' or '：' or '／' or '/' or '=' or '＝'] ? label[..^1].Trim() : label;
        return Pictures.Contains(label) || OtherPictures.Contains(label);
    }

    /// <summary>Whether the text is a label, with or without a colon, and nothing else.</summary>
    public static bool IsAlone(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return Is(text is [.., ':' or '：' or '／' or '/'] ? text[..^1].TrimEnd() : text);
    }

    /// <summary>
    /// Whether a whole text is a labelled credit: a label, and a colon or a word like 'by' behind it, or a sign of copyright.
    /// </summary>
    public static bool Opens(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAnyExcept(Lead);
        if (at < 0)
        {
            return false;
        }

        return text[at] is '©' or 'ⓒ' || (at > 0 && text[at - 1] == '(' && TextScan.Match(text, at - 1, "(c)", ignoreCase: true) > 0)
            || IsLabelled(text[at..], ColonsOfWhole, LinksOfWhole) || HasDots(text[at..]) || ShortFormEnd(text[at..]) > 0
            || (text[at] is 'p' or 'P' && TextScan.Match(text, at, "photo courtesy", ignoreCase: true) > 0)
            || (text[at] is 'c' or 'C' && TextScan.Match(text, at, "courtesy of", ignoreCase: true) > 0)
            || (text[at] is '图' or '圖' && text.Length > at + 3 && text[at + 1] == '片' && text[at + 2] is '来' or '來' && text[at + 3] == '自');
    }

    // 'Credit...A. Name'
    private static bool HasDots(ReadOnlySpan<char> text)
    {
        int dots = text[..Math.Min(text.Length, Longest)].IndexOfAny('.', '…');
        return dots > 0 && dots + 3 < text.Length && (text[dots] == '…' || text[(dots + 1)..].StartsWith("..", StringComparison.Ordinal))
            && Is(text[..dots].TrimEnd());
    }

    /// <summary>Whether a bracket's content starts with a label.</summary>
    public static bool OpensBracket(ReadOnlySpan<char> text) =>
        IsLabelled(text, ColonsInBrackets, LinksInBrackets) || ShortFormEnd(text) > 0;

    /// <summary>
    /// Where a label's short form at the text's start ends, its stop included ('fot. A. Name'); 0 where there is none or nothing behind it.
    /// </summary>
    public static int ShortFormEnd(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && end < Longest && char.IsLetter(text[end]))
        {
            end++;
        }

        return end + 2 < text.Length && text[end] == '.' && (char.IsWhiteSpace(text[end + 1]) || char.IsUpper(text[end + 1]))
            && ShortForms.Contains(text[..end]) ? end + 1 : 0;
    }

    /// <summary>
    /// Where the short form of a label begins whose stop is at <paramref name="stop"/>; negative where the stop ends something else.
    /// </summary>
    public static int ShortFormStart(ReadOnlySpan<char> text, int stop)
    {
        int start = stop;
        while (start > 0 && stop - start < Longest && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return (start == 0 || IsBoundary(text[start - 1])) && ShortFormEnd(text[start..]) > 0 ? start : -1;
    }

    /// <summary>Where the first labelled credit starts, at or after <paramref name="from"/>; negative when there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, int from)
    {
        for (int colon = text[from..].IndexOfAny(Colons); colon >= 0;)
        {
            int at = from + colon;
            if ((text[at] is not ('=' or '＝' or '・') || IsEastAsian(text, at)) && Start(text, at) is >= 0 and var start)
            {
                return start;
            }

            from = at + 1;
            colon = text[from..].IndexOfAny(Colons);
        }

        return -1;
    }

    // '사진=연합뉴스'; elsewhere the sign stands in formulas and addresses.
    private static bool IsEastAsian(ReadOnlySpan<char> text, int sign) => sign > 0 && text[sign - 1] >= '\u2E80';

    private static bool IsLabelled(ReadOnlySpan<char> text, SearchValues<char> colons, string[] links)
    {
        text = text[..Math.Min(text.Length, Longest + 16)];
        int colon = text.IndexOfAny(colons);
        if (colon > 0 && Is(text[..colon].TrimEnd()))
        {
            return true;
        }

        for (int end = TextScan.WordEnd(text, 0), next = TextScan.SkipSpace(text, end), words = 0; next < text.Length && words < MostWords
            + 1; words++)
        {
            foreach (string link in links)
            {
                if (TextScan.Match(text, next, link, ignoreCase: true) is > 0 and var past && TextScan.IsSpace(text, past)
                    && Is(text[..end]))
                {
                    return true;
                }
            }

            end = TextScan.WordEnd(text, next);
            next = TextScan.SkipSpace(text, end);
        }

        return false;
    }

    // 'all photos courtesy of'
    private static bool IsPicture(ReadOnlySpan<char> words)
    {
        int at = TextScan.Match(words, 0, "all ", ignoreCase: true) is > 0 and var past ? past : 0, end = TextScan.WordEnd(words, at);
        if (!Pictures.Contains(words[at..end]))
        {
            return false;
        }

        while (end < words.Length)
        {
            bool courtesy = words[at..end].Equals("courtesy", StringComparison.OrdinalIgnoreCase);
            at = TextScan.SkipSpace(words, end);
            end = TextScan.WordEnd(words, at);
            if (!PictureEnds.Contains(words[at..end]) && !(courtesy && words[at..end].Equals("of", StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }
        }

        return true;
    }

    // Whether white space is anything but single spaces.
    private static bool IsUneven(ReadOnlySpan<char> words)
    {
        char before = 'x';
        foreach (char c in words)
        {
            if (char.IsWhiteSpace(c) && (c != ' ' || before == ' '))
            {
                return true;
            }

            before = c;
        }

        return false;
    }

    // The same with one space for each stretch of white space: a label may hold spaces that do not break, and line ends.
    private static bool IsFolded(ReadOnlySpan<char> words)
    {
        Span<char> folded = stackalloc char[Longest];
        int length = 0;
        foreach (char c in words)
        {
            bool space = char.IsWhiteSpace(c);
            if (!space || (length > 0 && folded[length - 1] != ' '))
            {
                folded[length++] = space ? ' ' : c;
            }
        }

        return Labels.Contains(folded[..length]);
    }

    private static int Start(ReadOnlySpan<char> text, int colon)
    {
        int end = colon;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        // The longest label wins: 'Photo courtesy of' before 'courtesy of'.
        int found = -1, words = 0;
        for (int at = end; at > 0 && words < MostWords && end - at < Longest;)
        {
            at--;
            bool first = at == 0 || IsBoundary(text[at - 1]);
            if (first)
            {
                words++;
                if (Is(text[at..end]))
                {
                    found = at;
                }

                if (at == 0 || !char.IsWhiteSpace(text[at - 1]))
                {
                    break;
                }
            }
        }

        return found;
    }

    private static bool IsBoundary(char c) => c is not ('\'' or '’') && !char.IsLetterOrDigit(c);
}
