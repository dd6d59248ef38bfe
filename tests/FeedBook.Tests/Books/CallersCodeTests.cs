using System.Collections.Concurrent;
using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Media;
using FeedBook.Tests.Epub;
using FeedBook.Tests.Media;
using FeedBook.Transforms;

namespace FeedBook.Tests.Books;

/// <summary>What a caller brings along (transforms, filters, listeners, processors) never costs the book, and is told.</summary>
public sealed class CallersCodeTests
{
    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(OutOfMemoryException))]
    public async Task A_processor_that_throws_leaves_the_picture_as_published(Type kind)
    {
        await using Book book = await Pictures(new Throwing(kind)).BuildAsync();

        Assert.NotNull(Assert.Single(ContentWalker.Images(Assert.Single(book.Chapters).Article)).Stored);
        Assert.Equal(DiagnosticSeverity.Warning, Told(book, DiagnosticIds.ImageProcessorFailed).Severity);
    }

    [Fact]
    public async Task A_processor_that_throws_while_a_book_is_made_smaller_costs_nothing()
    {
        await using Book book = await Pictures(new Throwing(typeof(NotSupportedException))).With(o => o with { Images = o.Images with
            { MaxBookBytes = 10 } }).BuildAsync();

        Assert.NotNull(Assert.Single(ContentWalker.Images(Assert.Single(book.Chapters).Article)).Stored);
    }

    [Fact]
    public async Task A_processor_that_cannot_even_be_asked_is_told()
    {
        await using Book book = await Pictures(new Unaskable()).BuildAsync();

        Assert.Contains("No library here.", Told(book, DiagnosticIds.ImageProcessorFailed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_throws_costs_its_item()
    {
        FeedSourceOptions odd = new() { Filter = item => item.Id == "b" ? throw new FormatException("Odd.") : true };

        await using Book book = await new BookBuilder(new Offline()).AddItems("S", [Item("a"), Item("b"), Item("c")], odd).BuildAsync();

        Assert.Equal(["a", "c"], book.Chapters.Select(chapter => chapter.Title));
        Assert.Equal("b", Told(book, DiagnosticIds.ItemFailed).Item);
    }

    [Fact]
    public async Task A_transform_that_gives_nothing_back_costs_its_item_and_is_named()
    {
        await using Book book = await new BookBuilder(new Offline()).AddItems([Item("a"), Item("b")])
            .AddTransform((article, item) => item.Id == "a" ? null! : article).BuildAsync();

        Assert.Equal(["", "Text of b"], book.Chapters.Select(chapter => ContentText.Of(chapter.Article)));
        Assert.Contains("no article", Told(book, DiagnosticIds.ItemFailed).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_listener_that_throws_costs_nothing_and_is_told_once(bool isProgress)
    {
        var heard = new List<string>();
        BookBuilder builder = new BookBuilder(new Offline()).AddItems([Item("a"), Item("b"), new FeedItem { Id = "c", ContentHtml = "c" }])
            .OnDiagnostic(each => heard.Add(each.Id));
        builder = isProgress ? builder : builder.OnDiagnostic(_ => throw new IOException("The log is full."));

        await using Book book = await builder.BuildAsync(isProgress ? new Broken() : null);

        Assert.Equal(3, book.Chapters.Count());
        Assert.Equal(DiagnosticSeverity.Warning, Told(book, DiagnosticIds.ListenerFailed).Severity);
        Assert.Contains(DiagnosticIds.TitleMade, heard);
    }

    [Fact]
    public async Task What_writers_say_reaches_who_listens_once_and_writing_is_reported()
    {
        var heard = new List<Diagnostic>();
        var steps = new Steps();
        await using Book book = await new BookBuilder(new Offline()).AddItems([Item("a"), Item("b")]).OnDiagnostic(heard.Add)
            .BuildAsync(steps);
        heard.Clear();

        await book.SaveAsync(new Complaining(), Stream.Null);
        await book.SaveAsEpubAsync(Stream.Null);

        Assert.Equal("FB499", Assert.Single(heard).Id);
        Assert.Equal([(0, 2), (1, 2), (2, 2)], steps.All.Where(each => each.Stage == BookStage.Writing).Select(each => (each.Done,
            each.Total)));
    }

    [Fact]
    public async Task What_a_transform_gives_back_is_made_to_fit_a_book()
    {
        var image = new ImageReference(default(ImmutableArray<Uri>));
        Article odd = new()
        {
            Language = "!!",
            Blocks =
            [
                new Paragraph([new TextRun("a\u0001b\uD800c"), null!, new Styled(TextStyle.Strong, default)])
                {
                    Id = "1 bad", Language = "??",
                },
                new Paragraph(default) { Id = "x" }, null!,
                new Heading(9, [new TextRun("Head")]) { Id = "x" }, new Heading(1, [new TextRun("Twice")]) { Id = "x" },
                new ImageBlock(image) { Id = "i" }, new ImageBlock(null!),
                new Paragraph([new Link(new Uri("javascript:alert(1)"), [new TextRun("click")]), new Link(null!, [new TextRun("here")]),
                    new Link(new Uri("#gone", UriKind.Relative), [new TextRun("gone")]), new NoteReference("none", "7")]),
                new Figure(default, [new TextRun("Words")], [new TextRun("Credit")]),
                new ListBlock(true, [new ListItem(default) { Id = "li\u0000" }, null!]) { Marker = '?' },
                new Table(default, [new TableRow([new TableCell([]) { ColumnSpan = -4, RowSpan = 0 }]), null!]),
                new Embed(EmbedKind.Video, new Uri("ftp://example.org/f")) { Title = "Film\u0002" },
                new CodeBlock("x\uFFFF"), new Paragraph([new Formula([new TextRun("E")]) { MathMl = "<math><mi>" }]),
            ],
            Notes = [new Footnote("a b", [new Paragraph([new TextRun("Note\u0007")])])],
            Diagnostics = default,
        };

        await using Book book = await new BookBuilder(new Offline()).AddItems([Item("a")]).AddTransform((_, _) => odd).BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Empty(epub.Faults());
        Article article = Assert.Single(book.Chapters).Article;
        Assert.Null(article.Language);
        Assert.Equal("abc", ContentText.Of(article.Blocks[0]));
        Assert.Contains("clickheregone7", ContentText.Of(article), StringComparison.Ordinal);
        Assert.Contains("Words", ContentText.Of(article), StringComparison.Ordinal);
        Assert.Contains("characters that XML forbids", Told(book, DiagnosticIds.TransformMended).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transform_that_nests_without_end_costs_its_item()
    {
        Block deep = new Paragraph([new TextRun("x")]);
        for (int i = 0; i < 20_000; i++)
        {
            deep = new Quotation([deep]);
        }

        await using Book book = await new BookBuilder(new Offline()).AddItems([Item("a"), Item("b")])
            .AddTransform((article, item) => item.Id == "a" ? article with { Blocks = [deep] } : article).BuildAsync();

        Assert.Equal("a", Told(book, DiagnosticIds.ItemFailed).Item);
        Assert.Equal("Text of b", ContentText.Of(book.Chapters.Last().Article));
    }

    [Fact]
    public async Task A_transform_may_wait_and_may_see_the_images()
    {
        var late = new Late();
        await using Book book = await Pictures(null).AddTransform(late)
            .AddTransform((article, _) => new WithoutImages().Rewrite(article), TransformStage.AfterImages).BuildAsync();

        Assert.Equal(500, Assert.Single(late.Widths));
        Assert.Empty(ContentWalker.Images(Assert.Single(book.Chapters).Article));
    }

    [Fact]
    public async Task What_a_source_removes_says_nothing_of_what_the_book_keeps()
    {
        const string html = "<div class=story><p>Story.</p><p class=ad>Buy!</p></div><p>Outside.</p>";
        await using Book book = await new BookBuilder(new Offline())
            .AddItems("S", [Item("a") with { ContentHtml = html }], new() { Remove = [".ad"] })
            .With(o => o with { Articles = o.Articles with { Keep = [".story"] } }).BuildAsync();

        Assert.Equal("Story.", ContentText.Of(Assert.Single(book.Chapters).Article).Trim());
    }

    [Theory]
    [InlineData("cover.png")]
    [InlineData("a #1 50%41 封面?.png")]
    public async Task A_cover_may_be_a_file_whatever_the_loader(string name)
    {
        string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;
        try
        {
            string path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, SamplePictures.Png(600, 800, seed: 4));
            await using Book book = await new BookBuilder(new Offline()).AddItems([Item("a")])
                .With(o => o with { Cover = CoverChoice.FromFile(path) }).BuildAsync();
            await using Book none = await new BookBuilder(new Offline()).AddItems([Item("a")])
                .With(o => o with { Cover = CoverChoice.FromFile(path + "x") }).BuildAsync();

            Assert.Equal((600, 800), (book.Cover?.Width, book.Cover?.Height));
            Assert.Null(none.Cover);
            Told(none, DiagnosticIds.CoverFailed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_limits_of_feeds_are_options_of_the_book_and_the_encoding_one_of_the_source()
    {
        byte[] feed = [.. "<rss version='2.0'><channel><title>"u8, 0xC4, 0xE3, 0xBA, 0xC3, .. "</title><item><title>"u8, 0xCA, 0xC0,
            .. "</title></item><item><title>b</title></item></channel></rss>"u8];
        using var stream = new MemoryStream(feed);

        await using Book book = await new BookBuilder(new Offline()).AddFeed(stream, null, new() { Charset = "gbk" })
            .With(o => o with { Feeds = o.Feeds with { MaxItems = 1 } }).BuildAsync();

        Assert.Equal(("你好", "世"), (book.Sections[0].Title, Assert.Single(book.Chapters).Title));
        Told(book, "FB104");
    }

    [Fact]
    public async Task An_exception_names_the_first_causes_and_the_option_that_would_help()
    {
        FeedBookException failed = await Assert.ThrowsAsync<FeedBookException>(() =>
            new BookBuilder(new Offline()).AddFeed("https://a.example/feed").AddFeed("https://b.example/feed").BuildAsync());
        FeedBookException left = await Assert.ThrowsAsync<FeedBookException>(() =>
            new BookBuilder(new Offline()).AddItems([Item("a")], new() { MaxItems = 0 }).BuildAsync());

        Assert.Contains("https://a.example/feed: Not here", failed.Message, StringComparison.Ordinal);
        Assert.All(failed.Sources, source => Assert.Equal(DiagnosticIds.FetchUnavailable, source.FailureId));
        Assert.Contains("MaxItems", left.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BookBuilder().AddFeed("feed.xml"));
    }

    private static Diagnostic Told(Book book, string id) => Assert.Single(book.Diagnostics, each => each.Id == id);

    private static FeedItem Item(string id) => new() { Id = id, Title = id, ContentHtml = $"<p>Text of {id}</p>" };

    private static BookBuilder Pictures(IImageProcessor? processor) => new BookBuilder(new OnePicture())
        .AddItems("S", [new FeedItem { Id = "a", ContentHtml = "<p>Text</p><img alt='A' src='https://example.org/p.png'>" }])
        .With(o => o with { Images = ImageOptions.EInk, ImageProcessor = processor });

    private sealed class WithoutImages : ContentRewriter
    {
        protected override Block? Rewrite(Block block) => block is ImageBlock { Image.Stored.Width: > 400 } ? null : base.Rewrite(block);
    }

    private sealed class Late : IArticleTransform
    {
        public ConcurrentQueue<int> Widths { get; } = new();

        public TransformStage Stage => TransformStage.AfterImages;

        public async ValueTask<Article> ApplyAsync(Article article, FeedItem item, CancellationToken cancellationToken = default)
        {
            await Task.Delay(1, cancellationToken);
            Widths.Enqueue(Assert.Single(ContentWalker.Images(article)).Stored!.Width);
            return article;
        }
    }

    private sealed class Complaining : IBookWriter
    {
        public string FileExtension => ".txt";

        public string MediaType => "text/plain";

        public Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<Diagnostic>>([new Diagnostic("FB499", DiagnosticSeverity.Warning, "Not shown.")]);
    }

    private sealed class Throwing(Type kind) : IImageProcessor
    {
        public bool CanRead(ImageKind kind) => true;

        public Task<ProcessedImage> ProcessAsync(SourceImage image, ImageOptions options, CancellationToken cancellationToken = default) =>
            throw (Exception)Activator.CreateInstance(kind)!;
    }

    private sealed class Unaskable : IImageProcessor
    {
        public Diagnostic? Trouble => throw new DllNotFoundException("No library here.");

        public bool CanRead(ImageKind kind) => throw new DllNotFoundException("No library here.");

        public Task<ProcessedImage> ProcessAsync(SourceImage image, ImageOptions options, CancellationToken cancellationToken = default) =>
            throw new DllNotFoundException("No library here.");
    }

    private sealed class Broken : IProgress<BookProgress>
    {
        public void Report(BookProgress value) => throw new InvalidOperationException("No screen.");
    }

    private sealed class Steps : IProgress<BookProgress>
    {
        public ConcurrentQueue<BookProgress> All { get; } = new();

        public void Report(BookProgress value) => All.Enqueue(value);
    }

    private sealed class Offline : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            throw new ResourceException(ResourceFailure.Unavailable, "Not here.");
    }

    private sealed class OnePicture : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Resource(request.Address, new MemoryStream(SamplePictures.Png(500, 900, seed: 1))));
    }
}
