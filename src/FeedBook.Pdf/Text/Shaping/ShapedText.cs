using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Text;

/// <summary>A glyph of shaped text, in points.</summary>
/// <param name="Glyph">Its number in the run's face.</param>
/// <param name="Cluster">The place in the text of the first character that it stands for.</param>
/// <param name="Advance">From its origin to the next glyph's.</param>
/// <param name="XOffset">Added to where it is drawn.</param>
/// <param name="YOffset">Added to where it is drawn, upwards.</param>
internal readonly record struct ShapedGlyph(ushort Glyph, int Cluster, float Advance, float XOffset, float YOffset);

/// <summary>Glyphs of one face, style and direction, in logical order.</summary>
internal sealed record ShapedRun(FontFace Face, Synthesis Synthesis, RunStyle Style, byte Level, object? Tag)
{
    public int TextStart { get; init; }

    public int TextLength { get; init; }

    public int TextEnd => TextStart + TextLength;

    /// <summary>The first glyph in the paragraph's list.</summary>
    public int GlyphStart { get; init; }

    public int GlyphCount { get; init; }

    public int GlyphEnd => GlyphStart + GlyphCount;

    /// <summary>True when it is read from right to left.</summary>
    public bool IsRightToLeft => (Level & 1) != 0;

    public double Scale => Style.Size / Face.UnitsPerEm;
}
