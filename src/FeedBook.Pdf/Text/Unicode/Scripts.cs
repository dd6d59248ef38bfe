using System.Collections.Frozen;

namespace FeedBook.Pdf.Text.Unicode;

/// <summary>Which scripts are shaped here, and how OpenType names scripts and languages.</summary>
internal static class Scripts
{
    public const int Common = 0;
    public const int Inherited = 1;

    // Scripts whose letters need reordering, stacking or joining that is not done here. Everything else is set letter by letter by right.
    private static readonly FrozenSet<string> Unshaped = FrozenSet.ToFrozenSet(
    [
        "deva", "beng", "guru", "gujr", "orya", "taml", "telu", "knda", "mlym", "sinh", "thai", "laoo", "tibt", "mymr", "khmr", "mong", "syrc", "thaa",
        "nkoo", "tglg", "hano", "buhd", "tagb", "limb", "tale", "talu", "bugi", "lana", "bali", "sund", "batk", "lepc", "phag", "saur", "kali", "rjng",
        "java", "cham", "tavt", "mtei", "brah", "kthi", "cakm", "shrd", "takr", "khoj", "sind", "gran", "tirh", "sidd", "modi", "adlm", "newa", "mand",
        "mani", "phlp", "rohg", "sogd", "dupl", "hmng", "nand", "ahom", "bhks", "marc", "gonm", "gong", "soyo", "zanb", "dogr", "kits", "diak", "chrs", "yezi",
    ]);

    private static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>
    {
        ["ro"] = "ROM ", ["mo"] = "MOL ", ["tr"] = "TRK ", ["az"] = "AZE ", ["crh"] = "CRT ", ["kk"] = "KAZ ", ["tt"] = "TAT ", ["sr"] = "SRB ", ["mk"] = "MKD ",
        ["bg"] = "BGR ", ["nl"] = "NLD ", ["ca"] = "CAT ", ["pl"] = "PLK ", ["vi"] = "VIT ", ["fa"] = "FAR ", ["ur"] = "URD ", ["sd"] = "SND ", ["ks"] = "KSH ",
        ["ku"] = "KUR ", ["ps"] = "PAS ", ["ja"] = "JAN ", ["ko"] = "KOR ", ["zh"] = "ZHS ", ["zh-hant"] = "ZHT ", ["zh-tw"] = "ZHT ", ["zh-hk"] = "ZHH ",
        ["de"] = "DEU ", ["ru"] = "RUS ", ["uk"] = "UKR ", ["el"] = "ELL ", ["he"] = "IWR ", ["ar"] = "ARA ", ["yi"] = "JII ", ["mt"] = "MTS ", ["lt"] = "LTH ",
        ["se"] = "NSM ", ["ba"] = "BSH ", ["cv"] = "CHU ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsUnshaped(string tag) => Unshaped.Contains(tag);

    public static bool IsJoining(string tag) => tag == "arab";

    /// <summary>The OpenType language system tag; null for the default.</summary>
    public static string? LanguageTag(string? language)
    {
        if (string.IsNullOrEmpty(language))
        {
            return null;
        }

        string lower = language.ToLowerInvariant();
        if (Languages.TryGetValue(lower, out string? tag))
        {
            return tag;
        }

        int dash = lower.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && lower.StartsWith("zh-hant", StringComparison.Ordinal))
        {
            return "ZHT ";
        }

        return dash > 0 ? Languages.GetValueOrDefault(lower[..dash]) : null;
    }
}
