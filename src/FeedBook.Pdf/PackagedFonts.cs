using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf;

/// <summary>
/// Finds the fonts of the packages FeedBook.Fonts, FeedBook.Fonts.Cjk and FeedBook.Fonts.World in a program that has them, without
/// depending on them.
/// </summary>
internal static class PackagedFonts
{
    private const string Basic = "FeedBook.Fonts";
    private const string Cjk = "FeedBook.Fonts.Cjk";
    private const string World = "FeedBook.Fonts.World";

    /// <summary>The fonts of these packages, as far as the program has them. May be empty.</summary>
    public static IReadOnlyList<FontSet> Find() => [.. new[] { Basic, Cjk, World }.Select(Of).OfType<FontSet>()];

    /// <summary>The package whose fonts have the characters of a script, whether or not the program has it; null when none has.</summary>
    /// <param name="scriptTag">The ISO 15924 code in lower case.</param>
    public static string? PackageFor(string scriptTag) => scriptTag switch
    {
        "hani" or "hira" or "kana" or "hang" or "bopo" => Cjk,
        "latn" or "grek" or "cyrl" or "hebr" or "arab" or "zyyy" or "zinh" => Basic,
        "deva" or "beng" or "guru" or "gujr" or "orya" or "taml" or "telu" or "knda" or "mlym" or "sinh" or "thai" or "laoo" or "khmr"
            or "mymr" or "tibt"
            or "mong" or "geor" or "armn" or "ethi" or "cher" or "syrc" or "thaa" or "cans" or "tfng" or "nkoo" or "adlm" or "java"
                or "bali" or "sund"
            or "olck" or "mtei" or "yiii" or "lisu" or "tale" or "lana" or "cham" or "copt" or "samr" or "mand" or "vaii" or "bamu"
                or "rohg" or "goth"
            or "runr" or "ogam" or "dsrt" or "glag" or "limb" or "lepc" or "bugi" or "batk" or "tavt" or "talu" or "osge" or "cakm"
                or "tglg" or "hano"
            or "kali" or "rjng" or "mroo" or "hmng" or "newa" or "saur" or "shrd" or "sora" or "sylo" or "tirh" or "wcho" or "wara" =>
                World,
        _ => null,
    };

    /// <summary>
    /// The package that would draw a character which no font of these collections has; null when it is in use already, or none would.
    /// </summary>
    public static string? PackageFor(int codePoint, IReadOnlyList<FontSet> used) =>
        PackageFor(UnicodeTable.Instance.ScriptTag(UnicodeTable.Instance[codePoint].Script)) is { } package && !used.Contains(Of(package))
            ? package : null;

    // Names that are written out are kept when a program is trimmed or compiled ahead of time.
    private static FontSet? Of(string package) => (package switch
    {
        Basic => Type.GetType("FeedBook.Fonts.BundledFonts, FeedBook.Fonts", throwOnError: false)?.GetProperty("All"),
        Cjk => Type.GetType("FeedBook.Fonts.Cjk.CjkFonts, FeedBook.Fonts.Cjk", throwOnError: false)?.GetProperty("All"),
        _ => Type.GetType("FeedBook.Fonts.World.WorldFonts, FeedBook.Fonts.World", throwOnError: false)?.GetProperty("All"),
    })?.GetValue(null) as FontSet;
}
