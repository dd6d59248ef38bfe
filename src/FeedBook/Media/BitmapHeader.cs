namespace FeedBook.Media;

/// <summary>Windows bitmaps and icons.</summary>
internal static class BitmapHeader
{
    public static ImageFacts ReadBmp(ByteSource source)
    {
        bool old = source.UInt32(14, littleEndian: true) == 12;
        long width = old ? source.UInt16(18, littleEndian: true) : (int)source.UInt32(18, littleEndian: true);
        long height = old ? source.UInt16(20, littleEndian: true) : Math.Abs((long)(int)source.UInt32(22, littleEndian: true));
        long bits = source.UInt16(old ? 24 : 28, littleEndian: true), packing = old ? 0 : source.UInt32(30, littleEndian: true),
            start = source.UInt32(10, littleEndian: true);
        if (width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue || bits is < 1 or > 64)
        {
            return Broken(ImageKind.Bmp, "BMP", "its header makes no sense");
        }

        // Not packed, the length is known: rows are padded to four bytes.
        double needed = packing is 0 or 3 ? Math.Floor((((double)width * bits) + 31) / 32) * 4 * height : 1;
        return start < 0 || start + needed > source.Length ? Broken(ImageKind.Bmp, "BMP", "it was cut short")
            : new ImageFacts(ImageKind.Bmp, (int)width, (int)height);
    }

    public static ImageFacts ReadIco(ByteSource source)
    {
        int count = source.UInt16(4, littleEndian: true), width = 0, height = 0;
        for (int i = 0; i < count; i++)
        {
            long entry = 6 + (16L * i);
            (int w, int h) = (source.Byte(entry), source.Byte(entry + 1));
            long length = source.UInt32(entry + 8, littleEndian: true), start = source.UInt32(entry + 12, littleEndian: true);
            if (length < 1 || start < 0 || start + length > source.Length)
            {
                return Broken(ImageKind.Ico, "icon", "it was cut short");
            }

            // 0 stands for 256.
            (width, height) = (Math.Max(width, w == 0 ? 256 : w), Math.Max(height, h == 0 ? 256 : h));
        }

        return new ImageFacts(ImageKind.Ico, width, height);
    }

    private static ImageFacts Broken(ImageKind kind, string name, string what) =>
        new(kind, 0, 0) { Fault = $"The {name} is broken: {what}." };
}
