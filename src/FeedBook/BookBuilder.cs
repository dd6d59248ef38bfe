using System.Collections.Immutable;
using FeedBook.Books;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Transforms;

namespace FeedBook;

/// <summary>
/// The door to FeedBook: takes sources and options, gives a <see cref="Book"/>. Not safe for use by several threads at once;
/// a builder may build any number of times, and reads its sources anew each time (but for streams, which are read once).
/// </summary>
public sealed class BookBuilder
{
    private readonly Func<FetchOptions, IResourceLoader> loader;
    private readonly List<BookSource> sources = [];
    private BookOptions options = BookOptions.Default;
    private readonly List<Action<Diagnostic>> reports = [];

    /// <summary>A builder that uses a network of its own making, which refuses private and local addresses at connect time.</summary>
    public BookBuilder()
        : this(fetch => new HttpResourceLoader(null, fetch))
    {
    }

    /// <summary>
    /// A builder that uses the caller's client: its handlers, proxies, cookies and certificates. The client is not disposed.
    /// </summary>
    /// <param name="client">The client. Private and local addresses are refused by name and number before each request; to refuse them at
    /// connect time as well, make the client with <see cref="HttpResourceLoader.CreateClient"/>. Its handler should not follow redirects by
    /// itself (<see cref="SocketsHttpHandler.AllowAutoRedirect"/>): it would carry a source's headers to other hosts.</param>
    public BookBuilder(HttpClient client)
        : this(fetch => new HttpResourceLoader(client, fetch))
    {
        ArgumentNullException.ThrowIfNull(client);
    }

    /// <summary>A builder that gets all bytes from the caller's loader.</summary>
    /// <param name="loader">The loader; it is not disposed.</param>
    public BookBuilder(IResourceLoader loader)
        : this(_ => new BorrowedLoader(loader))
    {
        ArgumentNullException.ThrowIfNull(loader);
    }

    private BookBuilder(Func<FetchOptions, IResourceLoader> loader) => this.loader = loader;

    /// <summary>Sets the book's title.</summary>
    /// <param name="title">The title.</param>
    public BookBuilder Title(string title) => With(o => o with { Title = title });

    /// <summary>Changes the options.</summary>
    /// <param name="change">Gets the options so far, gives the new ones.</param>
    public BookBuilder With(Func<BookOptions, BookOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        options = change(options);
        return this;
    }

    /// <summary>
    /// Names who is told of each <see cref="Diagnostic"/>, as a log is: of those of the building when it ends, with a book or with a
    /// <see cref="FeedBookException"/>, and of those of the writing when the book is saved. Those of the building are in
    /// <see cref="Book.Diagnostics"/> as well, those of the writing are what the writer gives back.
    /// </summary>
    /// <param name="report">Called once for each, in order, by the thread that ends the building or the writing. It joins those that were
    /// named before. One that throws is told no more, which is a diagnostic itself (FB293); the book is made all the same.</param>
    public BookBuilder OnDiagnostic(Action<Diagnostic> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        reports.Add(report);
        return this;
    }

    /// <summary>Adds a change to every article, after those that were added before.</summary>
    /// <param name="transform">The change.</param>
    public BookBuilder AddTransform(IArticleTransform transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        return With(o => o with { Transforms = [.. o.Transforms, transform] });
    }

    /// <summary>Adds a change to every article, after those that were added before.</summary>
    /// <param name="change">Gets the article and its item, gives the changed article; see <see cref="IArticleTransform.ApplyAsync"/>.
    /// </param>
    /// <param name="stage">When.</param>
    public BookBuilder AddTransform(Func<Article, FeedItem, Article> change, TransformStage stage = TransformStage.BeforeImages)
    {
        ArgumentNullException.ThrowIfNull(change);
        return AddTransform(new TransformOfCaller(change, stage));
    }

    /// <summary>Adds a feed, a subscription list, an archived item, or a page that announces its feed.</summary>
    /// <param name="address">
    /// Where it is: http, https, data, file, or <c>feed:</c> before one of these. A name and a password in it
    /// (<c>https://user:password@host/</c>) are sent to its origin as Basic authentication, and stand in no book, report or diagnostic.
    /// </param>
    /// <param name="source">How this source is read; null for the defaults.</param>
    /// <exception cref="ArgumentException">The address is not absolute.</exception>
    public BookBuilder AddFeed(Uri address, FeedSourceOptions? source = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri)
        {
            throw new ArgumentException("The address of a feed must be absolute.", nameof(address));
        }

        return Add(AddressSource.Given(address, source ?? FeedSourceOptions.Default));
    }

    /// <inheritdoc cref="AddFeed(Uri, FeedSourceOptions)"/>
    public BookBuilder AddFeed(string address, FeedSourceOptions? source = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        bool isAbsolute = Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? absolute)
            && (!absolute.IsFile || absolute.OriginalString.StartsWith("file:", StringComparison.OrdinalIgnoreCase));
        return isAbsolute ? AddFeed(absolute!, source)
            : throw new ArgumentException($"'{address}' is no absolute address, such as https://example.org/feed.xml; a file is added by "
                + $"{nameof(AddFile)}.", nameof(address));
    }

    /// <summary>Adds a file: a feed, a subscription list, an archived item or a page.</summary>
    /// <param name="path">The file. One that cannot be read becomes a diagnostic when the book is built.</param>
    /// <param name="source">How this source is read; null for the defaults.</param>
    public BookBuilder AddFile(string path, FeedSourceOptions? source = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Add(new FileSource(path, source ?? FeedSourceOptions.Default));
    }

    /// <summary>
    /// Adds every file of a folder and of the folders below it, by name. Single items stand in one section, each feed in its own.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="source">How this source is read; null for the defaults.</param>
    public BookBuilder AddFolder(string path, FeedSourceOptions? source = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Add(new FolderSource(path, source ?? FeedSourceOptions.Default));
    }

    /// <summary>Adds a feed from a stream. It is read when the book is built, once, and not closed.</summary>
    /// <param name="stream">The stream, at the feed's start.</param>
    /// <param name="baseAddress">Where it came from: the start of relative addresses; null when unknown.</param>
    /// <param name="source">How this source is read; null for the defaults.</param>
    public BookBuilder AddFeed(Stream stream, Uri? baseAddress = null, FeedSourceOptions? source = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Add(new StreamSource(stream, baseAddress, source ?? FeedSourceOptions.Default));
    }

    /// <summary>Adds a feed that was read before.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="source">Which of its items are taken; null for all.</param>
    public BookBuilder AddFeed(Feed feed, FeedSourceOptions? source = null)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return Add(new FeedInHand(feed, source ?? FeedSourceOptions.Default));
    }

    /// <summary>Adds items made in code.</summary>
    /// <param name="section">The title of their section; null for none.</param>
    /// <param name="items">The items; enumerated when the book is built.</param>
    /// <param name="source">Which of them are taken; null for all.</param>
    public BookBuilder AddItems(string? section, IEnumerable<FeedItem> items, FeedSourceOptions? source = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Add(new ItemsInHand(section, _ => Task.FromResult(items.ToImmutableArray()), source ?? FeedSourceOptions.Default));
    }

    /// <summary>Adds items as they come, from a database or another service.</summary>
    /// <param name="section">The title of their section; null for none.</param>
    /// <param name="items">The items; enumerated when the book is built.</param>
    /// <param name="source">Which of them are taken; null for all.</param>
    public BookBuilder AddItems(string? section, IAsyncEnumerable<FeedItem> items, FeedSourceOptions? source = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Add(new ItemsInHand(section, async cancellation => [.. await items.ToListAsync(cancellation).ConfigureAwait(false)], source
            ?? FeedSourceOptions.Default));
    }

    /// <summary>Adds items made in code, without a section.</summary>
    /// <param name="items">The items; enumerated when the book is built.</param>
    /// <param name="source">Which of them are taken; null for all.</param>
    public BookBuilder AddItems(IEnumerable<FeedItem> items, FeedSourceOptions? source = null) => AddItems(null, items, source);

    /// <summary>Adds items as they come, without a section.</summary>
    /// <param name="items">The items; enumerated when the book is built.</param>
    /// <param name="source">Which of them are taken; null for all.</param>
    public BookBuilder AddItems(IAsyncEnumerable<FeedItem> items, FeedSourceOptions? source = null) => AddItems(null, items, source);

    /// <inheritdoc cref="BuildAsync(IProgress{BookProgress}, CancellationToken)"/>
    public Task<Book> BuildAsync(CancellationToken cancellationToken) => BuildAsync(null, cancellationToken);

    /// <summary>Reads the sources, fetches the pictures, and puts the book together.</summary>
    /// <param name="progress">
    /// Told of each step, also of those of writing the book later (<see cref="BookStage.Writing"/>); null for none. Called from any thread.
    /// One that throws is told no more, which is a diagnostic (FB293).
    /// </param>
    /// <param name="cancellationToken">Ends the work; nothing stays behind.</param>
    /// <returns>The book; the caller disposes it.</returns>
    /// <exception cref="FeedBookException">There is no source, or no source has an item.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Book> BuildAsync(IProgress<BookProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (sources.Count == 0)
        {
            throw new FeedBookException("There is no source to make a book of: add a feed, a file, a folder or items.");
        }

        IResourceLoader resources = loader(options.Fetch);
        try
        {
            var listeners = new BookListeners([.. reports], progress);
            return await new BookAssembler(resources, options, listeners).AssembleAsync([.. sources], cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            (resources as IDisposable)?.Dispose();
        }
    }

    private BookBuilder Add(BookSource source)
    {
        sources.Add(source);
        return this;
    }

    // The caller's own loader is not ours to dispose.
    private sealed class BorrowedLoader(IResourceLoader loader) : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            loader.LoadAsync(request, cancellationToken);
    }
}
