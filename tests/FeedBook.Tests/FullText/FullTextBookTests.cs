using System.Collections.Concurrent;
using System.Text;
using FeedBook.Content;
using FeedBook.FullText;
using FeedBook.Tests.Fetching;
using FeedBook.Tests.Media;

namespace FeedBook.Tests.FullText;

/// <summary>Books of a site on loopback whose feed has summaries alone.</summary>
public sealed class FullTextBookTests : IDisposable
{
    private const int Items = 100;

    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string PageOf(int i) => MadePage.Of(string.Concat(Enumerable.Range(1, 3).Select(j =>
        $"<figure><img src='/pic/{i}-{j}.jpg' width='600' height='400'><figcaption>Caption {j} of {i}</figcaption></figure>"
        + MadePage.Words(i, 5))), i % 2 == 0 ? "semantic" : "boxes", $"Story {i}");

    private static string Rss(IEnumerable<string> items) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Site</title>{string.Concat(items)}</channel></rss>";

    private static string Item(TestHost host, string path, string title, string text) =>
        $"<item><title>{title}</title><guid>{path}</guid><link>{host.At(path)}</link><description>{text}</description></item>";

    private static void OnPage(TestHost host, string path, string html) => host.On(path, async context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ETag = $"\"{path}\"";
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            context.Response.StatusCode = 304;
            return;
        }

        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html));
    });

    private BookBuilder Builder(TestHost host, FetchOptions? fetch = null, FullTextOptions? fullText = null) => new BookBuilder()
        .With(o => o with
        {
            Fetch = fetch ?? host.Options with { CacheDirectory = folder },
            FullText = fullText ?? new FullTextOptions { Extractor = new ArticleExtractor() },
        });

    private async Task<TestHost> SiteAsync()
    {
        TestHost host = await TestHost.StartAsync();
        var items = new List<string>();
        for (int i = 1; i <= Items; i++)
        {
            OnPage(host, $"/story/{i}", PageOf(i));
            for (int j = 1; j <= 3; j++)
            {
                host.OnBytes($"/pic/{i}-{j}.jpg", SamplePictures.JpegNumber((i * 3) + j));
            }

            items.Add(Item(host, $"/story/{i}", $"Story {i}", $"Summary of story {i}, which ends before it…"));
        }

        OnPage(host, "/story/11", "<html><head><title>Sign in</title></head><body><form method='post'><input type='email' name='u'><input "
            + "type='password' name='p'><button>Sign in</button></form></body></html>");
        host.On("/story/12", async context =>
        {
            context.Response.ContentType = "text/html";
            byte[] part = new byte[1 << 20];
            Array.Fill(part, (byte)'a');
            for (int i = 0; i < 50; i++)
            {
                await context.Response.Body.WriteAsync(part);
            }
        });
        host.On("/story/13", context =>
        {
            context.Response.Redirect("http://10.0.0.1/inside");
            return Task.CompletedTask;
        });
        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss(items)), "application/rss+xml");
        return host;
    }

    [Fact]
    public async Task Pages_stand_in_the_place_of_summaries_and_what_is_wrong_with_three_is_told()
    {
        await using TestHost host = await SiteAsync();
        var stages = new ConcurrentQueue<BookProgress>();

        await using Book book = await Builder(host).AddFeed(host.At("/feed")).BuildAsync(new Listener(stages.Enqueue));

        Chapter[] chapters = [.. book.Chapters];
        Assert.Equal(Items, chapters.Length);
        foreach ((int index, Chapter chapter) in chapters.Index())
        {
            int i = index + 1;
            string text = ContentText.Of(chapter.Article);
            if (i is 11 or 12 or 13)
            {
                Assert.Contains($"Summary of story {i}", text, StringComparison.Ordinal);
                continue;
            }

            Assert.DoesNotContain("Summary of", text, StringComparison.Ordinal);
            Assert.Contains($"Paragraph 5 of article {i} ", text, StringComparison.Ordinal);
            Assert.Equal(Enumerable.Range(1, 3).Select(j => $"Caption {j} of {i}"),
                ContentWalker.Figures(chapter.Article).Select(figure => ContentText.Of(figure.Caption)));
            Assert.All(ContentWalker.Images(chapter.Article), image => Assert.NotNull(image.Stored));
            Assert.InRange(text.Split(' ').Length, 600, 1200);
        }

        string? Told(int i) => book.Diagnostics.SingleOrDefault(each => each.Item == $"Story {i}"
            && each.Severity == DiagnosticSeverity.Warning)?.Id;
        Assert.Equal(DiagnosticIds.PageUnusable, Told(11));
        Assert.Equal(DiagnosticIds.FetchTooLarge, Told(12));
        Assert.Equal(DiagnosticIds.FetchForbidden, Told(13));
        Assert.Equal(Items - 3, book.Diagnostics.Count(each => each.Id == DiagnosticIds.PageRead));
        Assert.Contains(stages, each => each is { Stage: BookStage.Pages, Done: Items, Total: Items });
        Assert.InRange(host.MostAtOnce, 1, host.Options.MaxConcurrencyPerHost);
    }

    [Fact]
    public async Task A_second_run_takes_the_pages_from_the_cache()
    {
        await using TestHost host = await SiteAsync();
        await using (await Builder(host).AddFeed(host.At("/feed")).BuildAsync())
        {
        }

        long before = host.BodyBytes;
        int seen = host.Seen.Count;
        await using Book book = await Builder(host).AddFeed(host.At("/feed"),
            new FeedSourceOptions { Filter = item => item.Title != "Story 12" })
            .BuildAsync();

        Assert.Contains("Paragraph 5 of article 40 ", ContentText.Of(book.Chapters.Single(each => each.Title == "Story 40").Article),
            StringComparison.Ordinal);
        Assert.All(host.Seen.Skip(seen).Where(each => each.Path.StartsWith("/story/", StringComparison.Ordinal)
            && each.Path != "/story/13"),
            each => Assert.True(each.Headers.ContainsKey("If-None-Match"), each.Path));

        // The feed, which is short, and no page.
        Assert.InRange(host.BodyBytes - before, 0, 60_000);
    }

    [Fact]
    public async Task Only_the_pages_of_chosen_items_are_asked_for()
    {
        await using TestHost host = await SiteAsync();

        await using Book book = await Builder(host)
            .AddFeed(host.At("/feed"), new FeedSourceOptions { Filter = item => item.Title is "Story 5" or "Story 6" }).BuildAsync();

        Assert.Equal(["/story/5", "/story/6"],
            host.Seen.Select(each => each.Path).Where(path => path.StartsWith("/story/", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Whole_items_ask_for_no_page_and_never_asks_for_none()
    {
        await using TestHost host = await TestHost.StartAsync();
        OnPage(host, "/a", PageOf(1));
        string whole = System.Security.SecurityElement.Escape(MadePage.Words(9, 12))!;
        host.OnBytes("/whole", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "A", whole)])), "application/rss+xml");
        host.OnBytes("/brief", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "A", "Only this…")])), "application/rss+xml");

        await using Book book = await Builder(host).AddFeed(host.At("/whole"))
            .AddFeed(host.At("/brief"), new FeedSourceOptions { FullText = FullTextChoice.Never })
            .With(o => o with { FoldDuplicates = false }).BuildAsync();

        Assert.Equal(2, book.Chapters.Count());
        Assert.Equal(0, host.Count("/a"));
    }

    [Fact]
    public async Task A_page_that_says_no_more_leaves_the_feeds_text()
    {
        await using TestHost host = await TestHost.StartAsync();
        OnPage(host, "/a", MadePage.Of("<p>A short note of the day, with a comma, and with a full stop at its very end. No more.</p>"));
        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "A",
            "A short note of the day, with a comma, and with a full stop at its very end, as the feed says it. No more.")])),
            "application/rss+xml");

        await using Book book = await Builder(host).AddFeed(host.At("/feed")).BuildAsync();

        Assert.Contains("as the feed says it", ContentText.Of(book.Chapters.Single().Article), StringComparison.Ordinal);
        Assert.Equal(1, host.Count("/a"));
        Assert.Contains(book.Diagnostics, each => each is { Id: DiagnosticIds.PageShorter, Severity: DiagnosticSeverity.Info });
    }

    [Fact]
    public async Task Pages_of_one_article_are_joined_up_to_the_limit()
    {
        await using TestHost host = await TestHost.StartAsync();
        for (int i = 1; i <= 5; i++)
        {
            OnPage(host, i == 1 ? "/long" : $"/long/{i}", MadePage.Of(MadePage.Words(i), head: $"<link rel='next' href='/long/{i + 1}'>"));
        }

        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss([Item(host, "/long", "Long", "It begins…")])), "application/rss+xml");

        await using Book book = await Builder(host,
            fullText: new FullTextOptions { Extractor = new ArticleExtractor(), MaxPages = 3 }).AddFeed(host.At("/feed")).BuildAsync();

        string text = ContentText.Of(book.Chapters.Single().Article);
        Assert.All([1, 2, 3], i => Assert.Contains($"Paragraph 4 of article {i} ", text, StringComparison.Ordinal));
        Assert.DoesNotContain("of article 4 ", text, StringComparison.Ordinal);
        Assert.Contains(book.Diagnostics, each => each.Message.Contains("more than 3 pages", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PageVersion.Page, 1)]
    [InlineData(PageVersion.Amp, 2)]
    [InlineData(PageVersion.Print, 3)]
    public async Task Other_versions_of_a_page_are_asked_for_only_when_they_are_wanted(PageVersion version, int article)
    {
        await using TestHost host = await TestHost.StartAsync();
        OnPage(host, "/a", MadePage.Of(MadePage.Words(1), head: "<link rel='amphtml' href='/a/amp'>"
            + "<link rel='alternate' media='print' href='/a/print'><link rel='canonical' href='/a'>"));
        OnPage(host, "/a/amp", MadePage.Of(MadePage.Words(2)));
        OnPage(host, "/a/print", MadePage.Of(MadePage.Words(3)));
        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "A", "Only this…")])), "application/rss+xml");

        await using Book book = await Builder(host, fullText: new FullTextOptions { Extractor = new ArticleExtractor(), Version = version })
            .AddFeed(host.At("/feed")).BuildAsync();

        Chapter chapter = book.Chapters.Single();
        Assert.Contains($"of article {article} ", ContentText.Of(chapter.Article), StringComparison.Ordinal);
        Assert.Equal(host.At("/a"), chapter.Address);
        Assert.Equal((article == 2 ? 1 : 0, article == 3 ? 1 : 0), (host.Count("/a/amp"), host.Count("/a/print")));
    }

    [Fact]
    public async Task What_the_feed_does_not_say_comes_from_the_page_and_what_it_says_stays()
    {
        const string Head = "<meta property='og:image' content='/lead.jpg'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
            + "\"datePublished\":\"2026-03-04T05:06:07Z\",\"author\":{\"name\":\"Ada Lind\"}}</script>";
        await using TestHost host = await TestHost.StartAsync();
        OnPage(host, "/a", MadePage.Of(MadePage.Words(1), head: Head));
        OnPage(host, "/b", MadePage.Of(MadePage.Words(2), head: Head));
        host.OnBytes("/lead.jpg", SamplePictures.Jpeg);
        string told = Item(host, "/b", "B", "And this…").Replace("</item>",
            "<author>bo@coast.example (Bo Ek)</author><pubDate>Mon, 02 Feb 2026 03:04:05 GMT</pubDate></item>", StringComparison.Ordinal);
        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "A", "Only this…"), told])), "application/rss+xml");

        await using Book book = await Builder(host).AddFeed(host.At("/feed")).BuildAsync();

        Chapter[] chapters = [.. book.Chapters];
        Assert.Equal(["Ada Lind", "Bo Ek"], chapters.Select(chapter => chapter.Authors.Single()));
        Assert.Equal([new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), new DateTimeOffset(2026, 2, 2, 3, 4, 5, TimeSpan.Zero)],
            chapters.Select(chapter => chapter.Published!.Value));
        Assert.All(chapters, chapter => Assert.Equal(host.At("/lead.jpg"), ContentWalker.Images(chapter.Article).First().Address));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Robots_are_honoured_where_that_is_asked_for(bool honours, bool read)
    {
        await using TestHost host = await TestHost.StartAsync();
        OnPage(host, "/a", PageOf(1));
        host.OnBytes("/robots.txt", "User-agent: *\nDisallow: /a\n"u8.ToArray(), "text/plain");
        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "A", "Only this…")])), "application/rss+xml");

        await using Book book = await Builder(host,
            fullText: new FullTextOptions { Extractor = new ArticleExtractor(),
                HonourRobots = honours }).AddFeed(host.At("/feed")).BuildAsync();

        Assert.Equal(read, ContentText.Of(book.Chapters.Single().Article).Contains("Paragraph 1", StringComparison.Ordinal));
        Assert.Equal(!read, book.Diagnostics.Any(each => each.Id == DiagnosticIds.PageForRobots));
    }

    [Fact]
    public async Task Selectors_act_on_the_page()
    {
        await using TestHost host = await TestHost.StartAsync();
        OnPage(host, "/a", MadePage.Of("<div class='box'><p>Taken out, whatever it says here, and it says quite a lot.</p></div>"
            + MadePage.Words(1), "boxes"));
        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "A", "Only this…")])), "application/rss+xml");

        await using Book removed = await Builder(host).AddFeed(host.At("/feed"), new FeedSourceOptions { Remove = [".txt > "
            + ".box"] }).BuildAsync();
        await using Book kept = await Builder(host).AddFeed(host.At("/feed"), new FeedSourceOptions { Keep = ["#footer"] }).BuildAsync();

        string text = ContentText.Of(removed.Chapters.Single().Article);
        Assert.DoesNotContain("Taken out", text, StringComparison.Ordinal);
        Assert.Contains("Paragraph 4", text, StringComparison.Ordinal);
        Assert.Contains("all rights reserved", ContentText.Of(kept.Chapters.Single().Article), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Left_out_sentences_are_a_warning_and_left_out_labels_are_named()
    {
        await using TestHost host = await TestHost.StartAsync();
        OnPage(host, "/a", MadePage.Of(MadePage.Words(1) + "<aside><p>The keeper of the keys said, on the last day of the year, that he "
            + "would rather drown in the cold sea than open the harbour to anybody else.</p></aside>"
            + "<p><a href='/b'>Also on this page: the pilots</a></p>" + MadePage.Words(2)));
        host.OnBytes("/feed", Encoding.UTF8.GetBytes(Rss([Item(host, "/a", "One", "A word…")])), "application/rss+xml");

        await using Book book = await Builder(host).AddFeed(host.At("/feed")).BuildAsync();

        Diagnostic words = Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.PageWordsLeftOut);
        Diagnostic parts = Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.PagePartsLeftOut);
        Assert.Equal((DiagnosticSeverity.Warning, DiagnosticSeverity.Info), (words.Severity, parts.Severity));
        Assert.Contains("“The keeper of the keys said", words.Message, StringComparison.Ordinal);
        Assert.Contains("“Also on this page: the pilots”", parts.Message, StringComparison.Ordinal);
        Assert.Equal(("One", host.At("/a")), (words.Item, words.Address));
    }

    [Fact]
    public async Task An_extractor_that_throws_costs_its_item_alone()
    {
        await using TestHost host = await SiteAsync();

        await using Book book = await Builder(host, fullText: new FullTextOptions { Extractor = new Throwing() })
            .AddFeed(host.At("/feed"), new FeedSourceOptions { MaxItems = 3 }).BuildAsync();

        Assert.All(book.Chapters, chapter => Assert.Contains("Summary of", ContentText.Of(chapter.Article), StringComparison.Ordinal));
        Assert.Contains(book.Diagnostics, each => each.Id == DiagnosticIds.PageUnusable);
    }

    private sealed class Throwing : IArticleExtractor
    {
        public PageArticle? Extract(WebPage page, CancellationToken cancellationToken) => throw new FormatException("no");
    }

    private sealed class Listener(Action<BookProgress> told) : IProgress<BookProgress>
    {
        public void Report(BookProgress value) => told(value);
    }
}
