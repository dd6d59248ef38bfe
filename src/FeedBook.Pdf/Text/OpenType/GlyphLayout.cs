namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// What <c>GSUB</c> and <c>GPOS</c> have in common: features plan lookups, lookups run over the glyphs, their subtables cover a glyph or
/// match a context that runs further lookups. Thread-safe; the buffer is the caller's.
/// </summary>
internal abstract class GlyphLayout
{
    private const int MaximumNesting = 6;

    private readonly LayoutTable _table;
    private readonly int _context;

    /// <summary>Reads a table.</summary>
    /// <param name="table">The <c>GSUB</c> or <c>GPOS</c> table; may be empty.</param>
    /// <param name="gdef">The <c>GDEF</c> table; may be empty.</param>
    /// <param name="context">The lookup type of contexts; chained ones are the next, extensions the one that <paramref name="extension"/> names.</param>
    /// <param name="extension">The lookup type of extensions.</param>
    /// <param name="glyphCount">How many glyphs the font has.</param>
    protected GlyphLayout(FontBytes table, FontBytes gdef, int context, int extension, int glyphCount)
    {
        _table = new LayoutTable(table, extension, context, glyphCount);
        _context = context;
        Definitions = new GlyphDefinitions(gdef, glyphCount);
        Contexts = new ContextMatcher(Definitions);
    }

    /// <summary>What the font says of its glyphs.</summary>
    public GlyphDefinitions Definitions { get; }

    /// <summary>Finds neighbours, past the glyphs that a lookup ignores.</summary>
    protected ContextMatcher Contexts { get; }

    /// <summary>Applies a subtable at a glyph that it covers.</summary>
    /// <returns>How many glyphs to go on by; 0 when it does not apply and the next subtable is to be tried.</returns>
    protected abstract int ApplyCovered(LayoutLookup lookup, FontBytes subtable, int covered, ShapingBuffer buffer, int index);

    /// <summary>Runs the features' lookups over the whole buffer.</summary>
    /// <param name="buffer">The glyphs in logical order.</param>
    /// <param name="script">The OpenType script tag.</param>
    /// <param name="language">The OpenType language tag; null for the default.</param>
    /// <param name="features">What to apply.</param>
    /// <param name="obeysMasks">True when a feature applies only to glyphs that are marked for it, as Arabic forms are.</param>
    protected void Run(ShapingBuffer buffer, string script, string? language, LayoutFeature[] features, bool obeysMasks)
    {
        foreach (PlannedLookup planned in _table.Plan(script, language, features))
        {
            LayoutLookup lookup = _table.Lookup(planned.Lookup);
            for (int i = 0; i < buffer.Count;)
            {
                ref ShapingGlyph glyph = ref buffer[i];
                if (!lookup.First.Contains(glyph.Glyph) || (obeysMasks && (glyph.Mask & planned.Mask) == 0))
                {
                    i++;
                    continue;
                }

                i += Math.Max(1, ApplyAt(lookup, buffer, i, 0));
            }
        }
    }

    // How many glyphs to go on by; 0 when nothing was applied.
    private int ApplyAt(LayoutLookup lookup, ShapingBuffer buffer, int index, int depth)
    {
        int glyph = buffer[index].Glyph;
        if (Definitions.Ignores(lookup.Flags, lookup.MarkSet, glyph))
        {
            return 0;
        }

        bool isContext = lookup.Type == _context || lookup.Type == _context + 1;
        foreach (FontBytes subtable in lookup.Subtables)
        {
            int done = 0;
            if (isContext)
            {
                done = depth < MaximumNesting ? ApplyContext(lookup, subtable, buffer, index, depth) : 0;
            }
            else if (LayoutCommon.CoverageIndex(subtable.From(subtable.U16(2)), glyph) is >= 0 and int covered)
            {
                done = ApplyCovered(lookup, subtable, covered, buffer, index);
            }

            if (done > 0)
            {
                return done;
            }
        }

        return 0;
    }

    private int ApplyContext(LayoutLookup lookup, FontBytes subtable, ShapingBuffer buffer, int index, int depth)
    {
        Span<int> places = stackalloc int[ContextMatcher.MaximumLength];
        if (!Contexts.TryMatch(lookup, subtable, lookup.Type == _context + 1, buffer, index, places, out int length, out FontBytes records, out int count))
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
