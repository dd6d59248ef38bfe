namespace FeedBook.Pdf.Text.OpenType;

/// <summary>The first subtable, of format 0, of an old <c>kern</c> table: for fonts that have no <c>GPOS</c>.</summary>
internal sealed class KernTable(FontBytes table)
{
    private readonly FontBytes _pairs = table.U16(0) == 0 && table.U16(2) > 0 && (table.U16(8) >> 8) == 0 ? table.From(4) : FontBytes.Empty;

    public bool IsEmpty => _pairs.IsEmpty;

    /// <summary>Adds each pair's kerning to the advance of its first glyph.</summary>
    public void Apply(ShapingBuffer buffer)
    {
        int count = _pairs.U16(6);
        for (int i = 0; i + 1 < buffer.Count; i++)
        {
            long wanted = ((long)buffer[i].Glyph << 16) | buffer[i + 1].Glyph;
            int low = 0;
            int high = count - 1;
            while (low <= high)
            {
                int middle = (low + high) >> 1;
                long pair = _pairs.U32(14 + (6 * middle));
                if (pair == wanted)
                {
                    buffer[i].Advance += _pairs.I16(18 + (6 * middle));
                    break;
                }

                (low, high) = pair < wanted ? (middle + 1, high) : (low, middle - 1);
            }
        }
    }
}
