using System.Collections.Concurrent;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// Outlines as the <c>glyf</c> table describes them: that table, by way of <c>loca</c>, or glyphs drawn one by one. Thread-safe.
/// </summary>
internal sealed class GlyphTable
{
    private const int MaximumNesting = 8;

    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    private readonly FontBytes _glyf;
    private readonly FontBytes _loca;
    private readonly bool _longOffsets;
    private readonly int _glyphCount;
    private readonly Func<int, byte[]>? _draw;
    private readonly ConcurrentDictionary<int, byte[]> _drawn = [];

    public GlyphTable(FontBytes glyf, FontBytes loca, bool longOffsets, int glyphCount) =>
        (_glyf, _loca, _longOffsets, _glyphCount) = (glyf, loca, longOffsets, glyphCount);

    /// <param name="draw">Describes a glyph; asked once for each.</param>
    /// <param name="glyphCount">How many there are.</param>
    public GlyphTable(Func<int, byte[]> draw, int glyphCount) => (_draw, _glyphCount) = (draw, glyphCount);

    /// <summary>A glyph's description; empty for a blank glyph.</summary>
    public ReadOnlySpan<byte> Bytes(int glyph)
    {
        if ((uint)glyph >= (uint)_glyphCount)
        {
            return [];
        }

        if (_draw is not null)
        {
            return _drawn.GetOrAdd(glyph, _draw);
        }

        int from = _longOffsets ? _loca.Offset32(4 * glyph) : 2 * _loca.U16(2 * glyph);
        int to = _longOffsets ? _loca.Offset32(4 * (glyph + 1)) : 2 * _loca.U16(2 * (glyph + 1));
        return to > from ? _glyf.Slice(from, to - from).Span : [];
    }

    /// <summary>The top of a glyph's box in font units; 0 for a blank one.</summary>
    public int Top(int glyph)
    {
        ReadOnlySpan<byte> bytes = Bytes(glyph);
        return bytes.Length < 10 ? 0 : (short)((bytes[8] << 8) | bytes[9]);
    }

    /// <summary>The left and right edges of a glyph's box in font units; 0 and 0 for a blank one.</summary>
    public (int Left, int Right) Sides(int glyph)
    {
        ReadOnlySpan<byte> bytes = Bytes(glyph);
        return bytes.Length < 10 ? (0, 0) : ((short)((bytes[2] << 8) | bytes[3]), (short)((bytes[6] << 8) | bytes[7]));
    }

    /// <summary>Calls back with the place (in <see cref="Bytes"/>) of each glyph number of which a composite glyph is made.</summary>
    public static void VisitComponents(ReadOnlySpan<byte> bytes, Action<int, int> visit)
    {
        if (bytes.Length < 10 || (sbyte)bytes[0] >= 0)
        {
            return;
        }

        int at = 10;
        while (at + 4 <= bytes.Length)
        {
            int flags = (bytes[at] << 8) | bytes[at + 1];
            visit(at + 2, (bytes[at + 2] << 8) | bytes[at + 3]);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
            if ((flags & MoreComponents) == 0)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Calls back with every glyph of which a composite glyph is made, and those of which they are made as long as the answer is true:
    /// say false to a glyph that is known already.
    /// </summary>
    public void VisitParts(ReadOnlySpan<byte> bytes, Func<int, bool> visit) => VisitParts(bytes, visit, 0);

    private void VisitParts(ReadOnlySpan<byte> bytes, Func<int, bool> visit, int depth)
    {
        if (depth < MaximumNesting)
        {
            VisitComponents(bytes, (_, component) =>
            {
                if (visit(component))
                {
                    VisitParts(Bytes(component), visit, depth + 1);
                }
            });
        }
    }
}
