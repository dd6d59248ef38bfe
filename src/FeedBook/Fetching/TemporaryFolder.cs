namespace FeedBook.Fetching;

/// <summary>
/// A folder below the system's temporary one that only this user may read. A file in it is locked while its process lives: what a killed
/// process left is known by that, and the next folder of the same prefix takes it away.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string LockName = ".lock";

    // A folder whose lock is not made yet is new, unless it is older than this.
    private static readonly TimeSpan TimeToLock = TimeSpan.FromMinutes(10);

    private readonly FileStream held;

    private TemporaryFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The files in it.</summary>
    public IEnumerable<string> Files =>
        Directory.Exists(Path) ? Directory.EnumerateFiles(Path).Where(file => System.IO.Path.GetFileName(file) != LockName) : [];

    /// <summary>Makes one.</summary>
    /// <param name="prefix">How its name begins.</param>
    /// <exception cref="IOException">The temporary folder is full or not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    public static TemporaryFolder Make(string prefix)
    {
        Sweep(prefix);

        // Mode 700 on Unix: other users cannot put files in.
        string path = Directory.CreateTempSubdirectory(prefix).FullName;
        return new TemporaryFolder(path,
            new FileStream(System.IO.Path.Combine(path, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1));
    }

    public void Dispose()
    {
        held.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Taken away by someone who tidies up the temporary folder.
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            // A file is still being read; Windows keeps it. The next folder takes it away.
        }
    }

    private static void Sweep(string prefix)
    {
        try
        {
            foreach (string left in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), prefix + "*"))
            {
                if (IsLeft(left))
                {
                    Directory.Delete(left, recursive: true);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or another user's: tidying costs no book.
        }
    }

    private static bool IsLeft(string folder)
    {
        try
        {
            // The system lets go of a lock when a process dies.
            new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1).Dispose();
            return true;
        }
        catch (FileNotFoundException)
        {
            return DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > TimeToLock;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
