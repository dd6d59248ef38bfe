using System.Collections.Frozen;
using System.Text;

namespace FeedBook.Text;

/// <summary>How common the letters of a language's alphabet are, for judging single-byte encodings.</summary>
internal sealed class AlphabetLetters
{
    private const double Strange = -8, Rare = -5.5, Sign = -3.2, Accent = -2.3, Capitals = -1.2;
    private readonly FrozenDictionary<char, double> _weights;
    private readonly bool _latin;

    private AlphabetLetters(string languages, string letters, bool latin)
    {
        (Languages, _latin) = (languages, latin);
        var weights = new Dictionary<char, double>();
        double sum = Enumerable.Range(0, letters.Length).Sum(rank => 1.0 / (rank + 4));
        for (int rank = 0; rank < letters.Length; rank++)
        {
            // Of Latin text only the accents are judged: which there are tells the language, not how many of each.
            weights[letters[rank]] = latin ? Accent : Math.Log(1.0 / (rank + 4) / sum);
        }

        _weights = weights.ToFrozenDictionary();
    }

    /// <summary>The languages written with it, parted by spaces.</summary>
    public string Languages { get; }

    // From the commonest letter to the rarest; of Latin alphabets only the letters beyond ASCII.
    private static readonly AlphabetLetters Cyrillic =
        new("ru bg uk be mk sr kk mn", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґјўљњћђџ", false);
    private static readonly AlphabetLetters Greek = new("el", "αοιετσνηυρπκμλςόίάέωδγήχθύφώβξζψϊϋΐΰ", false);
    private static readonly AlphabetLetters Hebrew = new("he iw yi", "יוהלארתבשמםנדקחעכפטגזסצןךףץ", false);
    private static readonly AlphabetLetters Arabic = new("ar fa ur", "اليمنرتوبعدهسفكقحةجأصشطخىذزئإضثءغظؤآپچژگ", false);
    private static readonly AlphabetLetters Thai = new("th", "านรกอเงมยลวดทสต่้ิีัะปบคหแจไพชขใ็ื์ุูำโผซถภณธึศญษฟฐฝฉฮฎฏๆ", false);
    private static readonly AlphabetLetters Western = new(
        "fr de es pt it nl sv da nb nn no fi ca gl eu af id", "éäöüóáíèçñãßàêåøæõúôâîûùòìëïœ", true);

    private static readonly AlphabetLetters Icelandic = new("is fo", "áéíóöúýðþæø", true);

    private static readonly AlphabetLetters Polish = new("pl", "łąęóśżćńź", true);
    private static readonly AlphabetLetters Czech = new("cs sk", "íáéěšřčžýůúťďňľôäĺŕ", true);
    private static readonly AlphabetLetters Hungarian = new("hu", "áéöóőíüúű", true);
    private static readonly AlphabetLetters SouthSlavic = new("hr sl bs sr", "čšžćđ", true);
    private static readonly AlphabetLetters Romanian = new("ro", "ăţşîâ", true);
    private static readonly AlphabetLetters Turkish = new("tr az", "ışüğçöâî", true);
    private static readonly AlphabetLetters Baltic = new("lt lv et", "āšėīēįžųūčņąęļģķäõöü", true);

    /// <summary>The alphabets that an encoding was made for; none where it is not judged by alphabets.</summary>
    public static ReadOnlySpan<AlphabetLetters> For(string name) => name switch
    {
        "windows-1251" or "koi8-r" or "koi8-u" or "ibm866" or "iso-8859-5" or "x-mac-cyrillic" => new[] { Cyrillic },
        "windows-1253" or "iso-8859-7" => new[] { Greek },
        "windows-1255" or "iso-8859-8" or "iso-8859-8-i" => new[] { Hebrew },
        "windows-1256" or "iso-8859-6" => new[] { Arabic },
        "windows-874" => new[] { Thai },
        "windows-1252" or "iso-8859-15" or "macintosh" => new[] { Western, Icelandic },
        "windows-1250" or "iso-8859-2" => new[] { Polish, Czech, Hungarian, SouthSlavic, Romanian },
        "windows-1254" => new[] { Turkish },
        "windows-1257" or "iso-8859-13" => new[] { Baltic },
        _ => [],
    };

    /// <summary>How well the letters fit, about 0 to 1, and how many there are.</summary>
    /// <param name="sample">The bytes.</param>
    /// <param name="encoding">Their decoder.</param>
    public (double Score, int Letters) Score(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        string text = encoding.GetString(sample);
        if (text.Length != sample.Length)
        {
            return (0, 0);
        }

        double sum = 0;
        int letters = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (sample[i] < 0x80)
            {
                continue;
            }

            letters++;
            char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.Length ? text[i + 1] : ' ';
            sum += Weigh(text[i], before, after);
        }

        // A text of the language gives about -2.9 a letter, chance -4.5 and less.
        return (letters == 0 ? 0 : Math.Clamp((sum / letters / 2.2) + 2.25, -1, 1), letters);
    }

    private static bool IsWritersSign(char c) =>
        char.IsPunctuation(c) || char.IsSeparator(c) || c is '€' or '£' or '°' or '©' or '®' or '™' or '№' or '½';

    private double Weigh(char c, char before, char after)
    {
        bool ascii = char.IsAsciiLetter(before) || char.IsAsciiLetter(after), joined = before >= 0x80 && char.IsLetter(before);
        if (!char.IsLetter(c) && !(c is >= '\u0E30' and <= '\u0E4E')
            && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
        {
            // Quotes, dashes and spaces stand beside words; a sign inside one shows that it is none.
            return c == '\uFFFD' || char.IsControl(c) ? Strange * 1.5
                : !IsWritersSign(c) || (char.IsLetter(before) && char.IsLetter(after) && c is not '’') ? Strange
                : Sign;
        }

        bool upper = char.IsUpper(c);
        double weight = _weights.TryGetValue(upper ? char.ToLowerInvariant(c) : c, out double found) ? found : Rare;
        if (upper && char.IsLetter(before))
        {
            weight += char.IsLower(before) ? Rare : Capitals; // no word has a capital in its middle, and few are all capitals
        }

        if (_latin)
        {
            // Accented letters stand among plain ones; two in a row are rare, three are another alphabet.
            return weight + (ascii ? 0.3 : joined || (after >= 0x80 && char.IsLetter(after)) ? -3.5 : -0.5) - (joined ? 1 : 0);
        }

        return weight - (ascii ? 4 : 0);
    }
}
