namespace FeedBook.Pdf.Text.OpenType;

/// <summary>One lookup of a <c>GSUB</c> or <c>GPOS</c> table, extension subtables resolved.</summary>
internal sealed class LayoutLookup
{
    private LayoutLookup(int type, int flags, int markSet, FontBytes[] subtables, GlyphSet first)
    {
        Type = type;
        Flags = flags;
        MarkSet = markSet;
        Subtables = subtables;
        First = first;
    }

    public int Type { get; }

    public int Flags { get; }

    /// <summary>The mark filtering set; meaningful only when the flags say so.</summary>
    public int MarkSet { get; }

    public FontBytes[] Subtables { get; }

    /// <summary>Every glyph at which the lookup can begin to apply: most glyphs of most texts are passed over by this alone.</summary>
    public GlyphSet First { get; }

    public static LayoutLookup Read(FontBytes table, int extensionType, int contextTypes, int glyphCount)
    {
        int outer = table.U16(0);
        int type = outer;
        int flags = table.U16(2);
        int count = table.U16(4);
        int markSet = table.U16(6 + (2 * count));
        var subtables = new FontBytes[count];
        for (int i = 0; i < count; i++)
        {
            subtables[i] = table.From(table.U16(6 + (2 * i)));
            if (outer == extensionType)
            {
                // Every subtable of an extension lookup is of the same real type.
                type = subtables[i].U16(2);
                subtables[i] = subtables[i].From(subtables[i].Offset32(4));
            }
        }

        var first = new GlyphSet(glyphCount);
        foreach (FontBytes subtable in subtables)
        {
            // Context format 3 has its coverage tables in other places: chained ones after the backtrack coverages.
            int coverage = (type - contextTypes, subtable.U16(0)) switch
            {
                (0, 3) => subtable.U16(6),
                (1, 3) => subtable.U16(6 + (2 * subtable.U16(2))),
                _ => subtable.U16(2),
            };
            first.AddCoverage(subtable.From(coverage));
        }

        return new LayoutLookup(type, flags, markSet, subtables, first);
    }
}
