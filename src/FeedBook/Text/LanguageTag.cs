namespace FeedBook.Text;

/// <summary>Language tags by BCP 47 (RFC 5646).</summary>
internal static class LanguageTag
{
    // Names that feeds write where a tag belongs, and codes that were withdrawn.
    private static readonly Dictionary<string, string> Mended = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en", ["german"] = "de", ["deutsch"] = "de", ["french"] = "fr", ["spanish"] = "es", ["italian"] = "it",
        ["chinese"] = "zh", ["japanese"] = "ja", ["korean"] = "ko", ["russian"] = "ru", ["portuguese"] = "pt", ["dutch"] = "nl",
        ["eng"] = "en", ["deu"] = "de", ["ger"] = "de", ["fra"] = "fr", ["fre"] = "fr", ["spa"] = "es", ["zho"] = "zh", ["chi"] = "zh",
        ["jpn"] = "ja", ["kor"] = "ko", ["rus"] = "ru", ["por"] = "pt", ["ita"] = "it", ["nld"] = "nl", ["dut"] = "nl",
        ["cn"] = "zh-CN", ["jp"] = "ja", ["us"] = "en-US", ["gb"] = "en-GB", ["en-uk"] = "en-GB", ["iw"] = "he", ["in"] = "id",
            ["ji"] = "yi",
    };

    private static readonly HashSet<string> NotALanguage =
        new(StringComparer.OrdinalIgnoreCase) { "c", "posix", "und", "zxx", "mul", "none", "null", "auto", "default", "language",
        "unknown" };

    private static readonly HashSet<string> OtherLetters = new(StringComparer.Ordinal)
    {
        "zh", "yue", "wuu", "ja", "ko", "ru", "uk", "be", "bg", "mk", "sr", "mn", "kk", "ky", "tg", "el", "ka", "hy", "am", "ti", "th",
            "lo", "km", "my", "bo", "dz",
        "hi", "mr", "ne", "sa", "bn", "as", "pa", "gu", "or", "ta", "te", "kn", "ml", "si", "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug",
            "dv", "ckb", "arc", "syr",
    };

    private static readonly string[] OtherScripts = ["-Arab", "-Hebr", "-Cyrl", "-Hans", "-Hant", "-Deva"];

    /// <summary>
    /// The tag in its usual form (<c>en_us.UTF-8</c> gives <c>en-US</c>), or null when it is no well-formed tag. EPUBCheck refuses
    /// a book with any other (OPF-092).
    /// </summary>
    public static string? Normalize(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return null;
        }

        string text = tag.Trim().Split(['.', '@', ',', ';', ' '], 2)[0].Replace('_', '-').Trim('-');
        if (Mended.TryGetValue(text, out string? mended))
        {
            return mended;
        }

        string[] parts = text.Split('-');
        if (NotALanguage.Contains(parts[0]) || parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter))
        {
            return null;
        }

        parts[0] = parts[0].ToLowerInvariant();
        return Mended.TryGetValue(parts[0], out mended) && parts.Length == 1 ? mended : Rest(parts);
    }

    private static string? Rest(string[] parts)
    {
        bool extension = false, region = false;
        var variants = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 1; i < parts.Length; i++)
        {
            string part = parts[i];
            if (part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit))
            {
                return i == 1 ? parts[0] : string.Join('-', parts[..i]);
            }

            if (part.Length == 1)
            {
                extension = true;
                if (i + 1 == parts.Length)
                {
                    return string.Join('-', parts[..i]);
                }
            }
            else if (!extension && part.Length == 4 && i == 1 && part.All(char.IsAsciiLetter))
            {
                parts[i] = char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant();
            }
            else if (!extension && !region
                && ((part.Length == 2 && part.All(char.IsAsciiLetter)) || (part.Length == 3 && part.All(char.IsAsciiDigit))))
            {
                region = true;
                parts[i] = part.ToUpperInvariant();
            }
            else if (!extension && ((part.Length < 5 && !(part.Length == 4 && char.IsAsciiDigit(part[0]))) || !variants.Add(part)))
            {
                return string.Join('-', parts[..i]);
            }
        }

        return string.Join('-', parts);
    }

    /// <summary>Whether text in this language is written from right to left.</summary>
    public static bool IsRightToLeft(string? tag) =>
        tag is not null
            && (tag.Contains("-Arab", StringComparison.Ordinal) || tag.Contains("-Hebr", StringComparison.Ordinal) || Primary(tag) is "ar"
            or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv" or "ckb" or "arc" or "syr")
        && !tag.Contains("-Latn", StringComparison.Ordinal) && !tag.Contains("-Cyrl", StringComparison.Ordinal);

    /// <summary>Whether this language is usually written in Latin letters, or its tag says so.</summary>
    public static bool IsLatin(string tag) =>
        tag.Contains("-Latn", StringComparison.Ordinal)
            || (!OtherLetters.Contains(Primary(tag)) && !OtherScripts.Any(script => tag.Contains(script, StringComparison.Ordinal)));

    /// <summary>The language without region and script: <c>zh-Hant-TW</c> gives <c>zh</c>.</summary>
    public static string Primary(string tag)
    {
        int hyphen = tag.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? tag : tag[..hyphen];
    }
}
