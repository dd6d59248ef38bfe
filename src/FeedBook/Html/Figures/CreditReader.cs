using System.Buffers;

namespace FeedBook.Html.Figures;

/// <summary>
/// Tells the credit in a caption from the caption, by what each place where one may begin shows. No table of names decides: each sign has
/// its weight, and a place whose weights come to more than nothing is a credit's.
/// </summary>
/// <param name="weights">What each sign is worth, in the order of <see cref="CreditSign"/>.</param>
/// <param name="wholes">What each is worth where the whole text may be a credit.</param>
internal sealed class CreditReader(IReadOnlyList<int> weights, IReadOnlyList<int> wholes)
{
    // What may stand before a whole credit; what parts it from what stands before; what no label holds.
    private static readonly SearchValues<char> Lead = SearchValues.Create(" \n\t\u00A0\u3000▲△▼◆↑（([【|—–-/／"),
        Marks = SearchValues.Create(".。!?|｜(（\n，,：:"), NoLabel = SearchValues.Create(".,;，。、");

    private const int LongestOpeningLine = 60;

    private readonly int[] weights = [.. weights], wholes = [.. wholes];

    /// <summary>By the weights of <see cref="LearnedWeights"/>.</summary>
    public static CreditReader Default { get; } = new(LearnedWeights.Credits, LearnedWeights.WholeCredits);

    /// <summary>Where the credit is at the text's end, which may be all of it; null where there is none.</summary>
    public CreditPlace? Find(ReadOnlySpan<char> text, CreditHabits habits, int element = -1)
    {
        CreditPlace? best = WholePlace(text);
        int most = best is { } whole ? Weigh(wholes, Signs(text, whole, CreditHabits.None)) : 0;
        best = most > 0 ? best : null;
        most = Math.Max(0, most);
        foreach (CreditPlace place in CreditPlaces.Find(text, element))
        {
            int weight = HasLetter(text[..place.Start]) ? Weigh(weights, Signs(text, place, habits)) : 0;
            if (weight > most)
            {
                most = weight;
                best = place;
            }
        }

        return best;
    }

    /// <summary>Whether the whole text is a credit and nothing else.</summary>
    public bool IsWhole(ReadOnlySpan<char> text) =>
        WholePlace(text) is { } place && Weigh(wholes, Signs(text, place, CreditHabits.None)) > 0
        && Find(text, CreditHabits.None) is { Join: CreditSign.Whole };

    /// <summary>
    /// How long the text's first line is where it is a credit and a sentence follows on the next: 'The Daily Shimbun', then what the image
    /// shows; 0 where it is not. A name alone may be who is shown, so something must say that it is a house, an agency or a label.
    /// </summary>
    public int OpeningLine(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf('\n');
        if (end is < 2 or > LongestOpeningLine || text[end..].Trim() is not [.., '.' or '。' or '!' or '?' or '！' or '？'] || text.Length < end * 2)
        {
            return 0;
        }

        ulong signs = Signs(text, new CreditPlace(end, 0, end, CreditSign.OnOwnLine), CreditHabits.None);
        return (signs & (Telling | Bit(CreditSign.House) | Bit(CreditSign.Label))) != 0 && Weigh(weights, signs & ~Bit(CreditSign.CaptionIsSentence)) > 0
            ? end : 0;
    }

    /// <summary>Whether a credit is written at the end of a longer text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">Whether to look for it at all; false is told where not.</param>
    /// <param name="whole">Whether the whole text is a credit and nothing else, which is told in any case.</param>
    public bool EndsInCredit(ReadOnlySpan<char> text, bool wanted, out bool whole)
    {
        CreditPlace? place = wanted ? Find(text, CreditHabits.None) : null;
        whole = wanted ? place is { Join: CreditSign.Whole } : IsWhole(text);
        return !whole && place is not null;
    }

    /// <summary>The place that is the whole text, without brackets around it; null where it is too long or empty.</summary>
    public static CreditPlace? WholePlace(ReadOnlySpan<char> text)
    {
        int from = text.IndexOfAnyExcept(Lead), to = text.TrimEnd(" \n\t\u00A0\u3000）)]】;").Length;
        return from < 0 || to - from is < 2 or > CreditPlaces.Longest ? null : new CreditPlace(0, from, to, CreditSign.Whole);
    }

    /// <summary>What the place shows, a bit for each sign.</summary>
    public static ulong Signs(ReadOnlySpan<char> text, CreditPlace place, CreditHabits habits)
    {
        ReadOnlySpan<char> dated = text[place.From..place.To].Trim(), words = WithoutDate(dated), before = text[..place.Start].TrimEnd();
        bool label = CreditLabels.Opens(words) || CreditLabels.OpensBracket(words) || PrefixedCredits.Find(words) == 0
            || IsPictureOfName(words);
        ReadOnlySpan<char> names = label ? WithoutLabel(words) : words;
        ulong signs = Bit(CreditSign.Any) | Bit(place.Join) | CreditWords.Of(names);
        bool agency = AgencyNames.MayStandIn(words),
            sentence = before is [.., '.' or '。' or '!' or '！' or '?' or '？' or '”' or '"' or '…' or '।' or '۔' or '؟'];
        signs |= On(CreditSign.CaptionIsSentence, sentence)
            | On(CreditSign.BracketBehindSentence, sentence && place.Join == CreditSign.InBracket)
            | On(CreditSign.Label, label)
            | On(CreditSign.Copyright, words[0] is '©' or 'ⓒ')
            | On(CreditSign.Agency, agency && AgencyCredits.IsWhole(words))
            | On(CreditSign.AgencyInside, agency)
            | On(CreditSign.Signed, SignedCredits.WordAtEnd(words.TrimEnd(" 。.)）")) is > 0 and var length && words.Length > length)
            | On(CreditSign.SignedAndDated, words.Length < dated.Length && SignedCredits.WordAtEnd(words) > 0)
            | On(CreditSign.InBracket, place.Join == CreditSign.Whole && place.From > 0 && text[place.From - 1] is '(' or '（' or '[' or '【')
            | On(CreditSign.OtherScript, before.Length > 0 && IsEastAsian(before) && words[0] < '\u2E80' && words[^1] < '\u2E80')
            | On(CreditSign.HoldsBracket, place.Join != CreditSign.InBracket && words[^1] is ')' or '）' or ']'
                && words.LastIndexOfAny("(（[") > 0)
            | On(CreditSign.LeavesName, place.Start > 0 && LeavesName(before));
        if (!label)
        {
            signs |= On(CreditSign.UnknownLabel, HasUnknownLabel(words));
        }
        else if (names.Length < words.Length)
        {
            // 'Source: arch. priv.': behind a label that opens nothing but credits, the stop of a short form ends no sentence.
            if (names.Count(' ') <= 2 && !CreditLabels.IsPictureAlone(words[..^names.Length]))
            {
                signs &= ~(Bit(CreditSign.Punctuated) | Bit(CreditSign.EndsAsSentence));
            }

            // 'Picture: the harbour' and '图：' before a sentence label a caption, before a name a credit.
            signs |= On(CreditSign.PictureOfSomething, CreditLabels.IsPictureAlone(words[..^names.Length]) && (signs & Telling) == 0
                && (signs & Describing) != 0 && !StartsWithName(names));
        }

        int inside = CreditLabels.Find(words, 0);
        signs |= On(CreditSign.LabelInside, inside > 0);
        if (habits != CreditHabits.None && (signs & (Bit(CreditSign.Position) | Bit(CreditSign.Number))) == 0)
        {
            // Sides and years come again and again as well.
            signs |= On(CreditSign.Repeated, habits.Repeats(words))
                | On(CreditSign.BracketHabit, place.Join == CreditSign.InBracket && habits.EndInBrackets)
                | On(CreditSign.MarkHabit,
                    place.Join is not (CreditSign.InBracket or CreditSign.BehindSpace or CreditSign.BehindComma
                    or CreditSign.BehindSentence) && habits.HasMark(place.Join));
        }

        return signs;
    }

    private const ulong Telling =
        (1UL << (int)CreditSign.AgencyInside) | (1UL << (int)CreditSign.Copyright) | (1UL << (int)CreditSign.Signed) | (
        1UL << (int)CreditSign.SlashInside);

    private const ulong Describing =
        (1UL << (int)CreditSign.PlainWords) | (1UL << (int)CreditSign.OnePlainWord) | (1UL << (int)CreditSign.VeryLongEastAsian)
        | (1UL << (int)CreditSign.Punctuated);

    // '某某攝 109年9月22日': the day after the name is part of the credit, and says nothing of whether it is one.
    private static ReadOnlySpan<char> WithoutDate(ReadOnlySpan<char> words)
    {
        int end = words.TrimEnd("0123456789年月日 \u3000").Length;
        return end > 1 && end < words.Length && words[^1] == '日' && words[(end)..].IndexOf('年') > 0 ? words[..end] : words;
    }

    // '(Photo Ada Marsh)', as French and Swiss papers write it.
    private static bool IsPictureOfName(ReadOnlySpan<char> words)
    {
        int end = TextScan.WordEnd(words, 0);
        return end < words.Length && CreditLabels.IsPictureAlone(words[..end]) && PersonNames.LookLike(words[end..]);
    }

    // Two words with capitals, or one and the mark of a list.
    private static bool StartsWithName(ReadOnlySpan<char> words)
    {
        int end = TextScan.WordEnd(words, 0), next = TextScan.SkipSpace(words, end);
        return words.Length > 0 && char.IsUpper(words[0])
            && ((next < words.Length && char.IsUpper(words[next])) || words[..end].IndexOfAny(",/") > 0);
    }

    private static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> words)
    {
        if (CreditLabels.ShortFormEnd(words) is > 0 and var shortForm)
        {
            return words[shortForm..].Trim();
        }

        int colon = words[..Math.Min(words.Length, 40)].IndexOfAny(":：=＝・");
        colon = colon < 0 ? words[..Math.Min(words.Length, 8)].IndexOfAny("/／") : colon;
        ReadOnlySpan<char> rest = colon > 0 && CreditLabels.Is(words[..colon].Trim()) ? words[(colon + 1)..].Trim() : words;
        return rest.Length > 0 ? rest : words;
    }

    private static int Weigh(int[] weights, ulong signs)
    {
        int sum = 0;
        for (ulong left = signs; left != 0; left &= left - 1)
        {
            sum += weights[System.Numerics.BitOperations.TrailingZeroCount(left)];
        }

        return sum;
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static ulong Bit(CreditSign sign) => 1UL << (int)sign;

    private static ulong On(CreditSign sign, bool on) => on ? Bit(sign) : 0;

    private static bool IsEastAsian(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char c in text[Math.Max(0, text.Length - 20)..])
        {
            letters += c >= '\u2E80' ? 1 : 0;
        }

        return letters * 2 > Math.Min(20, text.Length);
    }

    // 'Kuva: A. Name': one or two words, a colon, and no more than names.
    private static bool HasUnknownLabel(ReadOnlySpan<char> words)
    {
        int colon = words.IndexOfAny(':', '：');
        if (colon is not (> 1 and <= 24) || colon >= words.Length - 2)
        {
            return false;
        }

        ReadOnlySpan<char> label = words[..colon].TrimEnd('.'), rest = words[(colon + 1)..].TrimEnd(".").Trim();
        bool hasNoCapitals = rest.Length > 0 && char.GetUnicodeCategory(rest[0]) == System.Globalization.UnicodeCategory.OtherLetter;
        return label.Count(' ') <= 2 && label.IndexOfAny(NoLabel) < 0
            && (PersonNames.LookLike(rest) || (hasNoCapitals && rest.Length <= (rest[0] >= '\u2E80' ? 12 : 40) && rest.Count(' ') <= 4));
    }

    // 'A. Name / Reuters': at the slash a name stands before it.
    private static bool LeavesName(ReadOnlySpan<char> before)
    {
        int start = before.LastIndexOfAny(Marks);
        ReadOnlySpan<char> last = before[(start + 1)..].Trim();
        return start >= 0 && last.Length is > 2 and < 40 && PersonNames.LookLike(last);
    }
}
