using System.Reflection;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace FeedBook.Imaging;

/// <summary>
/// The functions of libvips and GObject that are used. Only those without variable arguments: others cannot be called
/// from .NET on every processor. The libraries are looked for at run time, once.
/// </summary>
internal static unsafe partial class VipsLibrary
{
    private const string Vips = "feedbook-vips";
    private const string GObject = "feedbook-gobject";

    // 8.12: the first with all that is used here.
    private const int OldestMinor = 12;

    // A library is loaded once for a process and stays: there is nothing to reset.
    private static readonly Lazy<string?> Missing = new(Load);

    /// <summary>Why libvips cannot be used, in one sentence; null when it can. The first call loads it.</summary>
    public static string? Unavailable => Missing.Value;

    /// <summary>The version, as in <c>8.14.1</c>.</summary>
    public static string Version => $"{vips_version(0)}.{vips_version(1)}.{vips_version(2)}";

    [LibraryImport(Vips, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int vips_init(string programName);

    [LibraryImport(Vips)]
    internal static partial int vips_version(int part);

    [LibraryImport(Vips)]
    internal static partial nint vips_error_buffer_copy();

    [LibraryImport(Vips, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint vips_type_find(string baseName, string nickname);

    [LibraryImport(Vips, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint vips_operation_new(string name);

    [LibraryImport(Vips, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int vips_object_set_argument_from_string(nint instance, string name, string value);

    [LibraryImport(Vips)]
    internal static partial int vips_object_build(nint instance);

    [LibraryImport(Vips)]
    internal static partial void vips_object_unref_outputs(nint instance);

    [LibraryImport(Vips)]
    internal static partial nint vips_blob_get(nint blob, out nuint length);

    [LibraryImport(Vips)]
    internal static partial nuint vips_blob_get_type();

    [LibraryImport(Vips)]
    internal static partial nuint vips_image_get_type();

    [LibraryImport(Vips)]
    internal static partial int vips_image_hasalpha(nint image);

    [LibraryImport(Vips, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nuint vips_image_get_typeof(nint image, string name);

    [LibraryImport(Vips)]
    internal static partial int vips_image_get_bands(nint image);

    [LibraryImport(Vips)]
    internal static partial int vips_image_get_width(nint image);

    [LibraryImport(Vips)]
    internal static partial int vips_image_get_height(nint image);

    [LibraryImport(Vips)]
    internal static partial nint vips_image_copy_memory(nint image);

    [LibraryImport(Vips)]
    internal static partial nint vips_image_new_from_memory_copy(byte* data, nuint size, int width, int height, int bands, int format);

    [LibraryImport(GObject)]
    internal static partial void g_object_unref(nint instance);

    [LibraryImport(GObject, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void g_object_set_property(nint instance, string name, GValue* value);

    [LibraryImport(GObject, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void g_object_get_property(nint instance, string name, GValue* value);

    [LibraryImport(GObject)]
    internal static partial GValue* g_value_init(GValue* value, nuint type);

    [LibraryImport(GObject)]
    internal static partial void g_value_unset(GValue* value);

    [LibraryImport(GObject)]
    internal static partial void g_value_set_object(GValue* value, nint instance);

    [LibraryImport(GObject)]
    internal static partial nint g_value_dup_object(GValue* value);

    [LibraryImport(GObject)]
    internal static partial nint g_value_get_boxed(GValue* value);

    [LibraryImport(GObject)]
    internal static partial double g_value_get_double(GValue* value);

    [LibraryImport(GObject)]
    internal static partial void g_free(nint memory);

    private static string? Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(VipsLibrary).Assembly, Resolve);
        try
        {
            if (vips_init("feedbook") != 0)
            {
                return "libvips could not be started: " + Error();
            }

            return vips_version(0) > 8 || (vips_version(0) == 8 && vips_version(1) >= OldestMinor) ? null
                : $"libvips is {Version}; 8.{OldestMinor} or newer is needed.";
        }
        catch (DllNotFoundException)
        {
            return "libvips is not on this machine (on Debian and Ubuntu: the package libvips42).";
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or BadImageFormatException)
        {
            return "libvips cannot be used: " + exception.Message;
        }
    }

    /// <summary>What libvips said last, on one line; it forgets it.</summary>
    internal static string Error()
    {
        nint text = vips_error_buffer_copy();
        string message = (Marshal.PtrToStringUTF8(text) ?? "").ReplaceLineEndings(" ").Trim();
        g_free(text);
        return message.Length > 300 ? message[..300] : message;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string[] names = (name, OperatingSystem.IsWindows(), OperatingSystem.IsMacOS()) switch
        {
            (Vips, true, _) => ["libvips-42.dll"],
            (Vips, _, true) => ["libvips.42.dylib", "/opt/homebrew/lib/libvips.42.dylib", "/usr/local/lib/libvips.42.dylib"],
            (Vips, _, _) => ["libvips.so.42"],
            (GObject, true, _) => ["libgobject-2.0-0.dll"],
            (GObject, _, true) =>
                ["libgobject-2.0.0.dylib", "/opt/homebrew/lib/libgobject-2.0.0.dylib", "/usr/local/lib/libgobject-2.0.0.dylib"],
            (GObject, _, _) => ["libgobject-2.0.so.0"],
            _ => [],
        };
        foreach (string candidate in names)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }

    /// <summary>GObject's value of any type; three words, of which the first is its type.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct GValue
    {
        private nuint type;
        private ulong first;
        private ulong second;
    }
}
