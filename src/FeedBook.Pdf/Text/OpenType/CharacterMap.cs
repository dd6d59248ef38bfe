namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// The <c>cmap</c> table, formats 4, 12 and 14, spread into pages of 256 glyph numbers: a lookup is two array reads.
/// </summary>
internal sealed class CharacterMap
{
    private const int PageSize = 256;
    private readonly ushort[]?[] _pages = new ushort[]?[0x110000 / PageSize];
    private readonly Dictionary<(int Base, int Selector), ushort> _variants = [];

    private CharacterMap()
    {
    }

    public static CharacterMap Read(FontBytes cmap, int glyphCount)
    {
        var map = new CharacterMap();
        FontBytes best = FontBytes.Empty;
        int bestRank = 0;
        bool symbol = false;
        int tables = cmap.U16(2);
        for (int i = 0; i < tables; i++)
        {
            int platform = cmap.U16(4 + (8 * i));
            int encoding = cmap.U16(6 + (8 * i));
            FontBytes table = cmap.From(cmap.Offset32(8 + (8 * i)));
            int format = table.U16(0);
            if (format == 14 && platform == 0)
            {
                map.ReadVariants(table);
                continue;
            }

            int rank = (platform, encoding, format) switch
            {
                (3, 10, 12) or (0, _, 12) => 4,
                (3, 1, 4) => 3,
                (0, _, 4) => 2,
                (3, 0, 4) => 1,
                _ => 0,
            };
            if (rank > bestRank)
            {
                best = table;
                bestRank = rank;
                symbol = platform == 3 && encoding == 0;
            }
        }

        if (best.IsEmpty)
        {
            throw new FontFormatException("The font maps no Unicode characters.");
        }

        if (best.U16(0) == 12)
        {
            map.ReadGroups(best, glyphCount);
        }
        else
        {
            map.ReadSegments(best, glyphCount, symbol);
        }

        return map;
    }

    /// <summary>The glyph; 0 when the font has none.</summary>
    public int Glyph(int codePoint) =>
        (uint)codePoint < 0x110000 && _pages[codePoint / PageSize] is { } page ? page[codePoint % PageSize] : 0;

    /// <summary>The glyph for a character with a variation selector; 0 when the font has no such variant.</summary>
    public int Variant(int codePoint, int selector) => _variants.GetValueOrDefault((codePoint, selector));

    private void Set(int codePoint, int glyph, int glyphCount)
    {
        if (glyph > 0 && glyph < glyphCount && codePoint < 0x110000)
        {
            (_pages[codePoint / PageSize] ??= new ushort[PageSize])[codePoint % PageSize] = (ushort)glyph;
        }
    }

    private void ReadGroups(FontBytes table, int glyphCount)
    {
        int groups = Math.Min(table.Offset32(12), table.Length / 12);
        for (int i = 0; i < groups; i++)
        {
            int at = 16 + (12 * i);
            int first = table.Offset32(at);
            int last = Math.Min(table.Offset32(at + 4), 0x10FFFF);
            int glyph = table.Offset32(at + 8);
            for (int c = first; c <= last && glyph < glyphCount; c++, glyph++)
            {
                Set(c, glyph, glyphCount);
            }
        }
    }

    private void ReadSegments(FontBytes table, int glyphCount, bool symbol)
    {
        int segments = table.U16(6) / 2;
        int ends = 14;
        int starts = ends + (2 * segments) + 2;
        int deltas = starts + (2 * segments);
        int offsets = deltas + (2 * segments);
        for (int i = 0; i < segments; i++)
        {
            int first = table.U16(starts + (2 * i));
            int last = table.U16(ends + (2 * i));
            int delta = table.U16(deltas + (2 * i));
            int offset = table.U16(offsets + (2 * i));
            for (int c = first; c <= last && c != 0xFFFF; c++)
            {
                int glyph = offset == 0 ? c : table.U16(offsets + (2 * i) + offset + (2 * (c - first)));
                glyph = glyph == 0 && offset != 0 ? 0 : (glyph + delta) & 0xFFFF;

                // Symbol fonts put their characters at F000 to F0FF; documents call them by 00 to FF.
                Set(symbol && c >= 0xF000 && c <= 0xF0FF ? c - 0xF000 : c, glyph, glyphCount);
            }
        }
    }

    private void ReadVariants(FontBytes table)
    {
        int records = Math.Min(table.Offset32(6), table.Length / 11);
        for (int i = 0; i < records; i++)
        {
            int at = 10 + (11 * i);
            int selector = table.U24(at);
            int own = table.Offset32(at + 7);
            if (own == 0)
            {
                continue;
            }

            int count = Math.Min(table.Offset32(own), table.Length / 5);
            for (int k = 0; k < count; k++)
            {
                int entry = own + 4 + (5 * k);
                _variants[(table.U24(entry), selector)] = (ushort)table.U16(entry + 3);
            }
        }
    }
}
