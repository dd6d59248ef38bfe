namespace FeedBook.Media;

/// <summary>JPEG XL (ISO/IEC 18181): the size header of the codestream, bare or in its container.</summary>
internal static class JpegXlHeader
{
    private static readonly (int Numerator, int Denominator)[] Ratios = [(1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1)];

    public static ImageFacts Read(ByteSource source)
    {
        long start = source.Byte(0) == 0xFF ? 0 : Codestream(source);
        if (start < 0 || !source.Matches(start, [0xFF, 0x0A]))
        {
            return new ImageFacts(ImageKind.JpegXl, 0, 0) { Fault = "The JPEG XL is broken: it holds no picture." };
        }

        var bits = new Bits(source, start + 2);
        bool small = bits.Read(1) == 1;
        long height = Size(bits, small);
        int ratio = (int)bits.Read(3);
        long width = ratio == 0 ? Size(bits, small) : height * Ratios[ratio - 1].Numerator / Ratios[ratio - 1].Denominator;
        return new ImageFacts(ImageKind.JpegXl, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    private static long Size(Bits bits, bool small) => small
        ? (bits.Read(5) + 1) * 8
        : bits.Read(bits.Read(2) switch { 0 => 9, 1 => 13, 2 => 18, _ => 30 }) + 1;

    // The codestream lies in a box 'jxlc' or in parts, of which the first 'jxlp' starts with a number.
    private static long Codestream(ByteSource source)
    {
        for (long position = 0, boxes = 0; position + 8 <= source.Length && boxes < 1000; boxes++)
        {
            long length = source.UInt32(position);
            if (source.Matches(position + 4, "jxlc"u8))
            {
                return position + 8;
            }

            if (source.Matches(position + 4, "jxlp"u8))
            {
                return position + 12;
            }

            if (length < 8)
            {
                break;
            }

            position += length;
        }

        return -1;
    }

    // Least significant bit first.
    private sealed class Bits(ByteSource source, long start)
    {
        private int position;

        public long Read(int count)
        {
            long value = 0;
            for (int i = 0; i < count; i++, position++)
            {
                long bit = Math.Max(source.Byte(start + (position / 8)), 0) >> (position % 8) & 1;
                value |= bit << i;
            }

            return value;
        }
    }
}
