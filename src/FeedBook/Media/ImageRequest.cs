using System.Collections.Immutable;

namespace FeedBook.Media;

/// <summary>A picture that a book wants.</summary>
/// <param name="Candidates">Where it may be found, best first; never empty.</param>
/// <param name="Referrer">The article's address; null when it has none.</param>
/// <param name="Item">The item's title, for diagnostics; null when it has none.</param>
/// <param name="Source">The source's name, for diagnostics; null when it has none.</param>
internal sealed record ImageRequest(IReadOnlyList<Uri> Candidates, Uri? Referrer = null, string? Item = null, string? Source = null)
{
    /// <summary>The width that the source declares, in CSS pixels; null where it declares none.</summary>
    public int? DeclaredWidth { get; init; }
}

/// <summary>What came of the pictures that a book wants.</summary>
internal sealed class ImageFetchResult(IReadOnlyDictionary<string, StoredImage> images, ImmutableArray<Diagnostic> diagnostics)
{
    /// <summary>What was left out or mended, in the order of the requests.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>The keys of those of which nothing came but a blank; see <see cref="KeyOf"/>.</summary>
    public IReadOnlySet<string> Blank { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The keys of those whose pixels have all one colour.</summary>
    public IReadOnlySet<string> OneColour { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>How many of the distinct addresses gave a picture.</summary>
    public int Count => images.Count;

    /// <summary>The stored image of this best address; null when it could not be fetched, which a diagnostic explains.</summary>
    public StoredImage? Find(Uri address) => images.GetValueOrDefault(KeyOf(address));

    /// <summary>What tells two addresses apart: all but the fragment.</summary>
    internal static string KeyOf(Uri address) =>
        address.Scheme is "http" or "https" ? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : address.OriginalString;
}
