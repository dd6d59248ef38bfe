using System.Collections.Immutable;
using FeedBook.Books;
using FeedBook.Fetching;

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
    private Action<Diagnostic>? report;

    /// <summary>A builder that uses a network of its own making, which refuses private and local addresses at connect time.</summary>
    public BookBuilder()
        : this(fetch => new HttpResourceLoader(null, fetch))
    {
    }

    /// <summary>
    /// A builder that uses the caller's client: its handlers, proxies, cookies and certificates. The client is not disposed.
    /// </summary>
    /// <param name="client">The client. Private and local addresses are refused by name and number before each request; to refuse them at
    /// connect time as well, make the client with <see cref="HttpResourceLoader.CreateClient"/>.</param>
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
    /// Names who is told of each <see cref="Diagnostic"/>, as a log is, when a building ends: with a book or with a
    /// <see cref="FeedBookException"/>. They are in <see cref="Book.Diagnostics"/> as well.
    /// </summary>
    /// <param name="report">Called once for each, in order, by the thread that ends the building. Takes the place of the one named
    /// before.</param>
    public BookBuilder OnDiagnostic(Action<Diagnostic> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        this.report = report;
        return this;
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

    /// <summary>Reads the sources, fetches the pictures, and puts the book together.</summary>
    /// <param name="progress">Told of each step; null for none. Called from any thread.</param>
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
        Book? book = null;
        try
        {
            book = await new BookAssembler(resources, options, progress).AssembleAsync([.. sources], cancellationToken)
                .ConfigureAwait(false);
            Report(book.Diagnostics);
            return book;
        }
        catch (FeedBookException exception) when (book is null)
        {
            Report(exception.Diagnostics);
            throw;
        }
        catch when (book is not null)
        {
            // Whoever is told failed; nobody gets the book, so its pictures go.
            await book.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            (resources as IDisposable)?.Dispose();
        }
    }

    private void Report(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (report is not null)
        {
            foreach (Diagnostic diagnostic in diagnostics)
            {
                report(diagnostic);
            }
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
