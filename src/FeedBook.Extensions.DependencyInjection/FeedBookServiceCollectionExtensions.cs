using FeedBook;
using FeedBook.Epub;
using FeedBook.Extensions.DependencyInjection;
using FeedBook.Fetching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// Where registrations are looked for.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers FeedBook.</summary>
public static class FeedBookServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="BookBuilder"/> (transient: one for each book; it uses a client of the client factory, and logs its diagnostics)
    /// and an <see cref="IBookWriter"/> for EPUB. Further formats:
    /// <see cref="AddBookWriter(IHttpClientBuilder, Func{IServiceProvider, IBookWriter})"/>. What lives longer than a book takes an
    /// <see cref="IBookBuilderFactory"/>, so that its builder does not gather sources.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the defaults; null to keep FeedBook's own.</param>
    /// <returns>The builder of the HTTP client, to which handlers can be added. Its connections refuse private and local addresses, as
    /// <see cref="FetchOptions.AllowedHosts"/> says; a primary handler of the caller's takes this over.</returns>
    public static IHttpClientBuilder AddFeedBook(this IServiceCollection services, Action<FeedBookServiceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<FeedBookServiceOptions> options = services.AddOptions<FeedBookServiceOptions>();
        if (configure is not null)
        {
            _ = options.Configure(configure);
        }

        _ = services.AddBookWriter(static provider => new EpubWriter(Options(provider).Epub));
        return services
            .AddSingleton<IBookBuilderFactory>(static provider => new BookBuilderFactory(() =>
                Builder(provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(FeedBook)), provider)))
            .AddHttpClient<BookBuilder, BookBuilder>(nameof(FeedBook), Builder)
            // FetchOptions has its own, by attempt and in all.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static provider => HttpResourceLoader.CreateHandler(Options(provider).Book.Fetch));
    }

    /// <summary>
    /// Registers a further format, whose diagnostics are logged; all of them are injected as <c>IEnumerable&lt;IBookWriter&gt;</c>, told
    /// apart by <see cref="IBookWriter.MediaType"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="create">Makes the writer, once.</param>
    public static IServiceCollection AddBookWriter(this IServiceCollection services, Func<IServiceProvider, IBookWriter> create)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        _ = services.AddLogging();
        return services.AddSingleton<IBookWriter>(provider => new LoggingBookWriter(create(provider), Logger(provider)));
    }

    /// <inheritdoc cref="AddBookWriter(IServiceCollection, Func{IServiceProvider, IBookWriter})"/>
    /// <param name="builder">What <see cref="AddFeedBook"/> gave back.</param>
    /// <param name="create">Makes the writer, once.</param>
    public static IHttpClientBuilder AddBookWriter(this IHttpClientBuilder builder, Func<IServiceProvider, IBookWriter> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _ = builder.Services.AddBookWriter(create);
        return builder;
    }

    private static BookBuilder Builder(HttpClient client, IServiceProvider provider)
    {
        ILogger logger = Logger(provider);
        return new BookBuilder(client).With(_ => Options(provider).Book)
            .OnDiagnostic(diagnostic => DiagnosticLog.Write(logger, diagnostic));
    }

    private static FeedBookServiceOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<FeedBookServiceOptions>>().Value;

    private static ILogger Logger(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(FeedBook));
}
