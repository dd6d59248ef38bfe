using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// A face as HarfBuzz has it, at one unit of the font to the unit. It reads the caller's bytes where they lie; they stay pinned as long
/// as it lives, and the finaliser lets go of both. Nothing of it changes after it was made, so that any number of threads may shape with
/// it.
/// </summary>
[SuppressMessage("Reliability", "CA1001",
    Justification = "A face is shared by any number of documents, and none of them knows which is the last: the finaliser frees it.")]
internal sealed class ShapingFont
{
    private readonly Font _font;

    public ShapingFont(byte[] data, int faceIndex)
    {
        HarfBuzzLibrary.EnsureLoaded();
        GCHandle pinned = GCHandle.Alloc(data, GCHandleType.Pinned);
        using var blob = new Blob(pinned.AddrOfPinnedObject(), data.Length, MemoryMode.ReadOnly, pinned.Free);
        blob.MakeImmutable();
        using var face = new Face(blob, faceIndex);
        face.MakeImmutable();
        _font = new Font(face);
    }

    /// <summary>HarfBuzz's own name for it; keep this alive while it is used.</summary>
    public nint Handle => _font.Handle;

    /// <summary>Turns the buffer's characters into glyphs and their places.</summary>
    public void Shape(HarfBuzzSharp.Buffer buffer, Feature[] features) => _font.Shape(buffer, features);
}
