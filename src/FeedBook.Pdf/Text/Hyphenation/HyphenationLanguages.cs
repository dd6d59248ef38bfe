using System.Collections.Frozen;

namespace FeedBook.Pdf.Text.Hyphenation;

/// <summary>Which patterns a language has. The patterns are unpacked once a process, when a word of the language first needs dividing.</summary>
internal static class HyphenationLanguages
{
    private static readonly FrozenDictionary<string, Lazy<Hyphenator>> Known = new Dictionary<string, Lazy<Hyphenator>>
    {
        // A syllable of two letters at a word's end is not worth a hyphen in English and Portuguese (their files say so).
        ["en"] = Load("en-us", 2, 3),
        ["en-gb"] = Load("en-gb", 2, 3),
        ["de"] = Load("de-1996", 2, 2),
        ["fr"] = Load("fr", 2, 3),
        ["es"] = Load("es", 2, 2),
        ["ru"] = Load("ru", 2, 2),
        ["it"] = Load("it", 2, 2),
        ["pt"] = Load("pt", 2, 3),
        ["nl"] = Load("nl", 2, 2),
        ["pl"] = Load("pl", 2, 2),
        ["uk"] = Load("uk", 2, 2),
        ["sv"] = Load("sv", 2, 2),
        ["da"] = Load("da", 2, 2),
        ["no"] = Load("no", 2, 2),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The patterns for a BCP 47 tag; null when there are none.</summary>
    public static Hyphenator? Find(string language)
    {
        string lower = language.ToLowerInvariant();
        string primary = lower.Split('-')[0];
        string name = primary switch
        {
            "nb" or "nn" => "no",

            // Where English is written as in Britain.
            "en" when lower is "en-gb" or "en-au" or "en-nz" or "en-ie" or "en-za" or "en-in" => "en-gb",
            _ => primary,
        };
        return Known.GetValueOrDefault(name)?.Value;
    }

    private static Lazy<Hyphenator> Load(string name, int left, int right) => new(() => Hyphenator.Read($"FeedBook.Pdf.hyph-{name}.tex.br", left, right));
}
