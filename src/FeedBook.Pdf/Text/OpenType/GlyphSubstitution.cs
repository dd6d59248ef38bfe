namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// The <c>GSUB</c> table: ligatures, Arabic forms, variants by language. Lookup types 1 to 7 (reverse chaining, type 8, is used by
/// no font that is drawn without a full Nastaliq shaper). Thread-safe; the buffer is the caller's.
/// </summary>
internal sealed class GlyphSubstitution
{
    private const int MaximumNesting = 6;
    private const int Single = 1;
    private const int Multiple = 2;
    private const int Alternate = 3;
    private const int Ligature = 4;
    private const int Context = 5;
    private const int Chained = 6;
    private const int Extension = 7;

    private readonly LayoutTable _table;
    private readonly GlyphDefinitions _definitions;
    private readonly ContextMatcher _contexts;

    public GlyphSubstitution(FontBytes gsub, FontBytes gdef, int glyphCount)
    {
        _table = new LayoutTable(gsub, Extension, Context, glyphCount);
        _definitions = new GlyphDefinitions(gdef, glyphCount);
        _contexts = new ContextMatcher(_definitions);
    }

    public GlyphDefinitions Definitions => _definitions;

    /// <summary>Runs the features' lookups over the whole buffer.</summary>
    public void Apply(ShapingBuffer buffer, string script, string? language, LayoutFeature[] features)
    {
        foreach (PlannedLookup planned in _table.Plan(script, language, features))
        {
            LayoutLookup lookup = _table.Lookup(planned.Lookup);
            for (int i = 0; i < buffer.Count;)
            {
                ref ShapingGlyph glyph = ref buffer[i];
                if ((glyph.Mask & planned.Mask) == 0 || !lookup.First.Contains(glyph.Glyph))
                {
                    i++;
                    continue;
                }

                i += Math.Max(1, ApplyAt(lookup, buffer, i, 0));
            }
        }
    }

    /// <summary>How many glyphs to go on by; 0 when nothing was substituted.</summary>
    private int ApplyAt(LayoutLookup lookup, ShapingBuffer buffer, int index, int depth)
    {
        int glyph = buffer[index].Glyph;
        if (_definitions.Ignores(lookup.Flags, lookup.MarkSet, glyph))
        {
            return 0;
        }

        foreach (FontBytes subtable in lookup.Subtables)
        {
            if (lookup.Type is Context or Chained)
            {
                if (depth < MaximumNesting && ApplyContext(lookup, subtable, buffer, index, depth) is int advanced and > 0)
                {
                    return advanced;
                }

                continue;
            }

            int covered = LayoutCommon.CoverageIndex(subtable.From(subtable.U16(2)), glyph);
            if (covered < 0)
            {
                continue;
            }

            switch (lookup.Type)
            {
                case Single:
                    buffer[index].Glyph = (ushort)(subtable.U16(0) == 1 ? glyph + subtable.I16(4) : subtable.U16(6 + (2 * covered)));
                    return 1;
                case Multiple:
                    return ApplyMultiple(subtable.From(subtable.U16(6 + (2 * covered))), buffer, index);
                case Alternate:
                    buffer[index].Glyph = (ushort)subtable.From(subtable.U16(6 + (2 * covered))).U16(2);
                    return 1;
                case Ligature when ApplyLigature(lookup, subtable.From(subtable.U16(6 + (2 * covered))), buffer, index):
                    return 1;
                default:
                    break;
            }
        }

        return 0;
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
                position = _contexts.Next(lookup, buffer, position, 1);
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

    private int ApplyContext(LayoutLookup lookup, FontBytes subtable, ShapingBuffer buffer, int index, int depth)
    {
        Span<int> places = stackalloc int[ContextMatcher.MaximumLength];
        if (!_contexts.TryMatch(lookup, subtable, lookup.Type == Chained, buffer, index, places, out int length, out FontBytes records, out int count))
        {
            return 0;
        }

        int end = places[length - 1] + 1;
        for (int i = 0; i < count; i++)
        {
            int place = records.U16(4 * i);
            int nested = records.U16((4 * i) + 2);
            if (place >= length || nested >= _table.LookupCount || places[place] >= buffer.Count)
            {
                continue;
            }

            int before = buffer.Count;
            ApplyAt(_table.Lookup(nested), buffer, places[place], depth + 1);

            // Later places move by as many glyphs as came or went.
            int change = buffer.Count - before;
            end += change;
            for (int k = place + 1; k < length && change != 0; k++)
            {
                places[k] = Math.Max(places[place], places[k] + change);
            }
        }

        return Math.Max(1, end - index);
    }
}
