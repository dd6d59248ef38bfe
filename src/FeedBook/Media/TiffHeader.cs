namespace FeedBook.Media;

/// <summary>TIFF 6.0 and BigTIFF: the first directory. EXIF data are such a file inside another.</summary>
internal static class TiffHeader
{
    public static ImageFacts Read(ByteSource source)
    {
        bool little = source.Byte(0) == 'I', big = source.UInt16(2, little) == 43;
        long width = 0, height = 0, orientation = 1, pages = 0;
        long directory = big ? source.UInt32(little ? 8 : 12, little) : source.UInt32(4, little);
        long count = directory > 0 ? (big ? source.UInt32(directory + (little ? 0 : 4), little) : source.UInt16(directory, little)) : -1;
        if (count is < 1 or > 65_535)
        {
            return Broken("it has no directory");
        }

        (int entryLength, int first) = big ? (20, 8) : (12, 2);
        for (int i = 0; i < count; i++)
        {
            long entry = directory + first + ((long)i * entryLength);
            long value = Value(source, entry, entry + (big ? 12 : 8), little);
            switch (source.UInt16(entry, little))
            {
                case 0x100: width = value; break;
                case 0x101: height = value; break;
                case 0x112: orientation = value; break;
                default: break;
            }
        }

        long next = directory + first + (count * entryLength);
        pages = big ? source.UInt32(next + (little ? 0 : 4), little) : source.UInt32(next, little);
        return width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue
            ? Broken("no size")
            : new ImageFacts(ImageKind.Tiff, (int)width, (int)height) { Orientation = Valid(orientation), IsAnimated = pages > 0 };
    }

    /// <summary>The orientation in EXIF data that start at the position; 1 when there is none or they are broken.</summary>
    public static int Orientation(ByteSource source, long start)
    {
        bool little = source.Matches(start, "II"u8);
        if (!little && !source.Matches(start, "MM"u8))
        {
            return 1;
        }

        long directory = source.UInt32(start + 4, little);
        int count = directory < 8 ? 0 : source.UInt16(start + directory, little);
        for (int i = 0; i < count; i++)
        {
            long entry = start + directory + 2 + (12L * i);
            if (source.UInt16(entry, little) == 0x112)
            {
                return Valid(Value(source, entry, entry + 8, little));
            }
        }

        return 1;
    }

    private static long Value(ByteSource source, long entry, long at, bool little) =>
        source.UInt16(entry + 2, little) == 3 ? source.UInt16(at, little) : source.UInt32(at, little);

    private static int Valid(long orientation) => orientation is >= 1 and <= 8 ? (int)orientation : 1;

    private static ImageFacts Broken(string what) => new(ImageKind.Tiff, 0, 0) { Fault = $"The TIFF is broken: {what}." };
}
