namespace FeedBook.Media;

/// <summary>The kind of a picture, told by its first bytes and never by its name or declared type.</summary>
public enum ImageKind
{
    /// <summary>None of the kinds known here.</summary>
    Unknown,

    /// <summary>JPEG, <c>image/jpeg</c>.</summary>
    Jpeg,

    /// <summary>PNG, <c>image/png</c>.</summary>
    Png,

    /// <summary>GIF, <c>image/gif</c>.</summary>
    Gif,

    /// <summary>WebP, <c>image/webp</c>.</summary>
    WebP,

    /// <summary>AVIF, <c>image/avif</c>.</summary>
    Avif,

    /// <summary>SVG, <c>image/svg+xml</c>.</summary>
    Svg,

    /// <summary>Windows bitmap, <c>image/bmp</c>.</summary>
    Bmp,

    /// <summary>Windows icon, <c>image/vnd.microsoft.icon</c>.</summary>
    Ico,

    /// <summary>TIFF, <c>image/tiff</c>.</summary>
    Tiff,

    /// <summary>HEIC, <c>image/heic</c>.</summary>
    Heic,

    /// <summary>JPEG XL, <c>image/jxl</c>.</summary>
    JpegXl,
}
