using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using FeedBook.Fetching;

namespace FeedBook.Sample;

/// <summary>
/// A network that is asked for each thing once: the books of one run, one for each kind of device, want the same feeds and pictures. What came is kept in
/// a temporary folder until the run ends; what failed fails again with the same words. Safe for many callers at once.
/// </summary>
internal sealed class OnceLoader(IResourceLoader network) : IResourceLoader, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Kept>>> all = new(StringComparer.Ordinal);
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-run-").FullName;
    private int files;

    public async Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        if (request.Address.Scheme is not ("http" or "https"))
        {
            return await network.LoadAsync(request, cancellationToken);
        }

        // Whoever asks first says when it is given up: all of them are stopped by the run's end alone.
        Kept kept = await all.GetOrAdd(KeyOf(request), _ => new Lazy<Task<Kept>>(() => FetchAsync(request, cancellationToken))).Value;
        kept.Failure?.Throw();
        var file = new FileStream(kept.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return new Resource(kept.Address, file) { MediaType = kept.MediaType, Charset = kept.Charset, Length = file.Length, FromCache = kept.FromCache };
    }

    public void Dispose()
    {
        (network as IDisposable)?.Dispose();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Taken away by someone who tidies up the temporary folder.
        }
    }

    private async Task<Kept> FetchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, $"{Interlocked.Increment(ref files)}");
        try
        {
            await using Resource resource = await network.LoadAsync(request, cancellationToken);
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                await resource.Content.CopyToAsync(file, cancellationToken);
            }

            return new Kept(path, resource.Address, resource.MediaType, resource.Charset, resource.FromCache);
        }
        catch (ResourceException exception)
        {
            return new Kept(path, request.Address, null, null, false) { Failure = ExceptionDispatchInfo.Capture(exception) };
        }
    }

    private static string KeyOf(ResourceRequest request) => string.Join('\n',
        [request.Address.AbsoluteUri, $"{request.Kind} {request.MaxBytes} {request.Accept}", .. (request.Headers ?? new Dictionary<string, string>()).Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal)]);

    private sealed record Kept(string Path, Uri Address, string? MediaType, string? Charset, bool FromCache)
    {
        public ExceptionDispatchInfo? Failure { get; init; }
    }
}
