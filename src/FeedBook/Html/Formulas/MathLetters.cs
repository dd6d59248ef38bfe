using System.Text;

namespace FeedBook.Html.Formulas;

/// <summary>
/// The mathematical alphabets (U+1D400 to U+1D7FF) as the letters that they are shapes of. Unicode's own folding (NFKC) is not asked: in
/// programs with invariant globalization it does nothing.
/// </summary>
internal static class MathLetters
{
    private const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";

    /// <summary>The text with plain letters and digits.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD835', '\uD835') && !text.Contains('ℎ', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            plain.Append(Plain(rune).ToString());
        }

        return plain.ToString();
    }

    private static Rune Plain(Rune rune) => rune.Value switch
    {
        0x210E => new Rune('h'),
        >= 0x1D400 and <= 0x1D6A3 and var latin => (latin - 0x1D400) % 52 is var at && at < 26 ? new Rune('A' + at)
            : new Rune('a' + at - 26),
        0x1D6A4 => new Rune('ı'),
        0x1D6A5 => new Rune('ȷ'),
        >= 0x1D6A8 and <= 0x1D7C9 and var greek => new Rune(Greek[(greek - 0x1D6A8) % Greek.Length]),
        >= 0x1D7CE and <= 0x1D7FF and var digit => new Rune('0' + ((digit - 0x1D7CE) % 10)),
        _ => rune,
    };
}
