namespace FeedBook;

/// <summary>
/// Which pictures a book takes and how they are fitted to a device. What changes a picture (size, grey, quality, kind) needs an
/// <see cref="Media.IImageProcessor"/>, such as the one of the package FeedBook.Imaging; without one pictures stay as published.
/// </summary>
public sealed record ImageOptions
{
    /// <summary>The defaults: pictures as published.</summary>
    public static ImageOptions Original { get; } = new();

    /// <summary>
    /// For e-readers with a grey screen of about 6 inches: at most 758 × 1,024 pixels, grey, no transparency, still pictures, and few
    /// bytes. For finer screens set <see cref="MaxWidth"/> and <see cref="MaxHeight"/> to the screen's own (1,072 × 1,448, 1,264 × 1,680).
    /// </summary>
    public static ImageOptions EInk { get; } = new()
    {
        MaxWidth = 758, MaxHeight = 1024, Greyscale = true, FlattenTransparency = true, AutoRotate = true, StripMetadata = true,
            KeepFirstFrameOnly = true, Quality = 60, MaxBitsPerPixel = 0.45,
    };

    /// <summary>
    /// For tablets and colour e-readers: at most 1,536 × 2,048 pixels, well below the 4 million pixels Apple Books takes.
    /// </summary>
    public static ImageOptions Tablet { get; } = new()
    {
        MaxWidth = 1536, MaxHeight = 2048, AutoRotate = true, StripMetadata = true, Quality = 80,
    };

    /// <summary>For print: at most a page of A4 at 300 dots an inch, no transparency, still pictures.</summary>
    public static ImageOptions Print { get; } = new()
    {
        MaxWidth = 2480, MaxHeight = 3508, FlattenTransparency = true, AutoRotate = true, StripMetadata = true, KeepFirstFrameOnly = true,
            Quality = 90,
    };

    /// <summary>Whether pictures are fetched at all. When false each leaves its alternative text and caption. Default true.</summary>
    public bool Include { get; init; } = true;

    /// <summary>
    /// The most pixels (declared width times height) of a picture; larger ones are left out, unread, with a diagnostic. Default 100
    /// million.
    /// </summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>The greatest width in pixels once the picture is upright; wider ones are made smaller. Null for any.</summary>
    public int? MaxWidth { get; init; }

    /// <summary>The greatest height in pixels once the picture is upright; higher ones are made smaller. Null for any.</summary>
    public int? MaxHeight { get; init; }

    /// <summary>Whether pictures become shades of grey. Default false.</summary>
    public bool Greyscale { get; init; }

    /// <summary>Whether transparent parts become white. Default false.</summary>
    public bool FlattenTransparency { get; init; }

    /// <summary>Whether pictures that lie on their side by their EXIF data are turned upright. Default false: readers do it.</summary>
    public bool AutoRotate { get; init; }

    /// <summary>Whether EXIF, XMP and colour profiles are left out (colours are brought to sRGB first). Default false.</summary>
    public bool StripMetadata { get; init; }

    /// <summary>Whether an animated picture becomes its first frame. Default false.</summary>
    public bool KeepFirstFrameOnly { get; init; }

    /// <summary>The quality of JPEGs that are written anew, 1 to 100. Default 85.</summary>
    public int Quality { get; init; } = 85;

    /// <summary>
    /// The most bits that a JPEG written anew may take for each pixel: where it takes more, as noisy pictures do, its quality goes down in
    /// steps, not below 25. Null (the default) for any.
    /// </summary>
    public double? MaxBitsPerPixel { get; init; }

    /// <summary>
    /// Whether WebP pictures that no processor converts are kept, as EPUB 3.3 allows, with a warning: older readers leave them blank and
    /// EPUBCheck before version 5 reports them. When false they are left out. Default true.
    /// </summary>
    public bool KeepWebP { get; init; } = true;

    /// <summary>
    /// About the most bytes the book may have (Send to Kindle takes 50 MB by mail, 200 MB by the web); the largest pictures are made
    /// smaller first until it fits. Null (the default) for any.
    /// </summary>
    public long? MaxBookBytes { get; init; }
}
