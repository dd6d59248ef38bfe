namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// Marks onto letters, ligatures and other marks (<c>GPOS</c> types 4 to 6): the mark's anchor is laid upon the base's anchor of the
/// same class. Offsets are relative to the base until <see cref="GlyphPositioning"/> turns them.
/// </summary>
internal static class MarkPlacement
{
    public static int OnBase(GlyphDefinitions definitions, FontBytes subtable, int mark, ShapingBuffer buffer, int index)
    {
        int on = Previous(definitions, buffer, index);
        if (on < 0)
        {
            return 0;
        }

        int covered = LayoutCommon.CoverageIndex(subtable.From(subtable.U16(4)), buffer[on].Glyph);
        if (covered < 0)
        {
            return 0;
        }

        FontBytes marks = subtable.From(subtable.U16(8));
        FontBytes bases = subtable.From(subtable.U16(10));
        int at = 2 + (2 * ((covered * subtable.U16(6)) + marks.U16(2 + (4 * mark))));
        return Place(marks, mark, bases, at, buffer, index, on);
    }

    public static int OnLigature(GlyphDefinitions definitions, FontBytes subtable, int mark, ShapingBuffer buffer, int index)
    {
        int on = Previous(definitions, buffer, index);
        if (on < 0)
        {
            return 0;
        }

        int covered = LayoutCommon.CoverageIndex(subtable.From(subtable.U16(4)), buffer[on].Glyph);
        if (covered < 0)
        {
            return 0;
        }

        FontBytes marks = subtable.From(subtable.U16(8));
        FontBytes ligatures = subtable.From(subtable.U16(10));
        FontBytes ligature = ligatures.From(ligatures.U16(2 + (2 * covered)));
        int components = ligature.U16(0);
        if (components == 0)
        {
            return 0;
        }

        // A mark that stood inside the ligature sits on its own letter; one that follows, on the last.
        int component = buffer[index].Component is byte own and > 0 && own <= components ? own - 1 : components - 1;
        int at = 2 + (2 * ((component * subtable.U16(6)) + marks.U16(2 + (4 * mark))));
        return Place(marks, mark, ligature, at, buffer, index, on);
    }

    public static int OnMark(GlyphDefinitions definitions, LayoutLookup lookup, FontBytes subtable, int mark, ShapingBuffer buffer, int index)
    {
        int on = index - 1;
        while (on >= 0 && definitions.Ignores(lookup.Flags & ~0x0008, lookup.MarkSet, buffer[on].Glyph))
        {
            on--;
        }

        if (on < 0 || definitions.ClassOf(buffer[on].Glyph) != GlyphDefinitions.Mark || buffer[on].Component != buffer[index].Component)
        {
            return 0;
        }

        int covered = LayoutCommon.CoverageIndex(subtable.From(subtable.U16(4)), buffer[on].Glyph);
        if (covered < 0)
        {
            return 0;
        }

        FontBytes marks = subtable.From(subtable.U16(8));
        FontBytes bases = subtable.From(subtable.U16(10));
        int at = 2 + (2 * ((covered * subtable.U16(6)) + marks.U16(2 + (4 * mark))));
        return Place(marks, mark, bases, at, buffer, index, on);
    }

    private static int Place(FontBytes marks, int mark, FontBytes bases, int at, ShapingBuffer buffer, int index, int on)
    {
        int baseAnchor = bases.U16(at);
        int markAnchor = marks.U16(4 + (4 * mark));
        if (baseAnchor == 0 || markAnchor == 0 || index - on > short.MaxValue)
        {
            return 0;
        }

        FontBytes to = bases.From(baseAnchor);
        FontBytes from = marks.From(markAnchor);
        ref ShapingGlyph glyph = ref buffer[index];
        glyph.XOffset = to.I16(2) - from.I16(2);
        glyph.YOffset = to.I16(4) - from.I16(4);
        glyph.AttachedTo = (short)(index - on);
        return 1;
    }

    private static int Previous(GlyphDefinitions definitions, ShapingBuffer buffer, int index)
    {
        int on = index - 1;
        while (on >= 0 && definitions.ClassOf(buffer[on].Glyph) == GlyphDefinitions.Mark)
        {
            on--;
        }

        return on;
    }
}
