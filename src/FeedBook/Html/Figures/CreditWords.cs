using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedBook.Html.Figures;

/// <summary>
/// How credits are written, in many languages: the words before a name ('Photo:', 'Foto', '图片来源'), the words after one
/// ('摄', '提供', '撮影'), and the agencies. One table; <see cref="CaptionText"/> says where each may stand.
/// </summary>
internal static partial class CreditWords
{
    // What may stand before a colon, or before 'by'. Longer words first: the first that fits is taken.
    private const string Before =
        @"(?:all\s+)?(?:image|photo|picture|video|graphic|illustration)s?(?:\s+(?:credits?|source|by|courtesy(?:\s+of)?|via|from|copyright|supplied))*|photographs?(?:\s+by)?|photography(?:\s+by)?|photographer|credits?(?:\s*line)?|source|courtesy(?:\s+of)?|copyright"
        + @"|(?:symbol|archiv|beispiel|titel)?(?:foto|bild)(?:s|er)?(?:quellen?|nachweise?|rechte|credits?|material|grafik)?|fotograf(?:in)?|grafik|quellen?|abbildung|urheber"
        + @"|cr[ée]dits?(?:\s+(?:photos?|images?|illustration))?|photos?\s+d['’]illustration|cr[ée]ditos?(?:\s+(?:da\s+|de\s+la\s+)?(?:foto|imagem|imagen)s?)?|fotos?(?:graf[ií]as?)?|imagen(?:es)?|imagem|fuente|autora?|fonte|cortes[ií]a(?:\s+de)?|reprodu[çc][ãa]o|divulga[çc][ãa]o"
        + @"|foto(?:grafie|grafia)?|immagin[ei]|fot\.?|zdj[ęe]ci[ea]|[źz]r[óo]d[łl]o|autor|zdroj|forr[áa]s|fot[óo]|kuvat?|kilde|k[äa]lla|k[äa]llor|beeld|bron|foto[ğg]raf|kaynak|nuotr|sursa|izvor|vir|ljósmynd"
        + @"|фото|источник|источник\s+фото|снимок|иллюстрация|джерело|автор\s+фото|автор|снимка|източник|φωτογραφία|πηγή|צילום|קרדיט|תמונה|صورة|تصوير|المصدر|عکس|منبع"
        + @"|图片来源|圖片來源|图片|圖片|图源|圖源|图像来源|影像來源|照片来源|照片來源|照片提供|图片提供|圖片提供|图片版权|供图|供圖|摄影|攝影|摄|攝|来源|來源|图|圖|照片|资料来源|資料來源|图自|圖自|截图自|截圖自|圖取自|图取自"
        + @"|写真提供|画像提供|写真|画像|撮影|提供|出典|出所|사진\s*출처|사진\s*제공|사진|출처|자료|그래픽|이미지";

    // What may stand after a name, at the very end.
    private const string After = @"摄影报道|攝影報導|摄影|攝影|摄|攝|供图|供圖|制图|製圖|绘图|图片|提供|撮影|撮|写真|影|传真|傳真|發|发|제공|촬영|기자";

    // Names that are credits wherever they stand alone at the end: news agencies, picture agencies, common sources.
    private const string Agency =
        @"AFP(?:\s+Photo)?|AP(?:\s+(?:Photo|Images?))?|Reuters|REUTERS|dpa(?:[-/ ][\w-]+)*|picture[- ]alliance|Getty(?:\s+Images?)?|EPA(?:-EFE)?|EFE|ANSA|LUSA|ANP|APA|Keystone(?:-SDA)?|ČTK|CTK|PAP|TASS|ТАСС|РИА\s+Новости|Reuters|Shutterstock|ShutterStock|iStock(?:\.com|photo)?|Alamy(?:\s+Stock\s+Photo)?|Unsplash|Pixabay|Pexels|Adobe\s*Stock|Depositphotos|Fotolia|Flickr|Bloomberg|Xinhua|新华社|新華社|中新社|中央社|路透社?|法新社|美联社|美聯社|视觉中国|視覺中國|大纪元|大紀元|欧新社|加通社|共同社?|共同通信|時事|ロイター|연합뉴스|뉴시스|뉴스1|뉴스핌|Belga|NTB|TT|Ritzau|Lehtikuva|Anadolu|AA|Ansa|IMAGO|imago(?:[- ]images)?|USATSI|USA\s+TODAY(?:\s+Sports)?|NPA|PA(?:\s+Wire|\s+Media|\s+Images?)?|NASA|ESA|Wikimedia(?:\s+Commons)?|Wikipedia|Instagram|Facebook|Twitter|Handout|Courtesy|Supplied|Archiv(?:bild|foto)?|Archivo|رويترز|أ\s*ف\s*ب|فرانس\s+برس|الأناضول|Sipa(?:\s+USA)?|Zuma(?:\s+Press)?|Press\s+Association|WENN|Rex(?:\s+Features)?|Magnum(?:\s+Photos)?|Scanpix|网络|網路|网络截图|资料图|ШОТ|Globallookpress\.com";

    // What must occur for a pattern to be worth trying: the search for these is many times quicker than the patterns.
    private static readonly SearchValues<string> AgencyStarts = SearchValues.Create(
        ["AFP", "Reuters", "dpa", "picture-", "picture ", "Getty", "EFE", "ANSA", "ANP", "Keystone", "CTK", "TASS", "Shutterstock", "iStock", "Alamy", "Unsplash", "Pixabay", "Pexels",
        "Adobe", "Depositphotos", "Fotolia", "Flickr", "Bloomberg", "Xinhua", "Belga", "NTB", "Ritzau", "Lehtikuva", "Anadolu", "IMAGO", "USA", "NASA", "ESA", "Wiki", "Instagram",
        "Facebook", "Twitter", "Handout", "Courtesy", "Supplied", "Archiv", "Sipa", "Zuma", "Press", "WENN", "Rex", "Magnum", "Scanpix", "Globallook", "REUTERS", "getty", "imago", "Imago",
        "unsplash", "shutterstock", "ShutterStock", "istock", "Ansa", "globallook"], StringComparison.Ordinal);

    // A search for short words among long ones looks at too many places.
    private static readonly SearchValues<string> ShortAgencyStarts = SearchValues.Create(["AP", "TT", "AA", "PA"], StringComparison.Ordinal);

    // The others are looked for only in texts that have letters beyond ASCII: a search for both at once is slow.
    private static readonly SearchValues<string> OtherAgencyStarts = SearchValues.Create(
        ["ČTK", "ТАСС", "РИА", "新华社", "新華社", "中新社", "中央社", "路透", "法新社", "美联社", "美聯社", "视觉中国", "視覺中國", "大纪元", "大紀元", "欧新社", "加通社", "共同", "時事", "ロイター", "연합뉴스", "뉴시스", "뉴스1", "뉴스핌", "رويترز",
        "أ", "فرانس", "网络", "網路", "资料图", "ШОТ"], StringComparison.Ordinal);

    private static readonly SearchValues<char> OtherAgencyLetters = SearchValues.Create("ČРТШأرفロ中共加大新時欧法網网美視视资路뉴연");

    private static readonly SearchValues<string> PrefixStarts = SearchValues.Create(["photo", "image", "picture", "illustration", "graphic", "video", "courtesy", "&copy", "(c)", "foto"], StringComparison.OrdinalIgnoreCase);

    // A word for a picture opens a credit only with one of these after it; the others stand for themselves.
    private static readonly SearchValues<string> PrefixWords = SearchValues.Create(["by", "via", "from", "courtesy", "credit", "&copy", "(c)", "foto"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> OtherPrefixStarts = SearchValues.Create(["©", "ⓒ", "фото"], StringComparison.OrdinalIgnoreCase);

    // The first two letters of every label that a credit starts with, where they are ASCII.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstLetters = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "al", "im", "ph", "pi", "vi", "gr", "il", "cr", "so", "co", "sy", "ar", "be", "ti", "fo", "bi", "qu", "ab", "ur", "fu", "au", "re", "di", "zd", "zr", "ku", "ki", "ka", "br", "nu", "su", "iz", "lj")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> LastOfAfter = SearchValues.Create("导導影摄攝供图圖绘片提撮真传傳发發공영자日");

    /// <summary>Whether an agency may be named near the end of the text.</summary>
    public static bool MayNameAgency(string text)
    {
        ReadOnlySpan<char> end = text.AsSpan(Math.Max(0, text.Length - 160));
        return end.ContainsAny(AgencyStarts) || end.ContainsAny(ShortAgencyStarts) || (!Ascii.IsValid(end) && end.ContainsAny(OtherAgencyLetters) && end.ContainsAny(OtherAgencyStarts));
    }

    /// <summary>Whether a credit with a word before it may stand in the text.</summary>
    public static bool MayBePrefixed(string text) => (text.AsSpan().ContainsAny(PrefixStarts) && text.AsSpan().ContainsAny(PrefixWords)) || (!Ascii.IsValid(text) && text.AsSpan().ContainsAny(OtherPrefixStarts));

    /// <summary>Whether <see cref="StartsAsCredit"/> may find a label at the text's start.</summary>
    public static bool MayStartAsCredit(string text)
    {
        int at = text.AsSpan().IndexOfAnyExcept(BeforeLabel);
        if (at < 0 || at + 1 >= text.Length)
        {
            return at >= 0;
        }

        return !char.IsAsciiLetter(text[at]) || !char.IsAscii(text[at + 1]) || (at > 0 && text[at] is 'c' or 'C') || FirstLetters.Contains(text.AsSpan(at, 2));
    }

    // What may stand before a label, but for white space that is rare.
    private static readonly SearchValues<char> BeforeLabel = SearchValues.Create(" \n▲△▼◆↑(（[【|—–-");

    /// <summary>Whether the text may end with a word that follows a name.</summary>
    public static bool MayBeSigned(string text)
    {
        ReadOnlySpan<char> end = text.AsSpan().TrimEnd(" .。)）");
        return end.Length > 0 && LastOfAfter.Contains(end[^1]);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    /// <summary>'Photo by A. Name', 'Image via B', '© C' from where it starts to the end.</summary>
    [GeneratedRegex(@"(?:^|(?<=[\s.。!?！？…,，;；、|/—–\-（(\[»”""'’)）\]\uFFFC]))(?<credit>(?:(?:photo(?:graph|graphy)?|image|picture|illustration|graphic|video)s?\s+(?:by|via|from|courtesy(?:\s+of)?|credits?)\s|(?:courtesy\s+of|courtesy:)\s|(?:©|&copy;?|\(c\)|ⓒ)|foto\s+(?:de|di|von|av|:)\s|фото\s).*)$", Options)]
    public static partial Regex Prefixed();

    /// <summary>'…记者 某某 摄', 'X撮影', 'Y提供' at the end of a sentence.</summary>
    [GeneratedRegex(@"(?:^|(?<=[。．.!?！？\s＝=〓,，、;；）)|｜]))(?<credit>[^。．!?！？\n（）()|｜]{1,40}(?:" + After + @"))[。.]?$", Options)]
    public static partial Regex Signed();

    /// <summary>Whether a bracket's content is a credit.</summary>
    [GeneratedRegex(@"^\s*(?:(?:" + Before + @")\s*(?:[:：／/]|by\s|via\s|from\s|courtesy\s)|©|ⓒ|courtesy\b|via\s|(?:from\s+)?.{1,60}?(?:" + After + @")\s*(?:[。.]|\s*資料照片)?\s*$|图取自|圖取自|截图|截圖|网络截图|(?:.{1,60}[/／|–-]\s*)?(?-i:" + Agency + @")(?:\s*[/／|].{0,50}|\s+(?:via|from)\s.{1,40}|,\s*file|檔案照片|资料图片|資料照片|网页|網頁)?\s*$|.{1,60}\s+(?:via|for|from)\s+(?-i:" + Agency + @").{0,20}$|AP\s+Photo|REUTERS/|圖左起為|.{1,50}\s[/／]\s.{1,60}$|[^\s/]+\s?[^\s/]*/(?:[\w.-]+/)*[\w. -]+$)", Options)]
    public static partial Regex InBrackets();

    /// <summary>'… / AFP', '… | EFE', '…= Name /Agency': an agency, or a name and an agency, at the very end.</summary>
    [GeneratedRegex(@"(?:[/／|｜=＝—–]\s*|(?<=[.。!?！？”""'’)\s])\s*)(?<credit>(?:[^.。!?！？\n/|｜()（）]{0,50}[/／|｜–]\s*){0,3}(?-i:" + Agency + @")(?:\s*[/／|｜–-]\s*[^.。\n]{1,50}|\s+(?:via|from)\s+[^.。\n]{1,40})?)\s*\.?$", Options)]
    public static partial Regex Agencies();

    /// <summary>Whether a text can be names: a few words, the first with a capital, no sentence.</summary>
    [GeneratedRegex(@"^\s*(?-i:(?:\p{Lu}[\w.'’-]*|&)(?:[\s,/|]+(?:(?:of|the|for|de|del|la|le|von|van|der|den|di|da|y|and|et|und|via|by|from|&)[\s,/|]+)*(?:\p{Lu}[\w.'’-]*|&|\d{4}))*)(?<![.])\s*$", Options)]
    public static partial Regex LooksLikeNames();

    /// <summary>The pages of photographers at picture services, to which a credit links.</summary>
    [GeneratedRegex(@"//(?:www\.)?(?:unsplash\.com/@|pexels\.com/@|pixabay\.com/(?:[a-z]{2}/)?users/)|utm_campaign=photographer-credit", Options)]
    public static partial Regex PhotographerPage();

    /// <summary>Whether a text is only the label before a credit.</summary>
    [GeneratedRegex(@"^\s*(?:" + Before + @")\s*[:：／/]?\s*$", Options)]
    public static partial Regex OnlyLabel();

    /// <summary>Whether a whole text is nothing but an agency's name, or names parted by slashes that end with one.</summary>
    [GeneratedRegex(@"^\s*[\[(（]?(?:(?-i:\p{Lu}[\w.&'’ -]{0,50}|©[^()（）\n]{0,60}|\p{Lo}{2,4})\s*[/／|｜,–-]\s*){0,3}(?-i:" + Agency + @")(?:\s*[/／|｜].{0,50}|\s+(?:via|from)\s.{1,40})?[\])）]?\.?\s*$", Options)]
    public static partial Regex WholeAgency();

    /// <summary>Whether a whole text is a labelled credit.</summary>
    [GeneratedRegex(@"^[\s▲△▼◆↑(（\[【|—–-]*(?:(?:" + Before + @")\s*(?:[:：／/=]|(?:by|via|from|courtesy\s+of|de|von|di)\s)|(?:图片|圖片)(?:来自|來自)|©|ⓒ|\(c\)|photo\s+courtesy|courtesy\s+(?:of|:))", Options)]
    public static partial Regex StartsAsCredit();
}
