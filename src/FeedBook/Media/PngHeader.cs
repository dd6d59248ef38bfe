using System.IO.Hashing;

namespace FeedBook.Media;

/// <summary>PNG (W3C PNG, third edition): every chunk up to <c>IEND</c>, with its check sum.</summary>
internal static class PngHeader
{
    public static ImageFacts Read(ByteSource source)
    {
        long width = 0, height = 0;
        int colour = 0, orientation = 1;
        bool palette = false, data = false, animated = false;
        for (long position = 8; ;)
        {
            long length = source.UInt32(position);
            uint type = (uint)source.UInt32(position + 4);
            if (length < 0 || position + 12 + length > source.Length)
            {
                return Broken(position + 8 > source.Length && data ? "its end is missing" : "it was cut short");
            }

            if (position == 8 && (type != Type("IHDR"u8) || length != 13))
            {
                return Broken(type == Type("CgBI"u8) ? "it is of Apple's own kind" : "it does not start with a header");
            }

            if (Checksum(source, position + 4, length + 4) != source.UInt32(position + 8 + length))
            {
                // A wrong sum of a chunk that matters ends most decoders; that of a text or time does not.
                if ((type & 0x2000_0000) == 0)
                {
                    return Broken("a check sum is wrong");
                }
            }

            if (type == Type("IHDR"u8))
            {
                width = source.UInt32(position + 8);
                height = source.UInt32(position + 12);
                colour = source.Byte(position + 17);
                if (width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue || !IsColour(source.Byte(position + 16), colour))
                {
                    return Broken("its header makes no sense");
                }
            }
            else if (type == Type("PLTE"u8))
            {
                palette = true;
            }
            else if (type == Type("eXIf"u8))
            {
                orientation = TiffHeader.Orientation(source, position + 8);
            }
            else if (type == Type("acTL"u8))
            {
                animated = source.UInt32(position + 8) > 1;
            }
            else if (type == Type("IDAT"u8))
            {
                // RFC 1950 §2.2: deflate, and a check of the two bytes.
                int zlib = source.UInt16(position + 8);
                if (!data && length >= 2 && ((zlib >> 8 & 0x0F) != 8 || zlib % 31 != 0))
                {
                    return Broken("its data are not packed as they must be");
                }

                data |= length > 0;
            }
            else if (type == Type("IEND"u8))
            {
                return !data ? Broken("it holds no data")
                    : colour == 3 && !palette ? Broken("its palette is missing")
                    : new ImageFacts(ImageKind.Png, (int)width, (int)height) { IsAnimated = animated, Orientation = orientation };
            }

            position += 12 + length;
        }
    }

    private static uint Type(ReadOnlySpan<byte> name) => (uint)((name[0] << 24) | (name[1] << 16) | (name[2] << 8) | name[3]);

    private static bool IsColour(int depth, int colour) =>
        (colour, depth) is (0, 1 or 2 or 4 or 8 or 16) or (2 or 4 or 6, 8 or 16) or (3, 1 or 2 or 4 or 8);

    private static ImageFacts Broken(string what) => new(ImageKind.Png, 0, 0) { Fault = $"The PNG is broken: {what}." };

    // Of what there is of it, where it ends early.
    private static uint Checksum(ByteSource source, long position, long count)
    {
        var crc = new Crc32();
        while (count > 0 && source.Run(position) is { IsEmpty: false } run)
        {
            run = run[..(int)Math.Min(run.Length, count)];
            crc.Append(run);
            position += run.Length;
            count -= run.Length;
        }

        return crc.GetCurrentHashAsUInt32();
    }
}
