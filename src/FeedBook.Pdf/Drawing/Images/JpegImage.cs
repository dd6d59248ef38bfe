using System.Buffers.Binary;

namespace FeedBook.Pdf.Drawing.Images;

/// <summary>JPEG passes through untouched (DCTDecode, baseline and progressive): only its header is read.</summary>
internal static class JpegImage
{
    /// <summary>The image, or null when the bytes are no JPEG that a PDF can hold.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < 4 || span[0] != 0xFF || span[1] != 0xD8)
        {
            return null;
        }

        bool adobe = false;
        int at = 2;
        while (at + 4 <= span.Length)
        {
            if (span[at] != 0xFF)
            {
                return null;
            }

            byte marker = span[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(span[(at + 2)..]);
            if (length < 2 || at + 2 + length > span.Length || marker is 0xDA or 0xD9)
            {
                return null;
            }

            ReadOnlySpan<byte> segment = span.Slice(at + 4, length - 2);
            if (marker == 0xEE && segment.Length >= 12 && segment[..5].SequenceEqual("Adobe"u8))
            {
                adobe = true;
            }

            // C0 baseline, C1 extended, C2 progressive: those of §7.4.8. Lossless and arithmetic coding are not among them.
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                return Frame(bytes, segment, adobe || AdobeFollows(span, at + 2 + length));
            }

            if (marker is >= 0xC3 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }

    private static ImageData? Frame(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> frame, bool adobe)
    {
        if (frame.Length < 6 || frame[0] != 8)
        {
            return null;
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        string? space = frame[5] switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", 4 => "/DeviceCMYK", _ => null };
        if (space is null || width == 0 || height == 0)
        {
            return null;
        }

        return new ImageData(width, height, space, 8, bytes)
        {
            Filter = "/Filter/DCTDecode",
            IsCmyk = frame[5] == 4,
            // Adobe's programs store CMYK inverted, and say so by their marker alone.
            Entries = frame[5] == 4 && adobe ? "/Decode[1 0 1 0 1 0 1 0]" : null,
        };
    }

    private static bool AdobeFollows(ReadOnlySpan<byte> span, int at)
    {
        while (at + 4 <= span.Length && span[at] == 0xFF && span[at + 1] != 0xDA)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(span[(at + 2)..]);
            if (span[at + 1] == 0xEE && length >= 14 && at + 9 <= span.Length && span.Slice(at + 4, 5).SequenceEqual("Adobe"u8))
            {
                return true;
            }

            at += 2 + length;
        }

        return false;
    }
}
