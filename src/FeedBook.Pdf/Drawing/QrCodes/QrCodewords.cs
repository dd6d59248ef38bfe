namespace FeedBook.Pdf.Drawing.QrCodes;

/// <summary>Data and error correction as they stand in a QR code (ISO/IEC 18004:2015, 7.4 to 7.6).</summary>
internal static class QrCodewords
{
    /// <summary>All codewords of a code in byte mode, block by block interleaved.</summary>
    /// <param name="bytes">The message; no longer than the version holds.</param>
    /// <param name="version">Size and correction.</param>
    public static byte[] Of(ReadOnlySpan<byte> bytes, QrVersion version)
    {
        byte[] data = Data(bytes, version);
        int shortBlocks = version.Blocks - (version.Codewords % version.Blocks);
        int shortLength = (version.Codewords / version.Blocks) - version.CorrectionLength;
        var result = new byte[version.Codewords];
        for (int block = 0, start = 0; block < version.Blocks; block++)
        {
            int length = shortLength + (block < shortBlocks ? 0 : 1);
            ReadOnlySpan<byte> part = data.AsSpan(start, length);
            start += length;
            for (int i = 0; i < length; i++)
            {
                // The last codeword of the longer blocks follows all others.
                result[i < shortLength ? (i * version.Blocks) + block : (shortLength * version.Blocks) + block - shortBlocks] = part[i];
            }

            byte[] correction = ReedSolomon.Correction(part, version.CorrectionLength);
            for (int i = 0; i < correction.Length; i++)
            {
                result[version.DataLength + (i * version.Blocks) + block] = correction[i];
            }
        }

        return result;
    }

    /// <summary>The codewords of data: mode, count, bytes, end, padding.</summary>
    public static byte[] Data(ReadOnlySpan<byte> bytes, QrVersion version)
    {
        var data = new byte[version.DataLength];
        int at = 0;
        Put(0b0100, 4);
        Put(bytes.Length, version.CountBits);
        foreach (byte value in bytes)
        {
            Put(value, 8);
        }

        // Four zeros end the message, or as many as there is room for; those up to the next codeword are there already.
        at = Math.Min(at + 4, data.Length * 8);
        bool isFirst = true;
        for (int i = (at + 7) / 8; i < data.Length; i++, isFirst = !isFirst)
        {
            data[i] = isFirst ? (byte)0xEC : (byte)0x11;
        }

        return data;

        void Put(int value, int bits)
        {
            for (int bit = bits - 1; bit >= 0; bit--, at++)
            {
                data[at / 8] |= (byte)(((value >> bit) & 1) << (7 - (at % 8)));
            }
        }
    }
}
