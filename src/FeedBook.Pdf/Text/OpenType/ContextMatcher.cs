namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// Contextual and chained contextual lookups (OpenType 1.9, "Sequence context" and "Chained sequence context", formats 1 to 3),
/// the same in <c>GSUB</c> and <c>GPOS</c>: they find a sequence and run other lookups at places in it.
/// </summary>
internal sealed class ContextMatcher(GlyphDefinitions definitions)
{
    public const int MaximumLength = 64;

    private enum Matching
    {
        Glyph,
        Class,
        Coverage,
    }

    /// <summary>Finds the rule that matches at <paramref name="index"/>.</summary>
    /// <param name="lookup">A contextual lookup.</param>
    /// <param name="subtable">One of its subtables.</param>
    /// <param name="chained">Whether it looks behind and ahead.</param>
    /// <param name="buffer">The glyphs.</param>
    /// <param name="index">Where the sequence begins.</param>
    /// <param name="places">Receives the index of each glyph of the matched sequence; room for <see cref="MaximumLength"/>.</param>
    /// <param name="length">How many glyphs matched.</param>
    /// <param name="records">The lookups to run, as pairs of place and lookup number.</param>
    /// <param name="recordCount">How many.</param>
    public bool TryMatch(
        LayoutLookup lookup, FontBytes subtable, bool chained, ShapingBuffer buffer, int index, Span<int> places, out int length, out FontBytes records, out int recordCount)
    {
        (length, records, recordCount) = (0, FontBytes.Empty, 0);
        int glyph = buffer[index].Glyph;
        int format = subtable.U16(0);
        if (format == 3)
        {
            return MatchRule(lookup, subtable, subtable.From(2), chained, Matching.Coverage, default, buffer, index, places, out length, out records, out recordCount);
        }

        int covered = LayoutCommon.CoverageIndex(subtable.From(subtable.U16(2)), glyph);
        if (covered < 0 || format is < 1 or > 2)
        {
            return false;
        }

        ClassTables classes = default;
        int setsAt = 4;
        if (format == 2)
        {
            classes = chained
                ? new(subtable.From(subtable.U16(4)), subtable.From(subtable.U16(6)), subtable.From(subtable.U16(8)))
                : new(FontBytes.Empty, subtable.From(subtable.U16(4)), FontBytes.Empty);
            covered = LayoutCommon.ClassOf(classes.Input, glyph);
            setsAt = chained ? 10 : 6;
        }

        if (covered >= subtable.U16(setsAt) || subtable.U16(setsAt + 2 + (2 * covered)) is not (int at and > 0))
        {
            return false;
        }

        FontBytes set = subtable.From(at);
        int rules = set.U16(0);
        for (int i = 0; i < rules; i++)
        {
            FontBytes rule = set.From(set.U16(2 + (2 * i)));
            if (MatchRule(lookup, subtable, rule, chained, format == 1 ? Matching.Glyph : Matching.Class, classes, buffer, index, places, out length, out records, out recordCount))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchRule(
        LayoutLookup lookup, FontBytes subtable, FontBytes rule, bool chained, Matching matching, ClassTables classes, ShapingBuffer buffer, int index,
        Span<int> places, out int length, out FontBytes records, out int recordCount)
    {
        (length, records, recordCount) = (0, FontBytes.Empty, 0);
        int behindAt = 2;
        int at = 0;
        int behind = 0;
        if (chained)
        {
            behind = rule.U16(0);
            at = behindAt + (2 * behind);
        }

        int input = rule.U16(at);
        int inputAt = at + 2;

        // The first glyph of the sequence is left out of formats 1 and 2: the coverage has told it already.
        int skip = matching == Matching.Coverage ? 0 : 1;
        int afterInput = inputAt + (2 * (input - skip));
        if (!chained)
        {
            // Without a chain the number of lookups stands before the sequence.
            recordCount = rule.U16(2);
            inputAt = 4;
            afterInput = inputAt + (2 * (input - skip));
        }

        if (input is 0 or > MaximumLength)
        {
            return false;
        }

        int position = index;
        for (int i = 0; i < input; i++)
        {
            if (i > 0)
            {
                position = Next(lookup, buffer, position, 1);
                if (position < 0)
                {
                    return false;
                }
            }

            if (i >= skip && !Matches(subtable, matching, classes.Input, rule.U16(inputAt + (2 * (i - skip))), buffer[position].Glyph))
            {
                return false;
            }

            places[i] = position;
        }

        length = input;
        if (!chained)
        {
            records = rule.From(afterInput);
            return true;
        }

        int back = index;
        for (int i = 0; i < behind; i++)
        {
            back = Next(lookup, buffer, back, -1);
            if (back < 0 || !Matches(subtable, matching, classes.Behind, rule.U16(behindAt + (2 * i)), buffer[back].Glyph))
            {
                return false;
            }
        }

        int ahead = rule.U16(afterInput);
        for (int i = 0; i < ahead; i++)
        {
            position = Next(lookup, buffer, position, 1);
            if (position < 0 || !Matches(subtable, matching, classes.Ahead, rule.U16(afterInput + 2 + (2 * i)), buffer[position].Glyph))
            {
                return false;
            }
        }

        int recordsAt = afterInput + 2 + (2 * ahead);
        recordCount = rule.U16(recordsAt);
        records = rule.From(recordsAt + 2);
        return true;
    }

    /// <summary>The next glyph that the lookup does not look through; -1 when there is none.</summary>
    public int Next(LayoutLookup lookup, ShapingBuffer buffer, int from, int step)
    {
        for (int i = from + step; (uint)i < (uint)buffer.Count; i += step)
        {
            if (!definitions.Ignores(lookup.Flags, lookup.MarkSet, buffer[i].Glyph))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Matches(FontBytes subtable, Matching matching, FontBytes classes, int value, int glyph) => matching switch
    {
        Matching.Glyph => value == glyph,
        Matching.Class => LayoutCommon.ClassOf(classes, glyph) == value,
        _ => LayoutCommon.CoverageIndex(subtable.From(value), glyph) >= 0,
    };

    private readonly record struct ClassTables(FontBytes Behind, FontBytes Input, FontBytes Ahead);
}
