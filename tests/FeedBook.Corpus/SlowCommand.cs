using System.Globalization;
using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Corpus;

/// <summary>
/// Reads articles that repeat a piece of markup n times and 2n times: named ones, which are known to be dear to somebody, and made ones.
/// Prints the processor time of both, their ratio, and how many letters came out for each that went in.
/// </summary>
internal static class SlowCommand
{
    private const double MostRatio = 3;

    private static readonly string[] Elements =
    [
        "a", "b", "i", "em", "span", "font", "div", "p", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "tbody", "caption",
            "blockquote", "figure",
        "figcaption", "section", "article", "h2", "h3", "pre", "code", "sup", "sub", "ruby", "rt", "details", "summary", "center", "small",
            "strong", "u", "form",
        "button", "select", "option", "picture", "video", "audio", "object", "iframe", "svg", "math", "noscript", "label", "nobr", "q",
            "cite", "time", "title", "textarea",
    ];

    private static readonly string[] Pieces =
    [
        "<br>", "<hr>", "<img src='https://x.example/x.png'>", "<img src='https://x.example/y.jpg' alt='a b' width=600>", "<input>",
            "text ", "(Photo: A B) ", "<!-- c -->", "&nbsp;",
        "<source srcset='https://x.example/y.png 2x'>", "<a name=x></a>", "<a href='#x'>y</a>", "<p class=caption>", "<!--", "<a href=\"x>",
            "<title>",
    ];

    // A piece, and what stands before and behind all of them.
    private static readonly (string Name, string Before, string Piece, string After)[] Named =
    [
        ("unclosed bold", "", "<p><b>", ""),
        ("bold of many kinds", "", "<p><b id={0}>x", ""),
        ("links and items", "", "<a><li>", ""),
        ("rows, cells, items", "", "<tr><td><li>", ""),
        ("tables in lists", "", "<b><i><a href=x><table><tr><td><ul><li>", ""),
        ("rows and text", "", "<tr>text <tr><sub>x", ""),
        ("misnested", "", "<b><p></b><i></p>x</i>", ""),
        ("open links and blocks", "", "<a href=x><div>y</a>", ""),
        ("sources", "<picture>", "<source srcset='https://x.example/{0}.jpg {0}w'>", "<img src='https://x.example/0.jpg' alt=x></picture>"),
        ("source set", "<img alt=x srcset='", "https://x.example/{0}.jpg {0}w, ", "'>"),
        ("attributes", "<p ", "data-x{0}=y ", ">text</p>"),
        ("lazy sources", "<img src='https://x.example/0.jpg' ", "data-src{0}='https://x.example/{0}.jpg' ", ">"),
        ("images", "", "<img src='https://x.example/{0}.jpg'>", ""),
        ("images and lines", "", "<p><img src='https://x.example/{0}.jpg'></p><p>Photo: A. Name</p>", ""),
        ("notes", "", "<sup><a href='#n{0}'>{0}</a></sup><p id=n{0}>Note {0}</p>", ""),
        ("anchors", "", "<a id=a{0}></a><a href='#a{0}'>x</a>", ""),
        ("paragraphs", "", "<p><b>text of a line</b></p>", ""),
        ("breaks", "", "text<br>", ""),
        ("open comments", "", "<!-- x ", ""),
        ("open quotes", "", "<a href=\"x>y ", ""),
        ("open titles", "", "<title>x", ""),
        ("less-than signs", "", "a < b <", ""),
        ("references", "", "&notit;&amp;&#x1F600;&", ""),
        ("kept lines", "<div style='white-space:pre-wrap'>", "  x\n", "</div>"),
        ("hidden", "", "<div hidden>text of a hidden part</div>", ""),
        ("hidden in each other", "", "<div hidden>x ", ""),
        ("long words", "<p>", "x", "</p>"),
        ("marks", "<p>a", "\u0301", "</p>"),
        ("brackets", "<p>", "(Photo: ", "</p>"),
        ("shortcodes", "", "[caption]", ""),
        ("definitions", "<dl>", "<dt>x<dd>y", "</dl>"),
        ("cells", "<table><tr>", "<td rowspan=9 colspan=9>x", "</table>"),
        ("replacements", "", "<noscript><img src='https://x.example/x.png'><button>", ""),
        ("replacements of one image", "<img src='https://x.example/x.png'>",
            "<i></i><noscript><img src='https://x.example/x.png'></noscript>", ""),
        ("tables and lists", "", "<table><td><ol>", ""),
        ("quotations in figures", "", "<figure><blockquote><figcaption>x", ""),
        ("headings and rules", "", "<h2>x<hr><h3>", ""),
        ("styles that hide", "", "<span style='display:none'>x<span style='color:red'>y", ""),
        ("ruby", "<ruby>", "x<rt>y", "</ruby>"),
        ("formula", "<math>", "<mrow><mi>x</mi><msup>", "</math>"),
    ];

    /// <summary>Runs the named pieces and <paramref name="count"/> made ones.</summary>
    /// <returns>Zero when none takes more than three times as long for twice as much.</returns>
    public static int Run(int count, int times)
    {
        int slow = 0;
        var random = new Random(7);
        IEnumerable<(string Name, string Before, string Piece, string After)> all =
            Named.Concat(Enumerable.Range(0, count).Select(number => ($"made {number}", "", Make(random), "")));
        foreach ((string name, string before, string piece, string after) in all)
        {
            string html = Repeat(before, piece, after, times), twiceHtml = Repeat(before, piece, after, times * 2);
            Article article = Article.Empty;
            (TimeSpan onceTime, TimeSpan twiceTime) = ReadingTime.Compare(() => Read(html), () => article = Read(twiceHtml), MostRatio);
            double once = onceTime.TotalMilliseconds, twice = twiceTime.TotalMilliseconds;
            double growth = ContentPrinter.Print(article).Length / (double)twiceHtml.Length;

            // Below, what is measured is chance.
            bool isSlow = twice > 150 && twice > MostRatio * once;
            slow += isSlow ? 1 : 0;
            if (isSlow || !name.StartsWith("made", StringComparison.Ordinal) || twice > 1500 || growth > 20)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{(isSlow ? "SLOW" : "    ")} {name,-22} {once,8:0} ms {twice,8:0} ms {twice / Math.Max(once, 1),6:0.0} "
                    + $"{growth,6:0.0}  {(name[0] == 'm' ? piece : "")}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slow} take more than three times as long for twice as much"));
        return slow == 0 ? 0 : 1;
    }

    private static string Make(Random random)
    {
        string piece = "";
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            piece += random.Next(100) switch
            {
                < 60 => $"<{Elements[random.Next(Elements.Length)]}>",
                < 75 => $"</{Elements[random.Next(Elements.Length)]}>",
                _ => Pieces[random.Next(Pieces.Length)],
            };
        }

        return piece;
    }

    private static string Repeat(string before, string piece, string after, int times) =>
        string.Concat(before, string.Concat(Enumerable.Range(0, times).Select(i => piece.Contains("{0}", StringComparison.Ordinal)
            ? piece.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : piece)), after);

    private static Article Read(string html) => new ArticleReader().Read(html, new Uri("https://x.example/"));
}
