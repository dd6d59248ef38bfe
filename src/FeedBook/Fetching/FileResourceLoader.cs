using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>
/// Reads <c>file:</c> addresses, and <c>data:</c>; refuses all else. For feeds and pages saved on this machine. Safe for use by many
/// callers at once.
/// </summary>
/// <param name="root">The folder that files must lie in or below; null for any file.</param>
/// <param name="options">The byte limits; null for the defaults.</param>
public sealed class FileResourceLoader(string? root = null, FetchOptions? options = null) : IResourceLoader
{
    private readonly string? root = root is null ? null
        : Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
    private readonly FetchOptions options = options ?? FetchOptions.Default;

    /// <inheritdoc/>
    public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(request.Address switch
        {
            { IsAbsoluteUri: true, Scheme: "data" } => DataAddress.Read(request.Address, LocalFile.Limit(request, options)),
            { IsAbsoluteUri: true, IsFile: true, IsUnc: false } => LocalFile.Open(request, request.Address.LocalPath, root, options),
            _ => throw new ResourceException(ResourceFailure.Unavailable, "Only files are read here."),
        });
    }
}

/// <summary>
/// Reads web addresses from a folder instead of the network: <c>https://host/path?query</c> from <c>host/path?query</c>, <c>host/path</c>
/// or <c>host/path/index.html</c> below the folder, as <c>wget --mirror</c> leaves them, and what lies below a base address also without
/// the host. Reads <c>data:</c> too. Safe for use by many callers at once.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="baseAddress">An address that stands for the folder itself; null for none.</param>
/// <param name="options">The byte limits; null for the defaults.</param>
public sealed class FolderResourceLoader(string folder, Uri? baseAddress = null, FetchOptions? options = null) : IResourceLoader
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
    private readonly FetchOptions options = options ?? FetchOptions.Default;

    /// <inheritdoc/>
    public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Address is { IsAbsoluteUri: true, Scheme: "data" })
        {
            return Task.FromResult(DataAddress.Read(request.Address, LocalFile.Limit(request, options)));
        }

        string? path = Places(request.Address).FirstOrDefault(place => LocalFile.IsBelow(place, root) && File.Exists(place));
        return Task.FromResult(path is null
            ? throw new ResourceException(ResourceFailure.Unavailable, "The folder holds no copy of it.")
            : LocalFile.Open(request, path, root, options));
    }

    private IEnumerable<string> Places(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            yield break;
        }

        string path = Uri.UnescapeDataString(address.AbsolutePath);
        string host = address.IsDefaultPort ? HostName.Of(address) : $"{HostName.Of(address)}_{address.Port}";
        foreach (string place in Variants(host + path, address.Query))
        {
            yield return place;
        }

        if (baseAddress?.IsBaseOf(address) == true)
        {
            string below =
                Uri.UnescapeDataString(baseAddress.MakeRelativeUri(new UriBuilder(address) { Query = "", Fragment = "" }.Uri).ToString());
            foreach (string place in Variants(below, address.Query))
            {
                yield return place;
            }
        }
    }

    private IEnumerable<string> Variants(string relative, string query)
    {
        if (relative.Contains('\0', StringComparison.Ordinal))
        {
            yield break;
        }

        string path = root + relative.TrimStart('/');
        if (query.Length > 1)
        {
            yield return Path.GetFullPath(path + Uri.UnescapeDataString(query).Replace('/', '_').Replace("\0", "",
                StringComparison.Ordinal));
        }

        yield return Path.GetFullPath(path);
        yield return Path.GetFullPath(Path.Combine(path, "index.html"));
    }
}

/// <summary>
/// Works without a network: reads <c>data:</c> addresses, and files where they are allowed; refuses all else. Safe for use by many callers
/// at once.
/// </summary>
/// <param name="allowFiles">Whether <c>file:</c> addresses are read.</param>
/// <param name="options">The byte limits; null for the defaults.</param>
public sealed class OfflineResourceLoader(bool allowFiles = false, FetchOptions? options = null) : IResourceLoader
{
    private readonly FileResourceLoader files = new(null, options);

    /// <inheritdoc/>
    public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        bool local = request.Address.IsAbsoluteUri && (request.Address.Scheme == "data" || (allowFiles && request.Address.IsFile));
        return local ? files.LoadAsync(request, cancellationToken)
            : throw new ResourceException(ResourceFailure.Unavailable, "Not fetched: the network is not used.");
    }
}
