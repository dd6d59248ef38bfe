namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// The <c>GSUB</c> table: ligatures, Arabic forms, variants by language. Lookup types 1 to 7 (reverse chaining, type 8, is used by
/// no font that is drawn without a full Nastaliq shaper). Thread-safe; the buffer is the caller's.
/// </summary>
internal sealed class GlyphSubstitution(FontBytes gsub, FontBytes gdef, int glyphCount) : GlyphLayout(gsub, gdef, Context, Extension, glyphCount)
{
    private const int Single = 1;
    private const int Multiple = 2;
    private const int Alternate = 3;
    private const int Ligature = 4;
    private const int Context = 5;
    private const int Extension = 7;

    /// <summary>Runs the features' lookups over the whole buffer, each on the glyphs that are marked for it.</summary>
    public void Apply(ShapingBuffer buffer, string script, string? language, LayoutFeature[] features) => Run(buffer, script, language, features, obeysMasks: true);

    /// <inheritdoc/>
    protected override int ApplyCovered(LayoutLookup lookup, FontBytes subtable, int covered, ShapingBuffer buffer, int index)
    {
        ref ShapingGlyph glyph = ref buffer[index];
        switch (lookup.Type)
        {
            case Single:
                glyph.Glyph = (ushort)(subtable.U16(0) == 1 ? glyph.Glyph + subtable.I16(4) : subtable.U16(6 + (2 * covered)));
                return 1;
            case Multiple:
                return ApplyMultiple(subtable.From(subtable.U16(6 + (2 * covered))), buffer, index);
            case Alternate:
                glyph.Glyph = (ushort)subtable.From(subtable.U16(6 + (2 * covered))).U16(2);
                return 1;
            case Ligature:
                return ApplyLigature(lookup, subtable.From(subtable.U16(6 + (2 * covered))), buffer, index) ? 1 : 0;
            default:
                return 0;
        }
    }

    private static int ApplyMultiple(FontBytes sequence, ShapingBuffer buffer, int index)
    {
        int count = sequence.U16(0);
        if (count == 0)
        {
            // The standard forbids an empty sequence, fonts use it to drop a glyph, and text is never dropped here: leave it.
            return 1;
        }

        if (count > 1)
        {
            buffer.Repeat(index, count - 1);
        }

        for (int i = 0; i < count; i++)
        {
            buffer[index + i].Glyph = (ushort)sequence.U16(2 + (2 * i));
        }

        return count;
    }

    private bool ApplyLigature(LayoutLookup lookup, FontBytes set, ShapingBuffer buffer, int index)
    {
        Span<int> places = stackalloc int[ContextMatcher.MaximumLength];
        int ligatures = set.U16(0);
        for (int i = 0; i < ligatures; i++)
        {
            FontBytes ligature = set.From(set.U16(2 + (2 * i)));
            int components = ligature.U16(2);
            if (components is 0 or > ContextMatcher.MaximumLength)
            {
                continue;
            }

            int position = index;
            int matched = 1;
            for (; matched < components; matched++)
            {
                position = Contexts.Next(lookup, buffer, position, 1);
                if (position < 0 || buffer[position].Glyph != ligature.U16(4 + (2 * (matched - 1))))
                {
                    break;
                }

                places[matched] = position;
            }

            if (matched == components)
            {
                Join(buffer, index, places[..components], ligature.U16(0));
                return true;
            }
        }

        return false;
    }

    private static void Join(ShapingBuffer buffer, int index, Span<int> places, int ligature)
    {
        places[0] = index;
        int last = places[^1];
        buffer.MergeClusters(index, last);

        // Marks between the letters stay, and remember on which letter they sat.
        for (int component = 1; component < places.Length; component++)
        {
            for (int i = places[component - 1] + 1; i < places[component]; i++)
            {
                buffer[i].Component = (byte)component;
            }
        }

        buffer[index].Glyph = (ushort)ligature;
        buffer[index].Components = (byte)places.Length;
        for (int component = places.Length - 1; component > 0; component--)
        {
            buffer.RemoveAt(places[component]);
        }
    }
}
