namespace FeedBook.Html.Figures;

/// <summary>
/// How credits are written, in many languages: the words before a name ('Photo:', 'Foto', '图片来源'), the words after one
/// ('摄', '提供', '撮影'), and the agencies. Nothing but tables: who reads them says where each word may stand.
/// </summary>
internal static class CreditTables
{
    /// <summary>What an English label starts with, alone or in the plural.</summary>
    public static readonly string[] Pictures = ["image", "photo", "picture", "video", "graphic", "illustration"];

    /// <summary>Words for a picture in other languages, which stand before a caption as well as before a credit.</summary>
    public static readonly string[] OtherPictures =
        ["bild", "bilder", "foto", "fotos", "grafik", "abbildung", "imagen", "imagem", "immagine", "zdjęcie", "kuva", "beeld", "фото",
            "снимок", "图", "圖", "图片", "圖片", "照片", "写真", "画像", "사진", "이미지", "صورة", "תמונה"];

    /// <summary>What may follow these, once or more often: 'photo credit', 'images courtesy' (and 'of').</summary>
    public static readonly string[] PictureEnds = ["credit", "credits", "source", "by", "courtesy", "via", "from", "copyright", "supplied"];

    /// <summary>What stands between a word for a picture and a name, where no colon does: 'photo by A. Name'.</summary>
    public static readonly string[] Links = ["by", "via", "from", "courtesy", "credit", "credits"];

    /// <summary>What opens a credit without a colon in other ways.</summary>
    public static readonly string[] OtherStarts =
        ["courtesy of ", "courtesy: ", "&copy", "(c)", "foto de ", "foto di ", "foto von ", "foto av ", "foto : ", "фото "];

    /// <summary>German labels are put together from these three lists.</summary>
    public static readonly string[] GermanStarts = ["", "symbol", "archiv", "beispiel", "titel"],
        GermanPictures = ["foto", "bild", "fotos", "bilds", "fotoer", "bilder"],
        GermanEnds = ["", "quelle", "quellen", "nachweis", "nachweise", "rechte", "credit", "credits", "material", "grafik"];

    /// <summary>All other labels, in lower case, words parted by one space.</summary>
    public static readonly string[] Labels =
    [
        "photograph", "photographs", "photograph by", "photographs by", "photography", "photography by", "photographer", "credit",
            "credits", "credit line", "credits line", "creditline", "source",
        "courtesy", "courtesy of", "copyright", "fotograf", "fotografin", "grafik", "quelle", "quellen", "abbildung", "urheber",
            "urheberin",
        "crédit", "crédits", "credit photo", "credits photo", "crédit photo", "crédits photo", "credit photos", "credits photos",
            "crédit photos", "crédits photos", "credit image", "credits image", "crédit image", "crédits image",
        "credit images", "credits images", "crédit images", "crédits images", "credit illustration", "credits illustration",
            "crédit illustration", "crédits illustration",
        "photo d'illustration", "photo d’illustration", "photos d'illustration", "photos d’illustration",
        "crédito", "créditos", "credito", "creditos", "crédito foto", "crédito fotos", "crédito da foto", "créditos da foto",
            "crédito da imagem", "créditos da imagem", "crédito de la foto", "crédito de la imagen",
        "créditos de la foto", "créditos de la imagen", "crédito de foto", "crédito imagen", "crédito imagem", "credito foto",
            "credito da foto", "creditos da foto", "credito de la foto", "credito imagen",
        "fotos", "fotografía", "fotografia", "fotografías", "fotografias", "imagen", "imagenes", "imágenes", "imagem", "fuente", "autor",
            "autora", "fonte", "cortesía", "cortesia", "cortesía de", "cortesia de",
        "reprodução", "reproduçao", "reproducão", "reproducao", "divulgação", "divulgaçao", "divulgacão", "divulgacao", "fotografie",
            "immagine", "immagini", "fot", "fot.", "zdjęcie", "zdjęcia", "zdjecie", "zdjecia",
        "źródło", "źródlo", "źrodło", "źrodlo", "zródło", "zródlo", "zrodło", "zrodlo", "zdroj", "forrás", "forras", "fotó", "kuva",
            "kuvat", "kilde", "källa", "kalla", "källor", "kallor", "beeld", "bron",
        "fotoğraf", "kaynak", "ภาพ", "ภาพจาก", "ที่มา", "फोटो", "तस्वीर", "स्रोत", "φωτ", "φωτ.", "عکاس", "عكاس", "تصوير", "ảnh", "nguồn",
            "gambar", "sumber", "dokumentasi", "nuotr", "nuotr.", "sursa", "sursă", "izvor", "vir", "ljósmynd",
        "фото", "источник", "источник фото", "снимок", "иллюстрация", "джерело", "автор фото", "автор", "снимка", "φωτογραφία", "φωτο",
            "πηγή", "צילום", "קרדיט", "תמונה", "צילומים", "صورة", "تصوير", "المصدر", "عکس", "منبع",
        "图片来源", "圖片來源", "图片", "圖片", "图源", "圖源", "图像来源", "影像來源", "照片来源", "照片來源", "照片提供", "图片提供", "圖片提供", "图片版权", "供图", "供圖", "摄影", "攝影", "摄",
            "攝", "来源", "來源", "图", "圖", "照片", "资料来源",
        "資料來源", "图自", "圖自", "截图自", "截圖自", "圖取自", "图取自", "写真提供", "画像提供", "写真", "画像", "撮影", "提供", "出典", "出所", "사진 출처", "사진출처", "사진 제공",
            "사진제공", "사진", "출처", "자료", "그래픽", "이미지",
    ];

    /// <summary>What may stand after a name, at the very end; of two that end alike the longer one first.</summary>
    public static readonly string[] AfterNames =
        ["摄影报道", "攝影報導", "摄影", "攝影", "摄", "攝", "供图", "供圖", "制图", "製圖", "绘图", "图片", "提供", "撮影", "撮", "写真", "影", "传真", "傳真", "發", "发", "제공",
            "촬영", "기자", "nuotr"];

    /// <summary>
    /// Names that are credits wherever they stand alone at the end: news agencies, picture agencies, common sources. Case counts. A space
    /// stands for any white space.
    /// </summary>
    public static readonly string[] Agencies =
    [
        "AFP", "AFP Photo", "AP", "AP Photo", "AP Image", "AP Images", "Reuters", "REUTERS", "dpa", "picture-alliance", "picture alliance",
            "Getty", "Getty Image", "Getty Images", "EPA", "EPA-EFE", "EFE",
        "ANSA", "Ansa", "LUSA", "ANP", "APA", "Keystone", "Keystone-SDA", "ČTK", "CTK", "PAP", "TASS", "ТАСС", "РИА Новости",
            "Shutterstock", "ShutterStock", "iStock", "iStock.com", "iStockphoto",
        "Alamy", "Alamy Stock Photo", "Unsplash", "Pixabay", "Pexels", "Adobe Stock", "AdobeStock", "Depositphotos", "Fotolia", "Flickr",
            "Bloomberg", "Xinhua", "Belga", "NTB", "TT", "Ritzau",
        "Lehtikuva", "Anadolu", "AA", "IMAGO", "imago", "imago-images", "imago images", "USATSI", "USA TODAY", "USA TODAY Sports", "NPA",
            "PA", "PA Wire", "PA Media", "PA Image", "PA Images", "NASA", "ESA",
        "Wikimedia", "Wikimedia Commons", "Wikipedia", "Instagram", "Facebook", "Twitter", "Handout", "Courtesy", "Supplied", "Archiv",
            "Archivbild", "Archivfoto", "Archivo", "Sipa", "Sipa USA",
        "Zuma", "Zuma Press", "Press Association", "WENN", "Rex", "Rex Features", "Magnum", "Magnum Photos", "Scanpix",
            "Globallookpress.com",
        "新华社", "新華社", "中新社", "中央社", "路透社", "路透", "法新社", "美联社", "美聯社", "视觉中国", "視覺中國", "大纪元", "大紀元", "欧新社", "加通社", "共同社", "共同", "共同通信", "時事",
            "ロイター",
        "연합뉴스", "뉴시스", "뉴스1", "뉴스핌", "رويترز", "أ ف ب", "أف ب", "أ فب", "أفب", "فرانس برس", "الأناضول", "网络", "網路", "网络截图", "资料图", "ШОТ",
    ];

    /// <summary>The small words inside names, which do not start one.</summary>
    public static readonly string[] NameParticles =
        ["of", "the", "for", "de", "del", "la", "le", "von", "van", "der", "den", "di", "da", "y", "and", "et", "und", "via", "by", "from",
        "du", "des", "do", "dos", "das", "los", "las", "el", "al", "della", "del", "dell", "degli", "zu", "zur", "im", "am", "vom", "av",
        "og", "och", "af", "for", "im", "i", "e", "&", "bin", "ibn", "ter", "ten", "tot", "и"];

    /// <summary>
    /// Words for pictures and for where they come from. In scripts that write words together they may stand anywhere, in others alone.
    /// </summary>
    public static readonly string[] SourceWords =
    [
        "archive", "archives", "archiv", "archivbild", "archivfoto", "archivo", "archivio", "arkiv", "arkivbild", "архив", "архива",
            "screenshot", "screenshots", "screengrab", "skärmdump", "skjermdump", "handout", "courtesy",
        "supplied", "file", "stock", "photo", "photos", "foto", "image", "images", "picture", "pictures", "press", "pressefoto", "promo",
            "pool", "privat", "private", "privé", "cedida", "cortesía", "gentileza", "divulgação",
        "reprodução", "zvg", "collection", "commons", "provided", "facebook", "instagram", "twitter", "youtube", "telegram", "скриншот",
            "соцсети", "пресс-служба", "ארכיון", "באדיבות", "أرشيف", "مواقع",
        "图片", "圖片", "照片", "截图", "截圖", "资料", "資料", "视频", "影像", "画面", "官网", "官網", "网络", "網絡", "網路", "互联网", "網際網路", "提供", "供图", "供圖", "微博",
            "推特", "脸书", "臉書", "微信", "受访", "受訪", "記者", "记者",
        "通讯员", "写真", "映像", "ヘリ", "から撮影", "자료", "캡처", "캡쳐", "제공", "사진", "독자", "기자",
    ];

    /// <summary>How the names of papers, agencies, channels and offices end.</summary>
    public static readonly string[] HouseEnds =
    [
        "社", "网", "網", "报", "報", "台", "臺", "電視", "电视", "频道", "頻道", "通信", "通讯", "通訊", "新聞", "新闻", "日报", "日報", "周刊", "週刊", "杂志", "雜誌", "时代",
            "時代", "之音", "局", "課", "課提供", "新聞社", "テレビ", "放送",
        "뉴스", "신문", "일보", "통신", "방송", ".com", ".de", ".net", ".org", ".ru", ".co", "Press", "News", "Times", "Post", "Shimbun", "Zeitung",
            "Gazette", "Herald", "Tribune", "Images", "Media",
            "Photo", "Photos", "Pictures", "Agency", "Agentur", "Commons", "TV", "Новости",
    ];

    /// <summary>Where somebody stands in a picture, and from which side one counts.</summary>
    public static readonly string[] Positions =
    [
        "left", "right", "center", "centre", "middle", "above", "below", "top", "bottom", "front", "back", "pictured", "background",
            "foreground", "l", "r", "c", "li", "re", "m", "links", "rechts", "mitte", "oben", "unten", "vorn",
        "vorne", "hinten", "gauche", "droite", "centre", "haut", "bas", "izquierda", "derecha", "izq", "der", "arriba", "abajo", "esquerda",
            "direita", "sinistra", "destra", "слева", "справа", "центре", "сверху", "снизу",
        "vänster", "höger", "venstre", "høyre", "højre", "lewej", "prawej", "vlevo", "vpravo", "solda", "sağda", "vasemmalla", "oikealla",
            "왼쪽", "오른쪽", "가운데", "يمين", "يسار", "وسط", "اليمين", "اليسار", "משמאל", "מימין", "במרכז",
    ];
}
