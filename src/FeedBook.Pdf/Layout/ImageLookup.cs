using FeedBook.Content;
using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>Finds an image in the book's store, says how large it wants to be, and reports those that cannot be shown.</summary>
internal static class ImageLookup
{
    // A CSS pixel is 1/96 inch.
    internal const double Pixel = 0.75;

    /// <summary>The image in the file; null when it was never fetched or a PDF cannot show it (reported).</summary>
    public static PdfImage? Find(Composition composition, ImageReference image)
    {
        if (image.Stored is not { } stored)
        {
            return null;
        }

        LayoutContext context = composition.Context;
        try
        {
            PdfImage? drawn = context.Document.Images.Find(stored);
            if (drawn is null)
            {
                context.Report(DiagnosticIds.PdfPictureNotShown,
                    $"A picture could not be shown: {stored.Kind} has no decoder here, or the picture is damaged.",
                    composition.Chapter.Title, image.Address);
            }
            else if (drawn.IsDamaged)
            {
                context.Report(DiagnosticIds.PdfPictureDamaged, "A picture is damaged; what cannot be read of it is white.",
                    composition.Chapter.Title, image.Address);
            }

            return drawn;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or OverflowException or IndexOutOfRangeException
            or ArgumentException)
        {
            context.Report(DiagnosticIds.PdfPictureNotShown, $"A picture could not be read: {failure.Message}", composition.Chapter.Title,
                image.Address);
            return null;
        }
    }

    /// <summary>
    /// How large a fetched image is when nothing limits it, in points: as declared, but never larger than 96 of its pixels to the inch make
    /// it.
    /// </summary>
    public static (double Width, double Height) NaturalSize(ImageReference image)
    {
        (double width, double height) = image.NaturalSize!.Value;
        return (Math.Max(1, width * Pixel), Math.Max(1, height * Pixel));
    }

    /// <summary>What is said to those who cannot see an image. Never its caption: that stands beside it.</summary>
    public static string Alternative(Composition composition, ImageReference image) =>
        !string.IsNullOrWhiteSpace(image.AlternativeText) ? image.AlternativeText
        : !string.IsNullOrWhiteSpace(image.Title) ? image.Title
        : composition.Context.Labels(composition.Chapter.Language).Picture;
}
