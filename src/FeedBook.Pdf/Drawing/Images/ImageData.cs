namespace FeedBook.Pdf.Drawing.Images;

/// <summary>An image as a PDF image takes it.</summary>
/// <param name="Width">In pixels, as stored.</param>
/// <param name="Height">In pixels, as stored.</param>
/// <param name="ColorSpace">The colour space as PDF syntax.</param>
/// <param name="BitsPerComponent">1, 2, 4, 8 or 16.</param>
/// <param name="Data">The samples, or the encoded stream when <c>Filter</c> is set.</param>
internal sealed record ImageData(int Width, int Height, string ColorSpace, int BitsPerComponent, ReadOnlyMemory<byte> Data)
{
    /// <summary>The filter entries of data that is encoded already, as PDF syntax; null when the data is still to be deflated.</summary>
    public string? Filter { get; init; }

    /// <summary>More entries as PDF syntax: <c>Decode</c>, <c>Mask</c>; null without any.</summary>
    public string? Entries { get; init; }

    /// <summary>How opaque each pixel is, a byte each; null where all are opaque.</summary>
    public byte[]? Alpha { get; init; }

    /// <summary>True when a part of the image could not be read and is white.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>True when the samples are CMYK, which PDF/A allows only with a profile of its own.</summary>
    public bool IsCmyk { get; init; }
}
