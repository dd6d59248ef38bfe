namespace FeedBook.Pdf.Text;

/// <summary>How a piece of text is set. Compared by value; make one and use it for all text that looks the same.</summary>
/// <param name="Fonts">The fonts, in order of preference.</param>
/// <param name="Size">Points; above 0.</param>
internal sealed record RunStyle(FontChain Fonts, double Size)
{
    /// <summary>A BCP 47 tag: for hyphenation, local letter forms and CJK punctuation; null: the paragraph's.</summary>
    public string? Language { get; init; }

    /// <summary>Points by which the baseline is raised (superscript) or, negative, lowered.</summary>
    public double Rise { get; init; }

    /// <summary>Points added after each cluster. Ligatures are off when it is not 0.</summary>
    public double LetterSpacing { get; init; }

    /// <summary>Whether pairs of letters are kerned.</summary>
    public bool Kerning { get; init; } = true;

    /// <summary>Whether the font's ordinary ligatures are used. Ligatures that a script needs (Arabic) are always.</summary>
    public bool Ligatures { get; init; } = true;

    /// <summary>False: never hyphenated, except at soft hyphens.</summary>
    public bool Hyphenate { get; init; } = true;

    /// <summary>
    /// Every space is kept, <c>\n</c> breaks the line, <c>\t</c> goes to the next multiple of <see cref="TabWidth"/> columns: code.
    /// </summary>
    public bool KeepSpaces { get; init; }

    /// <summary>Columns from tab stop to tab stop.</summary>
    public int TabWidth { get; init; } = 8;
}
