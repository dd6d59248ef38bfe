using System.Collections.Concurrent;
using System.Text;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Tests.Epub;
using FeedBook.Tests.Fetching;
using FeedBook.Tests.Media;
using FeedBook.Transforms;
using Microsoft.AspNetCore.Http;

namespace FeedBook.Tests.Books;

/// <summary>From sources to book, over a real server where there is a network to use.</summary>
public sealed class BookBuilderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_feed_on_a_server_becomes_a_book_with_its_pictures()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/a.jpg", SamplePictures.Jpeg);
        Uri feed =
            host.OnBytes("/feed.xml",
            Encoding.UTF8.GetBytes(
            Rss("Harbour",
            Item("one", "<p>Text.</p><figure><img src='/a.jpg' alt='A boat'><figcaption>The <b>Anna</b>.</figcaption></figure>"))),
            "application/rss+xml");
        var progress = new Steps();

        await using Book book = await new BookBuilder().AddFeed(feed).With(o => o with { Fetch = host.Options }).BuildAsync(progress);

        Assert.Equal("Harbour", book.Metadata.Title);
        Chapter chapter = Assert.Single(book.Chapters);
        Figure figure = Assert.Single(ContentWalker.Figures(chapter.Article));
        Assert.Equal("The Anna.", ContentText.Of(figure.Caption));
        Assert.NotNull(Assert.Single(ContentWalker.Images(chapter.Article)).Stored);
        Assert.Contains(progress.All, step => step is { Stage: BookStage.Pictures, Done: 1, Total: 1 });
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
        Assert.Empty(epub.Faults());
        Assert.Single(epub.Names, name => name.EndsWith(".jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unreadable_feed_among_three_costs_only_itself_and_is_named()
    {
        await using TestHost host = await TestHost.StartAsync();
        Uri good = host.OnBytes("/good.xml", Encoding.UTF8.GetBytes(Rss("Good", Item("g", "<p>One.</p>"))));
        Uri bad = host.OnBytes("/bad.xml", "This is no feed."u8.ToArray());
        Uri gone = host.At("/gone.xml");

        await using Book book = await new BookBuilder().AddFeed(good).AddFeed(bad).AddFeed(gone)
            .AddItems("Made", [Made("m", "<p>Two.</p>")])
            .With(o => o with { Fetch = host.Options }).BuildAsync();

        Assert.Equal(["Good", "Made"], book.Sections.Select(section => section.Title));
        Assert.Equal([bad.AbsoluteUri, gone.AbsoluteUri],
            book.Diagnostics.Where(each => each.Id == DiagnosticIds.SourceFailed).Select(each => each.Source).Order());
        Assert.Equal([(good.AbsoluteUri, "Good", 1, 1), (bad.AbsoluteUri, null, 0, 0), (gone.AbsoluteUri, null, 0, 0),
            ("Made", "Made", 1, 1)], book.Sources.Select(each => (each.Name, each.Section, each.Items, each.Chapters)));
        Assert.Equal([false, true, true, false], book.Sources.Select(each => each.Failure is not null));
    }

    [Fact]
    public async Task A_subscription_list_without_a_feed_is_named()
    {
        string list = Path.Combine(folder, "list.opml");
        await File.WriteAllTextAsync(list, "<opml version='2.0'><body><outline text='Later'/></body></opml>");

        await using Book book = await new BookBuilder().AddFile(list).AddItems("Made", [Made("m", "<p>Two.</p>")]).BuildAsync();

        Diagnostic told = Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.SourceEmpty);
        Assert.Equal(list, told.Source);
    }

    [Fact]
    public async Task A_subscription_list_from_a_server_names_no_files_of_this_machine()
    {
        string secret = Path.Combine(folder, "secret.xml");
        await File.WriteAllTextAsync(secret, Rss("Secret", Item("s", "<p>One.</p>")));
        await using TestHost host = await TestHost.StartAsync();
        Uri list =
            host.OnBytes("/list.opml",
            Encoding.UTF8.GetBytes($"<opml version='2.0'><body><outline text='Secret' xmlUrl='{new Uri(secret)}'/></body></opml>"));

        FeedBookException none =
            await Assert.ThrowsAsync<FeedBookException>(() =>
            new BookBuilder().AddFeed(list).With(o => o with { Fetch = host.Options }).BuildAsync());

        Assert.Contains(none.Diagnostics, each => each.Id == DiagnosticIds.FetchForbidden);
        Assert.NotNull(Assert.Single(none.Sources).Failure);
    }

    [Fact]
    public async Task No_source_is_an_error_and_so_is_no_item()
    {
        await Assert.ThrowsAsync<FeedBookException>(() => new BookBuilder(new Nowhere()).BuildAsync());
        FeedBookException none =
            await Assert.ThrowsAsync<FeedBookException>(() =>
            new BookBuilder(new Nowhere()).AddFeed(new Uri("https://example.org/feed")).BuildAsync());

        Assert.Contains(none.Diagnostics, each => each.Id == DiagnosticIds.SourceFailed);
    }

    [Fact]
    public async Task Cancelling_leaves_nothing()
    {
        string[] before = Stores();
        using var cancel = new CancellationTokenSource();
        var loader = new CancelsAtPictures(cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new BookBuilder(loader)
            .AddItems(null, [Made("a", "<p>x</p><img src='https://example.org/a.jpg' width='600' height='400'>")])
                .BuildAsync(cancellationToken: cancel.Token));

        Assert.Empty(Stores().Except(before));

        static string[] Stores() => Directory.GetDirectories(Path.GetTempPath(), "feedbook-media-*");
    }

    [Fact]
    public async Task Two_builds_have_one_hash()
    {
        string feed = Path.Combine(folder, "feed.xml");
        await File.WriteAllTextAsync(feed,
            Rss("Twice",
            string.Concat(
            Enumerable.Range(0, 30)
            .Select(i =>
            Item($"i{i}", $"<p>Text {i}</p><img src='https://example.org/{i % 7}.png' alt='p{i}' width='400' height='300'>")))));
        byte[][] books = new byte[2][];
        for (int run = 0; run < 2; run++)
        {
            await using Book book = await new BookBuilder(new AnyPicture()).AddFile(feed).BuildAsync();
            using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
            books[run] = epub.Bytes;
        }

        Assert.Equal(books[0], books[1]);
    }

    [Fact]
    public async Task A_subscription_list_gives_a_section_a_folder()
    {
        await using TestHost host = await TestHost.StartAsync();
        Uri a = host.OnBytes("/a.xml", Encoding.UTF8.GetBytes(Rss("A", Item("a", "<p>a</p>"))));
        Uri b = host.OnBytes("/b.xml", Encoding.UTF8.GetBytes(Rss("B", Item("b", "<p>b</p>"))));
        Uri c = host.OnBytes("/c.xml", Encoding.UTF8.GetBytes(Rss("C", Item("c", "<p>c</p>"))));
        string list = Path.Combine(folder, "list.opml");
        await File.WriteAllTextAsync(list,
            $"<opml version='2.0'><body><outline text='News'><outline type='rss' xmlUrl='{a}'/><outline type='rss' "
                + $"xmlUrl='{b}'/></outline><outline type='rss' text='c' xmlUrl='{c}'/></body></opml>");

        await using Book book = await new BookBuilder().AddFile(list).With(o => o with { Fetch = host.Options }).BuildAsync();

        Assert.Equal(["News", "C"], book.Sections.Select(section => section.Title));
        Assert.Equal(2, book.Sections[0].Chapters.Length);
    }

    [Fact]
    public async Task A_page_that_announces_its_feed_is_as_good_as_the_feed()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/feed.xml", Encoding.UTF8.GetBytes(Rss("Announced", Item("a", "<p>a</p>"))));
        Uri page =
            host.OnBytes("/",
            [
                .. "<html><head><title>Home</title><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head>"u8,
                .. "<body><p>Hello.</p></body></html>"u8,
            ],
            "text/html");

        await using Book book = await new BookBuilder().AddFeed(page).With(o => o with { Fetch = host.Options }).BuildAsync();

        Assert.Equal("Announced", book.Metadata.Title);
        Assert.Contains(book.Diagnostics, each => each.Id == DiagnosticIds.AnnouncedFeed);
    }

    [Fact]
    public async Task A_sources_headers_go_to_its_own_server()
    {
        await using TestHost host = await TestHost.StartAsync();
        Uri feed = host.On("/private.xml", async context =>
        {
            if (context.Request.Headers.Authorization != "Bearer t")
            {
                context.Response.StatusCode = 401;
                return;
            }

            await context.Response.WriteAsync(Rss("Private", Item("p", "<p>p</p>")));
        });

        await using Book book = await new BookBuilder()
            .AddFeed(feed, new FeedSourceOptions { Headers = FeedSourceOptions.Default.Headers.Add("Authorization", "Bearer t") })
            .With(o => o with { Fetch = host.Options }).BuildAsync();

        Assert.Equal("Private", book.Metadata.Title);
    }

    [Fact]
    public async Task A_folder_of_archived_items_is_one_section()
    {
        string archive = Directory.CreateDirectory(Path.Combine(folder, "Saved")).FullName;
        await File.WriteAllTextAsync(Path.Combine(archive, "1.txt"),
            "<!--1767225600000-->\n[One](https://example.org/1)\n------\n\n<p>First text.</p>");
        await File.WriteAllTextAsync(Path.Combine(archive, "2.txt"),
            "<!--1767312000000-->\n[Two](https://example.org/2)\n------\n\n<p>Second text.</p>");

        await using Book book = await new BookBuilder(new Nowhere()).AddFolder(archive).BuildAsync();

        BookSection section = Assert.Single(book.Sections);
        Assert.Equal("Saved", section.Title);
        Assert.Equal([("One", 2026), ("Two", 2026)], section.Chapters.Select(chapter => (chapter.Title, chapter.Published!.Value.Year)));
    }

    [Fact]
    public async Task A_transform_that_fails_costs_one_item_its_text()
    {
        await using Book book = await new BookBuilder(new Nowhere()).AddItems("S", [Made("a", "<p>good</p>"), Made("bad", "<p>x</p>")])
            .With(o => o with { Transforms = [new Fussy()] }).BuildAsync();

        Assert.Equal(2, book.Chapters.Count());
        Assert.Equal("bad", Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.ItemFailed).Item);
    }

    [Theory]
    [InlineData(ChapterOrder.AsPublished, "b", "a", "c")]
    [InlineData(ChapterOrder.NewestFirst, "c", "b", "a")]
    [InlineData(ChapterOrder.OldestFirst, "a", "b", "c")]
    public async Task Chapters_stand_in_the_order_asked_for(ChapterOrder order, params string[] titles)
    {
        DateTimeOffset day = MadeBooks.Date;
        FeedItem[] items =
            [Made("b", "<p>b</p>") with { Published = day.AddDays(1) }, Made("a", "<p>a</p>") with { Published = day },
            Made("c", "<p>c</p>") with { Published = day.AddDays(2) }];

        await using Book book = await new BookBuilder(new Nowhere()).AddItems("S", items).With(o => o with { Order = order }).BuildAsync();

        Assert.Equal(titles, book.Chapters.Select(chapter => chapter.Title));
    }

    [Fact]
    public async Task A_sources_selectors_say_what_is_kept_and_removed()
    {
        await using Book book = await new BookBuilder(new Nowhere())
            .AddItems("S", [Made("a", "<div class=menu>Menu</div><div class=story><p>Story.</p><p class=ad>Buy.</p></div>")],
                new FeedSourceOptions { Keep = [".story"], Remove = [".ad"] }).BuildAsync();

        Assert.Equal("Story.", ContentText.Of(book.Chapters.Single().Article));
    }

    [Fact]
    public async Task A_cover_that_cannot_be_had_is_drawn_and_named()
    {
        await using Book book = await new BookBuilder(new Nowhere()).AddItems("S", [Made("a", "<p>a</p>")])
            .With(o => o with { Cover = CoverChoice.FromAddress(new Uri("https://example.org/cover.jpg")) }).BuildAsync();

        Assert.Null(book.Cover);
        Assert.Contains(book.Diagnostics, each => each.Id == DiagnosticIds.CoverFailed);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
        Assert.Contains("EPUB/images/cover.svg", epub.Names);
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task An_item_without_a_title_gets_the_start_of_its_text()
    {
        await using Book book = await new BookBuilder(new Nowhere())
            .AddItems("S", [Made(null, "<p>The boats came in before the fog had lifted from the outer harbour that morning.</p>")])
            .BuildAsync();

        Assert.Equal("The boats came in before the fog had lifted from the outer…", book.Chapters.Single().Title);
    }

    private static FeedItem Made(string? title, string html) =>
        new() { Id = title ?? "untitled", Title = title, ContentHtml = html, Address = new Uri("https://example.org/" + title) };

    private static string Item(string title, string html) =>
        $"<item><title>{title}</title><link>https://example.org/{title}</link><pubDate>Mon, 04 May 2026 08:30:00 "
            + $"GMT</pubDate><description><![CDATA[{html}]]></description></item>";

    private static string Rss(string title, string items) =>
        $"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>";

    private sealed class Nowhere : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            throw new ResourceException(ResourceFailure.Unavailable, "Offline.");
    }

    private sealed class AnyPicture : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Resource(request.Address,
                new MemoryStream(SamplePictures.Png(500, 400, seed: request.Address.AbsolutePath.Length
                + request.Address.AbsolutePath[1]))));
    }

    private sealed class CancelsAtPictures(CancellationTokenSource cancel) : IResourceLoader
    {
        public async Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
        {
            await cancel.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("It was not cancelled.");
        }
    }

    private sealed class Fussy : IArticleTransform
    {
        public ValueTask<Article> ApplyAsync(Article article, FeedItem item, CancellationToken cancellationToken = default) =>
            item.Title == "bad" ? throw new InvalidOperationException("Not this one.") : ValueTask.FromResult(article);
    }

    private sealed class Steps : IProgress<BookProgress>
    {
        public ConcurrentQueue<BookProgress> All { get; } = new();

        public void Report(BookProgress value) => All.Enqueue(value);
    }
}
