using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>Lets HarfBuzz draw a face's glyphs with a pen, whatever kind of outlines the font has. Thread-safe.</summary>
internal static unsafe partial class GlyphOutlines
{
    private const string Library = "libHarfBuzzSharp";

    private static readonly Lazy<nint> Functions = new(MakeFunctions);

    /// <summary>Draws a glyph in the font's units, y upwards; nothing for a blank one.</summary>
    public static void Draw(ShapingFont font, int glyph, IOutlinePen pen)
    {
        GCHandle handle = GCHandle.Alloc(pen);
        try
        {
            DrawGlyph(font.Handle, (uint)glyph, Functions.Value, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
            GC.KeepAlive(font);
        }
    }

    private static nint MakeFunctions()
    {
        nint functions = CreateFunctions();
        SetMoveTo(functions, &MoveTo, 0, 0);
        SetLineTo(functions, &LineTo, 0, 0);
        SetQuadraticTo(functions, &QuadraticTo, 0, 0);
        SetCubicTo(functions, &CubicTo, 0, 0);
        SetClosePath(functions, &ClosePath, 0, 0);
        return functions;
    }

    private static IOutlinePen Of(nint data) => (IOutlinePen)GCHandle.FromIntPtr(data).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void MoveTo(nint functions, nint data, nint state, float x, float y, nint user) => Of(data).MoveTo(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void LineTo(nint functions, nint data, nint state, float x, float y, nint user) => Of(data).LineTo(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void QuadraticTo(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user) =>
        Of(data).QuadraticTo(cx, cy, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CubicTo(nint functions, nint data, nint state, float ax, float ay, float bx, float by, float x, float y,
        nint user) =>
        Of(data).CubicTo(ax, ay, bx, by, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ClosePath(nint functions, nint data, nint state, nint user) => Of(data).Close();

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_create")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint CreateFunctions();

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_move_to_func")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SetMoveTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> function,
        nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_line_to_func")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SetLineTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> function,
        nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_quadratic_to_func")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SetQuadraticTo(
        nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, nint, void> function, nint data,
            nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_cubic_to_func")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SetCubicTo(
        nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, float, float, nint, void> function,
            nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_close_path_func")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SetClosePath(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, nint, void> function, nint data,
        nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_font_draw_glyph")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void DrawGlyph(nint font, uint glyph, nint functions, nint data);
}
