namespace FeedBook.Fetching;

/// <summary>Files that only this user may read and that nothing is left of, even after a crash.</summary>
internal static class TemporaryFile
{
    /// <summary>An empty file without a name to be found by: on Unix the name is gone at once, on Windows with the handle.</summary>
    /// <param name="options">How it is used, beside being deleted.</param>
    /// <exception cref="IOException">The temporary folder is full or not there.</exception>
    public static FileStream Open(FileOptions options = FileOptions.None)
    {
        var how =
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.DeleteOnClose | options,
            };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        string path = Path.Combine(Path.GetTempPath(), $"feedbook-{Guid.NewGuid():N}.tmp");
        var stream = new FileStream(path, how);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return stream;
    }
}
