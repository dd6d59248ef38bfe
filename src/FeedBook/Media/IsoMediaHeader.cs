namespace FeedBook.Media;

/// <summary>AVIF and HEIC: ISO base media files (ISO/IEC 14496-12) that hold pictures (ISO/IEC 23008-12).</summary>
internal static class IsoMediaHeader
{
    private const int MaxBoxes = 10_000;

    /// <summary>The kind by the brands of <c>ftyp</c>.</summary>
    public static ImageKind KindOf(ByteSource source)
    {
        long end = Math.Min(source.UInt32(0), Math.Min(source.Length, 256));
        ImageKind kind = ImageKind.Unknown;
        for (long position = 8; position + 4 <= end; position += position == 8 ? 8 : 4)
        {
            ReadOnlySpan<byte> brand = source.At(position, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
            {
                return ImageKind.Avif;
            }

            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8)
                || brand.SequenceEqual("heis"u8)
                || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8) || brand.SequenceEqual("mif1"u8)
                    || brand.SequenceEqual("msf1"u8))
            {
                kind = ImageKind.Heic;
            }
        }

        return kind;
    }

    public static ImageFacts Read(ByteSource source, ImageKind kind)
    {
        long width = 0, height = 0;
        bool data = false, cut = false, animated = source.Matches(8, "avis"u8) || source.Matches(8, "msf1"u8)
            || source.Matches(8, "hevc"u8);
        int boxes = 0;
        Walk(source, 0, source.Length);
        return cut || !data ? Broken(kind, "it was cut short")
            : width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue ? Broken(kind, "no size")
            : new ImageFacts(kind, (int)width, (int)height) { IsAnimated = animated };

        void Walk(ByteSource boxed, long start, long end)
        {
            for (long position = start; position + 8 <= end && ++boxes < MaxBoxes;)
            {
                long length = boxed.UInt32(position), head = 8;
                if (length == 1)
                {
                    length = (boxed.UInt32(position + 8) << 32) | boxed.UInt32(position + 12);
                    head = 16;
                }
                else if (length == 0)
                {
                    length = end - position;
                }

                if (length < head || position + length > end)
                {
                    cut = true;
                    return;
                }

                if (boxed.Matches(position + 4, "meta"u8))
                {
                    Walk(boxed, position + head + 4, position + length);
                }
                else if (boxed.Matches(position + 4, "iprp"u8) || boxed.Matches(position + 4, "ipco"u8))
                {
                    Walk(boxed, position + head, position + length);
                }
                else if (boxed.Matches(position + 4, "ispe"u8))
                {
                    // Tiles, thumbnails and the picture each have one; the picture's is the largest.
                    (long w, long h) = (boxed.UInt32(position + head + 4), boxed.UInt32(position + head + 8));
                    if ((double)w * h > (double)width * height)
                    {
                        (width, height) = (w, h);
                    }
                }
                else if (boxed.Matches(position + 4, "mdat"u8))
                {
                    data = true;
                }

                position += length;
            }
        }
    }

    private static ImageFacts Broken(ImageKind kind, string what) =>
        new(kind, 0, 0) { Fault = $"The {(kind == ImageKind.Avif ? "AVIF" : "HEIC")} is broken: {what}." };
}
