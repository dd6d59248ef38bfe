using System.Globalization;
using System.Text;
using FeedBook.Feeds;

namespace FeedBook.Benchmarks;

/// <summary>
/// The articles that reading is measured on: made ones of several kinds, and those of published feeds where their files are.
/// </summary>
internal static class ArticleSamples
{
    private const string Feeds = "feeds";

    private static readonly Uri Address = new("https://news.example/2024/story/");

    /// <summary>The kinds whose files are here.</summary>
    public static IEnumerable<string> Kinds =>
        ((string[])["mixed", "text", "gallery", "wordpress", "long"]).Concat(Folder is null ? [] : [Feeds]);

    /// <summary>The articles of a kind, the same ones each time.</summary>
    public static IReadOnlyList<(string Html, Uri? Address)> Of(string kind) => kind switch
    {
        "mixed" => Made(20, Mixed),
        "text" => Made(20, number => Repeat(40, number, Text)),
        "gallery" => Made(20, number => Repeat(40, number, Gallery)),
        "wordpress" => Made(20, number => Repeat(40, number, WordPress)),
        "long" => Made(2, number => Repeat(900, number, Long)),
        Feeds => Published(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    // The test material beside the repository: feeds that others have published.
    private static string? Folder
    {
        get
        {
            string? shared = Environment.GetEnvironmentVariable("FEEDBOOK_SHARED");
            for (DirectoryInfo? above = new(AppContext.BaseDirectory); shared is null && above is not null; above = above.Parent)
            {
                string beside = Path.Combine(above.FullName, "shared");
                shared = Directory.Exists(Path.Combine(beside, Feeds)) ? beside : null;
            }

            string? folder = shared is null ? null : Path.Combine(shared, Feeds, "real");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    private static List<(string Html, Uri? Address)> Made(int count, Func<int, string> make) =>
        [.. Enumerable.Range(0, count).Select(number => (make(number), (Uri?)Address))];

    private static List<(string Html, Uri? Address)> Published()
    {
        var articles = new List<(string Html, Uri? Address)>();
        foreach (string file in Directory.EnumerateFiles(Folder!, "*.xml").Order(StringComparer.Ordinal))
        {
            try
            {
                Feed feed = FeedReader.ReadAsync(new MemoryStream(File.ReadAllBytes(file))).GetAwaiter().GetResult();
                articles.AddRange(feed.Items.Where(item => (item.ContentHtml ?? item.SummaryHtml)?.Length > 200)
                    .Select(item => (item.ContentHtml ?? item.SummaryHtml!, item.BaseAddress ?? item.Address)));
            }
            catch (FeedBookException)
            {
                // Some are there to be refused.
            }
        }

        return articles;
    }

    private static string Repeat(int count, int number, Func<int, int, string> part)
    {
        var html = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            html.Append(part(number, i)).Append('\n');
        }

        return html.ToString();
    }

    // Paragraphs and nothing else.
    private static string Text(int number, int i) => Format($"""
        <p>The harbour master of number {number} told <a href="https://news.example/people/{i}">the council</a> that the <em>old quay</em> would close in spring, and that <strong>nobody</strong> had asked for a report on what the ferries would do then &ndash; a question that came up more than once this week.</p>
        <p>It isn&#8217;t the first time. People have long complained of the noise, the smell and the late hours, and the owner has promised more than once that things would change, without saying when.</p>
        """);

    // Two captioned pictures for each short paragraph.
    private static string Gallery(int number, int i) => Format($"""
        <figure class="gallery-item"><img src="/g/{number}/{i}.jpg" alt="" width="640" height="480"><figcaption>Picture {i}: the ferries wait outside the harbour. Photo: B. Name</figcaption></figure>
        <p><img src="/h/{number}/{i}.jpg"><br><em>The crew at work on the deck</em></p>
        <p>A short paragraph of text between the pictures that belongs to neither of them at all.</p>
        """);

    // The mark-up of a publishing system: comments, many attributes, pictures in boxes with a source set.
    private static string WordPress(int number, int i)
    {
        string paragraph = Format($"""
            <!-- wp:paragraph --><p class="wp-block-paragraph has-text">The harbour master of number {number} told <a href="https://news.example/p/{i}" rel="noopener" target="_blank">the council</a> that the old quay would close in spring.</p><!-- /wp:paragraph -->
            """);
        return i % 4 != 1 ? paragraph : paragraph + Format($"""
            <div id="attachment_{i}" style="width: 650px" class="wp-caption aligncenter"><a href="https://news.example/w/{i}.jpg"><img aria-describedby="caption-attachment-{i}" decoding="async" loading="lazy" class="size-large wp-image-{i}" src="https://i0.wp.com/news.example/w/{i}-640x480.jpg?w=640" srcset="https://news.example/w/{i}-300x200.jpg 300w, https://news.example/w/{i}-640x480.jpg 640w" sizes="(max-width: 640px) 100vw, 640px" alt="quay" width="640" height="480"></a><p id="caption-attachment-{i}" class="wp-caption-text">The quay at dawn (Photo: A. Name/Agency)</p></div>
            """);
    }

    // A long read: much text, a heading and a picture now and then.
    private static string Long(int number, int i)
    {
        string paragraph = Format($"""
            <p class="text">The harbour master of number {number} told <a href="/people/{i}">the council</a> that the <i>old quay</i> would close in spring, and that nobody had asked for a report on what the ferries would do then, a question that came up more than once this week and that the council has not answered so far, although it has had the time.</p>
            """);
        return i % 25 != 3 ? paragraph : paragraph + Format($"""
            <h2>Part {i}</h2>
            <p><img src="/l/{i}.jpg" class="aligncenter"></p>
            """);
    }

    // An article as feeds have them: paragraphs with links and emphasis, a list, a table, and a captioned picture every few paragraphs.
    private static string Mixed(int number) => Repeat(40, number, (article, i) => Format($"""
        <p class="text">The harbour master of number {article} told <a href="/people/{i}">the council</a> that the <em>old quay</em> would close in spring, and that <strong>nobody</strong> had asked for a report on what the ferries would do then &ndash; a question that came up more than once this week.</p>
        """) + (i % 10) switch
    {
        2 => Format($"""
            <figure class="wp-block-image size-large"><img loading="lazy" width="1024" height="683" src="/img/{i}-1024x683.jpg" srcset="/img/{i}-300x200.jpg 300w, /img/{i}-1024x683.jpg 1024w, /img/{i}.jpg 2048w" alt=""><figcaption>The quay at dawn, seen from the mole. Photo: A. Name / Agency</figcaption></figure>
            """),
        5 => Format($"""<div class="gallery"><div><img src="/g/{i}.jpg"><br><b>Second day</b>: the ferries wait outside.</div></div>"""),
        7 => "<h2>What comes next</h2><ul><li>A report by May</li><li>A vote in "
            + "<b>June</b></li></ul><table><tr><th>Year</th><th>Ferries</th></tr>"
            + "<tr><td>2022</td><td>1,204</td></tr><tr><td>2023</td><td>998</td></tr></table>",
        9 => Format(
            $"""<p><img src="/p/{i}.jpg" class="aligncenter"></p><p>The next paragraph is only text, and it must not be taken for the picture's caption, however close it stands.</p>"""),
        _ => "",
    });

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
