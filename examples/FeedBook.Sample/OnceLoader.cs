using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using FeedBook.Fetching;

namespace FeedBook.Sample;

/// <summary>
/// A network that is asked for each thing once: the books of one run, one for each kind of device, want the same feeds and pictures. What
/// came is kept in a temporary file until the run ends; what failed fails again with the same words. Safe for many callers at once.
/// </summary>
internal sealed class OnceLoader(IResourceLoader network) : IResourceLoader, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Kept>>> all = new(StringComparer.Ordinal);
    private readonly RunFile file = new();

    public async Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        if (request.Address.Scheme is not ("http" or "https"))
        {
            return await network.LoadAsync(request, cancellationToken);
        }

        // Whoever asks first says when it is given up: all of them are stopped by the run's end alone.
        Kept kept = await all.GetOrAdd(KeyOf(request), _ => new Lazy<Task<Kept>>(() => FetchAsync(request, cancellationToken))).Value;
        kept.Failure?.Throw();
        return new Resource(kept.Address, file.Open(kept.Pieces)) { MediaType = kept.MediaType, Charset = kept.Charset,
            Length = kept.Pieces.Sum(piece => piece.Length), FromCache = kept.FromCache, Mended = kept.Mended };
    }

    public void Dispose()
    {
        (network as IDisposable)?.Dispose();
        file.Dispose();
    }

    private async Task<Kept> FetchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using Resource resource = await network.LoadAsync(request, cancellationToken);
            IReadOnlyList<RunFile.Piece> pieces = await file.TakeAsync(resource.Content, cancellationToken);
            return new Kept(pieces, resource.Address, resource.MediaType, resource.Charset,
                resource.FromCache) { Mended = resource.Mended };
        }
        catch (ResourceException exception)
        {
            return new Kept([], request.Address, null, null, false) { Failure = ExceptionDispatchInfo.Capture(exception) };
        }
    }

    private static string KeyOf(ResourceRequest request) => string.Join('\n',
        [request.Address.AbsoluteUri, $"{request.Kind} {request.MaxBytes} {request.Accept}",
            .. (request.Headers ?? new Dictionary<string, string>()).Select(header => $"{header.Key}: {header.Value}")
            .Order(StringComparer.Ordinal)]);

    private sealed record Kept(IReadOnlyList<RunFile.Piece> Pieces, Uri Address, string? MediaType, string? Charset, bool FromCache)
    {
        public ExceptionDispatchInfo? Failure { get; init; }

        public string? Mended { get; init; }
    }
}
