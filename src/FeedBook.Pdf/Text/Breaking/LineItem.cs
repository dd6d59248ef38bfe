namespace FeedBook.Pdf.Text;

/// <summary>A stretch of a paragraph on its way into lines: ink that is never parted, or room that gives.</summary>
/// <param name="IsGlue">True for room: it vanishes at a line's ends.</param>
/// <param name="Width">Points.</param>
/// <param name="Stretch">Points by which it may grow before the line looks loose.</param>
/// <param name="Shrink">Points by which it may at most shrink.</param>
/// <param name="TextStart">The place in the text.</param>
/// <param name="TextEnd">The place after it; the same for room that no character stands for.</param>
/// <param name="Run">The index of its run; -1 for an inline box or room without a character.</param>
/// <param name="GlyphStart">The first glyph.</param>
/// <param name="GlyphEnd">The one after the last.</param>
/// <param name="Shift">Points added to where the glyphs are drawn: a bracket whose blank half was taken off.</param>
internal readonly record struct LineItem(
    bool IsGlue, float Width, float Stretch, float Shrink, int TextStart, int TextEnd, int Run, int GlyphStart, int GlyphEnd,
        float Shift = 0);

/// <summary>A place where a line may end.</summary>
/// <param name="Item">The line ends before this item; where <paramref name="Splits"/>, inside it.</param>
/// <param name="TextPosition">The next line's text begins here.</param>
/// <param name="Penalty">0 for a good place, higher for worse ones.</param>
/// <param name="Kind">What kind of end it is.</param>
/// <param name="AddsHyphen">Whether a hyphen is drawn when the line ends here.</param>
/// <param name="Before">Points that come onto the line: the hyphen, and the part of a split item that stays.</param>
/// <param name="After">Points of the part of a split item that begins the next line.</param>
/// <param name="Splits">Whether a ligature is taken apart here.</param>
internal readonly record struct BreakPlace(
    int Item, int TextPosition, int Penalty, LineEnd Kind, bool AddsHyphen = false, float Before = 0, float After = 0, bool Splits = false);

/// <summary>A paragraph's items and the places between them, in order; the last place is its end.</summary>
internal sealed class LineItems
{
    public List<LineItem> Items { get; } = [];

    public List<BreakPlace> Places { get; } = [];

    /// <summary>Kept by <see cref="LineMeasure.Of"/>, once the items are complete.</summary>
    internal LineMeasure? Measure { get; set; }
}
