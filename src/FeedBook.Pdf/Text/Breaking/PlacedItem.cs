using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>A part of a finished line. Points; X from the left edge of the measure.</summary>
internal abstract class PlacedItem(double x, double width, object? tag, int textStart, int textLength)
{
    public double X { get; } = x;

    /// <summary>From its left edge to where the next item begins.</summary>
    public double Width { get; } = width;

    /// <summary>What the caller gave with the text or the box.</summary>
    public object? Tag { get; } = tag;

    /// <summary>The place in <see cref="ShapedParagraph.Text"/>.</summary>
    public int TextStart { get; } = textStart;

    public int TextLength { get; } = textLength;
}

/// <summary>A box where the line has it; its bottom left corner is at X and its descent below the baseline.</summary>
internal sealed class PlacedBox(InlineBox box, double x, int textStart) : PlacedItem(x, box.Width, box.Tag, textStart, 1)
{
    public InlineBox Box { get; } = box;
}

/// <summary>Glyphs of one face and style, from left to right.</summary>
internal sealed class PlacedRun : PlacedItem
{
    private static readonly string SoftHyphen = Characters.SoftHyphen.ToString();

    private readonly string _text;
    private readonly PlacedGlyph[] _glyphs;

    internal PlacedRun(ShapedRun run, PlacedGlyph[] glyphs, string text, double x, double width, int textStart, int textLength)
        : base(x, width, run.Tag, textStart, textLength)
    {
        (_text, _glyphs) = (text, glyphs);
        (Face, Synthesis, Style, Level) = (run.Face, run.Synthesis, run.Style, run.Level);
    }

    public FontFace Face { get; }

    public Synthesis Synthesis { get; }

    public RunStyle Style { get; }

    public double Size => Style.Size;

    /// <summary>The bidirectional level; odd: read from right to left.</summary>
    public byte Level { get; }

    /// <summary>From left to right.</summary>
    public ReadOnlySpan<PlacedGlyph> Glyphs => _glyphs;

    /// <summary>The glyphs in the order in which the text is read: from right to left in a run of odd level. Each has its own X.</summary>
    public IEnumerable<PlacedGlyph> GlyphsAsRead => (Level & 1) != 0 ? _glyphs.Reverse() : _glyphs;

    /// <summary>
    /// What a glyph of this run stands for: empty for the further glyphs of a cluster, a soft hyphen for a hyphen that was added
    /// where a word is divided.
    /// </summary>
    public ReadOnlySpan<char> TextOf(in PlacedGlyph glyph) =>
        glyph.TextLength > 0 ? _text.AsSpan(glyph.TextStart, glyph.TextLength) : glyph.IsAddedHyphen ? SoftHyphen : [];
}

/// <summary>A glyph in a finished line. Points.</summary>
/// <param name="Glyph">Its number in the run's face.</param>
/// <param name="X">Where its origin is drawn, from the left edge of the measure.</param>
/// <param name="Y">Upwards from the run's baseline (the line's, raised by <see cref="RunStyle.Rise"/>).</param>
/// <param name="Advance">How far the pen moves, justification included.</param>
/// <param name="TextStart">The place in the paragraph's text; -1 for an added hyphen.</param>
/// <param name="TextLength">UTF-16 units that it stands for; 0 for the further glyphs of a cluster.</param>
internal readonly record struct PlacedGlyph(ushort Glyph, float X, float Y, float Advance, int TextStart, int TextLength)
{
    public bool IsAddedHyphen => TextStart < 0;
}
