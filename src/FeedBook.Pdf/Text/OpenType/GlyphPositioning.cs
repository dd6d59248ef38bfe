using System.Numerics;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// The <c>GPOS</c> table: kerning and the placing of marks. Lookup types 1 and 2, 4 to 9 (cursive attachment, type 3, belongs to
/// Nastaliq). Where there is no <c>GPOS</c>, pairs of an old <c>kern</c> table. Thread-safe; the buffer is the caller's.
/// </summary>
internal sealed class GlyphPositioning(FontBytes gpos, FontBytes gdef, FontBytes kern, int glyphCount) : GlyphLayout(gpos, gdef, Context, Extension, glyphCount)
{
    private const int Single = 1;
    private const int Pair = 2;
    private const int MarkToBase = 4;
    private const int MarkToLigature = 5;
    private const int MarkToMark = 6;
    private const int Context = 7;
    private const int Extension = 9;

    private const int XPlacement = 1;
    private const int YPlacement = 2;
    private const int XAdvance = 4;

    private readonly KernTable _kern = new(gpos.IsEmpty ? kern : FontBytes.Empty);

    /// <summary>Runs the features' lookups over the whole buffer, whose advances are set.</summary>
    /// <param name="buffer">The glyphs in logical order.</param>
    /// <param name="rightToLeft">Whether the run reads from right to left: a mark's offset then counts from the other side.</param>
    /// <param name="script">The OpenType script tag.</param>
    /// <param name="language">The OpenType language tag; null for the default.</param>
    /// <param name="features">What to apply.</param>
    public void Apply(ShapingBuffer buffer, bool rightToLeft, string script, string? language, LayoutFeature[] features)
    {
        if (!_kern.IsEmpty && features.Any(f => f.Tag == "kern"))
        {
            _kern.Apply(buffer);
        }

        Run(buffer, script, language, features, obeysMasks: false);

        // Marks take no room of their own, whatever their advance says (as HarfBuzz does for every script that is shaped here).
        foreach (ref ShapingGlyph glyph in buffer.Glyphs)
        {
            if (Definitions.ClassOf(glyph.Glyph) == GlyphDefinitions.Mark)
            {
                glyph.Advance = 0;
            }
        }

        Attach(buffer, rightToLeft);
    }

    /// <inheritdoc/>
    protected override int ApplyCovered(LayoutLookup lookup, FontBytes subtable, int covered, ShapingBuffer buffer, int index) => lookup.Type switch
    {
        Single => ApplySingle(subtable, covered, ref buffer[index]),
        Pair => ApplyPair(lookup, subtable, covered, buffer, index),
        MarkToBase => MarkPlacement.OnBase(Definitions, subtable, covered, buffer, index),
        MarkToLigature => MarkPlacement.OnLigature(Definitions, subtable, covered, buffer, index),
        MarkToMark => MarkPlacement.OnMark(Definitions, lookup, subtable, covered, buffer, index),
        _ => 0,
    };

    private static int ApplySingle(FontBytes subtable, int covered, ref ShapingGlyph glyph)
    {
        int format = subtable.U16(4);
        int at = subtable.U16(0) == 1 ? 6 : 8 + (covered * ValueSize(format));
        AddValue(subtable, at, format, ref glyph);
        return 1;
    }

    private int ApplyPair(LayoutLookup lookup, FontBytes subtable, int covered, ShapingBuffer buffer, int index)
    {
        int second = Contexts.Next(lookup, buffer, index, 1);
        if (second < 0)
        {
            return 0;
        }

        int next = buffer[second].Glyph;
        int first = subtable.U16(4);
        int after = subtable.U16(6);
        int firstSize = ValueSize(first);
        int size = firstSize + ValueSize(after);
        int at;
        FontBytes values;
        if (subtable.U16(0) == 1)
        {
            values = subtable.From(subtable.U16(10 + (2 * covered)));
            at = FindPair(values, next, 2 + size);
            if (at < 0)
            {
                return 0;
            }

            at += 2;
        }
        else
        {
            values = subtable;
            int firstClass = LayoutCommon.ClassOf(subtable.From(subtable.U16(8)), buffer[index].Glyph);
            int nextClass = LayoutCommon.ClassOf(subtable.From(subtable.U16(10)), next);
            if (nextClass >= subtable.U16(14))
            {
                return 0;
            }

            at = 16 + (size * ((firstClass * subtable.U16(14)) + nextClass));
        }

        AddValue(values, at, first, ref buffer[index]);
        if (after == 0)
        {
            return second - index;
        }

        AddValue(values, at + firstSize, after, ref buffer[second]);
        return second - index + 1;
    }

    private static int FindPair(FontBytes set, int glyph, int size)
    {
        int low = 0;
        int high = set.U16(0) - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int at = 2 + (size * middle);
            int value = set.U16(at);
            if (value == glyph)
            {
                return at;
            }

            (low, high) = value < glyph ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private static int ValueSize(int format) => 2 * BitOperations.PopCount((uint)format & 0xFF);

    private static void AddValue(FontBytes table, int at, int format, ref ShapingGlyph glyph)
    {
        if ((format & XPlacement) != 0)
        {
            glyph.XOffset += table.I16(at);
            at += 2;
        }

        if ((format & YPlacement) != 0)
        {
            glyph.YOffset += table.I16(at);
            at += 2;
        }

        if ((format & XAdvance) != 0)
        {
            glyph.Advance += table.I16(at);
        }
    }

    /// <summary>Turns a mark's place on its base into an offset from where the mark would stand by itself.</summary>
    private static void Attach(ShapingBuffer buffer, bool rightToLeft)
    {
        Span<ShapingGlyph> glyphs = buffer.Glyphs;
        for (int i = 0; i < glyphs.Length; i++)
        {
            int back = glyphs[i].AttachedTo;
            if (back == 0)
            {
                continue;
            }

            int on = i - back;
            glyphs[i].XOffset += glyphs[on].XOffset;
            glyphs[i].YOffset += glyphs[on].YOffset;
            int between = 0;
            if (rightToLeft)
            {
                // Drawn from left to right, the mark comes before its base: its pen stands to the left by what lies between.
                for (int k = on + 1; k <= i; k++)
                {
                    between += glyphs[k].Advance;
                }
            }
            else
            {
                for (int k = on; k < i; k++)
                {
                    between -= glyphs[k].Advance;
                }
            }

            glyphs[i].XOffset += between;
        }
    }
}
