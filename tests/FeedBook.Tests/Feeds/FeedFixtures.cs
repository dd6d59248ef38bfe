using System.Text;
using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>Feeds of our own writing, one of each kind, and short ways to read a text.</summary>
internal static class FeedFixtures
{
    public const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
          <channel>
            <title>The Harbour &amp; the Hill</title>
            <link>https://harbour.example/</link>
            <atom:link rel="self" href="https://harbour.example/feed.xml"/>
            <description>Walks along the coast</description>
            <language>en-gb</language>
            <copyright>© the walkers</copyright>
            <lastBuildDate>Fri, 06 Mar 2026 18:30:00 +0100</lastBuildDate>
            <image><url>https://harbour.example/logo.png</url><title>A logo</title><link>https://harbour.example/</link></image>
            <item>
              <title>Low &lt;i&gt;tide&lt;/i&gt;</title>
              <link>https://harbour.example/low-tide?utm_source=rss</link>
              <guid isPermaLink="false">tide-1</guid>
              <pubDate>Fri, 06 Mar 2026 17:00:00 +0100</pubDate>
              <dc:creator>Ada Marsh</dc:creator>
              <category>Coast</category><category>Birds</category>
              <description>A teaser.</description>
              <content:encoded><![CDATA[<p>The whole walk, with <img src="/a.jpg" alt="a heron">.</p>]]></content:encoded>
              <enclosure url="https://harbour.example/walk.mp3" type="audio/mpeg" length="12345"/>
              <media:group>
                <media:content url="https://harbour.example/a.jpg" medium="image" width="800" height="600"/>
                <media:description>A heron by the lock</media:description>
                <media:credit>Ben Reed</media:credit>
              </media:group>
              <itunes:image href="https://harbour.example/square.png"/>
            </item>
            <item>
              <title>High water</title>
              <guid>https://harbour.example/high-water</guid>
              <description>&lt;p&gt;Only a summary.&lt;/p&gt;</description>
            </item>
          </channel>
        </rss>
        """;

    public const string Atom = """
        <?xml version="1.0"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://loom.example/blog/" xml:lang="de">
          <id>tag:loom.example,2026:feed</id>
          <title type="html">Weben &amp;amp; Spinnen</title>
          <subtitle>Vom Faden</subtitle>
          <link href="."/>
          <link rel="self" href="feed.atom"/>
          <updated>2026-02-01T10:00:00Z</updated>
          <author><name>Vera Faden</name><email>vera@loom.example</email><uri>https://loom.example/vera</uri></author>
          <entry>
            <id>tag:loom.example,2026:1</id>
            <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Kette &lt; <em>Schuss</em></div></title>
            <link rel="alternate" type="text/html" href="2026/kette"/>
            <link rel="enclosure" type="image/jpeg" length="77" href="kette.jpg"/>
            <published>2026-01-31T08:00:00+01:00</published>
            <updated>2026-02-01T10:00:00Z</updated>
            <category term="craft" label="Handwerk"/>
            <summary>Kurz gesagt</summary>
            <content type="xhtml" xml:lang="en"><div xmlns="http://www.w3.org/1999/xhtml"><p xml:base="deep/">See <a href="x.html">this</a> &amp; that.<br/></p></div></content>
          </entry>
          <entry>
            <id>https://loom.example/blog/2</id>
            <title>Ohne Link</title>
            <updated>2026-01-01T00:00:00Z</updated>
            <content type="text">1 &lt; 2 und ein Absatz</content>
          </entry>
        </feed>
        """;

    public const string Rdf = """
        <?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://mill.example/">
            <title>Mill notes</title><link>https://mill.example/</link><description>On flour</description>
            <items><rdf:Seq><rdf:li resource="https://mill.example/b"/><rdf:li rdf:resource="https://mill.example/a"/></rdf:Seq></items>
          </channel>
          <item rdf:about="https://mill.example/a"><title>Rye</title><link>https://mill.example/a</link><dc:date>2026-01-02T03:04:05Z</dc:date><dc:subject>grain</dc:subject></item>
          <item rdf:about="https://mill.example/b"><title>Spelt</title><link>https://mill.example/b</link><dc:creator>M. Iller</dc:creator></item>
        </rdf:RDF>
        """;

    public const string Json = """
        {"version":"https://jsonfeed.org/version/1.1","title":"Kiln","home_page_url":"https://kiln.example/","feed_url":"https://kiln.example/feed.json","language":"fr",
         "authors":[{"name":"Paul Terre","url":"https://kiln.example/paul"}],
         "items":[
          {"id":7,"url":"https://kiln.example/7","title":"L&#39;émail","content_html":"<p>Bleu</p>","summary":"Court","date_published":"2026-03-01T10:00:00+02:00","tags":["four","four","terre"],
           "image":"https://kiln.example/7.jpg","attachments":[{"url":"https://kiln.example/7.mp3","mime_type":"audio/mpeg","size_in_bytes":99}]},
          {"id":"8","content_text":"one\n\ntwo < three","author":{"name":"Jeanne"}}]}
        """;

    public const string Opml = """
        <?xml version="1.0"?>
        <opml version="2.0"><head><title>My feeds</title></head><body>
          <outline text="News"><outline text="World"><outline type="rss" text="One &amp; all" xmlUrl="https://one.example/rss" htmlUrl="https://one.example/"/></outline>
            <outline title="Two" XMLURL="https://two.example/rss"><outline text="Two's child" xmlUrl="https://two.example/child"/></outline></outline>
          <outline text="Three" xmlUrl="https://three.example/atom"/>
        </body></opml>
        """;

    public const string Archived = """
        <!--1600000000000-->
        [[Notes] A day (long) at sea](https://sea.example/day_(1)?a=b)
        ------

        <div><img src="https://images.weserv.nl/?url=sea.example/a.jpg"><br><b>Rain</b>: it rained.</div>
        """;

    public const string Page = """
        <!doctype html><html lang="nl"><head><title>Een pagina</title><base href="https://page.example/map/">
        <link rel="alternate" type="application/rss+xml" title="Nieuws &amp; meer" href="nieuws.xml"><link rel="alternate" hreflang="fr" href="/fr">
        <meta property="article:published_time" content="2026-01-05T08:00:00+01:00"></head><body><h1>De kop</h1><p>Tekst</p></body></html>
        """;

    public static IReadOnlyList<string> All { get; } = [Rss, Atom, Rdf, Json, Opml, Archived, Page];

    public static Task<Feed> ReadAsync(string text, Uri? baseAddress = null, FeedReaderOptions? options = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), baseAddress, options);

    public static Task<Feed> ReadAsync(byte[] bytes, Uri? baseAddress = null, FeedReaderOptions? options = null) =>
        FeedReader.ReadAsync(new MemoryStream(bytes), baseAddress, options);

    public static Task<FeedDocument> DocumentAsync(string text, Uri? baseAddress = null, FeedReaderOptions? options = null) =>
        FeedReader.ReadDocumentAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), baseAddress, options);

    /// <summary>An RSS feed around the markup of one item.</summary>
    public static string RssItem(string item) => $"<rss version=\"2.0\"><channel><title>T</title><item>{item}</item></channel></rss>";

    /// <summary>The only item of the feed around the markup.</summary>
    public static async Task<FeedItem> ItemAsync(string item, Uri? baseAddress = null) =>
        Assert.Single((await ReadAsync(RssItem(item), baseAddress)).Items);
}

/// <summary>A test over the shared corpus; skipped where the corpus is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Repository.Shared is null ? "The shared corpus (../shared or FEEDBOOK_SHARED) is not there."
        : null;
}
