using FeedBook.Pdf;

namespace FeedBook.Fonts;

/// <summary>
/// Fonts under the SIL Open Font License for Latin (with Vietnamese), Greek and Cyrillic in serif, sans and monospace; Hebrew, Arabic,
/// mathematical and other symbols, and emoji in black. A face is unpacked when a character first needs it.
/// </summary>
public static class BundledFonts
{
    /// <summary>All of them, Noto Serif first. The same set each time; shared by any number of documents and threads.</summary>
    public static FontSet All { get; } = new(
        new PdfFontFamily("Noto Serif", FontRole.Serif, Face("NotoSerif-Regular"))
        {
            Bold = Face("NotoSerif-Bold"),
            Italic = Face("NotoSerif-Italic"),
            BoldItalic = Face("NotoSerif-BoldItalic"),
        },
        new PdfFontFamily("Noto Sans", FontRole.Sans, Face("NotoSans-Regular"))
        {
            Bold = Face("NotoSans-Bold"),
            Italic = Face("NotoSans-Italic"),
            BoldItalic = Face("NotoSans-BoldItalic"),
        },
        new PdfFontFamily("Noto Sans Mono", FontRole.Mono, Face("NotoSansMono-Regular")) { Bold = Face("NotoSansMono-Bold") },
        new PdfFontFamily("Noto Serif Hebrew", FontRole.Serif, Face("NotoSerifHebrew-Regular")) { Bold = Face("NotoSerifHebrew-Bold") },
        new PdfFontFamily("Noto Sans Hebrew", FontRole.Sans, Face("NotoSansHebrew-Regular")) { Bold = Face("NotoSansHebrew-Bold") },
        new PdfFontFamily("Noto Naskh Arabic", FontRole.Fallback, Face("NotoNaskhArabic-Regular")) { Bold = Face("NotoNaskhArabic-Bold") },
        new PdfFontFamily("Noto Sans Math", FontRole.Fallback, Face("NotoSansMath-Regular")),
        new PdfFontFamily("Noto Sans Symbols", FontRole.Fallback, Face("NotoSansSymbols-Regular")),
        new PdfFontFamily("Noto Sans Symbols 2", FontRole.Fallback, Face("NotoSansSymbols2-Regular")),
        new PdfFontFamily("Noto Emoji", FontRole.Fallback, Face("NotoEmoji-Regular")));

    private static PdfFont Face(string name) => EmbeddedFace.Open(typeof(BundledFonts).Assembly, name);
}
