using System.Globalization;
using System.Text;

namespace FeedBook.Feeds.Dates;

/// <summary>
/// The text of a date in one manner of writing: figures in 0 to 9, East Asian signs as the separators they are, no comments, no marks.
/// </summary>
internal static class DateText
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>Years of eras, counted from the year before the first.</summary>
    private static readonly (string Name, int Before)[] Eras =
        [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("民國", 1911), ("民国", 1911)];

    /// <summary>Prepares a text for <see cref="DateScanner"/>.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        bool eastAsian = text.ContainsAnyInRange('\u3000', '\u9FFF');
        string whole = eastAsian ? Eastern(text.ToString()) : text.ToString();
        var plain = new StringBuilder(whole.Length);
        int comment = 0;
        foreach (char c in whole)
        {
            // A comment in RFC 822's sense, '+0000 (UTC)', or the day of the week.
            comment += c is '(' or '（' ? 1 : 0;
            if (comment == 0)
            {
                Append(plain, c);
            }

            comment -= c is ')' or '）' && comment > 0 ? 1 : 0;
        }

        string prepared = plain.ToString().TrimEnd(' ', ':');

        // Korean writing without a zone is Korean time.
        return text.ContainsAnyInRange('가', '힣') ? prepared + " KST" : prepared;
    }

    private static void Append(StringBuilder plain, char c)
    {
        switch (c)
        {
            case '：': plain.Append(':'); break;
            case '年' or '년' or '月' or '월': plain.Append('-'); break;
            case '日' or '일' or '秒' or '초' or '\u3000': plain.Append(' '); break;
            case '時' or '时' or '點' or '点' or '시' or '分' or '분': plain.Append(':'); break;
            case '−' or '–' or '‑' or '‐': plain.Append('-'); break;
            case '．': plain.Append('.'); break;
            case '／': plain.Append('/'); break;
            case <= '\u007F': plain.Append(c); break;
            default: AppendRare(plain, c); break;
        }
    }

    private static void AppendRare(StringBuilder plain, char c)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.DecimalDigitNumber:
                plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                break;
            case UnicodeCategory.Format: // marks of direction and joining
                break;
            default:
                plain.Append(c);
                break;
        }
    }

    // Years of an era and Chinese numerals → figures; 元 is the first year.
    private static string Eastern(string text)
    {
        foreach ((string name, int before) in Eras)
        {
            int at = text.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0)
            {
                string rest = Figures(text[(at + name.Length)..].TrimStart());
                rest = rest.StartsWith('元') ? "1" + rest[1..] : rest;
                int digits = rest.TakeWhile(char.IsDigit).Count();
                string year = string.Concat(rest[..digits].Select(c => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))));
                return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && digits <= 3
                    ? (before + count).ToString(CultureInfo.InvariantCulture) + rest[digits..]
                    : text;
            }
        }

        return Figures(text);
    }

    // 二〇二六年十月二十一日 → 2026年10月21日. Numerals count only before a sign of the calendar: 星期一 is a Monday.
    private static string Figures(string text)
    {
        var figures = new StringBuilder(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && (Numeral(text[end]) >= 0 || text[end] == '十'))
            {
                end++;
            }

            if (end > at && end < text.Length && text[end] is '年' or '月' or '日' or '時' or '时' or '點' or '点' or '分' or '秒'
                && !(at > 0 && text[at - 1] is '期' or '曜'))
            {
                figures.Append(Value(text.AsSpan(at, end - at)));
                at = end;
            }
            else
            {
                end = Math.Max(end, at + 1);
                figures.Append(text, at, end - at);
                at = end;
            }
        }

        return figures.ToString();
    }

    private static int Numeral(char c) => c is '零' or '○' ? 0 : Numerals.IndexOf(c, StringComparison.Ordinal);

    private static string Value(ReadOnlySpan<char> numerals)
    {
        int ten = numerals.IndexOf('十');
        if (ten < 0)
        {
            var digits = new StringBuilder();
            foreach (char c in numerals)
            {
                digits.Append((char)('0' + Numeral(c)));
            }

            return digits.ToString();
        }

        int tens = ten == 0 ? 1 : Numeral(numerals[ten - 1]), ones = ten + 1 < numerals.Length ? Numeral(numerals[ten + 1]) : 0;
        return ((Math.Max(tens, 0) * 10) + Math.Max(ones, 0)).ToString(CultureInfo.InvariantCulture);
    }
}
