using System.Text;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>The table directory of one face (OpenType 1.9, "Organization of an OpenType font").</summary>
internal sealed class FontTables
{
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565;
    private const uint Collection = 0x74746366;
    private const uint Cff = 0x4F54544F;

    private readonly Dictionary<string, FontBytes> _tables;

    private FontTables(Dictionary<string, FontBytes> tables) => _tables = tables;

    /// <summary>The table; empty when the face has none.</summary>
    public FontBytes this[string tag] => _tables.GetValueOrDefault(tag, FontBytes.Empty);

    public static FontTables Read(byte[] data, int faceIndex)
    {
        var all = new FontBytes(data, 0, data.Length);
        int at = 0;
        uint kind = all.U32(0);
        if (kind == Collection)
        {
            long faces = all.U32(8);
            if (faceIndex >= faces)
            {
                throw new FontFormatException($"The collection has {faces} faces; face {faceIndex} was asked for.");
            }

            at = all.Offset32(12 + (4 * faceIndex));
            kind = all.U32(at);
        }
        else if (faceIndex > 0)
        {
            throw new FontFormatException($"The font has one face; face {faceIndex} was asked for.");
        }

        if (kind is not (TrueType or AppleTrueType or Cff))
        {
            throw new FontFormatException("The bytes are no TrueType or OpenType font or collection (WOFF is not read: unpack it first).");
        }

        int count = all.U16(at + 4);
        var tables = new Dictionary<string, FontBytes>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            int entry = at + 12 + (16 * i);
            string tag = Encoding.Latin1.GetString(all.Slice(entry, 4).Span);
            tables[tag] = all.Slice(all.Offset32(entry + 8), all.Offset32(entry + 12));
        }

        if (!tables.ContainsKey("CFF ") && !tables.ContainsKey("CFF2") && !(tables.ContainsKey("glyf") && tables.ContainsKey("loca")))
        {
            throw new FontFormatException("The font has no outlines.");
        }

        foreach (string needed in (ReadOnlySpan<string>)["head", "hhea", "hmtx", "maxp", "cmap"])
        {
            if (!tables.TryGetValue(needed, out FontBytes table) || table.IsEmpty)
            {
                throw new FontFormatException($"The font lacks its '{needed}' table.");
            }
        }

        return new FontTables(tables);
    }
}
