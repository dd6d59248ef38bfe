using NetVips;

namespace FeedBook.Imaging;

/// <summary>The machine's libvips, by way of NetVips: looked for once, when it is first asked for.</summary>
internal static class VipsLibrary
{
    // 8.12: the first with all that is used here.
    private const int OldestMinor = 12;

    // A library is loaded once for a process and stays: there is nothing to reset.
    private static readonly Lazy<string?> Missing = new(Load);

    /// <summary>Why libvips cannot be used, in one sentence; null when it can. The first call loads it.</summary>
    public static string? Unavailable => Missing.Value;

    /// <summary>The version, as in <c>8.14.1</c>.</summary>
    public static string Version => $"{NetVips.NetVips.Version(0)}.{NetVips.NetVips.Version(1)}.{NetVips.NetVips.Version(2)}";

    /// <summary>Whether this libvips has a loader; some builds lack some.</summary>
    public static bool Has(string loader) => NetVips.NetVips.TypeFind("VipsOperation", loader) != 0;

    private static string? Load()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            return ModuleInitializer.Exception is null or DllNotFoundException
                ? "libvips is not on this machine (on Debian and Ubuntu: the package libvips42; elsewhere NetVips.Native brings one along)."
                : "libvips cannot be used: " + ModuleInitializer.Exception.Message;
        }

        if (!NetVips.NetVips.AtLeastLibvips(8, OldestMinor))
        {
            return $"libvips is {Version}; 8.{OldestMinor} or newer is needed.";
        }

        // Files here are read once, and libvips' cache of operations would keep them open.
        Cache.Max = 0;
        return null;
    }
}
