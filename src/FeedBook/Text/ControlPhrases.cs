using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FeedBook.Text;

/// <summary>
/// What pages write on their own controls, in many languages: 'Share', 'Copy link', 'Weiterlesen', '复制' on buttons, and 'click to enlarge',
/// '3 of 12', '点击查看大图' beside images, where words of the first kind may be a caption's.
/// </summary>
internal static partial class ControlPhrases
{
    private const int Longest = 40;

    // Those of buttons alone.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OnButtons = new[]
    {
        // To pass on, to keep.
        "share this", "share this article", "share this post", "share article", "share link", "share on facebook",
        "share on twitter", "share on x", "share on linkedin", "share on whatsapp", "share via email", "email", "tweet",
        "send", "copy", "copy code", "copy link", "copy text", "copy to clipboard", "copied", "save article", "bookmark",
        "print", "print this page", "download image", "embed", "cite", "follow", "following", "like", "dislike",
        "reply", "report", "edit", "delete", "quote",
        // To come in, to pay.
        "subscribe", "subscribe now", "sign up", "sign in", "log in", "login", "log out", "register", "join", "join now", "donate",
        "donate now", "accept", "accept all", "accept cookies", "reject all", "manage preferences", "cookie settings", "ok", "okay",
        "got it", "cancel", "submit", "apply", "search", "reset", "clear", "dismiss", "back", "menu", "toggle menu",
        "skip", "skip ad", "contact us", "get started", "learn more", "buy now", "shop now", "add to cart",
        "order now", "read full story", "continue reading", "show more", "load more", "view more",
        "less", "show less", "view all", "see all", "collapse", "expand all", "collapse all", "show comments", "comments",
        "view comments", "hide comments", "leave a comment", "post comment", "back to top", "scroll to top",
        "toggle table of contents", "toggle dark mode", "run", "run code", "try it", "open in new tab",
        // To look and to listen.
        "play", "pause", "stop", "mute", "unmute", "replay", "rewind", "play video", "watch video", "play audio", "listen",
        "listen now", "listen to this article", "next", "previous", "prev", "next slide", "previous slide", "next image",
        "previous image", "next page", "previous page", "first", "last", "enter fullscreen",
        "exit fullscreen", "zoom out", "view image", "view larger image",
        "open image", "settings", "captions", "quality", "speed",
        // German, French, Spanish, Italian, Portuguese, Dutch.
        "teilen", "artikel teilen", "kopieren", "link kopieren", "drucken", "speichern", "merken", "weiterlesen",
        "mehr lesen", "mehr anzeigen", "weniger anzeigen", "schließen", "abonnieren", "anmelden", "registrieren", "suchen",
        "senden", "absenden", "weiter", "zurück", "vor", "abspielen", "anhören",
        "akzeptieren", "alle akzeptieren", "ablehnen", "kommentieren", "kommentare", "nach oben", "menü", "herunterladen",
        "jetzt spenden", "zum inhalt springen", "partager", "copier", "copier le lien", "imprimer", "enregistrer", "lire la suite",
        "lire plus", "voir moins", "fermer", "s'abonner", "s’abonner", "je m'abonne", "je m’abonne", "se connecter",
        "rechercher", "envoyer", "suivant", "précédent", "lecture", "écouter", "plein écran", "accepter",
        "tout accepter", "refuser", "commenter", "haut de page", "télécharger", "compartir", "copiar", "copiar enlace", "imprimir",
        "guardar", "leer más", "mostrar más", "cerrar", "suscribirse", "suscríbete", "iniciar sesión", "buscar",
        "enviar", "siguiente", "anterior", "reproducir", "escuchar", "pantalla completa", "aceptar", "rechazar",
        "comentar", "comentarios", "descargar", "menú", "condividi", "copia", "copia link", "stampa", "salva", "leggi tutto",
        "leggi di più", "mostra di più", "chiudi", "abbonati", "iscriviti", "accedi", "cerca", "invia", "avanti", "indietro",
        "ascolta", "schermo intero", "accetta", "rifiuta", "commenta", "scarica", "compartilhar", "copiar link",
        "salvar", "leia mais", "ver mais", "fechar", "assinar", "assine", "entrar", "próximo", "ouvir", "tela cheia", "aceitar",
        "baixar", "delen", "kopiëren", "afdrukken", "opslaan", "lees meer", "lees verder", "meer", "sluiten", "abonneren",
        "inloggen", "zoeken", "verzenden", "volgende", "vorige",
        // Other alphabets.
        "поделиться", "копировать", "скопировать", "скопировать ссылку", "печать", "сохранить", "читать далее", "подробнее",
        "показать еще", "показать ещё", "закрыть", "подписаться", "войти", "поиск", "отправить", "далее", "назад", "слушать",
        "принять", "скачать", "подели", "поділитися", "udostępnij", "kopiuj", "drukuj", "zapisz", "czytaj więcej",
        "czytaj dalej", "zamknij", "dalej", "wstecz", "dela", "kopiera", "skriv ut", "läs mer", "stäng", "nästa", "föregående",
        "jaa", "kopioi", "tulosta", "lue lisää", "sulje", "del", "kopier", "les mer", "læs mere", "lukk", "luk", "paylaş",
        "kopyala", "yazdır", "devamını oku", "kapat", "分享", "分享到", "复制", "複製", "复制链接", "複製連結", "复制代码", "複製程式碼", "打印", "列印", "收藏",
        "保存", "儲存", "点赞", "點讚", "关注", "關注", "订阅", "訂閱", "登录", "登入", "注册", "註冊", "搜索", "搜尋", "发送", "發送", "提交", "关闭", "關閉", "取消",
        "确定", "確定", "展开", "展開", "收起", "更多", "查看更多", "阅读更多", "閱讀更多", "阅读全文", "閱讀全文", "上一页", "下一页", "上一頁", "下一頁", "上一篇", "下一篇", "播放",
        "暂停", "暫停", "全屏", "全螢幕", "放大", "缩小", "縮小", "查看大圖", "下载", "下載", "回到顶部", "回到頂部", "返回顶部", "评论", "評論", "菜单",
        "選單", "共有", "シェア", "シェアする", "コピー", "リンクをコピー", "印刷", "ブックマーク", "続きを読む", "もっと見る", "閉じる", "登録", "購読", "ログイン", "検索", "送信", "次へ",
        "前へ", "再生", "停止", "一時停止", "全画面", "공유", "공유하기", "복사", "링크 복사", "인쇄", "저장", "더보기", "더 보기", "계속 읽기",
        "닫기", "구독", "구독하기", "로그인", "검색", "보내기", "다음", "이전", "재생", "일시정지", "전체화면", "مشاركة", "شارك", "نسخ", "نسخ الرابط",
        "طباعة", "حفظ", "اقرأ المزيد", "المزيد", "إغلاق", "اشترك", "تسجيل الدخول", "بحث", "إرسال", "التالي", "السابق", "تشغيل",
        "שתף", "שיתוף", "העתק", "הדפס", "קרא עוד", "סגור", "הבא", "הקודם",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BesideImages = new[]
    {
        "click to enlarge", "click to expand", "click to view", "click on image to enlarge", "click on image to expand",
            "click on image to view", "tap to zoom", "tap to enlarge", "click to zoom",
        "enlarge", "enlarge image", "enlarge this image", "view larger", "view full size", "view gallery", "view fullscreen", "full screen",
            "fullscreen", "expand", "zoom", "zoom in", "see more", "read more", "more",
        "close", "share", "save", "download", "hide caption", "toggle caption", "open modal", "open gallery", "open lightbox",
            "open image modal", "open image gallery", "open image lightbox",
        "ver más", "ampliar", "ampliar imagen", "ampliar foto", "agrandir", "agrandir l'image", "agrandir l’image", "voir plus",
            "vergrößern", "bild vergrößern", "mehr", "in neuem fenster", "vollbild", "ingrandisci",
        "anzeige", "werbung", "advertisement", "advertising", "ad", "sponsored", "publicidad", "publicité", "pubblicità", "reklama",
            "реклама", "广告", "廣告", "広告", "광고", "pin", "pin it", "pin this", "vis mer", "vis større", "förstora", "powiększ", "увеличить",
            "查看大图", "查看原图", "拡大", "拡大する", "画像を拡大", "확대", "확대보기", "확대이미지", "이미지 확대", "이미지 확대보기", "사진 확대보기", "크게보기", "크게 보기", "사진 확대",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // A few more characters may follow these: what the click does, and where.
    private static readonly string[] Starts =
        ["点击大图", "点击图片", "点击放大", "点击查看大图", "点击查看图片", "点击查看放大", "點擊大圖", "點擊圖片", "點擊放大", "點擊查看大圖", "點擊查看圖片", "點擊查看放大"];

    private const int LongestRest = 8;

    /// <summary>Whether a button's whole text, signs at its ends aside, is such a phrase; a text of signs alone is one.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        ReadOnlySpan<char> words = WithoutSigns(text);
        return words.IsEmpty || OnButtons.Contains(words) || BesideImages.Contains(words);
    }

    /// <summary>Whether the whole text, signs around it aside, is what pages write beside images.</summary>
    public static bool IsBesideImage(ReadOnlySpan<char> text) =>
        text.Length < Longest && WithoutSigns(text) is { IsEmpty: false } words && IsOfImages(words);

    private static bool IsOfImages(ReadOnlySpan<char> words) =>
        BesideImages.Contains(words) || ((char.IsDigit(words[0]) || words[0] is 'i' or 'I') && Count().IsMatch(words))
            || (words[0] is '点' or '點' && StartsAsControl(words));

    private static ReadOnlySpan<char> WithoutSigns(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool StartsAsControl(ReadOnlySpan<char> words)
    {
        foreach (string start in Starts)
        {
            if (words.StartsWith(start, StringComparison.Ordinal) && words.Length - start.Length <= LongestRest)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?:image \d+ of \d+|\d+ ?(?:/|of|von|de) ?\d+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
