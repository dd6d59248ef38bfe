using System.Collections.Frozen;

namespace FeedBook.Feeds.Dates;

/// <summary>
/// The names of RFC 822: what nearly every feed writes, kept apart so that the table of all languages (<see cref="WorldNames"/>) is read
/// only where it is needed. Names stand without their full stop, in lower case.
/// </summary>
internal static class DateNames
{
    private static readonly string[] MonthNames =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] DayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>English names of months and their short forms → 1 to 12.</summary>
    public static FrozenDictionary<string, int> Months { get; } = Build(MonthNames, 1);

    /// <summary>English names of days and their short forms → 0 (Sunday) to 6.</summary>
    public static FrozenDictionary<string, int> Days { get; } = Build(DayNames, 0);

    /// <summary>Zone names → minutes east of Greenwich. Single letters as RFC 822 §5.1 has them.</summary>
    public static FrozenDictionary<string, int> Zones { get; } = BuildZones();

    private static FrozenDictionary<string, int> Build(string[] names, int first)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            all[names[i]] = i + first;
            all[names[i][..3]] = i + first;
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, int> BuildZones()
    {
        const string Table =
            "ut=0 utc=0 gmt=0 z=0 wet=0 azost=0 bst=60 ist=330 west=60 cet=60 met=60 mez=60 wat=60 cest=120 mest=120 mesz=120 "
            + "eet=120 sast=120 cat=120 eest=180 msk=180 trt=180 eat=180 msd=240 gst=240 "
            + "irst=210 pkt=300 npt=345 ict=420 wib=420 hkt=480 sgt=480 myt=480 pht=480 awst=480 wita=480 jst=540 kst=540 wit=540 "
            + "acst=570 aest=600 acdt=630 aedt=660 nzst=720 nzdt=780 "
            + "nst=-210 ndt=-150 at=-240 ast=-240 adt=-180 et=-300 est=-300 edt=-240 ct=-360 cst=-360 cdt=-300 mt=-420 mst=-420 mdt=-360 "
            + "pt=-480 pst=-480 pdt=-420 akst=-540 akdt=-480 hst=-600 hadt=-540 "
            + "brt=-180 brst=-120 art=-180 clt=-240 clst=-180 cot=-300 pet=-300 ect=-300 vet=-240 uyt=-180";
        var zones = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string entry in Table.Split(' '))
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            zones[entry[..equals]] = int.Parse(entry.AsSpan(equals + 1), System.Globalization.CultureInfo.InvariantCulture);
        }

        for (int i = 0; i < 12; i++)
        {
            zones["abcdefghiklm"[i].ToString()] = -60 * (i + 1);
            zones["nopqrstuvwxy"[i].ToString()] = 60 * (i + 1);
        }

        return zones.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
