using System.Collections.Frozen;
using FeedBook.Text;

namespace FeedBook;

/// <summary>The few words that writers print of their own, in the book's language.</summary>
public sealed record BookLabels
{
    /// <summary>The table of contents.</summary>
    public string Contents { get; init; } = "Contents";

    /// <summary>The list of figures.</summary>
    public string Figures { get; init; } = "Figures";

    /// <summary>The cover page.</summary>
    public string Cover { get; init; } = "Cover";

    /// <summary>The title page.</summary>
    public string TitlePage { get; init; } = "Title page";

    /// <summary>Where the text starts.</summary>
    public string Start { get; init; } = "Start of the text";

    /// <summary>The notes of a chapter.</summary>
    public string Notes { get; init; } = "Notes";

    /// <summary>What stands for a picture that could not be had.</summary>
    public string Picture { get; init; } = "Picture";

    /// <summary>What stands for a film.</summary>
    public string Video { get; init; } = "Video";

    /// <summary>What stands for a sound.</summary>
    public string Audio { get; init; } = "Audio";

    /// <summary>What stands for a framed page.</summary>
    public string Page { get; init; } = "Web page";

    /// <summary>The links of a chapter, where they are printed.</summary>
    public string Links { get; init; } = "Links";

    /// <summary>The article on the web.</summary>
    public string Original { get; init; } = "Original";

    private static readonly FrozenDictionary<string, BookLabels> ByLanguage = new Dictionary<string, BookLabels>(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = new(),
        ["de"] = Make("Inhalt", "Abbildungen", "Umschlag", "Titelseite", "Textanfang", "Anmerkungen", "Bild", "Video", "Audio", "Webseite", "Links", "Original"),
        ["fr"] = Make("Sommaire", "Illustrations", "Couverture", "Page de titre", "Début du texte", "Notes", "Image", "Vidéo", "Audio", "Page web", "Liens", "Original"),
        ["es"] = Make("Índice", "Figuras", "Cubierta", "Portada", "Inicio del texto", "Notas", "Imagen", "Vídeo", "Audio", "Página web", "Enlaces", "Original"),
        ["it"] = Make("Indice", "Figure", "Copertina", "Frontespizio", "Inizio del testo", "Note", "Immagine", "Video", "Audio", "Pagina web", "Link", "Originale"),
        ["pt"] = Make("Índice", "Figuras", "Capa", "Folha de rosto", "Início do texto", "Notas", "Imagem", "Vídeo", "Áudio", "Página web", "Ligações", "Original"),
        ["nl"] = Make("Inhoud", "Afbeeldingen", "Omslag", "Titelpagina", "Begin van de tekst", "Noten", "Afbeelding", "Video", "Audio", "Webpagina", "Links", "Origineel"),
        ["sv"] = Make("Innehåll", "Figurer", "Omslag", "Titelsida", "Textens början", "Noter", "Bild", "Video", "Ljud", "Webbsida", "Länkar", "Original"),
        ["da"] = Make("Indhold", "Figurer", "Omslag", "Titelside", "Tekstens start", "Noter", "Billede", "Video", "Lyd", "Webside", "Links", "Original"),
        ["nb"] = Make("Innhold", "Figurer", "Omslag", "Tittelside", "Tekstens start", "Noter", "Bilde", "Video", "Lyd", "Nettside", "Lenker", "Original"),
        ["fi"] = Make("Sisällys", "Kuvat", "Kansi", "Nimiösivu", "Tekstin alku", "Viitteet", "Kuva", "Video", "Ääni", "Verkkosivu", "Linkit", "Alkuperäinen"),
        ["pl"] = Make("Spis treści", "Ilustracje", "Okładka", "Strona tytułowa", "Początek tekstu", "Przypisy", "Obraz", "Wideo", "Dźwięk", "Strona internetowa", "Odnośniki", "Oryginał"),
        ["cs"] = Make("Obsah", "Obrázky", "Obálka", "Titulní strana", "Začátek textu", "Poznámky", "Obrázek", "Video", "Zvuk", "Webová stránka", "Odkazy", "Originál"),
        ["tr"] = Make("İçindekiler", "Şekiller", "Kapak", "Başlık sayfası", "Metnin başı", "Notlar", "Resim", "Video", "Ses", "Web sayfası", "Bağlantılar", "Özgün metin"),
        ["ru"] = Make("Содержание", "Иллюстрации", "Обложка", "Титульный лист", "Начало текста", "Примечания", "Изображение", "Видео", "Аудио", "Веб-страница", "Ссылки", "Оригинал"),
        ["uk"] = Make("Зміст", "Ілюстрації", "Обкладинка", "Титульна сторінка", "Початок тексту", "Примітки", "Зображення", "Відео", "Аудіо", "Вебсторінка", "Посилання", "Оригінал"),
        ["el"] = Make("Περιεχόμενα", "Εικόνες", "Εξώφυλλο", "Σελίδα τίτλου", "Αρχή κειμένου", "Σημειώσεις", "Εικόνα", "Βίντεο", "Ήχος", "Ιστοσελίδα", "Σύνδεσμοι", "Πρωτότυπο"),
        ["he"] = Make("תוכן העניינים", "איורים", "כריכה", "שער", "תחילת הטקסט", "הערות", "תמונה", "וידאו", "שמע", "דף אינטרנט", "קישורים", "המקור"),
        ["ar"] = Make("المحتويات", "الصور", "الغلاف", "صفحة العنوان", "بداية النص", "الحواشي", "صورة", "فيديو", "صوت", "صفحة ويب", "الروابط", "الأصل"),
        ["fa"] = Make("فهرست", "تصویرها", "جلد", "صفحهٔ عنوان", "آغاز متن", "یادداشت‌ها", "تصویر", "ویدیو", "صدا", "صفحهٔ وب", "پیوندها", "اصل"),
        ["vi"] = Make("Mục lục", "Hình ảnh", "Bìa", "Trang tên sách", "Bắt đầu", "Ghi chú", "Hình", "Video", "Âm thanh", "Trang web", "Liên kết", "Bản gốc"),
        ["ja"] = Make("目次", "図版一覧", "表紙", "扉", "本文", "注", "画像", "動画", "音声", "ウェブページ", "リンク", "原文"),
        ["ko"] = Make("차례", "그림 목록", "표지", "속표지", "본문", "주", "그림", "동영상", "소리", "웹 페이지", "링크", "원문"),
        ["zh"] = Make("目录", "插图", "封面", "书名页", "正文", "注释", "图片", "视频", "音频", "网页", "链接", "原文"),
        ["zh-Hant"] = Make("目錄", "插圖", "封面", "書名頁", "正文", "註釋", "圖片", "影片", "音訊", "網頁", "連結", "原文"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words in a language; in English where the language is not known here.</summary>
    /// <param name="language">A BCP 47 tag; null gives English.</param>
    public static BookLabels For(string? language)
    {
        string primary = language is null ? "en" : LanguageTag.Primary(language);
        string key = primary switch
        {
            "zh" when IsTraditional(language!) => "zh-Hant",
            "no" or "nn" => "nb",
            _ => primary,
        };
        return ByLanguage.GetValueOrDefault(key) ?? ByLanguage["en"];
    }

    private static bool IsTraditional(string tag) =>
        tag.Contains("-Hant", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-TW", StringComparison.OrdinalIgnoreCase)
        || tag.EndsWith("-HK", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-MO", StringComparison.OrdinalIgnoreCase);

    private static BookLabels Make(string contents, string figures, string cover, string titlePage, string start, string notes, string picture, string video, string audio, string page, string links, string original) => new()
    {
        Contents = contents, Figures = figures, Cover = cover, TitlePage = titlePage, Start = start, Notes = notes,
        Picture = picture, Video = video, Audio = audio, Page = page, Links = links, Original = original,
    };
}
