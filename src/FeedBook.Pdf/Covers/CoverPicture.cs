using FeedBook.Media;

namespace FeedBook.Pdf.Covers;

/// <summary>A picture as a cover's drawing holds it: a whole JPEG, PNG or GIF, upright.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record CoverPicture(string MediaType, byte[] Bytes, int Width, int Height)
{
    // Larger pictures are made smaller before they are put into the drawing.
    private const int LargestPixels = 2_000_000, LargestBytes = 1_000_000;

    /// <summary>Has the picture made as small as a cover shows it. Null where it is of a kind that cannot be shown.</summary>
    public static async Task<CoverPicture?> OfAsync(StoredImage stored, IImageProcessor processor, CancellationToken cancellationToken)
    {
        if (!processor.CanRead(stored.Kind))
        {
            return null;
        }

        if (stored is { Kind: ImageKind.Jpeg or ImageKind.Png, Orientation: 1, IsAnimated: false, Length: <= LargestBytes }
            && stored.Width * (long)stored.Height <= LargestPixels)
        {
            return new CoverPicture(TypeOf(stored.Kind)!, await ReadAsync(stored, cancellationToken).ConfigureAwait(false), stored.Width,
                stored.Height);
        }

        // An image may lie among others in one file; a processor wants one of its own.
        using var file = new ScratchFile();
        byte[] original = await ReadAsync(stored, cancellationToken).ConfigureAwait(false);
        await File.WriteAllBytesAsync(file.Path, original, cancellationToken).ConfigureAwait(false);
        var facts = new ImageFacts(stored.Kind, stored.Width, stored.Height)
        {
            Orientation = stored.Orientation, IsAnimated = stored.IsAnimated,
        };
        ImageOptions options = ImageOptions.Original with
        {
            MaxWidth = CoverDrawing.Width * 2, MaxHeight = CoverDrawing.Height, KeepFirstFrameOnly = true, FlattenTransparency = true,
            Quality = 92,
        };
        ProcessedImage made = await processor.ProcessAsync(new SourceImage(facts, file.Path, stored.Length), options, cancellationToken)
            .ConfigureAwait(false);
        byte[] bytes = made.Bytes?.ToArray() ?? original;
        ImageFacts read = ImageProbe.Read(bytes);
        return TypeOf(read.Kind) is { } type ? new CoverPicture(type, bytes, read.Width, read.Height) : null;
    }

    private static async Task<byte[]> ReadAsync(StoredImage stored, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        Stream source = stored.OpenRead();
        await using (source.ConfigureAwait(false))
        {
            await source.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        }

        return memory.ToArray();
    }

    private static string? TypeOf(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => "image/jpeg",
        ImageKind.Png => "image/png",
        ImageKind.Gif => "image/gif",
        _ => null,
    };
}
