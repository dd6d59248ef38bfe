using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>
/// What a book offers to readers who cannot see it, derived from what is in it (EPUB Accessibility 1.1 §2). Conformance is never
/// claimed: that takes an evaluation by people.
/// </summary>
internal sealed record AccessibilityFacts(bool HasPictures, bool EveryPictureHasAlternative, bool MayFlash, bool HasMathMl)
{
    /// <param name="book">The book.</param>
    /// <param name="resources">What was written of it.</param>
    public static AccessibilityFacts Of(Book book, IReadOnlyList<EpubResource> resources)
    {
        bool pictures = book.Cover is not null, alternatives = true, flashes = book.Cover?.IsAnimated ?? false;
        foreach (ImageReference image in book.Chapters.SelectMany(chapter => ContentWalker.Images(chapter.Article)))
        {
            if (image.Stored is { } stored)
            {
                pictures = true;
                alternatives &= image.AlternativeText is not null;
                flashes |= stored.IsAnimated || stored.Kind == ImageKind.Gif;
            }
        }

        return new AccessibilityFacts(pictures, alternatives, flashes,
            resources.Any(resource => resource.Properties == EpubResource.MathMl));
    }

    /// <summary>The properties and their values, in the vocabulary of schema.org.</summary>
    public IEnumerable<(string Property, string Value)> Properties()
    {
        yield return ("schema:accessMode", "textual");
        if (HasPictures)
        {
            yield return ("schema:accessMode", "visual");
        }

        yield return ("schema:accessModeSufficient", HasPictures && !EveryPictureHasAlternative ? "textual,visual" : "textual");
        foreach (string feature in (string[])["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"])
        {
            yield return ("schema:accessibilityFeature", feature);
        }

        if (HasPictures && EveryPictureHasAlternative)
        {
            yield return ("schema:accessibilityFeature", "alternativeText");
        }

        if (HasMathMl)
        {
            yield return ("schema:accessibilityFeature", "MathML");
        }

        yield return ("schema:accessibilityHazard", MayFlash ? "unknown" : "none");
        yield return ("schema:accessibilitySummary", !HasPictures
            ? "A book of text with a table of contents and structural navigation."
            : EveryPictureHasAlternative
                ? "Text with pictures; every picture has an alternative text, and captions are marked as such."
                : "Text with pictures; captions are marked as such, but some pictures have no alternative text.");
    }
}
