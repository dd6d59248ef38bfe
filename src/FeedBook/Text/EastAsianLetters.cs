using System.Collections.Frozen;
using System.Text;

namespace FeedBook.Text;

/// <summary>
/// How common the characters of an East Asian encoding are: kana, the most frequent characters and syllables, the tables' common halves.
/// </summary>
internal sealed class EastAsianLetters
{
    private const string Simplified =
        "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前"
        + "所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口"
        + "使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果"
        + "亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队花快条院变联言权往展该领传近留红治";

    private const string Traditional =
        "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前"
        + "所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口"
        + "使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師書比住員九性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果"
        + "親界及今京務制解各任至清物台象記邊共風戰干接它許八特覺望直服毛林題建南度統色字請交愛讓認算論百吃義科怎元社術結六功指思非流每青管夫連遠資隊花快條院變聯言權往展該領傳近留紅治港臺灣";

    private const string Hangul =
        "이다는의에을하고가지를은도한기사로어대서아리나인자그라일있것들게해정시수전여오스과보주원제부구장만상동공성으년면위조비없학국유회신계생관안진소발업내우되연미경실무중용모물적명방"
        + "세마등때문선월린속트당단분민요할결재심교급화형질차권개역최통습니까강저습양남더말작품영현운체금산외식외";

    private readonly Encoding _encoding;
    private readonly FrozenSet<char> _frequent;
    private readonly Func<char, bool> _isCommon;

    private EastAsianLetters(string languages, string name, string frequent, Func<char, bool> isCommon)
    {
        (Languages, _encoding, _frequent, _isCommon) = (languages, EncodingLabels.Decoder(name), frequent.ToFrozenSet(), isCommon);
    }

    /// <summary>The language written so.</summary>
    public string Languages { get; }

    /// <summary>The judge of an encoding; null where it is not East Asian.</summary>
    /// <param name="name">Its WHATWG name.</param>
    /// <param name="language">The language that the document names; of use where one script has two.</param>
    public static EastAsianLetters? For(string name, string? language)
    {
        bool traditional = language is not null && (language.EndsWith("-TW", StringComparison.OrdinalIgnoreCase)
            || language.EndsWith("-HK", StringComparison.OrdinalIgnoreCase)
                || language.Contains("Hant", StringComparison.OrdinalIgnoreCase));
        return name switch
        {
            "gb18030" => new EastAsianLetters(traditional ? "" : "zh", name, Simplified, static _ => false),
            "big5" => new EastAsianLetters(traditional || language is null or "zh" ? "zh" : "", name, Traditional, static _ => false),
            "shift_jis" or "euc-jp" =>
                new EastAsianLetters("ja", name, "日本人大年一国会中出学生時事者上下自分東京私今新月社会", static c => c is >= '\u3041' and <= '\u30FE'),
            "euc-kr" => new EastAsianLetters("ko", name, Hangul, static _ => false),
            _ => null,
        };
    }

    /// <summary>How well the characters fit, about 0 to 1, and how many there are.</summary>
    public (double Score, int Letters) Score(ReadOnlySpan<byte> sample)
    {
        // A pair may be cut at the sample's end.
        string text = _encoding.GetString(sample).TrimEnd('\uFFFD');
        double sum = 0;
        int letters = 0;
        foreach (char c in text)
        {
            if (c < '\u0080')
            {
                continue;
            }

            letters++;
            sum += Weigh(c);
        }

        return (letters == 0 ? 0 : Math.Clamp(sum / letters, -1, 1), letters);
    }

    private double Weigh(char c)
    {
        if (_isCommon(c))
        {
            return 1;
        }

        if (_frequent.Contains(c))
        {
            return 1.3;
        }

        return c switch
        {
            '\uFFFD' or (>= '\uE000' and <= '\uF8FF') => -3,
            >= '\uFF61' and <= '\uFF9F' => -0.3, // half-width kana: what other encodings' bytes give by chance
            (>= '\u3000' and <= '\u3020') or (>= '\uFF01' and <= '\uFF5E') or (>= '\u2010' and <= '\u203F') => 0.7,
            _ => IsInCommonHalf(c) ? 0.35 : -0.2,
        };
    }

    // The tables put common characters before rare ones: GB 2312's and JIS's first level, Big5's first half, the syllables of KS X 1001.
    private bool IsInCommonHalf(char c)
    {
        Span<byte> code = stackalloc byte[8];
        int length = _encoding.GetBytes([c], code);
        return length == 2 && _encoding.CodePage switch
        {
            54936 => code[0] is >= 0xB0 and <= 0xD7 && code[1] >= 0xA1,
            950 => code[0] is >= 0xA4 and <= 0xC6,
            932 => code[0] is >= 0x88 and <= 0x97,
            51932 => code[0] is >= 0xB0 and <= 0xCF,
            949 => code[0] is >= 0xB0 and <= 0xC8 && code[1] >= 0xA1,
            _ => false,
        };
    }
}
