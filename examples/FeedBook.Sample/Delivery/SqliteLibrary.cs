using System.Runtime.InteropServices;
using System.Text;

namespace FeedBook.Sample.Delivery;

/// <summary>
/// Loads the bundled SQLite so that it uses itself. libvips loads what it needs for rare kinds of pictures for the whole process, and
/// Debian's has another SQLite among it: the bundled one, bound lazily as usual, would call into that one and crash, or worse.
/// </summary>
internal static class SqliteLibrary
{
    private const string Name = "e_sqlite3";

    // dlfcn.h of glibc: all names are bound at once, and to the library itself before any other. Other systems do not mix libraries' names.
    private const int BindNow = 2, BindToItself = 8;

    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>
    /// To be called before the first database is opened. The first call loads the library, where it is found and the system is one that
    /// needs it.
    /// </summary>
    public static void Prepare() => _ = Loaded.Value;

    private static bool Load()
    {
        if (!OperatingSystem.IsLinux() || AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is not string folders)
        {
            return false;
        }

        string? path = folders.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, $"lib{Name}.so"))
            .FirstOrDefault(File.Exists);
        try
        {
            // Whoever loads it after this gets the same one.
            return path is not null && Open([.. Encoding.UTF8.GetBytes(path), 0], BindNow | BindToItself) != 0;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libdl.so.2", EntryPoint = "dlopen")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open(byte[] path, int flags);
}
