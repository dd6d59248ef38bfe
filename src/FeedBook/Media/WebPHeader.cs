namespace FeedBook.Media;

/// <summary>WebP (RFC 9649): the RIFF container with its first chunk.</summary>
internal static class WebPHeader
{
    public static ImageFacts Read(ByteSource source)
    {
        // An odd length is padded; some writers count the padding and some leave it out.
        if (source.UInt32(4, littleEndian: true) + 8 > source.Length + 1)
        {
            return Broken("it was cut short");
        }

        int width, height, orientation = 1;
        bool animated = false;
        if (source.Matches(12, "VP8X"u8))
        {
            int flags = source.Byte(20);
            animated = (flags & 0x02) != 0;
            width = 1 + UInt24(source, 24);
            height = 1 + UInt24(source, 27);
            orientation = (flags & 0x08) != 0 ? ExifOrientation(source) : 1;
        }
        else if (source.Matches(12, "VP8L"u8))
        {
            long bits = source.UInt32(21, littleEndian: true);
            width = 1 + (int)(bits & 0x3FFF);
            height = 1 + (int)(bits >> 14 & 0x3FFF);
            if (source.Byte(20) != 0x2F || bits < 0)
            {
                return Broken("its header makes no sense");
            }
        }
        else if (source.Matches(12, "VP8 "u8) && source.Matches(23, [0x9D, 0x01, 0x2A]))
        {
            width = source.UInt16(26, littleEndian: true) & 0x3FFF;
            height = source.UInt16(28, littleEndian: true) & 0x3FFF;
        }
        else
        {
            return Broken("its first chunk is none of a picture");
        }

        return width < 1 || height < 1 ? Broken("no size")
            : new ImageFacts(ImageKind.WebP, width, height) { Orientation = orientation, IsAnimated = animated };
    }

    private static int UInt24(ByteSource source, long position) => (int)(source.UInt32(position, littleEndian: true) & 0xFF_FFFF);

    private static int ExifOrientation(ByteSource source)
    {
        for (long position = 12; position + 8 < source.Length;)
        {
            long length = source.UInt32(position + 4, littleEndian: true);
            if (length < 0)
            {
                break;
            }

            if (source.Matches(position, "EXIF"u8))
            {
                // Some writers put JPEG's own mark before the data.
                return TiffHeader.Orientation(source, position + 8 + (source.Matches(position + 8, "Exif\0\0"u8) ? 6 : 0));
            }

            position += 8 + length + (length & 1);
        }

        return 1;
    }

    private static ImageFacts Broken(string what) => new(ImageKind.WebP, 0, 0) { Fault = $"The WebP is broken: {what}." };
}
