using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Books;

/// <summary>Where articles and their images meet: what an article names is asked for, and what came is found again.</summary>
internal static class ImageRequests
{
    /// <summary>Asks for the image that an article names.</summary>
    /// <param name="image">The image.</param>
    /// <param name="referrer">The article's address; null when it has none.</param>
    /// <param name="item">The item's title, for diagnostics; null when it has none.</param>
    /// <param name="source">The source's name, for diagnostics; null when it has none.</param>
    public static ImageRequest Of(ImageReference image, Uri? referrer = null, string? item = null, string? source = null) =>
        new(image.Candidates, referrer, item, source) { DeclaredWidth = image.Width };

    /// <summary>The stored image; null when it could not be fetched, which a diagnostic explains.</summary>
    public static StoredImage? Find(this ImageFetchResult result, ImageReference image) => result.Find(image.Address);
}
