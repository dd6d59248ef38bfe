namespace FeedBook.Media;

/// <summary>
/// JPEG (ITU-T T.81) with the EXIF orientation. The tables that stand before the picture data are looked at as a decoder would: one that it
/// cannot read makes the picture a hole in the page, and the book invalid.
/// </summary>
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
                return length is >= 0 and < 2 ? Broken("a segment without a length")
                    : CutShort(source, width, height, orientation, scanned, position - 2);
            }

            if (Wrong(source, marker, position, length, width > 0, scanned) is { } wrong)
            {
                return Broken(wrong);
            }

            if (marker is >= 0xC0 and <= 0xC2)
            {
                height = source.UInt16(position + 3);
                width = source.UInt16(position + 5);
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

    // What no decoder takes of a segment; null where it is sound. SOF0 to SOF2 are what browsers and readers show.
    private static string? Wrong(ByteSource source, int marker, long position, int length, bool hasFrame, bool scanned) => marker switch
    {
        >= 0xC0 and <= 0xC2 when hasFrame => "two frames",
        >= 0xC0 and <= 0xC2 => WrongFrame(source, position, length),
        0xC3 or 0xC5 or 0xC6 or 0xC7 or 0xC9 or 0xCA or 0xCB or 0xCD or 0xCE or 0xCF => "a kind of coding that no reader shows",
        0xC4 when !scanned => WrongHuffman(source, position, length),
        0xDB when !scanned => WrongQuantization(source, position, length),
        0xDD when length != 4 => "a restart interval of a wrong length",
        0xDA => source.Byte(position + 2) is var count && (count is < 1 or > 4 || length != 6 + (2 * count)) ? "a scan without components"
            : null,
        _ => null,
    };

    private static string? WrongFrame(ByteSource source, long position, int length)
    {
        int height = source.UInt16(position + 3), width = source.UInt16(position + 5), components = source.Byte(position + 7);
        if (width < 1 || height < 1)
        {
            return "no size";
        }

        if (source.Byte(position + 2) is not (8 or 12) || components is < 1 or > 4 || length != 8 + (3 * components))
        {
            return "a frame whose length and components differ";
        }

        for (int i = 0; i < components; i++)
        {
            int sampling = source.Byte(position + 9 + (3 * i));
            if ((sampling >> 4) is < 1 or > 4 || (sampling & 15) is < 1 or > 4)
            {
                return "a component without samples";
            }
        }

        return null;
    }

    // Each table: a class and number, sixteen counts, as many values.
    private static string? WrongHuffman(ByteSource source, long position, int length)
    {
        long at = position + 2, end = position + length;
        while (at < end)
        {
            int kind = source.Byte(at), count = 0;
            for (int i = 1; i <= 16; i++)
            {
                count += Math.Max(0, source.Byte(at + i));
            }

            at += 17 + count;
            if ((kind >> 4) > 1 || (kind & 15) > 3 || count > 256 || at > end)
            {
                return "a Huffman table that is none";
            }
        }

        return null;
    }

    private static string? WrongQuantization(ByteSource source, long position, int length)
    {
        long at = position + 2, end = position + length;
        while (at < end)
        {
            int kind = source.Byte(at);
            at += (kind >> 4) == 0 ? 65 : 129;
            if ((kind >> 4) > 1 || (kind & 15) > 3 || at > end)
            {
                return "a quantization table that is none";
            }
        }

        return null;
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

    private static ImageFacts Facts(int width, int height, int orientation) =>
        new(ImageKind.Jpeg, width, height) { Orientation = orientation };

    private static ImageFacts Broken(string what) => new(ImageKind.Jpeg, 0, 0) { Fault = $"The JPEG is broken: {what}." };
}
