namespace FeedBook.Pdf.Text;

/// <summary>A part of one line before it is placed. Points.</summary>
/// <param name="Width">Natural.</param>
/// <param name="Stretch">How far it may grow.</param>
/// <param name="Shrink">How far it may shrink.</param>
/// <param name="Shift">Added to where the glyphs are drawn.</param>
/// <param name="Level">The bidirectional level.</param>
/// <param name="Run">The run whose face and style it has; null for a box or mere room.</param>
/// <param name="Glyphs">The list that the glyph indices point into.</param>
/// <param name="GlyphStart">The first glyph.</param>
/// <param name="GlyphEnd">The one after the last.</param>
/// <param name="TextStart">The place in the text.</param>
/// <param name="TextEnd">The place after it.</param>
/// <param name="Box">The box; null for text or mere room.</param>
internal readonly record struct LinePiece(
    float Width, float Stretch, float Shrink, float Shift, byte Level, ShapedRun? Run, List<ShapedGlyph> Glyphs, int GlyphStart,
        int GlyphEnd, int TextStart, int TextEnd, InlineBox? Box)
{
    public double SetWidth(double ratio) => Width + (ratio > 0 ? ratio * Stretch : ratio * Shrink);

    /// <summary>How far it reaches above and below the line's baseline.</summary>
    public (double Ascent, double Descent) Extent()
    {
        if (Box is not null)
        {
            return (Box.Ascent, Box.Descent);
        }

        if (Run is null)
        {
            return (0, 0);
        }

        double rise = Run.Style.Rise;
        return ((Run.Face.Ascent * Run.Scale) + rise, (-Run.Face.Descent * Run.Scale) - rise);
    }
}
