using System.Globalization;
using FeedBook.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Days as a byline names them.</summary>
internal static class WrittenDate
{
    /// <summary>A day, written as the language writes it where that is known and by ISO 8601 where not.</summary>
    public static string Of(DateTimeOffset date, string language) => LanguageTag.Primary(language) switch
    {
        // The invariant culture's names of the months are the English ones.
        "en" => date.ToString(language.StartsWith("en-US", StringComparison.Ordinal) ? "MMMM d, yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture),
        "zh" or "ja" => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture),
        "ko" => date.ToString("yyyy'년 'M'월 'd'일'", CultureInfo.InvariantCulture),
        "de" => date.ToString("d'. '", CultureInfo.InvariantCulture) + Month(date, "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        "fr" => date.ToString("%d' '", CultureInfo.InvariantCulture) + Month(date, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        "es" => date.ToString("d' de '", CultureInfo.InvariantCulture) + Month(date, "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", " de "),
        "ru" => date.ToString("%d' '", CultureInfo.InvariantCulture) + Month(date, "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        "ar" or "he" or "fa" => date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
        _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Month(DateTimeOffset date, string names, string joint = " ") =>
        FormattableString.Invariant($"{names.Split(' ')[date.Month - 1]}{joint}{date.Year}");
}
