using FeedBook.Media;
using FeedBook.Pdf.Drawing.Images;

namespace FeedBook.Pdf.Drawing;

/// <summary>A picture in the file.</summary>
/// <param name="Number">The image's object number.</param>
/// <param name="Orientation">EXIF's, 1 to 8: applied when the picture is drawn.</param>
internal sealed record Picture(int Number, int Orientation)
{
    /// <summary>The picture's name in every page's resources.</summary>
    public string ResourceName => FormattableString.Invariant($"I{Number}");

    /// <summary>True when a part of it could not be read and is white.</summary>
    public bool IsDamaged { get; init; }
}

/// <summary>Writes pictures, each distinct one once.</summary>
internal sealed class PictureObjects(PdfFile file, bool isArchival)
{
    private readonly Dictionary<string, Picture?> byName = new(StringComparer.Ordinal);

    /// <summary>The picture in the file, or null when it cannot be shown in a PDF: its kind has no decoder here, or it is damaged.</summary>
    /// <exception cref="IOException">The book's folder is gone.</exception>
    public Picture? Find(StoredImage image)
    {
        if (byName.TryGetValue(image.Name, out Picture? picture))
        {
            return picture;
        }

        picture = Read(image) is { } data ? new Picture(Write(data), image.Orientation) { IsDamaged = data.IsDamaged } : null;
        byName.Add(image.Name, picture);
        return picture;
    }

    private PictureData? Read(StoredImage image)
    {
        Func<ReadOnlyMemory<byte>, PictureData?>? read = image.Kind switch
        {
            ImageKind.Jpeg => JpegPicture.Read,
            ImageKind.Png => PngPicture.Read,
            ImageKind.Gif => GifPicture.Read,
            ImageKind.Bmp => BmpPicture.Read,
            _ => null,
        };
        if (read is null)
        {
            return null;
        }

        using Stream stream = image.OpenRead();
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        PictureData? data = read(bytes);
        // ISO 19005-2 §6.2.4.3: DeviceCMYK needs a CMYK output intent, and ours is sRGB.
        return isArchival && data is { IsCmyk: true } ? null : data;
    }

    private int Write(PictureData data)
    {
        int mask = 0;
        if (data.Alpha is not null)
        {
            var maskEntries = new PdfBuffer().Raw("/Type/XObject/Subtype/Image/Width "u8).Integer(data.Width).Raw("/Height "u8).Integer(data.Height)
                .Raw("/ColorSpace/DeviceGray/BitsPerComponent 8"u8);
            mask = file.WriteStream(maskEntries.Span, data.Alpha);
        }

        var entries = new PdfBuffer().Raw("/Type/XObject/Subtype/Image/Width "u8).Integer(data.Width).Raw("/Height "u8).Integer(data.Height)
            .Raw("/ColorSpace"u8).Raw(data.ColorSpace).Raw("/BitsPerComponent "u8).Integer(data.BitsPerComponent).Raw(data.Entries ?? "").Raw(data.Filter ?? "");
        if (mask > 0)
        {
            entries.Raw("/SMask "u8).Reference(mask);
        }

        return file.WriteStream(entries.Span, data.Data.Span, compress: data.Filter is null);
    }
}
