using System.Collections.Frozen;

namespace FeedBook.Html.Pruning;

/// <summary>What pages write on the buttons of their own machinery, in many languages: 'Share', 'Copy link', 'Weiterlesen', '复制'.</summary>
internal static class ControlPhrases
{
    private const int Longest = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Phrases = new[]
    {
        // To pass on, to keep.
        "share", "share this", "share this article", "share this post", "share article", "share link", "share on facebook",
        "share on twitter", "share on x", "share on linkedin", "share on whatsapp", "share via email", "email", "tweet", "pin it",
        "send", "copy", "copy code", "copy link", "copy text", "copy to clipboard", "copied", "save", "save article", "bookmark",
        "print", "print this page", "download", "download image", "embed", "cite", "follow", "following", "like", "dislike",
        "reply", "report", "edit", "delete", "quote",
        // To come in, to pay.
        "subscribe", "subscribe now", "sign up", "sign in", "log in", "login", "log out", "register", "join", "join now", "donate",
        "donate now", "accept", "accept all", "accept cookies", "reject all", "manage preferences", "cookie settings", "ok", "okay",
        "got it", "cancel", "submit", "apply", "search", "reset", "clear", "close", "dismiss", "back", "menu", "toggle menu",
        "skip", "skip ad", "advertisement", "contact us", "get started", "learn more", "buy now", "shop now", "add to cart",
        "order now", "read more", "read full story", "continue reading", "see more", "show more", "load more", "view more", "more",
        "less", "show less", "view all", "see all", "expand", "collapse", "expand all", "collapse all", "show comments", "comments",
        "view comments", "hide comments", "leave a comment", "post comment", "back to top", "scroll to top",
        "toggle table of contents", "toggle dark mode", "run", "run code", "try it", "open in new tab",
        // To look and to listen.
        "play", "pause", "stop", "mute", "unmute", "replay", "rewind", "play video", "watch video", "play audio", "listen",
        "listen now", "listen to this article", "next", "previous", "prev", "next slide", "previous slide", "next image",
        "previous image", "next page", "previous page", "first", "last", "fullscreen", "full screen", "enter fullscreen",
        "exit fullscreen", "zoom", "zoom in", "zoom out", "enlarge", "enlarge image", "view image", "view larger image",
        "open image", "open gallery", "view gallery", "settings", "captions", "quality", "speed", "hide caption", "toggle caption",
        // German, French, Spanish, Italian, Portuguese, Dutch.
        "teilen", "artikel teilen", "kopieren", "link kopieren", "drucken", "speichern", "merken", "weiterlesen", "mehr",
        "mehr lesen", "mehr anzeigen", "weniger anzeigen", "schließen", "abonnieren", "anmelden", "registrieren", "suchen",
        "senden", "absenden", "weiter", "zurück", "vor", "abspielen", "anhören", "vollbild", "vergrößern", "bild vergrößern",
        "akzeptieren", "alle akzeptieren", "ablehnen", "kommentieren", "kommentare", "nach oben", "menü", "herunterladen",
        "jetzt spenden", "zum inhalt springen", "partager", "copier", "copier le lien", "imprimer", "enregistrer", "lire la suite",
        "lire plus", "voir plus", "voir moins", "fermer", "s'abonner", "s’abonner", "je m'abonne", "je m’abonne", "se connecter",
        "rechercher", "envoyer", "suivant", "précédent", "lecture", "écouter", "plein écran", "agrandir", "accepter",
        "tout accepter", "refuser", "commenter", "haut de page", "télécharger", "compartir", "copiar", "copiar enlace", "imprimir",
        "guardar", "leer más", "ver más", "mostrar más", "cerrar", "suscribirse", "suscríbete", "iniciar sesión", "buscar",
        "enviar", "siguiente", "anterior", "reproducir", "escuchar", "pantalla completa", "ampliar", "aceptar", "rechazar",
        "comentar", "comentarios", "descargar", "menú", "condividi", "copia", "copia link", "stampa", "salva", "leggi tutto",
        "leggi di più", "mostra di più", "chiudi", "abbonati", "iscriviti", "accedi", "cerca", "invia", "avanti", "indietro",
        "ascolta", "schermo intero", "ingrandisci", "accetta", "rifiuta", "commenta", "scarica", "compartilhar", "copiar link",
        "salvar", "leia mais", "ver mais", "fechar", "assinar", "assine", "entrar", "próximo", "ouvir", "tela cheia", "aceitar",
        "baixar", "delen", "kopiëren", "afdrukken", "opslaan", "lees meer", "lees verder", "meer", "sluiten", "abonneren",
        "inloggen", "zoeken", "verzenden", "volgende", "vorige",
        // Other alphabets.
        "поделиться", "копировать", "скопировать", "скопировать ссылку", "печать", "сохранить", "читать далее", "подробнее",
        "показать еще", "показать ещё", "закрыть", "подписаться", "войти", "поиск", "отправить", "далее", "назад", "слушать",
        "увеличить", "принять", "скачать", "подели", "поділитися", "udostępnij", "kopiuj", "drukuj", "zapisz", "czytaj więcej",
        "czytaj dalej", "zamknij", "dalej", "wstecz", "dela", "kopiera", "skriv ut", "läs mer", "stäng", "nästa", "föregående",
        "jaa", "kopioi", "tulosta", "lue lisää", "sulje", "del", "kopier", "les mer", "læs mere", "lukk", "luk", "paylaş",
        "kopyala", "yazdır", "devamını oku", "kapat", "分享", "分享到", "复制", "複製", "复制链接", "複製連結", "复制代码", "複製程式碼", "打印", "列印", "收藏",
        "保存", "儲存", "点赞", "點讚", "关注", "關注", "订阅", "訂閱", "登录", "登入", "注册", "註冊", "搜索", "搜尋", "发送", "發送", "提交", "关闭", "關閉", "取消",
        "确定", "確定", "展开", "展開", "收起", "更多", "查看更多", "阅读更多", "閱讀更多", "阅读全文", "閱讀全文", "上一页", "下一页", "上一頁", "下一頁", "上一篇", "下一篇", "播放",
        "暂停", "暫停", "全屏", "全螢幕", "放大", "缩小", "縮小", "查看大图", "查看原图", "查看大圖", "下载", "下載", "回到顶部", "回到頂部", "返回顶部", "评论", "評論", "菜单",
        "選單", "共有", "シェア", "シェアする", "コピー", "リンクをコピー", "印刷", "ブックマーク", "続きを読む", "もっと見る", "閉じる", "登録", "購読", "ログイン", "検索", "送信", "次へ",
        "前へ", "再生", "停止", "一時停止", "全画面", "拡大", "拡大する", "画像を拡大", "공유", "공유하기", "복사", "링크 복사", "인쇄", "저장", "더보기", "더 보기", "계속 읽기",
        "닫기", "구독", "구독하기", "로그인", "검색", "보내기", "다음", "이전", "재생", "일시정지", "전체화면", "확대", "مشاركة", "شارك", "نسخ", "نسخ الرابط",
        "طباعة", "حفظ", "اقرأ المزيد", "المزيد", "إغلاق", "اشترك", "تسجيل الدخول", "بحث", "إرسال", "التالي", "السابق", "تشغيل",
        "שתף", "שיתוף", "העתק", "הדפס", "קרא עוד", "סגור", "הבא", "הקודם",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the whole text, signs at its ends aside, is such a phrase; a text of signs alone is one.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        int start = 0, end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return start == end || Phrases.Contains(text[start..end]);
    }
}
