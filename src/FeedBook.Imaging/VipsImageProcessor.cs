using FeedBook.Media;

namespace FeedBook.Imaging;

/// <summary>
/// Fits pictures to a device by libvips, the system's or that of NetVips.Native: smaller, grey, upright, on white, and WebP, AVIF,
/// HEIC, TIFF and BMP as JPEG or PNG.
/// The library is looked for when the first processor is asked; where it is absent, <see cref="Trouble"/> says so and pictures stay as
/// published. Safe for use by several threads at once.
/// </summary>
public sealed class VipsImageProcessor : IImageProcessor
{
    // Larger than any picture taken: 'make it at most so large' without a limit.
    private const int NoLimit = 10_000_000;

    // At this quality a JPEG of grey squares begins to show instead of the picture.
    private const int LeastQuality = 25;

    /// <summary>Whether libvips is on this machine and can be used.</summary>
    public static bool IsAvailable => VipsLibrary.Unavailable is null;

    /// <summary>The version of libvips, as in <c>8.14.1</c>; null where it is absent.</summary>
    public static string? LibraryVersion => IsAvailable ? VipsLibrary.Version : null;

    private readonly Func<string?> unavailable;

    /// <summary>A processor on the machine's libvips. Never fails: <see cref="Trouble"/> tells whether there is one.</summary>
    public VipsImageProcessor()
        : this(() => VipsLibrary.Unavailable)
    {
    }

    internal VipsImageProcessor(Func<string?> unavailable) => this.unavailable = unavailable;

    /// <inheritdoc/>
    public Diagnostic? Trouble => unavailable() is { } reason
        ? new Diagnostic(DiagnosticIds.ImagingUnavailable, DiagnosticSeverity.Warning, $"Pictures are not fitted to the device: {reason}")
        : null;

    /// <inheritdoc/>
    public bool CanRead(ImageKind kind) => unavailable() is null && kind switch
    {
        ImageKind.Bmp => true,
        ImageKind.Jpeg => VipsLibrary.Has("jpegload"),
        ImageKind.Png => VipsLibrary.Has("pngload"),
        ImageKind.Gif => VipsLibrary.Has("gifload"),
        ImageKind.WebP => VipsLibrary.Has("webpload"),
        ImageKind.Tiff => VipsLibrary.Has("tiffload"),
        ImageKind.Avif or ImageKind.Heic => VipsLibrary.Has("heifload"),
        ImageKind.Svg => VipsLibrary.Has("svgload"),

        // libvips itself calls its loaders for JPEG XL and through ImageMagick (icons) not safe for what strangers send.
        _ => false,
    };

    /// <inheritdoc/>
    public Task<ProcessedImage> ProcessAsync(SourceImage image, ImageOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(options);

        // Asking first also loads the library: a caller may come straight here.
        return CanRead(image.Facts.Kind) ? Task.Run(() => Process(image, options), cancellationToken)
            : Task.FromResult(ProcessedImage.Kept);
    }

    private static ProcessedImage Process(SourceImage image, ImageOptions options)
    {
        ImageFacts facts = image.Facts;
        if (facts.IsAnimated && facts.Kind is ImageKind.Gif or ImageKind.Png && !options.KeepFirstFrameOnly)
        {
            return ProcessedImage.Kept;
        }

        using VipsImage small = Open(image, options);
        using VipsImage planned = small.InColours(options.Greyscale);
        using VipsImage coloured = planned.InMemory();
        bool transparent = !options.FlattenTransparency && coloured.IsTransparent();
        using VipsImage? flat = coloured.HasAlpha && !transparent ? coloured.OnWhite() : null;
        byte[] bytes = Save(flat ?? coloured, facts.Kind, transparent, options);
        bool asked = options.Greyscale || small.Width != UprightWidth(facts) || facts.Orientation != 1
            || !ImageKinds.IsShownEverywhere(facts.Kind) || facts.IsAnimated || coloured.HasAlpha != transparent;
        if (!asked && bytes.Length >= image.Length)
        {
            // Nothing to be seen would change, and nothing is saved.
            return ProcessedImage.Kept;
        }

        return new ProcessedImage
        {
            Bytes = bytes,
            Diagnostics = facts.IsAnimated && facts.Kind != ImageKind.Tiff
                ? [new Diagnostic(DiagnosticIds.AnimationStilled, DiagnosticSeverity.Info, "The animated picture became its first frame.")]
                : [],
        };
    }

    private static int UprightWidth(ImageFacts facts) => facts.Orientation >= 5 ? facts.Height : facts.Width;

    private static VipsImage Open(SourceImage image, ImageOptions options)
    {
        int width = options.MaxWidth ?? NoLimit, height = options.MaxHeight ?? NoLimit;
        if (image.Facts.Kind == ImageKind.Bmp)
        {
            using VipsImage whole = BitmapReader.Read(image.Path);
            return whole.Thumbnail(width, height);
        }

        if (image.Facts.Kind == ImageKind.Svg)
        {
            // A drawing has no pixels of its own: it gets as many as are wanted.
            return VipsImage.Drawing(image.Path, options.MaxWidth ?? Math.Max(image.Facts.Width, 1), options.MaxHeight ?? NoLimit);
        }

        // What was cut short and mended is decoded as far as it goes; other kinds are whole, or broken.
        bool tolerant = image.Facts.Kind is ImageKind.Jpeg or ImageKind.Gif;
        try
        {
            return VipsImage.Thumbnail(image.Path, width, height, toSrgb: true, tolerant);
        }
        catch (InvalidDataException)
        {
            // A colour profile that cannot be read ends the conversion; the colours as they are do no harm.
            return VipsImage.Thumbnail(image.Path, width, height, toSrgb: false, tolerant);
        }
    }

    private static byte[] Save(VipsImage image, ImageKind kind, bool transparent, ImageOptions options)
    {
        if (transparent)
        {
            return image.ToPng(options.StripMetadata, isPhotograph: true);
        }

        byte[] jpeg = ToJpeg(image, options);
        if (kind is not (ImageKind.Png or ImageKind.Gif or ImageKind.Bmp or ImageKind.Tiff))
        {
            return jpeg;
        }

        // Drawings and screenshots stay sharp as PNG and are little larger, if at all; photographs are many times larger.
        byte[] png = image.ToPng(options.StripMetadata, isPhotograph: false);
        return png.Length <= jpeg.Length * 2L ? png : jpeg;
    }

    private static byte[] ToJpeg(VipsImage image, ImageOptions options)
    {
        int quality = Math.Clamp(options.Quality, 1, 100);
        byte[] bytes = image.ToJpeg(quality, options.StripMetadata);
        long most = options.MaxBitsPerPixel is { } bits ? (long)(bits * image.Width * image.Height / 8) : long.MaxValue;

        // The highest quality, in steps of five, that keeps to the limit; by halving, for each try costs an encoding.
        int low = Math.Min(LeastQuality / 5, quality / 5), high = (quality - 1) / 5;
        if (bytes.Length <= most || low > high)
        {
            return bytes;
        }

        byte[]? best = null;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            byte[] tried = image.ToJpeg(Math.Max(middle * 5, 1), options.StripMetadata);
            if (tried.Length <= most)
            {
                best = tried;
                low = middle + 1;
            }
            else
            {
                bytes = tried;
                high = middle - 1;
            }
        }

        // 'bytes' is the last that was too large: when none kept to the limit, the smallest tried.
        return best ?? bytes;
    }
}
