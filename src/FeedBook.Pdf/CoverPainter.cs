using FeedBook.Media;
using FeedBook.Pdf.Covers;

namespace FeedBook.Pdf;

/// <summary>
/// Paints covers: the picture above, title and date below it in the program's own fonts, which need not be installed where the book is
/// read. Its letters are outlines in a drawing; an image processor makes the JPEG of it that every reader's library shows.
/// Keeps no state between calls and may be used by several threads at once.
/// </summary>
public sealed class CoverPainter : ICoverPainter
{
    // As large as the screens of e-readers; a library shows it far smaller.
    private const int PixelWidth = 960, PixelHeight = 1280, Quality = 86;

    private readonly IImageProcessor processor;
    private readonly IReadOnlyList<FontSet> fonts;

    /// <summary>Prepares a painter.</summary>
    /// <param name="processor">Reads SVG and makes smaller images: <c>VipsImageProcessor</c> of FeedBook.Imaging. Where it cannot read SVG
    /// no cover is painted.</param>
    /// <param name="fonts">In order of preference; empty for those of the packages FeedBook.Fonts, FeedBook.Fonts.Cjk and
    /// FeedBook.Fonts.World, where the program has them.</param>
    public CoverPainter(IImageProcessor processor, params IReadOnlyList<FontSet> fonts)
    {
        ArgumentNullException.ThrowIfNull(processor);
        ArgumentNullException.ThrowIfNull(fonts);
        (this.processor, this.fonts) = (processor, fonts);
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> PaintAsync(CoverDesign cover, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cover);
        IReadOnlyList<FontSet> used = fonts.Count > 0 ? fonts : PackagedFonts.Find();
        if (used.Count == 0 || !processor.CanRead(ImageKind.Svg))
        {
            return null;
        }

        CoverPicture? picture = cover.Picture is { } stored
            ? await CoverPicture.OfAsync(stored, processor, cancellationToken).ConfigureAwait(false) : null;
        byte[] drawing = CoverDrawing.Write(cover, picture, used);
        using var file = new ScratchFile();
        await File.WriteAllBytesAsync(file.Path, drawing, cancellationToken).ConfigureAwait(false);
        var source = new SourceImage(new ImageFacts(ImageKind.Svg, CoverDrawing.Width, CoverDrawing.Height), file.Path, drawing.Length);
        ImageOptions options = ImageOptions.Original with
        {
            MaxWidth = PixelWidth, MaxHeight = PixelHeight, FlattenTransparency = true, Quality = Quality,
        };
        return (await processor.ProcessAsync(source, options, cancellationToken).ConfigureAwait(false)).Bytes;
    }
}
