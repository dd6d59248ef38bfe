using FeedBook.Pdf;

namespace FeedBook.Fonts.World;

/// <summary>
/// Fonts under the SIL Open Font License for the scripts that FeedBook.Fonts and FeedBook.Fonts.Cjk leave out: those of India, Sri Lanka,
/// Thailand, Laos, Cambodia, Burma, Tibet and Mongolia, Georgian, Armenian, Ethiopic, Cherokee, Syriac, Thaana, Urdu's Nastaliq, and some
/// thirty more that have readers. A face is unpacked when a character first needs it.
/// </summary>
public static class WorldFonts
{
    /// <summary>All of them. The same set each time; shared by any number of documents and threads.</summary>
    public static FontSet All { get; } = new(
        Family("Noto Serif Thai", "NotoSerifThai", true),
        Family("Noto Serif Lao", "NotoSerifLao", true),
        Family("Noto Serif Khmer", "NotoSerifKhmer", true),
        Family("Noto Serif Myanmar", "NotoSerifMyanmar", true),
        Family("Noto Serif Devanagari", "NotoSerifDevanagari", true),
        Family("Noto Serif Bengali", "NotoSerifBengali", true),
        Family("Noto Serif Gurmukhi", "NotoSerifGurmukhi", true),
        Family("Noto Serif Gujarati", "NotoSerifGujarati", true),
        Family("Noto Sans Oriya", "NotoSansOriya", true),
        Family("Noto Serif Tamil", "NotoSerifTamil", true),
        Family("Noto Serif Telugu", "NotoSerifTelugu", true),
        Family("Noto Serif Kannada", "NotoSerifKannada", true),
        Family("Noto Serif Malayalam", "NotoSerifMalayalam", true),
        Family("Noto Serif Sinhala", "NotoSerifSinhala", true),
        Family("Noto Serif Tibetan", "NotoSerifTibetan", true),
        Family("Noto Serif Georgian", "NotoSerifGeorgian", true),
        Family("Noto Serif Armenian", "NotoSerifArmenian", true),
        Family("Noto Serif Ethiopic", "NotoSerifEthiopic", true),
        Family("Noto Sans Cherokee", "NotoSansCherokee", true),
        Family("Noto Sans Syriac", "NotoSansSyriac", false),
        Family("Noto Sans Thaana", "NotoSansThaana", true),
        Family("Noto Sans Mongolian", "NotoSansMongolian", false),
        Family("Noto Nastaliq Urdu", "NotoNastaliqUrdu", true) with { Languages = ["ur", "pnb", "skr", "ks"] },
        Family("Noto Sans Canadian Aboriginal", "NotoSansCanadianAboriginal", true),
        Family("Noto Sans Tifinagh", "NotoSansTifinagh", false),
        Family("Noto Sans NKo", "NotoSansNKo", false),
        Family("Noto Sans Adlam", "NotoSansAdlam", true),
        Family("Noto Sans Javanese", "NotoSansJavanese", true),
        Family("Noto Serif Balinese", "NotoSerifBalinese", false),
        Family("Noto Sans Sundanese", "NotoSansSundanese", true),
        Family("Noto Sans Ol Chiki", "NotoSansOlChiki", true),
        Family("Noto Sans Meetei Mayek", "NotoSansMeeteiMayek", true),
        Family("Noto Sans Yi", "NotoSansYi", false),
        Family("Noto Sans Lisu", "NotoSansLisu", true),
        Family("Noto Sans Tai Le", "NotoSansTaiLe", false),
        Family("Noto Sans Tai Tham", "NotoSansTaiTham", true),
        Family("Noto Sans Cham", "NotoSansCham", true),
        Family("Noto Sans Coptic", "NotoSansCoptic", false),
        Family("Noto Sans Samaritan", "NotoSansSamaritan", false),
        Family("Noto Sans Mandaic", "NotoSansMandaic", false),
        Family("Noto Sans Vai", "NotoSansVai", false),
        Family("Noto Sans Bamum", "NotoSansBamum", true),
        Family("Noto Sans Hanifi Rohingya", "NotoSansHanifiRohingya", true),
        Family("Noto Sans Gothic", "NotoSansGothic", false),
        Family("Noto Sans Runic", "NotoSansRunic", false),
        Family("Noto Sans Ogham", "NotoSansOgham", false),
        Family("Noto Sans Deseret", "NotoSansDeseret", false),
        Family("Noto Sans Glagolitic", "NotoSansGlagolitic", false),
        Family("Noto Sans Limbu", "NotoSansLimbu", false),
        Family("Noto Sans Lepcha", "NotoSansLepcha", false),
        Family("Noto Sans Buginese", "NotoSansBuginese", false),
        Family("Noto Sans Batak", "NotoSansBatak", false),
        Family("Noto Sans Tai Viet", "NotoSansTaiViet", false),
        Family("Noto Sans New Tai Lue", "NotoSansNewTaiLue", false),
        Family("Noto Sans Osage", "NotoSansOsage", false),
        Family("Noto Sans Chakma", "NotoSansChakma", false),
        Family("Noto Sans Tagalog", "NotoSansTagalog", false),
        Family("Noto Sans Hanunoo", "NotoSansHanunoo", false),
        Family("Noto Sans Kayah Li", "NotoSansKayahLi", true),
        Family("Noto Sans Rejang", "NotoSansRejang", false),
        Family("Noto Sans Mro", "NotoSansMro", false),
        Family("Noto Sans Pahawh Hmong", "NotoSansPahawhHmong", false),
        Family("Noto Sans Newa", "NotoSansNewa", false),
        Family("Noto Sans Saurashtra", "NotoSansSaurashtra", false),
        Family("Noto Sans Sharada", "NotoSansSharada", false),
        Family("Noto Sans Sora Sompeng", "NotoSansSoraSompeng", true),
        Family("Noto Sans Syloti Nagri", "NotoSansSylotiNagri", false),
        Family("Noto Sans Tirhuta", "NotoSansTirhuta", false),
        Family("Noto Sans Wancho", "NotoSansWancho", false),
        Family("Noto Sans Warang Citi", "NotoSansWarangCiti", false));

    private static PdfFontFamily Family(string name, string file, bool hasBold) => new(name, FontRole.Fallback, Face(file + "-Regular"))
    {
        Bold = hasBold ? Face(file + "-Bold") : null,
    };

    private static PdfFont Face(string name) => EmbeddedFace.Open(typeof(WorldFonts).Assembly, name);
}
