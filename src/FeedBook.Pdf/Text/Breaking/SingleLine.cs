namespace FeedBook.Pdf.Text;

/// <summary>Texts that never wrap.</summary>
internal static class SingleLine
{
    /// <summary>The width in points of a text on one line, however long.</summary>
    public static double WidthOf(this TextShaper shaper, string text, RunStyle style) => shaper.Line(text, style).Width;

    /// <summary>A text on one line that never wraps, beginning at X = 0: running heads, page numbers, entries of the contents.</summary>
    /// <param name="shaper">The document's shaper.</param>
    /// <param name="text">The text; white space is folded unless the style keeps it.</param>
    /// <param name="style">Its style.</param>
    /// <param name="direction">The base direction; by default what the first letter has.</param>
    /// <param name="tag">Comes back on each run.</param>
    public static ParagraphLine Line(
        this TextShaper shaper, string text, RunStyle style, ParagraphDirection direction = ParagraphDirection.Auto, object? tag = null)
    {
        var builder =
            new ParagraphBuilder(shaper, new ParagraphStyle { Alignment = LineAlignment.Left, Direction = direction, Hyphenate = false });
        builder.AddText(text, style, tag);
        return builder.Build().Unbroken();
    }
}
