namespace FeedBook.Text;

/// <summary>
/// Which old encoding bytes are in, told by the letters they would give: how common these are in the languages that were written so. The
/// language that a document names counts, but only where the bytes allow it.
/// </summary>
internal static class EncodingGuess
{
    // Enough text to tell; more only costs time.
    private const int MostBytes = 96 * 1024;
    private const int MostHighBytes = 12 * 1024;

    /// <summary>A guess.</summary>
    /// <param name="Name">The encoding's WHATWG name.</param>
    /// <param name="Score">How well its letters fit, about 0 (as good as chance) to 1.</param>
    /// <param name="Letters">How many letters were judged.</param>
    internal readonly record struct Guess(string Name, double Score, int Letters);

    /// <summary>The best guess; null where the bytes hold no letters of an old encoding.</summary>
    /// <param name="bytes">A document that is no UTF-8.</param>
    /// <param name="language">The tag of the language it names; null when it names none.</param>
    public static Guess? Of(ReadOnlySpan<byte> bytes, string? language)
    {
        ReadOnlySpan<byte> sample = Sample(bytes);
        Guess? best = null;
        foreach (string name in Candidates)
        {
            if (Score(sample, name, language) is { } guess && (best is null || guess.Score > best.Value.Score))
            {
                best = guess;
            }
        }

        return best;
    }

    /// <summary>How well one encoding fits; null where it is none of those that are judged, or there are no letters.</summary>
    public static Guess? Fit(ReadOnlySpan<byte> bytes, string name, string? language) => Score(Sample(bytes), name, language);

    private static readonly string[] Candidates =
    [
        "windows-1252", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1251", "koi8-r", "windows-1250", "iso-8859-2",
            "windows-1253",
        "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-874", "ibm866", "iso-8859-5",
    ];

    private static Guess? Score(ReadOnlySpan<byte> sample, string name, string? language)
    {
        string primary = language is null ? "" : LanguageTag.Primary(language);
        if (EastAsianLetters.For(name, language) is { } eastern)
        {
            (double score, int letters) = eastern.Score(sample);
            return letters == 0 ? null
                : new Guess(name, score + (eastern.Languages.Contains(primary, StringComparison.Ordinal) && primary.Length > 0 ? 0.15 : 0),
                letters);
        }

        Guess? best = null;
        foreach (AlphabetLetters alphabet in AlphabetLetters.For(name))
        {
            (double score, int letters) = alphabet.Score(sample, EncodingLabels.Decoder(name));
            score += primary.Length > 0 && alphabet.Languages.Contains(primary, StringComparison.Ordinal) ? 0.15 : 0;
            if (letters > 0 && (best is null || score > best.Value.Score))
            {
                best = new Guess(name, score, letters);
            }
        }

        return best;
    }

    // From the first high byte on; tags at the beginning tell nothing.
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        int first = Math.Max(0, bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) - 1), count = 0, at = first;
        int end = Math.Min(bytes.Length, first + MostBytes);
        for (; at < end && count < MostHighBytes; at++)
        {
            count += bytes[at] >= 0x80 ? 1 : 0;
        }

        return bytes[first..at];
    }
}
