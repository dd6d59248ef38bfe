using System.Net;
using FeedBook.Epub;
using FeedBook.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedBook.Tests.Extensions;

public sealed class DependencyInjectionTests
{
    private static readonly FeedItem Item =
        new() { Id = "1", Title = "One", ContentHtml = "<p>Text.</p><p><img src=\"http://127.0.0.1:9/private.png\"></p>" };

    [Fact]
    public async Task A_builder_is_injected_with_its_options_and_its_client()
    {
        var log = new MemoryLog();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddFeedBook(o => (o.Book, o.Epub) = (o.Book with { Title = "Of the application" }, EpubOptions.Kobo));
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        BookBuilder one = provider.GetRequiredService<BookBuilder>(), two = provider.GetRequiredService<BookBuilder>();
        await using Book book = await one.AddItems(null, [Item]).BuildAsync();
        IBookWriter writer = Assert.Single(provider.GetServices<IBookWriter>());

        Assert.NotSame(one, two);
        Assert.Equal("Of the application", book.Metadata.Title);
        Assert.Equal(".kepub.epub", writer.FileExtension);

        // Every diagnostic is logged once, by its number.
        Assert.Equal(book.Diagnostics.Select(each => (each.Id, each.ToString())),
            log.Entries.Where(entry => entry.Category == "FeedBook").Select(entry => (entry.Event.Name!, entry.Text)));
        (string _, LogLevel level, EventId id, string _) = log.Entries.First(entry => entry.Category == "FeedBook");
        Assert.Equal(book.Diagnostics[0].Id, $"FB{id.Id}");
        Assert.Equal(book.Diagnostics[0].Severity == DiagnosticSeverity.Warning ? LogLevel.Warning : LogLevel.Information, level);
    }

    [Fact]
    public async Task The_factorys_client_refuses_private_addresses_even_without_the_loader()
    {
        var services = new ServiceCollection();
        services.AddFeedBook();
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("FeedBook");

        HttpRequestException refused =
            await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://127.0.0.1:9/")));
        Assert.DoesNotContain("Connection refused", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_callers_stands_before_the_network()
    {
        var services = new ServiceCollection();
        services.AddFeedBook(o => o.Book = o.Book with { Fetch = new FetchOptions { AllowedHosts = ["feeds.example"] } })
            .AddHttpMessageHandler(() => new CannedFeed());
        await using ServiceProvider provider = services.BuildServiceProvider();

        await using Book book = await provider.GetRequiredService<BookBuilder>().AddFeed(new Uri("https://feeds.example/feed.json"))
            .BuildAsync();

        Assert.Equal("From the handler", Assert.Single(book.Chapters).Title);
    }

    [Fact]
    public async Task Writers_of_other_formats_are_logged_too()
    {
        var log = new MemoryLog();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddFeedBook();
        services.AddBookWriter(_ => new Complaining());
        await using ServiceProvider provider = services.BuildServiceProvider();
        using Book book = MadeBooks.Of(MadeBooks.Para("Text."));

        IBookWriter writer = provider.GetServices<IBookWriter>().Single(each => each.FileExtension == ".txt");
        await writer.WriteAsync(book, Stream.Null);

        Assert.Equal((LogLevel.Error, "FB499"), log.Entries.Select(entry => (entry.Level, entry.Event.Name!)).Single());
    }

    [Fact]
    public async Task A_failure_tells_its_diagnostics_before_it_is_thrown()
    {
        var told = new List<Diagnostic>();
        BookBuilder builder = new BookBuilder().AddFile(Path.Combine(Path.GetTempPath(), "feedbook-there-is-no-such-file"))
            .OnDiagnostic(told.Add);

        FeedBookException exception = await Assert.ThrowsAsync<FeedBookException>(() => builder.BuildAsync());

        Assert.NotEmpty(told);
        Assert.Equal(exception.Diagnostics, told);
    }

    [Fact]
    public async Task A_listener_that_fails_is_told_once_and_costs_no_book()
    {
        int told = 0;
        BookBuilder builder = new BookBuilder().AddItems(null, [Item]).OnDiagnostic(_ =>
        {
            told++;
            throw new FeedBookException("The log is full.");
        });

        await using Book book = await builder.BuildAsync();

        Assert.Equal(1, told);
        Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.ListenerFailed);
    }

    [Fact]
    public void A_singleton_makes_a_builder_for_each_book_and_registrations_chain()
    {
        using ServiceProvider services = new ServiceCollection().AddLogging().AddFeedBook(o => o.Book = o.Book with { Title = "T" })
            .AddBookWriter(_ => new Complaining()).Services.BuildServiceProvider();
        var factory = services.GetRequiredService<IBookBuilderFactory>();

        Assert.NotSame(factory.Create(), factory.Create());
        Assert.Equal([".epub", ".txt"], services.GetServices<IBookWriter>().Select(writer => writer.FileExtension));
    }

    private sealed class Complaining : IBookWriter
    {
        public string FileExtension => ".txt";

        public string MediaType => "text/plain";

        public Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<Diagnostic>>([new Diagnostic("FB499", DiagnosticSeverity.Error, "No.")]);
    }

    private sealed class CannedFeed : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content =
                    new StringContent(
                    """{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","title":"From the handler","content_html":"<p>Text.</p>"}]}"""),
                RequestMessage = request,
            });
    }

    private sealed class MemoryLog : ILoggerProvider
    {
        public List<(string Category, LogLevel Level, EventId Event, string Text)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(MemoryLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
                string> formatter)
            {
                lock (log.Entries)
                {
                    log.Entries.Add((category, logLevel, eventId, formatter(state, exception)));
                }
            }
        }
    }
}
