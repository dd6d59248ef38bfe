using System.Text;

namespace FeedBook.Corpus;

/// <summary>What an input is read as.</summary>
internal enum SlowKind
{
    Feed,
    Svg,
}

/// <summary>A generator of inputs of any size.</summary>
/// <param name="Name">What it repeats.</param>
/// <param name="Kind">What reads it.</param>
/// <param name="Make">The input of size n.</param>
internal sealed record SlowInput(string Name, SlowKind Kind, Func<int, byte[]> Make);

/// <summary>Feeds and drawings that tempt a reader to look at everything for everything.</summary>
internal static class SlowFeeds
{
    /// <summary>All of them.</summary>
    public static IEnumerable<SlowInput> All { get; } =
    [
        Feed("items", n => Rss(Repeat("<item><title>t</title><description>d</description></item>", n))),
        Feed("one long title", n => Rss("<item><title>" + Repeat("long &amp; ", n) + "</title></item>")),
        Feed("tags in a title", n => Rss("<item><title>" + Repeat("&lt;i&gt;a&lt;/i&gt;&lt;b ", n) + "</title></item>")),
        Feed("attributes of an element", n => Rss("<item " + Each(n, i => $"a{i}='b' ") + "><title>t</title></item>")),
        Feed("attributes, not well-formed", n => Rss("<item " + Each(n, i => $"a{i}=b ") + "><title>t</title></item>")),
        Feed("name spaces", n => Rss("<item " + Each(n, i => $"xmlns:n{i}='u{i}' ") + "><title>t</title></item>")),
        Feed("name spaces, not well-formed", n =>
            Rss("<item " + Each(n, i => $"xmlns:n{i}='u{i}' ") + "><n1:a/><title>a & b</title></item>")),
        Feed("deep elements", n => Rss("<item><title>t</title>" + Repeat("<a>", n) + Repeat("</a>", n) + "</item>")),
        Feed("unclosed elements", n => Rss("<item><title>t</title>" + Repeat("<a>", n) + "</item>")),
        Feed("bare ampersands", n => Rss("<item><title>t</title><description>" + Repeat("a & b ", n) + "</description></item>")),
        Feed("sections without an end", n => Rss("<item><description>" + Repeat("<![CDATA[x", n) + "</description></item>")),
        Feed("enclosures",
            n => Rss("<item><title>t</title>" + Each(n, i => $"<enclosure url='http://a.example/{i}.mp3' type='audio/mpeg'/>")
            + "</item>")),
        Feed("categories", n => Rss("<item><title>t</title>" + Each(n, i => $"<category>{i}</category>") + "</item>")),
        Feed("authors", n => Rss("<item><title>t</title>" + Each(n, i => $"<author>a{i}@b.example</author>") + "</item>")),
        Feed("lines of plain text", n => Rss("<item><title>t</title><description>" + Repeat("a line\n", n) + "</description></item>")),
        Feed("two texts",
            n => Rss("<item><description>" + Repeat("words ", n) + "</description><encoded>" + Repeat("other words ", n / 3)
            + "</encoded></item>")),
        Feed("entity declarations", n => "<!DOCTYPE rss [" + Each(n, i => $"<!ENTITY e{i} 'x'>") + "]>"
            + Rss("<item><title>&e1;</title></item>")),
        Feed("JSON items", n => Json(string.Join(',', Enumerable.Repeat("{\"id\":\"1\",\"content_html\":\"x\"}", n)))),
        Feed("JSON, names written often", n => Json("{\"id\":\"1\"," + Repeat("\"title\":null,", n) + "\"x\":1}")),
        Feed("JSON, deep", n => Json("{\"id\":\"1\",\"x\":" + Repeat("[", n) + Repeat("]", n) + "}")),
        Feed("JSON, deep objects", n => Json("{\"id\":\"1\",\"x\":" + Repeat("{\"a\":", n) + "1" + Repeat("}", n) + "}")),
        Feed("JSON, half letters", n => Json("{\"id\":\"1\",\"content_text\":\"" + Repeat("\\ud83d", n) + "\"}")),
        Feed("JSON, cut", n => Json(string.Join(',', Enumerable.Repeat("{\"id\":\"1\"}", n)))[..^3]),
        Feed("outlines", n => "<opml><body>" + Each(n, i => $"<outline text='a' xmlUrl='http://a.example/{i}'/>") + "</body></opml>"),
        Feed("deep outlines", n => "<opml><body>" + Repeat("<outline text='a' xmlUrl='http://a.example/'>", n) + "</body></opml>"),
        Feed("deep outlines, not well-formed",
            n => "<opml><body>" + Repeat("<outline text='a' xmlUrl='http://a.example/?a&b'>", n) + "</body></opml>"),
        Feed("declarations in each other", n => Rss("<item>" + Repeat("<a xmlns:b='c' xmlns:d='e'>", n) + "a & b</item>")),
        Feed("undeclared prefixes",
            n => Rss("<item " + Each(n, i => $"xmlns:n{i}='u'") + ">" + Repeat("<x:a y:b='c'/>", n) + "a & b</item>")),
        Feed("one prefix declared often", n => Rss(Repeat("<item xmlns='u' xmlns:x='v'><title>a & b</title></item>", n))),
        Feed("end tags of others", n => Rss("<item><title>" + Repeat("</a></b></item ", n) + "</title></item>")),
        Feed("links in a head", n => Rss(Each(n, i => $"<link rel='alternate' href='/{i}'/>"))),
        Feed("relations in a head",
            n => "<feed xmlns='http://www.w3.org/2005/Atom'>" + Each(n, i => $"<link rel='r{i}' href='/{i}'/>") + "</feed>"),
        Feed("guids alike", n => Rss(Each(n, i => $"<item><guid>a</guid><title>t{i}</title></item>"))),
        Feed("dates that are none", n => Rss(Each(n, i => $"<item><guid>{i}</guid><pubDate>the {i}th of nothing</pubDate></item>"))),
        Feed("one long date", n => Rss("<item><guid>1</guid><pubDate>" + Repeat("12 Jan ", n) + "</pubDate></item>")),
        Feed("escaped twice", n => Rss("<item><description>" + Repeat("&amp;amp;lt;b&amp;amp;gt; ", n) + "</description></item>")),
        Feed("an archived item", n => "<!--1770091506000-->\n[" + Repeat("[", n) + "](https://a.example/)\n------\n\n<p>x</p>"),
        Feed("a page", n => "<html><head>" + Repeat("<link rel=alternate type=application/rss+xml href=a>", n)
            + "</head><body><p>x</p></body></html>"),
        new SlowInput("letters of an old encoding", SlowKind.Feed,
            n => [.. Encoding.Latin1.GetBytes("<rss><channel><item><title>"), .. Enumerable.Repeat((byte)0xCF, n),
            .. "</title></item></channel></rss>"u8]),
        new SlowInput("broken UTF-8", SlowKind.Feed,
            n => [.. "<rss><channel><item><title>ééé"u8, .. Enumerable.Repeat<byte[]>([0xC3, 0xA9, 0xE9, 0x20], n).SelectMany(b => b),
            .. "</title></item></channel></rss>"u8]),
        Svg("SVG elements", n => Repeat("<g/>", n)),
        Svg("SVG attributes", n => "<g " + Each(n, i => $"a{i}='b' ") + "/>"),
        Svg("SVG name spaces", n => "<g " + Each(n, i => $"xmlns:a{i}='b' ") + "/>"),
        Svg("SVG ids and references", n => Each(n, i => $"<g id='a{i}'/><use href='#a{n - i}'/>")),
        Svg("SVG style sheets", n => "<style>" + Repeat("a{fill:url(b)}/*", n) + "</style>"),
        Svg("SVG image sets", n => "<style>" + Repeat("a:image-set(", n) + "</style>"),
        Svg("SVG script addresses", n => "<g class='" + Repeat("j a v a s ", n) + "'/>"),
    ];

    private static SlowInput Feed(string name, Func<int, string> make) => new(name, SlowKind.Feed, n => Encoding.UTF8.GetBytes(make(n)));

    private static SlowInput Svg(string name, Func<int, string> make) =>
        new(name, SlowKind.Svg,
            n => Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>" + make(n) + "</svg>"));

    private static string Rss(string inside) =>
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>c</title>" + inside + "</channel></rss>";

    private static string Json(string items) => "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + items + "]}";

    private static string Repeat(string text, int n) => new StringBuilder(text.Length * n).Insert(0, text, n).ToString();

    private static string Each(int n, Func<int, string> make)
    {
        var text = new StringBuilder();
        for (int i = 0; i < n; i++)
        {
            text.Append(make(i));
        }

        return text.ToString();
    }
}
