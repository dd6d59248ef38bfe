namespace FeedBook.Pdf.Text.OpenType;

/// <summary>A set of glyph numbers, one bit each.</summary>
internal sealed class GlyphSet(int glyphCount)
{
    private readonly ulong[] _bits = new ulong[(glyphCount + 63) / 64];

    public bool Contains(int glyph) => (uint)(glyph >> 6) < (uint)_bits.Length && (_bits[glyph >> 6] & (1ul << glyph)) != 0;

    public void Add(int glyph)
    {
        if ((uint)(glyph >> 6) < (uint)_bits.Length)
        {
            _bits[glyph >> 6] |= 1ul << glyph;
        }
    }

    /// <summary>Adds every glyph of an OpenType coverage table.</summary>
    public void AddCoverage(FontBytes coverage)
    {
        int count = coverage.U16(2);
        if (coverage.U16(0) == 1)
        {
            for (int i = 0; i < count; i++)
            {
                Add(coverage.U16(4 + (2 * i)));
            }

            return;
        }

        for (int i = 0; i < count; i++)
        {
            int last = coverage.U16(6 + (6 * i));
            for (int glyph = coverage.U16(4 + (6 * i)); glyph <= last; glyph++)
            {
                Add(glyph);
            }
        }
    }
}
