namespace FeedBook.Fetching;

/// <summary>Files of this machine as resources.</summary>
internal static class LocalFile
{
    public static long Limit(ResourceRequest request, FetchOptions options) => request.MaxBytes ?? request.Kind switch
    {
        ResourceKind.Feed => options.MaxFeedBytes,
        ResourceKind.Page => options.MaxPageBytes,
        _ => options.MaxImageBytes,
    };

    public static bool IsBelow(string path, string root) => Path.GetFullPath(path).StartsWith(root, StringComparison.Ordinal);

    /// <summary>Opens a file.</summary>
    /// <exception cref="ResourceException">It is outside the root, not there, not to be read, too large, or no plain file.</exception>
    public static Resource Open(ResourceRequest request, string path, string? root, FetchOptions options)
    {
        string full = Path.GetFullPath(path);

        // A link inside the folder may point outside of it.
        FileSystemInfo? target = root is null ? null : Follow(full);
        if (root is not null && (!IsBelow(full, root) || (target is not null && !IsBelow(target.FullName, root))))
        {
            throw new ResourceException(ResourceFailure.Forbidden, $"'{path}' lies outside of '{root}'.");
        }

        try
        {
            // A pipe or a device would never end.
            if (!OperatingSystem.IsWindows() && (File.GetAttributes(full) & (FileAttributes.Device | FileAttributes.Directory)) != 0)
            {
                throw new ResourceException(ResourceFailure.Unavailable, $"'{path}' is no plain file.");
            }

            var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 4096, FileOptions.Asynchronous | FileOptions.SequentialScan);
            long limit = Limit(request, options);
            if (!stream.CanSeek || stream.Length > limit)
            {
                bool plain = stream.CanSeek;
                stream.Dispose();
                throw plain
                    ? new ResourceException(ResourceFailure.TooLarge, $"More than {limit:N0} bytes.")
                    : new ResourceException(ResourceFailure.Unavailable, $"'{path}' is no plain file.");
            }

            return new Resource(request.Address, stream) { Length = stream.Length };
        }
        catch (Exception exception) when (exception is IOException and not ResourceException or UnauthorizedAccessException)
        {
            throw new ResourceException(ResourceFailure.Unavailable, $"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static FileSystemInfo? Follow(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
