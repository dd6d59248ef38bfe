using System.Collections.Frozen;
using System.Globalization;

namespace FeedBook.Content;

/// <summary>The numbers and letters of lists, those of other scripts than Latin as CSS Counter Styles 3 defines them.</summary>
internal static class ListNumerals
{
    private const string ChineseDigits = "零一二三四五六七八九";
    private const string LatinLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] Bullets = ["•", "◦", "▪"];

    private static readonly (int Value, string Text)[] RomanParts =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
        (5, "V"), (4, "IV"), (1, "I")];

    private static readonly (char Marker, string[] Names, string Signs, Kind Kind)[] Systems =
    [
        ('α', ["lower-greek"], "αβγδεζηθικλμνξοπρστυφχψω", Kind.Letters),
        ('一', ["cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "japanese-informal"], "", Kind.Chinese),
        ('甲', ["cjk-heavenly-stem"], "甲乙丙丁戊己庚辛壬癸", Kind.Once),
        ('子', ["cjk-earthly-branch"], "子丑寅卯辰巳午未申酉戌亥", Kind.Once),
        ('あ', ["hiragana"], "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん", Kind.Letters),
        ('ア', ["katakana"], "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン", Kind.Letters),
        ('い', ["hiragana-iroha"], "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす", Kind.Letters),
        ('イ', ["katakana-iroha"], "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス", Kind.Letters),
        ('١', ["arabic-indic"], "٠", Kind.Digits),
        ('۱', ["persian", "urdu"], "۰", Kind.Digits),
        ('१', ["devanagari"], "०", Kind.Digits),
        ('১', ["bengali"], "০", Kind.Digits),
        ('੧', ["gurmukhi"], "੦", Kind.Digits),
        ('૧', ["gujarati"], "૦", Kind.Digits),
        ('௧', ["tamil"], "௦", Kind.Digits),
        ('౧', ["telugu"], "౦", Kind.Digits),
        ('೧', ["kannada"], "೦", Kind.Digits),
        ('൧', ["malayalam"], "൦", Kind.Digits),
        ('๑', ["thai"], "๐", Kind.Digits),
        ('໑', ["lao"], "໐", Kind.Digits),
        ('១', ["khmer", "cambodian"], "០", Kind.Digits),
        ('၁', ["myanmar"], "၀", Kind.Digits),
    ];

    private static readonly FrozenDictionary<string, char> Markers =
        Systems.SelectMany(system => system.Names.Select(name => (name, system.Marker)))
            .ToFrozenDictionary(one => one.name, one => one.Marker, StringComparer.OrdinalIgnoreCase);

    private enum Kind
    {
        /// <summary>Letters that go on with two of them: after the last comes the first twice.</summary>
        Letters,

        /// <summary>Signs that end with the last.</summary>
        Once,

        /// <summary>Ten digits, from this zero on.</summary>
        Digits,

        /// <summary>Digits and words for ten and a hundred.</summary>
        Chinese,
    }

    /// <summary>The sign of one in a system that CSS has a name for; null for names of no such system.</summary>
    public static char? MarkerOf(string name) => Markers.TryGetValue(name, out char marker) ? marker : null;

    /// <summary>What CSS calls the system; null for the Latin ones, which HTML's <c>type</c> names.</summary>
    public static string? NameOf(char marker) => Find(marker)?.Names[0];

    /// <summary>A number as a list writes it: <c>4</c>, <c>d</c>, <c>iv</c>.</summary>
    public static string Number(int number, char marker) => marker switch
    {
        'a' when number > 0 => Letters(number, LatinLetters).ToLowerInvariant(),
        'A' when number > 0 => Letters(number, LatinLetters),
        'i' when number is > 0 and < 4000 => Roman(number).ToLowerInvariant(),
        'I' when number is > 0 and < 4000 => Roman(number),
        _ => Text(number, marker) ?? number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A number in the system of a marker; null where the system has none for it.</summary>
    public static string? Text(int number, char marker)
    {
        if (Find(marker) is not { } system || number < 1)
        {
            return null;
        }

        return system.Kind switch
        {
            Kind.Digits => string.Concat(
            number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(system.Signs[0] + digit - '0'))),
            Kind.Once => number <= system.Signs.Length ? system.Signs[number - 1].ToString() : null,
            Kind.Chinese => number < 1000 ? Chinese(number) : null,
            _ => Letters(number, system.Signs),
        };
    }

    /// <summary>What stands before an item without a number, in a list that lies in so many others.</summary>
    public static string Bullet(int depth) => Bullets[Math.Min(depth, Bullets.Length - 1)];

    /// <summary>What stands between a number and its item.</summary>
    public static string Suffix(char marker) =>
        Find(marker) is { Kind: Kind.Chinese or Kind.Once } || marker is >= 'あ' and <= 'ン' ? "、" : ".";

    private static (char Marker, string[] Names, string Signs, Kind Kind)? Find(char marker)
    {
        if (marker < '\u0080')
        {
            return null;
        }

        int found = Array.FindIndex(Systems, system => system.Marker == marker);
        return found < 0 ? null : Systems[found];
    }

    private static string Letters(int number, string signs)
    {
        string letters = "";
        for (; number > 0; number = (number - 1) / signs.Length)
        {
            letters = signs[(number - 1) % signs.Length] + letters;
        }

        return letters;
    }

    private static string Roman(int number)
    {
        string roman = "";
        foreach ((int value, string text) in RomanParts)
        {
            for (; number >= value; number -= value)
            {
                roman += text;
            }
        }

        return roman;
    }

    private static string Chinese(int number)
    {
        string text = number >= 100 ? ChineseDigits[number / 100] + "百" : "";
        int tens = number / 10 % 10, ones = number % 10;
        text += tens > 1 || (tens == 1 && number > 99) ? ChineseDigits[tens] + "十" : tens == 1 ? "十" : number > 100 && ones > 0 ? "零" : "";
        return ones > 0 ? text + ChineseDigits[ones] : text;
    }
}
