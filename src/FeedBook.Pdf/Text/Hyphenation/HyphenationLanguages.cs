using System.Collections.Concurrent;
using FeedBook.Text;

namespace FeedBook.Pdf.Text.Hyphenation;

/// <summary>
/// Which patterns a language has. A language's patterns are unpacked once a process, when a word of it first needs dividing.
/// </summary>
internal static class HyphenationLanguages
{
    // The fewest letters before and after a hyphen, as the files say, where they are not two and two.
    private static readonly Dictionary<string, (int Left, int Right)> Shortest = new(StringComparer.Ordinal)
    {
        ["en-us"] = (2, 3), ["en-gb"] = (2, 3), ["fr"] = (2, 3), ["pt"] = (2, 3), ["cy"] = (2, 3), ["et"] = (2, 3), ["ga"] = (2, 3),
            ["sa"] = (2, 3),
    };

    private static readonly HashSet<string> Files = new(StringComparer.Ordinal)
    {
        "af", "as", "be", "bg", "bn", "ca", "cop", "cu", "cy", "da", "de-1996", "el-monoton", "el-polyton", "en-gb", "en-us", "eo", "es",
            "et", "eu", "fi", "fr", "fur",
        "ga", "gl", "grc", "gu", "hi", "hr", "hsb", "hu", "ia", "is", "it", "ka", "kmr", "kn", "la", "lt", "ml", "mn-cyrl", "mr", "nl",
            "no", "oc", "or", "pa", "pi", "pl",
        "pms", "pt", "rm", "ro", "ru", "sa", "sh-cyrl", "sh-latn", "sl", "sv", "ta", "te", "tk", "tr", "uk",
    };

    private static readonly ConcurrentDictionary<string, Lazy<Hyphenator>> Loaded = new(StringComparer.Ordinal);

    /// <summary>The patterns for a BCP 47 tag; null when there are none.</summary>
    public static Hyphenator? Find(string language)
    {
        string file = FileOf(language.ToLowerInvariant());
        return Files.Contains(file) ? Loaded.GetOrAdd(file, static name => new Lazy<Hyphenator>(() => Read(name))).Value : null;
    }

    private static Hyphenator Read(string file)
    {
        (int left, int right) = Shortest.GetValueOrDefault(file, (2, 2));
        return Hyphenator.Read($"FeedBook.Pdf.hyph-{file}.tex.br", left, right);
    }

    private static string FileOf(string tag)
    {
        bool latin = tag.Contains("-latn", StringComparison.Ordinal);
        bool cyrillic = tag.Contains("-cyrl", StringComparison.Ordinal);
        return LanguageTag.Primary(tag) switch
        {
            // Where English is written as in Britain.
            "en" => tag is "en-gb" or "en-au" or "en-nz" or "en-ie" or "en-za" or "en-in" ? "en-gb" : "en-us",
            "de" or "gsw" => "de-1996",
            "nb" or "nn" or "no" => "no",
            "el" => tag.Contains("polyton", StringComparison.Ordinal) ? "el-polyton" : "el-monoton",
            "sr" or "sh" or "cnr" => latin ? "sh-latn" : "sh-cyrl",
            "bs" => cyrillic ? "sh-cyrl" : "sh-latn",
            "mn" => tag.Contains("-mong", StringComparison.Ordinal) ? "" : "mn-cyrl",
            "ku" or "kmr" => tag.Contains("-arab", StringComparison.Ordinal) ? "" : "kmr",
            { } primary => primary,
        };
    }
}
