namespace FeedBook.Media;

/// <summary>Tells a picture's kind by its first bytes, reads its header, and looks whether its file is whole. Decodes nothing.</summary>
public static class ImageProbe
{
    /// <summary>Reads a picture's facts.</summary>
    /// <param name="content">A seekable stream; read from its start, left anywhere, not closed.</param>
    /// <returns>The facts; of the kind <see cref="ImageKind.Unknown"/>, with a fault that says what it is instead, when it is no
    /// picture.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static ImageFacts Read(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanSeek)
        {
            throw new ArgumentException("The stream cannot seek.", nameof(content));
        }

        return Read(new ByteSource(content));
    }

    /// <summary>Reads a picture's facts from memory.</summary>
    internal static ImageFacts Read(ArraySegment<byte> bytes) => Read(new ByteSource(bytes));

    private static ImageFacts Read(ByteSource source)
    {
        return KindOf(source) switch
        {
            ImageKind.Jpeg => JpegHeader.Read(source),
            ImageKind.Png => PngHeader.Read(source),
            ImageKind.Gif => GifHeader.Read(source),
            ImageKind.WebP => WebPHeader.Read(source),
            ImageKind.Avif => IsoMediaHeader.Read(source, ImageKind.Avif),
            ImageKind.Heic => IsoMediaHeader.Read(source, ImageKind.Heic),
            ImageKind.Bmp => BitmapHeader.ReadBmp(source),
            ImageKind.Ico => BitmapHeader.ReadIco(source),
            ImageKind.Tiff => TiffHeader.Read(source),
            ImageKind.JpegXl => JpegXlHeader.Read(source),
            ImageKind.Svg => new ImageFacts(ImageKind.Svg, 0, 0),
            _ => new ImageFacts(ImageKind.Unknown, 0, 0) { Fault = NotAPicture.Name(source) },
        };
    }

    private static ImageKind KindOf(ByteSource source)
    {
        ReadOnlySpan<byte> head = source.At(0, 64);
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => ImageKind.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ImageKind.Png,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => ImageKind.Gif,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ImageKind.WebP,
            [(byte)'B', (byte)'M', _, _, _, _, _, _, _, _, _, _, _, _, (12 or 40 or 52 or 56 or 64 or 108 or 124), 0, 0, 0, ..] =>
                ImageKind.Bmp,
            [0, 0, 1, 0, > 0, 0, ..] => ImageKind.Ico,
            [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => ImageKind.Tiff,
            [0xFF, 0x0A, ..] => ImageKind.JpegXl,
            [0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', (byte)' ', 0x0D, 0x0A, 0x87, 0x0A, ..] => ImageKind.JpegXl,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => IsoMediaHeader.KindOf(source),
            _ => SvgSniffer.IsSvg(source) ? ImageKind.Svg : ImageKind.Unknown,
        };
    }
}
