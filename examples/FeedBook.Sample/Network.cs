using FeedBook.Feeds;
using FeedBook.Fetching;
using FeedBook.Sample.Plans;

namespace FeedBook.Sample;

/// <summary>The way to addresses and files.</summary>
internal static class Network
{
    /// <summary>The network, and the bundled sample beside it.</summary>
    public static IResourceLoader Loader(FetchOptions options) => BundledSample.Beside(new Advising(new HttpResourceLoader(null, options)));

    /// <summary>Reads one document: an address, a file, or <c>-</c> for standard input.</summary>
    /// <param name="place">Which.</param>
    /// <param name="terminal">For standard input and relative paths.</param>
    /// <param name="options">How the network is used.</param>
    /// <param name="follow">Whether a page stands for the feed it announces.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<FeedDocument> ReadAsync(string place, Terminal terminal, FetchOptions options, bool follow,
        CancellationToken cancellationToken)
    {
        if (place == "-")
        {
            await using Stream input = terminal.Input();
            return await FeedReader.ReadDocumentAsync(input, null, null, cancellationToken);
        }

        if (PlannedSource.AddressOf(place) is not { } address)
        {
            await using Resource file = await new FileResourceLoader(null, options)
                .LoadAsync(new ResourceRequest(PlannedSource.FileOf(place, terminal.Folder), ResourceKind.Feed), cancellationToken);
            return await FeedReader.ReadDocumentAsync(file.Content, null, null, cancellationToken);
        }

        IResourceLoader loader = Loader(options);
        using var owned = loader as IDisposable;
        FeedDocument document = await ReadAsync(loader, address, follow ? ResourceKind.Feed : ResourceKind.Page, cancellationToken);
        if (follow && document is { Format: FeedFormat.Html, Announced: [var announced, ..] })
        {
            return await ReadAsync(loader, announced.Address, ResourceKind.Feed, cancellationToken);
        }

        return document.Wall is { } wall ? throw new FeedBookException($"There is nothing to be read there. {wall}") : document;
    }

    private static async Task<FeedDocument> ReadAsync(IResourceLoader loader, Uri address, ResourceKind kind,
        CancellationToken cancellationToken)
    {
        await using Resource resource = await loader.LoadAsync(new ResourceRequest(address, kind), cancellationToken);
        return await FeedReader.ReadDocumentAsync(resource.Content, resource.Address, new FeedReaderOptions { Charset = resource.Charset },
            cancellationToken);
    }

    // The library speaks of its options; who uses the app has an argument and a key.
    private sealed class Advising(HttpResourceLoader network) : IResourceLoader, IDisposable
    {
        public async Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
        {
            try
            {
                return await network.LoadAsync(request, cancellationToken);
            }
            catch (ResourceException exception) when (exception.Failure == ResourceFailure.Forbidden
                && request.Address is { IsAbsoluteUri: true, Scheme: "http" or "https" })
            {
                throw new ResourceException(exception.Failure,
                    $"{exception.Message.TrimEnd('.')} (--allow-host NAME, or \"allowedHosts\" in feedbook.json).",
                    exception) { Status = exception.Status };
            }
        }

        public void Dispose() => network.Dispose();
    }
}
