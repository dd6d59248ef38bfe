using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// Tells a page to be read from one that stands in a page's way: a log-in, a bot check, a question for consent, a 'not found' that calls
/// itself found, a page that only scripts fill. What the page is built of decides (a password field, a form, how much running text there is
/// outside of links and controls); words only say which of them it is, and never make one of a page that holds an article.
/// </summary>
internal sealed partial class PageWall
{
    // In letters, of which an ideograph counts for three: less running text than a short news item, than a paragraph, than a line.
    private const int Thin = 700, Bare = 250, Nothing = 60, WholeParagraph = 100;

    // A question for consent explains itself at length, and a log-in page may say what one gets for it.
    private const int LongestConsent = 4000, LongestLogIn = 1500;

    private static readonly string[] Unseen = ["script", "style", "template", "noscript", "svg", "head"];
    private static readonly string[] Controls = ["a", "button", "nav", "select", "option", "label", "header", "footer", "textarea"];

    private static readonly string[] RobotWords =
    [
        "robot", "bot ", "bots", "bot!", "bot?", "bot.", "human", "captcha", "browser check", "checking your", "checking if",
            "just a moment", "security check", "are you a person", "verify you", "verifying",
        "ddos", "mensch", "sicherheitsüberprüfung", "humain", "vérification", "un instant", "humano", "verificación", "verificação",
            "un momento", "umano", "verifica", "mens bent", "människa", "человек", "робот", "проверка",
        "人机", "人機", "验证", "驗證", "安全检查", "真人", "ロボット", "人間", "確認しています", "로봇", "사람인지", "روبوت", "רובוט", "insan",
    ];

    private static readonly string[] MissingWords =
    [
        "not found", "page missing", "no longer available", "no longer exists", "does not exist", "doesn't exist", "can't be found",
            "cannot be found", "could not be found", "couldn't find", "nothing found", "page gone",
        "nicht gefunden", "existiert nicht", "nicht vorhanden", "introuvable", "n'existe pas", "n’existe pas", "non trouvée",
            "no encontrad", "no existe", "não encontrad", "não existe", "non trovat", "non esiste",
        "niet gevonden", "bestaat niet", "hittades inte", "finns inte", "ikke fundet", "ikke funnet", "findes ikke", "ei löyt",
            "nie znaleziono", "nie istnieje", "nenalezen", "neexistuje", "nem található", "negăsit",
        "не найден", "не существует", "не знайден", "не е намер", "δεν βρέθηκε", "bulunamadı", "見つかりません", "存在しません", "ありません", "找不到", "未找到",
            "不存在", "찾을 수 없", "없는 페이지",
        "غير موجود", "לא נמצא", "không tìm thấy", "tidak ditemukan", "ไม่พบ", "नहीं मिला",
    ];

    private static readonly string[] LogInWords =
    [
        "log in", "login", "log-in", "sign in", "sign-in", "signin", "anmelden", "anmeldung", "einloggen", "connexion", "se connecter",
            "connectez", "identifi", "iniciar sesi", "inicia sesi", "acceder", "accedi", "entrar",
        "iniciar sessão", "inloggen", "aanmelden", "logga in", "log ind", "logg inn", "kirjaudu", "zaloguj", "logowanie", "přihlá",
            "prihlás", "bejelentkez", "autentific", "войти", "вход", "увійти", "σύνδεση", "giriş",
        "ログイン", "サインイン", "登录", "登入", "登錄", "로그인", "تسجيل الدخول", "התחבר", "đăng nhập", "masuk", "เข้าสู่ระบบ",
    ];

    private static readonly string[] ConsentWords =
    [
        "cookie", "consent", "privacy", "before you continue", "we value your", "datenschutz", "einwillig", "zustimm", "bevor sie",
            "consentement", "vie privée", "avant de continuer", "privacidad", "consentimiento",
        "antes de", "privacidade", "consenso", "prima di continuare", "toestemming", "voordat je", "samtycke", "samtykke", "evästee",
            "zgod", "souhlas", "hozzájárul", "соглас", "конфиденц", "συγκατάθεση", "çerez", "gizlilik",
        "同意", "プライバシー", "クッキー", "隐私", "隱私", "쿠키", "개인정보", "ملفات تعريف", "עוגיות",
    ];

    private readonly StringBuilder heading = new();
    private readonly StringBuilder withoutScripts = new();
    private int prose, shown, pictures, scripts, posts, buttons, fields, paragraphs;
    private bool password, challenge, refreshes, isArticle;

    private PageWall()
    {
    }

    /// <summary>What a page is in place of one that can be read, as one sentence; null for one that can.</summary>
    /// <param name="html">The whole page.</param>
    /// <param name="from">Where it came from; null when unknown.</param>
    /// <param name="movedTo">Where a page without words sends its visitors at once; null where it does not.</param>
    public static string? Of(string html, Uri? from, out Uri? movedTo)
    {
        var wall = new PageWall();
        movedTo = wall.Scan(html, from);
        movedTo = wall.prose < Bare ? movedTo : null;
        return wall.Verdict(from);
    }

    private string? Verdict(Uri? from)
    {
        // What says that it is an article, and has words, is one: it may be short, and speak of robots and cookies.
        if (isArticle && prose >= Nothing)
        {
            return null;
        }

        // Blanks at both ends: a word may be asked for with one.
        string title = $" {heading} ".ToLowerInvariant();
        bool isThin = prose < Thin && paragraphs < 3;
        if (prose < LongestLogIn && paragraphs < 3 && (password || (isThin && fields > 0 && posts > 0 && Says(title, LogInWords))))
        {
            return "The page asks to log in.";
        }

        if (isThin
            && (challenge
            || (prose < Bare * 2 && pictures == 0 && scripts > 0
            && Says(title + withoutScripts.ToString().ToLowerInvariant(), RobotWords))))
        {
            return "The page asks its visitor to prove to be no program.";
        }

        if (isThin && (StatusFirst().IsMatch(title) || (prose < Bare && Status().IsMatch(title)) || Says(title, MissingWords)))
        {
            return "The page says that there is nothing there, although the server calls it found.";
        }

        // It is answered by a button that sends something, and shows no picture beside its sign.
        bool asks = posts > 0 && buttons > 0 && pictures < 2 && prose < LongestConsent;
        if (asks && (Says(title, ConsentWords) || from?.Host.StartsWith("consent.", StringComparison.OrdinalIgnoreCase) == true))
        {
            return "The page asks for consent before it shows anything.";
        }

        return prose >= Nothing || shown >= Bare || pictures > 0 ? null
            : refreshes ? "The page holds nothing and sends its visitor on."
            : scripts > 0 ? "The page shows nothing without its scripts."
            : shown == 0 ? "The page is empty."
            : null;
    }

    private Uri? Scan(string html, Uri? from)
    {
        Uri? target = null;
        var tokens = new TagTokenizer(html, 0, null);
        var open = new Stack<string>();
        int unseen = 0, controls = 0, titles = 0, quiet = 0, paragraph = 0;
        string? raw = null;
        for (TokenKind kind = tokens.Read(); kind != TokenKind.None; kind = tokens.Read())
        {
            string name = kind is TokenKind.StartTag or TokenKind.EndTag ? tokens.Name.ToLowerInvariant() : "";
            if (raw is not null)
            {
                // Scripts and styles hold no tags but their own end.
                raw = kind == TokenKind.EndTag && name == raw ? null : raw;
            }
            else if (kind == TokenKind.Text)
            {
                string text = Entities.Decode(tokens.Text.ToString(), null, null);
                (titles > 0 && heading.Length < 500 ? heading : quiet > 0 && withoutScripts.Length < 500 ? withoutScripts
                    : null)?.Append(text).Append(' ');
                int weight = unseen > 0 || titles > 0 ? 0 : WeightOf(text);
                shown += weight;
                prose += controls > 0 ? 0 : weight;
                paragraph += controls > 0 ? 0 : weight;
            }
            else if (kind == TokenKind.StartTag)
            {
                target ??= Start(name, tokens, from);
                raw = name is "script" or "style" && !tokens.IsEmptyElement ? name : null;
                if (raw is null && !tokens.IsEmptyElement && Counted(name))
                {
                    open.Push(name);
                    Count(name, 1);
                }

                paragraphs += IsParagraphEnd(name) && paragraph >= WholeParagraph ? 1 : 0;
                paragraph = IsParagraphEnd(name) ? 0 : paragraph;
            }
            else if (kind == TokenKind.EndTag)
            {
                paragraphs += IsParagraphEnd(name) && paragraph >= WholeParagraph ? 1 : 0;
                paragraph = IsParagraphEnd(name) ? 0 : paragraph;
                while (Counted(name) && open.Contains(name) && open.Pop() is var closed)
                {
                    Count(closed, -1);
                    if (closed == name)
                    {
                        break;
                    }
                }
            }
        }

        return target;

        void Count(string element, int by)
        {
            unseen += Array.IndexOf(Unseen, element) >= 0 && element != "head" ? by : 0;
            controls += Array.IndexOf(Controls, element) >= 0 ? by : 0;
            titles += element is "title" or "h1" or "h2" ? by : 0;
            quiet += element == "noscript" ? by : 0;
        }
    }

    private static bool Counted(string name) =>
        name is "title" or "h1" or "h2" || Array.IndexOf(Unseen, name) >= 0 || Array.IndexOf(Controls, name) >= 0;

    private static bool IsParagraphEnd(string name) =>
        name is "p" or "div" or "li" or "blockquote" or "section" or "article" or "br" or "td";

    private Uri? Start(string name, TagTokenizer tokens, Uri? from)
    {
        challenge |= tokens.Attributes
            .Any(attribute => attribute.Name.ToLowerInvariant() is "id" or "class" or "src" or "action" or "name" or "data-sitekey"
            && (Challenge().IsMatch(attribute.Value) || attribute.Name.Equals("data-sitekey", StringComparison.OrdinalIgnoreCase)));
        switch (name)
        {
            case "script": scripts++; break;
            case "form": posts += Value(tokens, "method")?.Trim().Equals("post", StringComparison.OrdinalIgnoreCase) == true ? 1 : 0; break;
            case "article" or "time": isArticle = true; break;
            case "button": buttons++; break;
            case "img" or "picture" or "video" or "audio" or "object": pictures++; break;
            case "input":
                string type = Value(tokens, "type")?.Trim().ToLowerInvariant() ?? "text";
                password |= type == "password";
                fields += type is "text" or "email" or "tel" ? 1 : 0;
                buttons += type is "submit" or "button" ? 1 : 0;
                break;
            case "meta" when Value(tokens, "property") == "og:type" && Value(tokens, "content") == "article":
                isArticle = true;
                break;
            case "meta" when Value(tokens, "http-equiv")?.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase) == true:
                refreshes = true;
                return Refresh().Match(Entities.Decode(Value(tokens, "content") ?? "", null, null)) is { Success: true } refresh
                    ? Addresses.ResolveWeb(refresh.Groups["address"].Value.Trim('"', '\'', ' '), from)
                    : null;
        }

        return null;
    }

    private static bool Says(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    // An ideograph says as much as two or three letters.
    private static int WeightOf(string text)
    {
        int weight = 0;
        foreach (char c in text)
        {
            weight += !char.IsLetterOrDigit(c) ? 0 : CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter ? 3 : 1;
        }

        return weight;
    }

    private static string? Value(TagTokenizer tokens, string name) =>
        tokens.Attributes.Where(attribute => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(attribute => attribute.Value).FirstOrDefault();

    // At the start of the title or of a part of it; a Peugeot 404 is a car.
    [GeneratedRegex(@"(?:^|[|–—:·»(-])\s*(?:http\s*|error\s*|fehler\s*|erreur\s*)?(404|410)(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex StatusFirst();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(404|410)(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    // What the systems call themselves in names that no article has: by itself nothing, on a page without words all there is.
    [GeneratedRegex(
        "captcha|challenge|turnstile|cf-chl|__cf|anubis|proof-?of-?work|sucuri|datadome|perimeterx|incapsula|awswaf|ddos|bot-?(check|"
            + "detect|protect)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Challenge();

    [GeneratedRegex(@"^\s*[0-9]+(\.[0-9]*)?\s*[;,]\s*(url\s*=)?\s*(?<address>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Refresh();
}
