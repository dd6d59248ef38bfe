using FeedBook.Media;
using FeedBook.Pdf.Drawing.Images;

namespace FeedBook.Pdf.Drawing;

/// <summary>An image in the file.</summary>
/// <param name="Number">The image's object number.</param>
/// <param name="Orientation">EXIF's, 1 to 8: applied when the image is drawn.</param>
internal sealed record PdfImage(int Number, int Orientation)
{
    /// <summary>The image's name in every page's resources.</summary>
    public string ResourceName => FormattableString.Invariant($"I{Number}");

    /// <summary>True when a part of it could not be read and is white.</summary>
    public bool IsDamaged { get; init; }
}

/// <summary>Writes images, each distinct one once.</summary>
internal sealed class ImageObjects(PdfFile file, bool isArchival)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> converted = new(StringComparer.Ordinal);

    private readonly Dictionary<string, PdfImage?> byName = new(StringComparer.Ordinal);

    /// <summary>The image in the file, or null when it cannot be shown in a PDF: its kind has no decoder here, or it is damaged.</summary>
    /// <exception cref="IOException">The book's folder is gone.</exception>
    public PdfImage? Find(StoredImage image)
    {
        if (byName.TryGetValue(image.Name, out PdfImage? drawn))
        {
            return drawn;
        }

        drawn = Read(image) is { } data
            ? new PdfImage(Write(data), CanHold(image.Kind) ? image.Orientation : 1) { IsDamaged = data.IsDamaged } : null;
        byName.Add(image.Name, drawn);
        return drawn;
    }

    /// <summary>Whether a PDF can hold images of a kind as they are.</summary>
    public static bool CanHold(ImageKind kind) => ReaderOf(kind) is not null;

    /// <summary>Gives an image of a kind that a PDF cannot hold as one that it can.</summary>
    /// <param name="image">The image.</param>
    /// <param name="bytes">The same as JPEG or PNG, upright.</param>
    public void Convert(StoredImage image, ReadOnlyMemory<byte> bytes) => converted[image.Name] = bytes;

    private static Func<ReadOnlyMemory<byte>, ImageData?>? ReaderOf(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => JpegImage.Read,
        ImageKind.Png => PngImage.Read,
        ImageKind.Gif => GifImage.Read,
        ImageKind.Bmp => BmpImage.Read,
        _ => null,
    };

    private ImageData? Read(StoredImage image)
    {
        if (converted.Remove(image.Name, out ReadOnlyMemory<byte> made))
        {
            return JpegImage.Read(made) ?? PngImage.Read(made);
        }

        if (ReaderOf(image.Kind) is not { } read)
        {
            return null;
        }

        using Stream stream = image.OpenRead();
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        ImageData? data = read(bytes);
        // ISO 19005-2 §6.2.4.3: DeviceCMYK needs a CMYK output intent, and ours is sRGB.
        return isArchival && data is { IsCmyk: true } ? null : data;
    }

    private int Write(ImageData data)
    {
        int mask = 0;
        if (data.Alpha is not null)
        {
            var maskEntries = new PdfBuffer().Raw("/Type/XObject/Subtype/Image/Width "u8).Integer(data.Width).Raw("/Height "u8)
                .Integer(data.Height)
                .Raw("/ColorSpace/DeviceGray/BitsPerComponent 8"u8);
            mask = file.WriteStream(maskEntries.Span, data.Alpha);
        }

        var entries = new PdfBuffer().Raw("/Type/XObject/Subtype/Image/Width "u8).Integer(data.Width).Raw("/Height "u8).Integer(data.Height)
            .Raw("/ColorSpace"u8).Raw(data.ColorSpace).Raw("/BitsPerComponent "u8).Integer(data.BitsPerComponent).Raw(data.Entries ?? "")
                .Raw(data.Filter ?? "");
        if (mask > 0)
        {
            entries.Raw("/SMask "u8).Reference(mask);
        }

        return file.WriteStream(entries.Span, data.Data.Span, compress: data.Filter is null);
    }
}
