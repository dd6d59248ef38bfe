namespace FeedBook.Media;

/// <summary>
/// Fits a picture to a device: the seam through which resizing, greying and converting are added. The package FeedBook.Imaging has one on
/// libvips. Implementations keep no state between calls and may be used by several threads at once.
/// </summary>
public interface IImageProcessor
{
    /// <summary>What keeps it from working at all (a library that is missing), reported once a book; null when nothing does.</summary>
    Diagnostic? Trouble => null;

    /// <summary>Whether pictures of this kind can be read, so that kinds that readers do not show need not be left out.</summary>
    /// <param name="kind">The kind.</param>
    bool CanRead(ImageKind kind);

    /// <summary>Fits a picture.</summary>
    /// <param name="image">The picture as fetched. Its declared size is within the limits; its bytes may still be broken.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new bytes, or <see cref="ProcessedImage.Kept"/>. Bytes are of a picture that stands upright without EXIF
    /// data.</returns>
    /// <exception cref="InvalidDataException">The picture cannot be decoded; the message says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<ProcessedImage> ProcessAsync(SourceImage image, ImageOptions options, CancellationToken cancellationToken = default);
}

/// <summary>A picture for an <see cref="IImageProcessor"/>.</summary>
/// <param name="Facts">What its header says.</param>
/// <param name="Path">The file it lies in; only to be read, and only during the call.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record SourceImage(ImageFacts Facts, string Path, long Length);

/// <summary>What an <see cref="IImageProcessor"/> made of a picture.</summary>
public sealed record ProcessedImage
{
    /// <summary>The picture is right as it is.</summary>
    public static ProcessedImage Kept { get; } = new();

    /// <summary>The whole new file, of a kind every reader shows (JPEG, PNG, GIF); null to keep the old one.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>What was lost on the way, by diagnostic id (<c>FB350</c> and on) and message; may be empty.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
