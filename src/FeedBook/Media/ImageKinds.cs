namespace FeedBook.Media;

/// <summary>Facts about the kinds of pictures.</summary>
public static class ImageKinds
{
    /// <summary>The media type: <c>image/jpeg</c>. <see cref="ImageKind.Unknown"/> gives <c>application/octet-stream</c>.</summary>
    public static string MediaType(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => "image/jpeg",
        ImageKind.Png => "image/png",
        ImageKind.Gif => "image/gif",
        ImageKind.WebP => "image/webp",
        ImageKind.Avif => "image/avif",
        ImageKind.Svg => "image/svg+xml",
        ImageKind.Bmp => "image/bmp",
        ImageKind.Ico => "image/vnd.microsoft.icon",
        ImageKind.Tiff => "image/tiff",
        ImageKind.Heic => "image/heic",
        ImageKind.JpegXl => "image/jxl",
        _ => "application/octet-stream",
    };

    /// <summary>The usual file extension with its dot: <c>.jpg</c>. <see cref="ImageKind.Unknown"/> gives <c>.bin</c>.</summary>
    public static string Extension(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => ".jpg",
        ImageKind.Png => ".png",
        ImageKind.Gif => ".gif",
        ImageKind.WebP => ".webp",
        ImageKind.Avif => ".avif",
        ImageKind.Svg => ".svg",
        ImageKind.Bmp => ".bmp",
        ImageKind.Ico => ".ico",
        ImageKind.Tiff => ".tif",
        ImageKind.Heic => ".heic",
        ImageKind.JpegXl => ".jxl",
        _ => ".bin",
    };

    /// <summary>Whether every reading system shows it: the core kinds of EPUB 3.3 that EPUB 2 had too.</summary>
    public static bool IsShownEverywhere(ImageKind kind) => kind is ImageKind.Jpeg or ImageKind.Png or ImageKind.Gif or ImageKind.Svg;
}
