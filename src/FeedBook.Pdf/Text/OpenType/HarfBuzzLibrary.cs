using System.Runtime.InteropServices;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// Loads HarfBuzz's native library so that it calls itself. Where a program has the system's own libharfbuzz among its global symbols, as
/// libvips' modules bring it along, the dynamic linker of Linux would bind calls inside ours to that other version, which crashes.
/// </summary>
internal static partial class HarfBuzzLibrary
{
    private const int Now = 2;
    private const int DeepBinding = 8;

    private static readonly Lazy<nint> Handle = new(Load);

    /// <summary>Call it before anything of HarfBuzzSharp; whatever comes later finds the library loaded.</summary>
    public static void EnsureLoaded() => _ = Handle.Value;

    private static nint Load()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        string folders = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        foreach (string folder in folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append(AppContext.BaseDirectory))
        {
            string file = Path.Combine(folder, "libHarfBuzzSharp.so");
            if (File.Exists(file))
            {
                return Open(file);
            }
        }

        // HarfBuzzSharp looks in further places, and says so when it finds nothing.
        return 0;
    }

    private static nint Open(string file)
    {
        try
        {
            return OpenLibrary(file, Now | DeepBinding);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than glibc 2.34 or newer: it is loaded as any other.
            return 0;
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint OpenLibrary(string file, int flags);
}
