using System.Globalization;
using FeedBook.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>The few words that a printed book adds to its text, in the languages most often asked for; English otherwise.</summary>
/// <param name="Contents">Above the table of contents.</param>
/// <param name="Figures">Above the list of figures.</param>
/// <param name="Figure">Before a figure's number.</param>
/// <param name="Links">Above the addresses of links.</param>
/// <param name="NoPicture">Where a picture should be that cannot be shown.</param>
/// <param name="Video">Before a film's title.</param>
/// <param name="Audio">Before a sound's title.</param>
/// <param name="Page">Before a page's title.</param>
internal sealed record Words(string Contents, string Figures, string Figure, string Links, string NoPicture, string Video, string Audio, string Page)
{
    private static readonly Words English = new("Contents", "Figures", "Figure", "Links", "Picture not available", "Video", "Audio", "Page");

    /// <summary>The words of a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static Words Of(string language) => LanguageTag.Primary(language) switch
    {
        "de" => new("Inhalt", "Abbildungen", "Abbildung", "Links", "Bild nicht verfügbar", "Video", "Audio", "Seite"),
        "fr" => new("Table des matières", "Figures", "Figure", "Liens", "Image non disponible", "Vidéo", "Audio", "Page"),
        "es" => new("Índice", "Figuras", "Figura", "Enlaces", "Imagen no disponible", "Vídeo", "Audio", "Página"),
        "it" => new("Indice", "Figure", "Figura", "Link", "Immagine non disponibile", "Video", "Audio", "Pagina"),
        "pt" => new("Índice", "Figuras", "Figura", "Ligações", "Imagem não disponível", "Vídeo", "Áudio", "Página"),
        "nl" => new("Inhoud", "Afbeeldingen", "Afbeelding", "Links", "Afbeelding niet beschikbaar", "Video", "Audio", "Pagina"),
        "ru" => new("Содержание", "Иллюстрации", "Рисунок", "Ссылки", "Изображение недоступно", "Видео", "Аудио", "Страница"),
        "el" => new("Περιεχόμενα", "Εικόνες", "Εικόνα", "Σύνδεσμοι", "Η εικόνα δεν είναι διαθέσιμη", "Βίντεο", "Ήχος", "Σελίδα"),
        "zh" when language.Contains("Hant", StringComparison.Ordinal) || language.Contains("TW", StringComparison.Ordinal) || language.Contains("HK", StringComparison.Ordinal) =>
            new("目錄", "插圖", "圖", "連結", "圖片無法顯示", "影片", "音訊", "網頁"),
        "zh" => new("目录", "插图", "图", "链接", "图片无法显示", "视频", "音频", "网页"),
        "ja" => new("目次", "図版", "図", "リンク", "画像を表示できません", "動画", "音声", "ページ"),
        "ko" => new("차례", "그림 차례", "그림", "링크", "그림을 표시할 수 없음", "동영상", "오디오", "페이지"),
        "ar" => new("المحتويات", "الأشكال", "شكل", "روابط", "الصورة غير متاحة", "فيديو", "صوت", "صفحة"),
        "he" => new("תוכן העניינים", "איורים", "איור", "קישורים", "התמונה אינה זמינה", "וידאו", "שמע", "דף"),
        "vi" => new("Mục lục", "Hình ảnh", "Hình", "Liên kết", "Không có hình ảnh", "Video", "Âm thanh", "Trang"),
        _ => English,
    };

    /// <summary>A day, written as the language writes it where that is known and by ISO 8601 where not.</summary>
    public static string Date(DateTimeOffset date, string language) => LanguageTag.Primary(language) switch
    {
        // The invariant culture's names of the months are the English ones.
        "en" => date.ToString(language.StartsWith("en-US", StringComparison.Ordinal) ? "MMMM d, yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture),
        "zh" or "ja" => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture),
        "ko" => date.ToString("yyyy'년 'M'월 'd'일'", CultureInfo.InvariantCulture),
        "de" => date.ToString("d'. '", CultureInfo.InvariantCulture) + Month(date, "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        "fr" => date.ToString("%d' '", CultureInfo.InvariantCulture) + Month(date, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        "es" => date.ToString("d' de '", CultureInfo.InvariantCulture) + Month(date, "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", " de "),
        "ru" => date.ToString("%d' '", CultureInfo.InvariantCulture) + Month(date, "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        "ar" or "he" or "fa" => date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
        _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Month(DateTimeOffset date, string names, string joint = " ") =>
        FormattableString.Invariant($"{names.Split(' ')[date.Month - 1]}{joint}{date.Year}");
}
