namespace FeedBook.Pdf;

/// <summary>
/// The faces of one design. A face that is missing is made up from <see cref="Regular"/>: slanted for italics, thickened for bold.
/// </summary>
/// <param name="Name">For messages only.</param>
/// <param name="Role">What the family is used for.</param>
/// <param name="Regular">The upright face of ordinary weight.</param>
public sealed record PdfFontFamily(string Name, FontRole Role, PdfFont Regular)
{
    /// <summary>The upright bold face; null when there is none.</summary>
    public PdfFont? Bold { get; init; }

    /// <summary>The italic face of ordinary weight; null when there is none.</summary>
    public PdfFont? Italic { get; init; }

    /// <summary>The bold italic face; null when there is none.</summary>
    public PdfFont? BoldItalic { get; init; }

    /// <summary>
    /// Language tags (<c>ja</c>, <c>zh-Hant</c>) for whose text, that of their regions included, this family is preferred to others of the
    /// same role: Chinese, Japanese and Korean share characters that each draws in its own way, Urdu has a hand of its own. Empty: none in
    /// particular. A family with languages comes after those without for text in any other language.
    /// </summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}
