using System.Buffers;
using System.Runtime.InteropServices;

namespace FeedBook.Html.Figures;

/// <summary>
/// Tells the credit in a caption from the caption, by what each place where one may begin shows. No table of names decides: each sign has
/// its weight, and a place whose weights come to more than nothing is a credit's. It remembers the texts it was asked about: one for each
/// article, on one thread.
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

    // A text is asked about when its caption is sought, and again when that is parted from its credit.
    private readonly Dictionary<string, CreditText> known = new(StringComparer.Ordinal);

    /// <summary>A new one for one article, by the weights of <see cref="LearnedWeights"/>.</summary>
    public static CreditReader Learned() => new(LearnedWeights.Credits, LearnedWeights.WholeCredits);

    /// <summary>Where the credit is at the text's end, which may be all of it; null where there is none.</summary>
    public CreditPlace? Find(string text, CreditHabits habits, int element = -1)
    {
        CreditText looked = Look(text);
        if (habits == CreditHabits.None && element < 0 && looked.IsSettled)
        {
            return looked.Credit;
        }

        int most = Math.Max(0, WeighWhole(looked));
        CreditPlace? best = most > 0 ? looked.Whole : null;
        int rest = CreditChances.Most(weights, looked.Possible & ~Seen);
        List<CreditPlace> places = element < 0 ? looked.Places : CreditPlaces.Find(text, element);
        for (int i = 0; i < places.Count; i++)
        {
            CreditPlace place = places[i];
            int weight = HasLetter(text.AsSpan(..place.Start)) ? WeighPlace(looked, place, habits, rest, most) : 0;
            if (weight > most)
            {
                most = weight;
                best = place;
            }
        }

        if (habits == CreditHabits.None && element < 0)
        {
            looked.Settle(best);
        }

        return best;
    }

    /// <summary>Whether the whole text is a credit and nothing else.</summary>
    public bool IsWhole(string text) => WeighWhole(Look(text)) > 0 && Find(text, CreditHabits.None) is { Join: CreditSign.Whole };

    /// <summary>The places in the text where a credit may begin, without one that only an element tells.</summary>
    public List<CreditPlace> PlacesIn(string text) => Look(text).Places;

    private CreditText Look(string text)
    {
        ref CreditText? looked = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text, out _);
        return looked ??= new CreditText(text);
    }

    // What the whole text comes to as a credit; no more than nothing where it cannot be one.
    private int WeighWhole(CreditText looked) =>
        looked.WholeWeight ?? (looked.WholeWeight = looked.Whole is { } place ? WeighWhole(looked, place) : 0).Value;

    private int WeighWhole(CreditText looked, CreditPlace place)
    {
        ulong possible = looked.PossibleAt(place);
        int most = wholes[(int)CreditSign.Any] + wholes[(int)CreditSign.Whole] + CreditChances.Most(wholes, possible & ~Seen)
            + (IsBehindBracket(looked.Text, place) ? Math.Max(0, wholes[(int)CreditSign.InBracket]) : 0);
        if (most <= 0)
        {
            return most;
        }

        most -= Without(looked, place, possible, wholes);
        return most <= 0 ? most : Weigh(wholes, looked.SignsOf(place));
    }

    // What the place comes to; no more than <paramref name="most"/> where it cannot be worth more.
    private int WeighPlace(CreditText looked, CreditPlace place, CreditHabits habits, int rest, int most)
    {
        ulong possible = looked.PossibleAt(place);
        rest = possible == looked.Possible ? rest : CreditChances.Most(weights, possible & ~Seen);

        // First what the place says of itself, then whether a label opens it, and all signs only where these could be enough.
        int highest = weights[(int)CreditSign.Any] + weights[(int)place.Join] + rest
            + (EndsSentence(looked.Text.AsSpan(..place.Start).TrimEnd()) ? Math.Max(0, weights[(int)CreditSign.CaptionIsSentence])
                + (place.Join == CreditSign.InBracket ? Math.Max(0, weights[(int)CreditSign.BracketBehindSentence]) : 0) : 0)
            + CreditChances.Most(weights, habits.Possible(place.Join));
        if (highest <= most)
        {
            return most;
        }

        highest -= Without(looked, place, possible, weights);
        return highest <= most ? most : Weigh(weights, WithHabits(looked.SignsOf(place), looked.Text, place, habits));
    }

    // What the most that a place can come to is less by, once it is known whether a label opens it.
    private static int Without(CreditText looked, CreditPlace place, ulong possible, int[] weights)
    {
        if (looked.IsLabelled(place))
        {
            return Math.Max(0, (possible & Bit(CreditSign.UnknownLabel)) != 0 ? weights[(int)CreditSign.UnknownLabel] : 0);
        }

        ReadOnlySpan<char> words = WithoutDate(looked.Text.AsSpan(place.From..place.To).Trim());
        int width = Evidence.Width(words);
        return Math.Max(0, weights[(int)CreditSign.Label])
            + ((possible & Bit(CreditSign.UnknownLabel)) != 0 && !HasUnknownLabel(words)
                ? Math.Max(0, weights[(int)CreditSign.UnknownLabel]) : 0)
            - (width > CreditWords.Widest ? weights[(int)CreditSign.Wide] : 0)
            - (width > CreditWords.VeryWidest ? weights[(int)CreditSign.VeryWide] : 0);
    }

    private static bool EndsSentence(ReadOnlySpan<char> before) =>
        before is [.., '.' or '。' or '!' or '！' or '?' or '？' or '”' or '"' or '…' or '।' or '۔' or '؟'];

    private static bool IsBehindBracket(ReadOnlySpan<char> text, CreditPlace place) =>
        place.From > 0 && text[place.From - 1] is '(' or '（' or '[' or '【';

    // The signs of how a place is joined, of what stands before it, and of what items do again and again: they need no look at its words.
    private static readonly ulong Seen =
        Bit(CreditSign.Any) | Bit(CreditSign.InBracket) | Bit(CreditSign.BehindBar) | Bit(CreditSign.BehindSlash)
        | Bit(CreditSign.BehindDash) | Bit(CreditSign.OnOwnLine) | Bit(CreditSign.BehindSentence) | Bit(CreditSign.BehindSpace)
        | Bit(CreditSign.BehindComma) | Bit(CreditSign.InOwnElement) | Bit(CreditSign.Whole) | Bit(CreditSign.CaptionIsSentence)
        | Bit(CreditSign.BracketBehindSentence) | Bit(CreditSign.Wide) | Bit(CreditSign.VeryWide) | CreditHabits.Signs;

    /// <summary>
    /// How long the text's first line is where it is a credit and a sentence follows on the next: 'The Daily Shimbun', then what the image
    /// shows; 0 where it is not. A name alone may be who is shown, so something must say that it is a house, an agency or a label.
    /// </summary>
    public int OpeningLine(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf('\n');
        if (end is < 2 or > LongestOpeningLine || text[end..].Trim() is not [.., '.' or '。' or '!' or '?' or '！' or '？']
            || text.Length < end * 2)
        {
            return 0;
        }

        ulong signs = Signs(text, new CreditPlace(end, 0, end, CreditSign.OnOwnLine), CreditHabits.None);
        return (signs & (Telling | Bit(CreditSign.House) | Bit(CreditSign.Label))) != 0
            && Weigh(weights, signs & ~Bit(CreditSign.CaptionIsSentence)) > 0
            ? end : 0;
    }

    /// <summary>Whether a credit is written at the end of a longer text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">Whether to look for it at all; false is told where not.</param>
    /// <param name="whole">Whether the whole text is a credit and nothing else, which is told in any case.</param>
    public bool EndsInCredit(string text, bool wanted, out bool whole)
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
    public static ulong Signs(ReadOnlySpan<char> text, CreditPlace place, CreditHabits habits) =>
        WithHabits(Signs(text, place, ulong.MaxValue, IsLabelled(text[place.From..place.To])), text, place, habits);

    /// <summary>The same without habits, where it is known already which signs are worth looking for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The place.</param>
    /// <param name="possible">What <see cref="CreditChances"/> tells.</param>
    /// <param name="label">What <see cref="IsLabelled"/> tells.</param>
    public static ulong Signs(ReadOnlySpan<char> text, CreditPlace place, ulong possible, bool label)
    {
        ReadOnlySpan<char> dated = text[place.From..place.To].Trim(), words = WithoutDate(dated), before = text[..place.Start].TrimEnd();
        ReadOnlySpan<char> names = label ? WithoutLabel(words) : words;
        ulong signs = Bit(CreditSign.Any) | Bit(place.Join) | CreditWords.Of(names, possible);
        bool agency = (possible & Bit(CreditSign.AgencyInside)) != 0 && AgencyNames.MayStandIn(words), sentence = EndsSentence(before);
        signs |= On(CreditSign.CaptionIsSentence, sentence)
            | On(CreditSign.BracketBehindSentence, sentence && place.Join == CreditSign.InBracket)
            | On(CreditSign.Label, label)
            | On(CreditSign.Copyright, words[0] is '©' or 'ⓒ')
            | On(CreditSign.Agency, agency && AgencyCredits.IsWhole(words))
            | On(CreditSign.AgencyInside, agency)
            | On(CreditSign.Signed, SignedCredits.WordAtEnd(words.TrimEnd(" 。.)）")) is > 0 and var length && words.Length > length)
            | On(CreditSign.SignedAndDated, words.Length < dated.Length && SignedCredits.WordAtEnd(words) > 0)
            | On(CreditSign.InBracket, place.Join == CreditSign.Whole && IsBehindBracket(text, place))
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
        return signs;
    }

    // Sides and years come again and again as well.
    private static ulong WithHabits(ulong signs, ReadOnlySpan<char> text, CreditPlace place, CreditHabits habits) =>
        habits == CreditHabits.None || (signs & (Bit(CreditSign.Position) | Bit(CreditSign.Number))) != 0 ? signs
            : signs | habits.Of(place.Join) | On(CreditSign.Repeated, habits.Repeats(WithoutDate(text[place.From..place.To].Trim())));

    /// <summary>Whether a label opens the words.</summary>
    public static bool IsLabelled(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        if (!CreditLabels.MayOpen(words))
        {
            return false;
        }

        words = WithoutDate(words);
        return CreditLabels.Opens(words) || CreditLabels.OpensBracket(words) || PrefixedCredits.Opens(words) || IsPictureOfName(words);
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
