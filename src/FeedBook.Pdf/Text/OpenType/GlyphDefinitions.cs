namespace FeedBook.Pdf.Text.OpenType;

/// <summary>The <c>GDEF</c> table: which glyphs are bases, ligatures and marks, and the classes and sets of marks.</summary>
internal sealed class GlyphDefinitions
{
    public const int Base = 1;
    public const int Ligature = 2;
    public const int Mark = 3;

    private const int IgnoreBases = 0x0002;
    private const int IgnoreLigatures = 0x0004;
    private const int IgnoreMarks = 0x0008;
    private const int UseMarkFilteringSet = 0x0010;

    // More than any font has; a damaged one may claim thousands, each of kilobytes.
    private const int MostMarkSets = 256;

    private readonly byte[] _classes;
    private readonly byte[] _markClasses;
    private readonly GlyphSet[] _markSets;

    public GlyphDefinitions(FontBytes gdef, int glyphCount)
    {
        _classes = Classes(gdef.From(gdef.U16(4)), gdef.U16(4), glyphCount);
        _markClasses = Classes(gdef.From(gdef.U16(10)), gdef.U16(10), glyphCount);
        FontBytes sets = gdef.U16(2) >= 2 && gdef.U16(12) > 0 ? gdef.From(gdef.U16(12)) : FontBytes.Empty;
        _markSets = new GlyphSet[Math.Min(sets.U16(2), MostMarkSets)];
        for (int i = 0; i < _markSets.Length; i++)
        {
            _markSets[i] = new GlyphSet(glyphCount);
            _markSets[i].AddCoverage(sets.From(sets.Offset32(4 + (4 * i))));
        }
    }

    public int ClassOf(int glyph) => (uint)glyph < (uint)_classes.Length ? _classes[glyph] : 0;

    /// <summary>True when a lookup with these flags looks through the glyph as if it were not there.</summary>
    public bool Ignores(int flags, int markSet, int glyph)
    {
        if ((flags & ~1) == 0)
        {
            return false;
        }

        switch (ClassOf(glyph))
        {
            case Base:
                return (flags & IgnoreBases) != 0;
            case Ligature:
                return (flags & IgnoreLigatures) != 0;
            case Mark:
                if ((flags & IgnoreMarks) != 0)
                {
                    return true;
                }

                if ((flags & UseMarkFilteringSet) != 0)
                {
                    return (uint)markSet >= (uint)_markSets.Length || !_markSets[markSet].Contains(glyph);
                }

                int attachment = flags >> 8;
                return attachment != 0 && ((uint)glyph >= (uint)_markClasses.Length || _markClasses[glyph] != attachment);
            default:
                return false;
        }
    }

    private static byte[] Classes(FontBytes table, int offset, int glyphCount)
    {
        if (offset == 0 || table.IsEmpty)
        {
            return [];
        }

        var classes = new byte[glyphCount];
        if (table.U16(0) == 1)
        {
            int first = table.U16(2);
            int count = table.U16(4);
            for (int i = 0; i < count && first + i < glyphCount; i++)
            {
                classes[first + i] = (byte)table.U16(6 + (2 * i));
            }
        }
        else
        {
            int ranges = table.U16(2);
            for (int i = 0; i < ranges; i++)
            {
                int from = table.U16(4 + (6 * i));
                int to = Math.Min(table.U16(6 + (6 * i)), glyphCount - 1);
                for (int glyph = from; glyph <= to; glyph++)
                {
                    classes[glyph] = (byte)table.U16(8 + (6 * i));
                }
            }
        }

        return classes;
    }
}
