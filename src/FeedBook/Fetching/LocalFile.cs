using System.Formats.Tar;

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

    /// <summary>The address of a file, whatever letters are in its name: the platform reads '%41' in a path as an escape.</summary>
    public static Uri AddressOf(string path)
    {
        string full = Path.GetFullPath(path);
        return OperatingSystem.IsWindows() ? new Uri(full)
            : new Uri("file://" + string.Join('/', full.Split('/').Select(Uri.EscapeDataString)));
    }

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

        FileStream stream = OpenPlain(full);
        long limit = Limit(request, options);
        if (stream.Length > limit)
        {
            stream.Dispose();
            throw new ResourceException(ResourceFailure.TooLarge, $"More than {limit:N0} bytes.");
        }

        return new Resource(request.Address, stream) { Length = stream.Length };
    }

    /// <summary>Opens a file to be read from its start. A pipe or a device, which may never begin or end, is refused at once.</summary>
    /// <exception cref="ResourceException">It is not there, not to be read, or no plain file.</exception>
    public static FileStream OpenPlain(string path)
    {
        try
        {
            // What holds something is a plain file; of what holds nothing it is to be found out before it is opened, for opening a pipe
            // waits for who writes.
            if (!OperatingSystem.IsWindows() && new FileInfo(Target(path)) is { Length: 0 } empty && !IsPlain(empty.FullName))
            {
                throw new ResourceException(ResourceFailure.Unavailable, $"'{path}' is no plain file: a pipe, a socket or a device.");
            }

            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException and not ResourceException or UnauthorizedAccessException)
        {
            throw new ResourceException(ResourceFailure.Unavailable, Directory.Exists(path) ? $"'{path}' is a folder."
                : exception.Message, exception);
        }
    }

    /// <summary>Whether a file that is there is none of those that are no files: a pipe, a socket, a device.</summary>
    public static bool IsPlainFile(string path) => OperatingSystem.IsWindows() || new FileInfo(path).Length > 0 || IsPlain(path);

    private static string Target(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    // The platform has no question for a file's type; who writes archives must know it, and is asked without a file to be written.
    private static bool IsPlain(string path)
    {
        try
        {
            using var head = new MemoryStream();
            using (var writer = new TarWriter(head, TarEntryFormat.Pax, leaveOpen: true))
            {
                writer.WriteEntry(path, "file");
            }

            head.Position = 0;
            using var reader = new TarReader(head);
            return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
        }
        catch (Exception exception)
            when (exception is IOException and not FileNotFoundException or NotSupportedException or InvalidDataException)
        {
            // A socket.
            return false;
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
