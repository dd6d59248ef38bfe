using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace FeedBook.Html.Figures;

/// <summary>Sees what a credit's words look like: how many there are, which have capitals, how they end.</summary>
internal static class CreditWords
{
    [Flags]
    private enum Kinds
    {
        None = 0,
        Position = 1,
        Source = 2,
        Particle = 4,
        Link = 8,
    }

    private static readonly string[] Links = ["via", "by", "courtesy", "per", "mit", "pour", "para", "for"];

    // What each word of the tables is: one look for all of them.
    private static readonly FrozenDictionary<string, Kinds>.AlternateLookup<ReadOnlySpan<char>> Known =
        CreditTables.Positions.Select(word => (word, Kinds.Position))
            .Concat(CreditTables.SourceWords.Select(word => (word, Kinds.Source)))
            .Concat(CreditTables.NameParticles.Select(word => (word, Kinds.Particle)))
            .Concat(Links.Select(word => (word, Kinds.Link)))
            .GroupBy(known => known.word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(word => word.Key, word => word.Aggregate(Kinds.None, (all, known) => all | known.Item2),
                StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    // Names of licences.
    private static readonly string[] Licences =
        ["public domain", "creative commons", "domaine public", "domena publiczna", "dominio público", "gemeinfrei"];

    /// <summary>How wide a credit is at most that is not wide, and not very wide.</summary>
    public const int Widest = 40, VeryWidest = 90;

    private const string AroundWord = ".:()[]（）'\"“”‘’©";

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。！？!?"), Sides = SearchValues.Create("左右中前后後上下"),
        SidesAndNumbers = SearchValues.Create("左右中前后後上下图圖一二三四五六七八九十两兩起侧側者方边邊排间間立坐数數第位至到和与與及、，人0123456789０１２３４５６７８９");

    private static readonly SearchValues<string> EastAsianSources =
        SearchValues.Create([.. CreditTables.SourceWords.Where(word => word[0] >= '\u2E80')], StringComparison.Ordinal);

    /// <summary>The signs of the words alone.</summary>
    /// <param name="words">The words.</param>
    /// <param name="possible">The signs that are worth looking for; those that cost more than a look are left out without these.</param>
    public static ulong Of(ReadOnlySpan<char> words, ulong possible = ulong.MaxValue)
    {
        words = words.Trim();
        ulong signs = 0;
        int count = 0, names = 0, capitals = 0, plain = 0, others = 0, eastAsian = 0, digits = 0;
        bool latin = false, year = false, source = false, address = false, link = false, position = false;
        for (int at = 0; at < words.Length;)
        {
            int end = at;
            while (end < words.Length && (!IsBetween(words[end]) || (words[end] == '/' && IsInAddress(words[at..end]))))
            {
                end++;
            }

            ReadOnlySpan<char> word = words[at..end].Trim(AroundWord);
            int start = at;
            at = end + 1;
            if (word.Length == 0)
            {
                continue;
            }

            count++;
            if (word.IndexOf("://", StringComparison.Ordinal) >= 0
                || (word.IndexOf('@') is > 0 and var sign && word[sign..].IndexOf('.') > 1)
                || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                address = true;
                continue;
            }

            Kinds known = Known.TryGetValue(word, out Kinds kinds) ? kinds : Kinds.None;
            source |= (known & Kinds.Source) != 0;
            link |= (known & Kinds.Link) != 0;
            position |= count <= 3 && (known & Kinds.Position) != 0 && !IsInitial(words[start..end]);
            int letters = 0, upper = 0, asian = 0, digit = 0;
            foreach (char c in word)
            {
                letters += char.IsLetter(c) ? 1 : 0;
                upper += char.IsUpper(c) ? 1 : 0;
                asian += IsTogether(c) ? 1 : 0;
                digit += char.IsDigit(c) ? 1 : 0;
            }

            eastAsian += asian;
            digits += digit > 0 && letters == 0 ? 1 : 0;
            year |= word.Length == 4 && digit == 4 && word[0] is '1' or '2';
            if (asian > 0)
            {
                continue;
            }

            if (char.IsUpper(word[0]) || (upper > 0 && letters > 0))
            {
                latin = true;
                names++;
                capitals += upper == letters && letters > 1 ? 1 : 0;
            }
            else if (char.IsLower(word[0]))
            {
                latin = true;
                // An agency writes itself small behind a slash: 'A. Name/epd'.
                bool agency = start > 0 && words[start - 1] is '/' or '／' || (start > 1 && words[start - 2] is '/');
                names += agency && word.Length <= 6 ? 1 : 0;
                plain += (count > 1 && (known & Kinds.Particle) != 0) || (known & Kinds.Link) != 0 || (agency && word.Length <= 6) ? 0 : 1;
            }
            else if (letters > 0)
            {
                others++;
            }
        }

        int width = Evidence.Width(words);
        // Who says where somebody stands, or when, names nobody.
        bool number = (digits > 0 && (digits == count || (year && count <= 3 && count - digits <= 1))) || IsNumber(words);
        position |= eastAsian is > 0 and <= 8 && IsPosition(words);
        bool mayName = !number && !position;
        Set(ref signs, CreditSign.SourceWord, source || (May(possible, CreditSign.SourceWord) && HoldsEastAsianSource(words)));
        Set(ref signs, CreditSign.Link, link);
        Set(ref signs, CreditSign.Position, position);
        Set(ref signs, CreditSign.Number, number);
        Set(ref signs, CreditSign.Digits, digits > 0 && !number);
        Set(ref signs, CreditSign.Names, mayName && latin && names is >= 2 and <= 4 && plain == 0 && eastAsian == 0);
        Set(ref signs, CreditSign.ManyNames, mayName && latin && names > 4 && plain == 0 && eastAsian == 0);
        Set(ref signs, CreditSign.OneName, mayName && latin && names == 1 && plain == 0 && eastAsian == 0);
        Set(ref signs, CreditSign.OneLowerWord, mayName && names == 0 && plain == 1 && count == 1);
        Set(ref signs, CreditSign.OnePlainWord, plain == 1 && count > 1);
        Set(ref signs, CreditSign.PlainWords, plain > 1);
        Set(ref signs, CreditSign.Address, address);
        Set(ref signs, CreditSign.EndsAsSentence, words[^1] is '.' or '。' && (plain > 0 || names > 0 || eastAsian > 4));
        Set(ref signs, CreditSign.Capitals, names > 0 && capitals == names && plain == 0);
        Set(ref signs, CreditSign.ShortEastAsian, mayName && eastAsian is >= 2 and <= 4);
        Set(ref signs, CreditSign.LongEastAsian, mayName && eastAsian is >= 5 and <= 12);
        Set(ref signs, CreditSign.VeryLongEastAsian, eastAsian > 12);
        Set(ref signs, CreditSign.FewOtherWords, mayName && others is > 0 and <= 4 && others == count - digits && !latin);
        Set(ref signs, CreditSign.Punctuated, words.TrimEnd("。.").IndexOfAny(ClauseMarks) >= 0 || HoldsStop(words));
        Set(ref signs, CreditSign.Titled, words is ['《', .., '》'] or ['「', .., '」']);
        Set(ref signs, CreditSign.House, May(possible, CreditSign.House) && IsHouse(words));
        Set(ref signs, CreditSign.SlashInside, HoldsSlash(words));
        Set(ref signs, CreditSign.Copyright, words[0] is '©' or 'ⓒ' || (May(possible, CreditSign.Copyright)
            && (TextScan.Match(words, 0, Copyrights[0], ignoreCase: true) > 0
                || TextScan.Match(words, 0, Copyrights[1], ignoreCase: true) > 0)));
        Set(ref signs, CreditSign.Licence, May(possible, CreditSign.Licence) && HoldsLicence(words));
        Set(ref signs, CreditSign.Wide, width > Widest);
        Set(ref signs, CreditSign.VeryWide, width > VeryWidest);
        Set(ref signs, CreditSign.ManyWords, count > 10);
        return signs;
    }

    /// <summary>Whether the words say where somebody stands: '左二', 'second from left'.</summary>
    public static bool IsPosition(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        if (words.Length == 0)
        {
            return false;
        }

        if (words[0] >= '\u2E80')
        {
            return words.IndexOfAny(Sides) >= 0 && words.IndexOfAnyExcept(SidesAndNumbers) < 0;
        }

        foreach (Range part in words.Split(' '))
        {
            if (Known.TryGetValue(words[part].Trim(".,;:"), out Kinds kinds) && (kinds & Kinds.Position) != 0
                && !IsInitial(words[part]))
            {
                return true;
            }
        }

        return false;
    }

    // 'M. Reuschel' is somebody; 'm.' and 'r.' say where somebody stands.
    private static bool IsInitial(ReadOnlySpan<char> word) => word is [_, '.'] && char.IsUpper(word[0]);

    /// <summary>Whether there is nothing but digits and what belongs to a date or an age.</summary>
    public static bool IsNumber(ReadOnlySpan<char> words)
    {
        bool digit = false;
        foreach (char c in words)
        {
            digit |= char.IsDigit(c);
            if (!char.IsDigit(c) && !char.IsWhiteSpace(c)
                && c is not ('.' or '/' or '-' or ',' or '年' or '月' or '日' or '년' or '월' or '일' or '歳' or '岁' or '歲'))
            {
                return false;
            }
        }

        return digit;
    }

    private static void Set(ref ulong signs, CreditSign sign, bool on) => signs |= on ? 1UL << (int)sign : 0;

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is '/' or '／' or '|' or '｜' or ',' or '&' or '+' or '•' or ';';

    private static bool IsInAddress(ReadOnlySpan<char> word) =>
        word.StartsWith("http", StringComparison.OrdinalIgnoreCase) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    // Han, kana and Thai write words together.
    private static bool IsTogether(char c) =>
        c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0E7F';

    private static bool HoldsEastAsianSource(ReadOnlySpan<char> words) => !Ascii.IsValid(words) && words.ContainsAny(EastAsianSources);

    /// <summary>Whether the words end as the names of houses do.</summary>
    public static bool IsHouse(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd(".。)）》");
        foreach (string end in CreditTables.HouseEnds)
        {
            if (words.Length > end.Length && words.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsSlash(ReadOnlySpan<char> words)
    {
        int slash = words.IndexOfAny('/', '／');
        return slash > 1 && slash < words.Length - 1 && words.IndexOf("://", StringComparison.Ordinal) < 0;
    }

    // A stop inside that ends no initial and no abbreviation.
    private static bool HoldsStop(ReadOnlySpan<char> words)
    {
        for (int at = 0; at + 1 < words.Length; at++)
        {
            if (words[at] == '.' && char.IsWhiteSpace(words[at + 1]) && at > 3 && char.IsLower(words[at - 1]) && char.IsLower(words[at - 2])
                && char.IsLower(words[at - 3]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsLicence(ReadOnlySpan<char> words)
    {
        int at = words.IndexOf("CC", StringComparison.OrdinalIgnoreCase);
        if ((at >= 0 && at + 3 < words.Length && (at == 0 || !char.IsLetter(words[at - 1])) && words[at + 2] is ' ' or '-'
            && words[(at + 3)..].StartsWith("BY", StringComparison.OrdinalIgnoreCase))
            || words.Contains("CC0", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (string name in Licences)
        {
            if (words.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the name of each licence begins with, in ASCII, so that all can be sought at once.</summary>
    public static IEnumerable<string> LicenceStarts =>
        Licences.Select(name => name[..Math.Max(name.IndexOf(' ', StringComparison.Ordinal) + 2, 6)]).Append("CC");

    /// <summary>What opens the words of a holder of copyright, in ASCII.</summary>
    public static IReadOnlyList<string> Copyrights { get; } = ["(c)", "copyright"];

    /// <summary>
    /// Which of <see cref="CreditSign.SourceWord"/> and <see cref="CreditSign.Link"/> the words of the text may show, wherever among them
    /// a credit begins.
    /// </summary>
    public static ulong KindsIn(ReadOnlySpan<char> text)
    {
        Kinds all = !HoldsEastAsianSource(text) ? Kinds.None : Kinds.Source;
        for (int at = 0; at < text.Length;)
        {
            int end = at;
            while (end < text.Length && !IsBetween(text[end]))
            {
                end++;
            }

            ReadOnlySpan<char> word = text[at..end].Trim(AroundWord).TrimEnd(AroundLastWord);
            all |= Known.TryGetValue(word, out Kinds kinds) ? kinds : Kinds.None;
            at = end + 1;
        }

        return ((all & Kinds.Source) != 0 ? 1UL << (int)CreditSign.SourceWord : 0)
            | ((all & Kinds.Link) != 0 ? 1UL << (int)CreditSign.Link : 0);
    }

    // A bracket that ends the text, and what may stand behind it.
    private const string AroundLastWord = ")]】〉。." + AroundWord;

    private static bool May(ulong possible, CreditSign sign) => (possible >> (int)sign & 1) != 0;
}
