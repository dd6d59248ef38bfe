namespace FeedBook.Media;

/// <summary>The caller's image processor. What it does wrong is told with its picture and costs nothing else.</summary>
internal sealed class GuardedImageProcessor(IImageProcessor processor) : IImageProcessor
{
    public Diagnostic? Trouble
    {
        get
        {
            try
            {
                return processor.Trouble;
            }
            catch (Exception exception)
            {
                return Failed(exception, "The image processor does not work");
            }
        }
    }

    public bool CanRead(ImageKind kind)
    {
        try
        {
            return processor.CanRead(kind);
        }
        catch (Exception)
        {
            // Who cannot say whether it can, cannot; without it pictures of kinds that are not shown are told.
            return false;
        }
    }

    public async Task<ProcessedImage> ProcessAsync(SourceImage image, ImageOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            ProcessedImage made = await processor.ProcessAsync(image, options, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("It gave nothing back.");
            return made.Diagnostics is null ? made with { Diagnostics = [] } : made;
        }
        catch (InvalidDataException)
        {
            throw;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProcessedImage { Diagnostics = [Failed(exception, "The image processor failed; the picture stays as published")] };
        }
    }

    private static Diagnostic Failed(Exception exception, string what) =>
        new(DiagnosticIds.ImageProcessorFailed, DiagnosticSeverity.Warning, $"{what}: {exception.Message}");
}
