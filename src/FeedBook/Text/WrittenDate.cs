using System.Globalization;

namespace FeedBook.Text;

/// <summary>Days as a byline names them.</summary>
internal static class WrittenDate
{
    // The months as they stand in a date, the sign behind the day, and what joins the parts. Source: Unicode CLDR 47, long dates.
    private static readonly Dictionary<string, (string Months, string Day, string Joint)> ByLanguage = new(StringComparer.Ordinal)
    {
        ["de"] = ("Januar Februar März April Mai Juni Juli August September Oktober November Dezember", ".", " "),
        ["fr"] = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "", " "),
        ["es"] = ("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "", " de "),
        ["it"] = ("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "", " "),
        ["pt"] = ("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "", " de "),
        ["nl"] = ("januari februari maart april mei juni juli augustus september oktober november december", "", " "),
        ["sv"] = ("januari februari mars april maj juni juli augusti september oktober november december", "", " "),
        ["da"] = ("januar februar marts april maj juni juli august september oktober november december", ".", " "),
        ["nb"] = ("januar februar mars april mai juni juli august september oktober november desember", ".", " "),
        ["fi"] = ("tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta", ".", " "),
        ["pl"] = ("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", "", " "),
        ["cs"] = ("ledna února března dubna května června července srpna září října listopadu prosince", ".", " "),
        ["tr"] = ("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık", "", " "),
        ["ru"] = ("января февраля марта апреля мая июня июля августа сентября октября ноября декабря", "", " "),
        ["uk"] = ("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", "", " "),
        ["el"] = ("Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου", "", " "),
    };

    /// <summary>A day, written as the language writes it where that is known and by ISO 8601 where not.</summary>
    public static string Of(DateTimeOffset date, string language) => LanguageTag.Primary(language) switch
    {
        // The invariant culture's names of the months are the English ones.
        "en" => date.ToString(language.StartsWith("en-US", StringComparison.Ordinal) ? "MMMM d, yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture),
        "zh" or "ja" => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture),
        "ko" => date.ToString("yyyy'년 'M'월 'd'일'", CultureInfo.InvariantCulture),
        "vi" => date.ToString("d' tháng 'M', 'yyyy", CultureInfo.InvariantCulture),
        "ar" or "he" or "fa" => date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
        { } primary when ByLanguage.TryGetValue(primary is "no" or "nn" ? "nb" : primary, out (string Months, string Day, string Joint) words) =>
            FormattableString.Invariant($"{date.Day}{words.Day}{words.Joint}{words.Months.Split(' ')[date.Month - 1]}{words.Joint}{date.Year}"),
        _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
