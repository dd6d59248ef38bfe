using FeedBook.Pdf;

namespace FeedBook.Fonts.Cjk;

/// <summary>
/// Fonts under the SIL Open Font License for Chinese, Japanese and Korean with serifs, regular and bold. The regions write many of the same
/// characters each in a way of their own: the text's language tells which is taken, <c>zh-Hant</c>, <c>zh-TW</c> and <c>zh-HK</c> for the
/// traditional forms, <c>ja</c>, <c>ko</c>, and mainland China's for all others. Characters of names and old books are there in one weight.
/// A face is unpacked when a character first needs it: about 0.2 s and 11 MB for a Chinese one, let go when no document uses it.
/// </summary>
public static class CjkFonts
{
    /// <summary>All of them. The same set each time; shared by any number of documents and threads.</summary>
    public static FontSet All { get; } = new(
        Family("SC"),
        Family("TC", "zh-Hant"),
        Family("JP", "ja"),
        Family("KR", "ko"),
        new PdfFontFamily("Noto Serif SC, more characters", FontRole.Fallback, Face("NotoSerifSC-More")));

    private static PdfFontFamily Family(string region, params string[] languages) =>
        new("Noto Serif " + region, FontRole.Fallback, Face($"NotoSerif{region}-Regular"))
    {
        Bold = Face($"NotoSerif{region}-Bold"),
        Languages = languages,
    };

    private static PdfFont Face(string name) => EmbeddedFace.Open(typeof(CjkFonts).Assembly, name);
}
