namespace FeedBook.Media;

/// <summary>JPEG (ITU-T T.81) with the EXIF orientation.</summary>
internal static class JpegHeader
{
    private static readonly byte[] EndOfImage = [0xFF, 0xD9];

    public static ImageFacts Read(ByteSource source)
    {
        int width = 0, height = 0, orientation = 1;
        bool scanned = false;
        long position = 2;
        while (true)
        {
            position = NextMarker(source, position, out int marker, out bool stray);
            if (marker < 0)
            {
                return CutShort(source, width, height, orientation, scanned, source.Length);
            }

            if (stray && !scanned && width == 0)
            {
                return Broken("bytes that belong to no segment");
            }

            if (marker == 0xD9)
            {
                return scanned ? Facts(width, height, orientation) : Broken("no picture data");
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            int length = source.UInt16(position);
            if (length < 2 || position + length > source.Length)
            {
                return length is >= 0 and < 2 ? Broken("a segment without a length") : CutShort(source, width, height, orientation, scanned, position - 2);
            }

            // SOF0 to SOF15 without DHT, JPG and DAC.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && width == 0)
            {
                height = source.UInt16(position + 3);
                width = source.UInt16(position + 5);
                if (width < 1 || height < 1)
                {
                    return Broken("no size");
                }
            }
            else if (marker == 0xE1 && source.Matches(position + 2, "Exif\0\0"u8))
            {
                orientation = TiffHeader.Orientation(source, position + 8);
            }
            else if (marker == 0xDA)
            {
                if (width == 0)
                {
                    return Broken("picture data before the size");
                }

                scanned = true;
                position = EndOfScan(source, position + length);
                continue;
            }

            position += length;
        }
    }

    // A marker is FF and a byte that is neither 00 nor FF; fill bytes FF may stand before.
    private static long NextMarker(ByteSource source, long position, out int marker, out bool stray)
    {
        stray = false;
        while (true)
        {
            ReadOnlySpan<byte> run = source.Run(position);
            int found = run.IndexOf((byte)0xFF);
            if (found < 0)
            {
                if (run.IsEmpty)
                {
                    marker = -1;
                    return position;
                }

                stray = true;
                position += run.Length;
                continue;
            }

            stray |= found > 0;
            position += found + 1;
            marker = source.Byte(position);
            while (marker == 0xFF)
            {
                marker = source.Byte(++position);
            }

            if (marker != 0)
            {
                return position + 1;
            }
        }
    }

    // In the data FF 00 stands for FF, and restart markers are part of it; anything else ends it.
    private static long EndOfScan(ByteSource source, long position)
    {
        while (true)
        {
            ReadOnlySpan<byte> run = source.Run(position);
            int found = run.IndexOf((byte)0xFF);
            if (found < 0)
            {
                if (run.IsEmpty)
                {
                    return position;
                }

                position += run.Length;
                continue;
            }

            position += found;
            int next = source.Byte(position + 1);
            if (next is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return position;
            }

            position += next == 0xFF ? 1 : 2;
        }
    }

    private static ImageFacts CutShort(ByteSource source, int width, int height, int orientation, bool scanned, long keep)
    {
        if (!scanned)
        {
            return Broken("cut short before the picture data");
        }

        if (source.Byte(keep - 1) == 0xFF)
        {
            keep--;
        }

        return Facts(width, height, orientation) with { Fault = "The JPEG was cut short.", Repair = new ImageRepair(keep, EndOfImage) };
    }

    private static ImageFacts Facts(int width, int height, int orientation) => new(ImageKind.Jpeg, width, height) { Orientation = orientation };

    private static ImageFacts Broken(string what) => new(ImageKind.Jpeg, 0, 0) { Fault = $"The JPEG is broken: {what}." };
}
