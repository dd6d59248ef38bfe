using FeedBook.Pdf;

namespace FeedBook.Fonts.Cjk;

/// <summary>
/// Fonts under the SIL Open Font License for Chinese (simplified and traditional), Japanese and Korean, regular and bold, with serifs:
/// the characters of GBK, Big5 and JIS X 0208, kana, bopomofo and all modern Hangul. A face is unpacked when a character first needs it:
/// about 0.2 s and 11 MB for a Chinese one, let go when no document uses it.
/// </summary>
public static class CjkFonts
{
    /// <summary>All of them. The same set each time; shared by any number of documents and threads.</summary>
    public static FontSet All { get; } = new(
        new PdfFontFamily("Noto Serif SC", FontRole.Fallback, Face("NotoSerifSC-Regular")) { Bold = Face("NotoSerifSC-Bold") },
        new PdfFontFamily("Noto Serif KR", FontRole.Fallback, Face("NotoSerifKR-Regular")) { Bold = Face("NotoSerifKR-Bold") });

    private static PdfFont Face(string name) => EmbeddedFace.Open(typeof(CjkFonts).Assembly, name);
}
