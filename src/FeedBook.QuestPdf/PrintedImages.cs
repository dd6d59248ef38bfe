using FeedBook.Content;
using FeedBook.Media;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FeedBook.QuestPdf;

/// <summary>A book's images as QuestPDF takes them: read once, those of kinds it cannot read converted where the caller can.</summary>
/// <param name="print">The book's composition.</param>
internal sealed class PrintedImages(BookPrint print)
{
    private const int MostPixels = 2000;

    private readonly Dictionary<string, byte[]?> converted = new(StringComparer.Ordinal);

    /// <summary>Converts the images that QuestPDF cannot read, before anything is set.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (Chapter chapter in print.Book.Chapters)
        {
            foreach (ImageReference image in ContentWalker.Images(chapter.Article))
            {
                if (image.Stored is not { } stored || IsReadable(stored.Kind) || converted.ContainsKey(stored.Name))
                {
                    continue;
                }

                converted[stored.Name] = await ConvertAsync(stored, cancellationToken).ConfigureAwait(false);
                if (converted[stored.Name] is null)
                {
                    print.Report(DiagnosticIds.PdfPictureNotShown, $"An image could not be shown: QuestPDF does not read {stored.Kind}.",
                        chapter, image.Address);
                }
            }
        }
    }

    /// <summary>An image's bytes; null for one that cannot be shown.</summary>
    public byte[]? Of(StoredImage stored)
    {
        if (converted.TryGetValue(stored.Name, out byte[]? bytes) || !IsReadable(stored.Kind))
        {
            return bytes;
        }

        using Stream stream = stored.OpenRead();
        bytes = new byte[stored.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Places an image; false for one that QuestPDF cannot decode.</summary>
    public static bool TryPlace(IContainer place, byte[] bytes)
    {
        try
        {
            place.Image(bytes);
            return true;
        }
        catch (QuestPDF.Drawing.Exceptions.DocumentComposeException)
        {
            return false;
        }
    }

    private static bool IsReadable(ImageKind kind) =>
        kind is ImageKind.Jpeg or ImageKind.Png or ImageKind.Gif or ImageKind.WebP or ImageKind.Bmp or ImageKind.Ico;

    private async Task<byte[]?> ConvertAsync(StoredImage stored, CancellationToken cancellationToken)
    {
        if (print.Options.ImageProcessor is not { Trouble: null } processor || !processor.CanRead(stored.Kind))
        {
            return null;
        }

        // An image may lie among others in one file; a processor wants one of its own.
        string path = Path.GetTempFileName();
        try
        {
            Stream source = stored.OpenRead();
            await using (source.ConfigureAwait(false))
            {
                FileStream file = new(path, FileMode.Create, FileAccess.Write);
                await using (file.ConfigureAwait(false))
                {
                    await source.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                }
            }

            var facts = new ImageFacts(stored.Kind, stored.Width, stored.Height) { Orientation = stored.Orientation };
            ProcessedImage made = await processor.ProcessAsync(new SourceImage(facts, path, stored.Length),
                ImageOptions.Original with { MaxWidth = MostPixels, MaxHeight = MostPixels, KeepFirstFrameOnly = true }, cancellationToken)
                .ConfigureAwait(false);
            return made.Bytes?.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
