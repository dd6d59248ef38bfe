namespace FeedBook.Fetching;

/// <summary>
/// Gets bytes from an address: the seam through which a caller brings a network, an archive or a test of its own.
/// Implementations are safe for use by many callers at once.
/// </summary>
public interface IResourceLoader
{
    /// <summary>Gets a resource. The caller disposes it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ResourceException">It cannot be loaded; the exception says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What is asked of an <see cref="IResourceLoader"/>.</summary>
/// <param name="Address">
/// An absolute address: http, https, file or data. A name and a password in it are sent as Basic authentication to its origin.
/// </param>
/// <param name="Kind">What it is expected to be; decides what the request says it accepts.</param>
public sealed record ResourceRequest(Uri Address, ResourceKind Kind)
{
    /// <summary>The page it is named on; sent as <c>Referer</c> (the origin alone across hosts). Null for none.</summary>
    public Uri? Referrer { get; init; }

    /// <summary>
    /// Further headers (authentication, cookies) for this request's own host; they do not follow a redirect to another. Null for none.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The most bytes that may be read, counted after decompression; null for the loader's own limit for the kind.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>
    /// The <c>Accept</c> header; null for the loader's own for the kind. Other loaders than those of the network ignore it.
    /// </summary>
    public string? Accept { get; init; }
}

/// <summary>What a resource is expected to be.</summary>
public enum ResourceKind
{
    /// <summary>A feed or a subscription list.</summary>
    Feed,

    /// <summary>A web page.</summary>
    Page,

    /// <summary>A picture.</summary>
    Image,
}

/// <summary>Bytes from an address.</summary>
/// <param name="address">Where they came from in the end, after redirects.</param>
/// <param name="content">
/// The bytes, decompressed. Reading throws <see cref="ResourceException"/> when a limit is passed or the connection breaks.
/// </param>
public sealed class Resource(Uri address, Stream content) : IAsyncDisposable
{
    /// <summary>Where the bytes came from in the end, after redirects.</summary>
    public Uri Address { get; } = address;

    /// <summary>
    /// The bytes, decompressed. Reading throws <see cref="ResourceException"/> when a limit is passed or the connection breaks.
    /// </summary>
    public Stream Content { get; } = content;

    /// <summary>The declared media type without parameters, in lower case; null when not declared.</summary>
    public string? MediaType { get; init; }

    /// <summary>The declared character set; null when not declared.</summary>
    public string? Charset { get; init; }

    /// <summary>The declared length in bytes; null when not declared.</summary>
    public long? Length { get; init; }

    /// <summary>
    /// What was wrong with the answer although its bytes are used, as one sentence: it broke off, or is not packed as it says. Null where
    /// nothing was. Becomes a diagnostic (FB159).
    /// </summary>
    public string? Mended { get; init; }

    /// <summary>True when the bytes came from a cache and were not transferred.</summary>
    public bool FromCache { get; init; }

    /// <summary>Closes <see cref="Content"/>.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
