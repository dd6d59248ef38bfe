namespace FeedBook.Media;

/// <summary>Whether an image's pixels show anything.</summary>
internal enum Blankness
{
    /// <summary>Its pixels differ, or nobody looked.</summary>
    None,

    /// <summary>All pixels have one colour: a blank that keeps a place, or a swatch.</summary>
    OneColour,

    /// <summary>All pixels are transparent, or nothing is drawn.</summary>
    Transparent,
}

/// <summary>Looks whether an image is blank, by decoding it as far as its first pixel that differs.</summary>
internal static class BlanknessProbe
{
    // One colour packs so well that a longer file holds more than that.
    private const int FixedBytes = 4_096, PixelsToByte = 40, MostPixels = 40_000_000, Widest = 50_000;

    /// <summary>Looks at an image whose file is whole.</summary>
    /// <param name="facts">What its header says.</param>
    /// <param name="bytes">The whole file.</param>
    public static Blankness Of(ImageFacts facts, ArraySegment<byte> bytes)
    {
        if (facts.IsAnimated || facts.Fault is not null || facts.Pixels > MostPixels || facts.Width > Widest
            || bytes.Count > FixedBytes + (facts.Pixels / PixelsToByte))
        {
            return Blankness.None;
        }

        try
        {
            return facts.Kind switch
            {
                ImageKind.Png => PngPixels.Blankness(new ByteSource(bytes)),
                ImageKind.Gif => GifPixels.Blankness(new ByteSource(bytes)),
                ImageKind.Jpeg => JpegBlocks.Blankness(new ByteSource(bytes)),
                _ => Blankness.None,
            };
        }
        catch (InvalidDataException)
        {
            // Broken inside: a reader shows what it can.
            return Blankness.None;
        }
    }
}
