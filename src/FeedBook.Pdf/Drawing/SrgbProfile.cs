using System.Buffers.Binary;

namespace FeedBook.Pdf.Drawing;

/// <summary>
/// An ICC profile of sRGB, made here from IEC 61966-2-1's numbers: version 2.1, display device, matrix and tone curves
/// (ICC.1:2001-04). PDF/A wants one inside the file, and those of others come with licences.
/// </summary>
internal static class SrgbProfile
{
    /// <summary>The profile's bytes; the same each time.</summary>
    public static byte[] Create()
    {
        byte[] curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. "text\0\0\0\0Public domain\0"u8]),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            // The primaries adapted to D50 by the Bradford transform.
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        int at = 128 + 4 + (12 * tags.Length);
        using var body = new MemoryStream();
        byte[] table = new byte[4 + (12 * tags.Length)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        int curveAt = 0;
        for (int i = 0; i < tags.Length; i++)
        {
            byte[] data = tags[i].Data;
            int offset = data == curve && curveAt > 0 ? curveAt : at + (int)body.Length;
            if (data != curve || curveAt == 0)
            {
                curveAt = data == curve ? offset : curveAt;
                body.Write(data);
                body.Write(new byte[(4 - (data.Length % 4)) % 4]);
            }

            Span<byte> entry = table.AsSpan(4 + (i * 12));
            WriteAscii(entry, tags[i].Tag);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], data.Length);
        }

        return [.. Header(at + (int)body.Length), .. table, .. body.ToArray()];
    }

    private static byte[] Header(int size)
    {
        byte[] header = new byte[128];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 0x02100000);
        WriteAscii(header.AsSpan(12), "mntrRGB XYZ ");
        // Any fixed date: 2000-01-01.
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 2000);
        header[27] = header[29] = 1;
        WriteAscii(header.AsSpan(36), "acsp");
        Fixed(header.AsSpan(68), 0.9642);
        Fixed(header.AsSpan(72), 1);
        Fixed(header.AsSpan(76), 0.8249);
        return header;
    }

    private static byte[] Curve()
    {
        const int Entries = 1024;
        byte[] curve = new byte[12 + (2 * Entries)];
        WriteAscii(curve, "curv");
        BinaryPrimitives.WriteInt32BigEndian(curve.AsSpan(8), Entries);
        for (int i = 0; i < Entries; i++)
        {
            double x = i / (double)(Entries - 1);
            double linear = x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }

        return curve;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        byte[] data = new byte[20];
        WriteAscii(data, "XYZ ");
        Fixed(data.AsSpan(8), x);
        Fixed(data.AsSpan(12), y);
        Fixed(data.AsSpan(16), z);
        return data;
    }

    // textDescriptionType: the ASCII text, then empty Unicode and ScriptCode texts of fixed size.
    private static byte[] Description(string text)
    {
        byte[] data = new byte[12 + text.Length + 1 + 8 + 3 + 67];
        WriteAscii(data, "desc");
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        WriteAscii(data.AsSpan(12), text);
        return data;
    }

    private static void Fixed(Span<byte> at, double value) => BinaryPrimitives.WriteInt32BigEndian(at, (int)Math.Round(value * 65536));

    private static void WriteAscii(Span<byte> at, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            at[i] = (byte)text[i];
        }
    }
}
