using FeedBook.Content;
using FeedBook.Media;
using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>Has the images that a PDF cannot hold turned into ones that it can, where the caller gave a processor for that.</summary>
internal static class ImageConversion
{
    // Of a CSS pixel: 240 to the inch, as fine as a printer shows a drawing.
    private const double Fineness = 2.5;

    private const int MostPixels = 4000;

    /// <summary>Converts the images of a book, before it is set.</summary>
    public static async Task RunAsync(LayoutContext context, CancellationToken cancellationToken)
    {
        if (context.Options.ImageProcessor is not { } given)
        {
            return;
        }

        var processor = new GuardedImageProcessor(given);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Chapter chapter in context.Book.Chapters)
        {
            foreach (ImageReference image in ContentWalker.Images(chapter.Article))
            {
                if (image.Stored is not { } stored || ImageObjects.CanHold(stored.Kind) || !seen.Add(stored.Name))
                {
                    continue;
                }

                // Asked only where it is needed: the question loads a large library.
                if (processor.Trouble is not null)
                {
                    return;
                }

                if (processor.CanRead(stored.Kind))
                {
                    await ConvertAsync(context, processor, chapter, image, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task ConvertAsync(LayoutContext context, GuardedImageProcessor processor, Chapter chapter, ImageReference image,
        CancellationToken cancellationToken)
    {
        StoredImage stored = image.Stored!;
        double width = Math.Max(1, ImageLookup.NaturalSize(image).Width);
        double most = Math.Min(width, context.Options.PageSize.Width) / ImageLookup.Pixel * Fineness;
        var facts =
            new ImageFacts(stored.Kind, stored.Width, stored.Height) { Orientation = stored.Orientation, IsAnimated = stored.IsAnimated };
        ImageOptions options =
            ImageOptions.Original with { MaxWidth = Math.Clamp((int)most, 1, MostPixels), MaxHeight = MostPixels,
                KeepFirstFrameOnly = true };
        // An image may lie among others in one file; a processor wants one of its own.
        string path = Path.GetTempFileName();
        try
        {
            FileStream file = new(path, FileMode.Create, FileAccess.Write);
            await using (file.ConfigureAwait(false))
            {
                Stream source = stored.OpenRead();
                await using (source.ConfigureAwait(false))
                {
                    await source.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                }
            }

            ProcessedImage made = await processor.ProcessAsync(new SourceImage(facts, path, stored.Length), options, cancellationToken)
                .ConfigureAwait(false);
            foreach (Diagnostic note in made.Diagnostics)
            {
                context.Report(note.Id, note.Message, chapter.Title, image.Address, note.Severity);
            }

            if (made.Bytes is { } bytes)
            {
                context.Document.Images.Convert(stored, bytes);
            }
        }
        catch (InvalidDataException failure)
        {
            context.Report(DiagnosticIds.PdfPictureNotShown, $"An image could not be converted: {failure.Message}", chapter.Title,
                image.Address);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
