namespace FeedBook.Media;

/// <summary>GIF 87a and 89a: every block up to the trailer.</summary>
internal static class GifHeader
{
    private static readonly byte[] Trailer = [0x3B];

    public static ImageFacts Read(ByteSource source)
    {
        int width = source.UInt16(6, littleEndian: true), height = source.UInt16(8, littleEndian: true), flags = source.Byte(10);
        if (flags < 0)
        {
            return Broken("cut short in its header");
        }

        long position = 13 + Palette(flags), whole = 0;
        int frames = 0;
        while (true)
        {
            int block = source.Byte(position);
            switch (block)
            {
                case 0x3B when frames > 0:
                    return Facts(width, height, frames);
                case 0x21:
                    position = AfterSubBlocks(source, position + 2);
                    break;
                case 0x2C:
                    int local = source.Byte(position + 9);
                    if (frames == 0 && (width == 0 || height == 0))
                    {
                        // The screen says nothing; the first frame does.
                        (width, height) =
                            (source.UInt16(position + 5, littleEndian: true), source.UInt16(position + 7, littleEndian: true));
                    }

                    position = local < 0 ? -1 : AfterSubBlocks(source, position + 10 + Palette(local) + 1);
                    if (position > 0)
                    {
                        frames++;
                        whole = position;
                    }

                    break;
                case 0x00 when frames > 0:
                    // Stray zeros between blocks are common and harmless.
                    position++;
                    break;
                default:
                    position = -1;
                    break;
            }

            if (position < 0 || position > source.Length)
            {
                return frames == 0
                    ? Broken("no whole frame")
                    : Facts(width, height, frames) with { Fault = "The GIF was cut short.", Repair = new ImageRepair(whole, Trailer) };
            }
        }
    }

    private static int Palette(int flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    // -1 when the file ends inside.
    private static long AfterSubBlocks(ByteSource source, long position)
    {
        while (true)
        {
            int length = source.Byte(position);
            switch (length)
            {
                case < 0: return -1;
                case 0: return position + 1;
                default: position += length + 1; break;
            }
        }
    }

    private static ImageFacts Facts(int width, int height, int frames) =>
        width < 1 || height < 1 ? Broken("no size") : new ImageFacts(ImageKind.Gif, width, height) { IsAnimated = frames > 1 };

    private static ImageFacts Broken(string what) => new(ImageKind.Gif, 0, 0) { Fault = $"The GIF is broken: {what}." };
}
