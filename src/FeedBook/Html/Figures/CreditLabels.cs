using System.Collections.Frozen;

namespace FeedBook.Html.Figures;

/// <summary>
/// The words that stand before a colon and a name ('Photo courtesy of:', 'Symbolbild:', '图片来源：'), as a set: looking up the few words
/// before each colon costs next to nothing, where a pattern would try every word at every letter.
/// </summary>
internal static class CreditLabels
{
    private const int MostWords = 4, Longest = 40;

    private static readonly string[] English = ["image", "photo", "picture", "video", "graphic", "illustration"];

    private static readonly string[] EnglishEnds = ["", " credit", " credits", " source", " by", " courtesy", " courtesy of", " via", " from", " copyright", " supplied", " credit by"];

    private static readonly string[] GermanStarts = ["", "symbol", "archiv", "beispiel", "titel"];

    private static readonly string[] GermanEnds = ["", "s", "er", "quelle", "quellen", "nachweis", "nachweise", "rechte", "credit", "credits", "material", "grafik"];

    private static readonly string[] Others =
    [
        "photograph", "photographs", "photograph by", "photographs by", "photography", "photography by", "photographer", "credit", "credits", "credit line", "source", "courtesy", "courtesy of", "copyright",
        "fotograf", "fotografin", "grafik", "quelle", "quellen", "abbildung", "urheber", "urheberin", "crédit", "crédits", "credit photo", "crédit photo", "crédits photo", "crédit photos", "crédits photos", "crédit image", "crédits image",
        "photo d'illustration", "photo d’illustration", "crédito", "créditos", "credito", "creditos", "crédito da foto", "crédito da imagem", "crédito de la foto", "crédito de foto", "crédito imagen", "fotos", "fotografía", "fotografia", "fotografías",
        "imagen", "imágenes", "imagem", "fuente", "autor", "autora", "fonte", "cortesía", "cortesia", "cortesía de", "reprodução", "divulgação", "fotografie", "immagine", "immagini", "fot", "fot.", "zdjęcie", "zdjęcia", "źródło", "źródlo",
        "zdroj", "forrás", "fotó", "kuva", "kuvat", "kilde", "källa", "källor", "beeld", "bron", "fotoğraf", "kaynak", "nuotr", "nuotr.", "sursa", "sursă", "izvor", "vir", "ljósmynd",
        "фото", "источник", "источник фото", "снимок", "иллюстрация", "джерело", "автор фото", "автор", "снимка", "φωτογραφία", "φωτο", "πηγή", "צילום", "קרדיט", "תמונה", "צילומים", "صورة", "تصوير", "المصدر", "عکس", "منبع",
        "图片来源", "圖片來源", "图片", "圖片", "图源", "圖源", "图像来源", "影像來源", "照片来源", "照片來源", "照片提供", "图片提供", "圖片提供", "图片版权", "供图", "供圖", "摄影", "攝影", "摄", "攝", "来源", "來源", "图", "圖", "照片", "资料来源",
        "資料來源", "图自", "圖自", "截图自", "截圖自", "圖取自", "图取自", "写真提供", "画像提供", "写真", "画像", "撮影", "提供", "出典", "出所", "사진 출처", "사진출처", "사진 제공", "사진제공", "사진", "출처", "자료", "그래픽", "이미지",
    ];

    private static readonly FrozenSet<string> Labels = English.SelectMany(word => (string[])[word, $"{word}s"]).SelectMany(word => EnglishEnds.SelectMany(end => (string[])[$"{word}{end}", $"all {word}{end}"]))
        .Concat(GermanStarts.SelectMany(start => ((string[])["foto", "bild"]).SelectMany(word => GermanEnds.Select(end => $"{start}{word}{end}"))))
        .Concat(Others).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the first labelled credit starts, at or after <paramref name="from"/>; negative when there is none.</summary>
    public static int Find(string text, int from)
    {
        for (int colon = text.AsSpan(from).IndexOfAny(':', '：', '／'); colon >= 0;)
        {
            int at = from + colon;
            if (Start(text, at) is >= 0 and var start)
            {
                return start;
            }

            from = at + 1;
            colon = text.AsSpan(from).IndexOfAny(':', '：', '／');
        }

        return -1;
    }

    private static int Start(string text, int colon)
    {
        int end = colon;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        // The longest label wins: 'Photo courtesy of' before 'courtesy of'.
        int found = -1, words = 0;
        for (int at = end; at > 0 && words < MostWords && end - at < Longest;)
        {
            at--;
            bool first = at == 0 || IsBoundary(text[at - 1]);
            if (first)
            {
                words++;
                if (Lookup.Contains(text.AsSpan(at, end - at)))
                {
                    found = at;
                }

                if (at == 0 || !char.IsWhiteSpace(text[at - 1]))
                {
                    break;
                }
            }
        }

        return found;
    }

    private static bool IsBoundary(char c) => char.IsWhiteSpace(c) || (c is not ('.' or '\'' or '’') && !char.IsLetterOrDigit(c)) || c is '.';
}
