namespace FeedBook.Pdf.Text;

/// <summary>Why a line ends.</summary>
internal enum LineEnd
{
    /// <summary>Between words, or where the script allows.</summary>
    Wrapped,

    /// <summary>Inside a word; a hyphen was added unless the word had one there.</summary>
    Hyphenated,

    /// <summary>Inside something unbreakable that is wider than the measure: a long word, an address, code.</summary>
    Emergency,

    /// <summary>The text breaks the line.</summary>
    Forced,

    /// <summary>The paragraph is over.</summary>
    Final,
}

/// <summary>A finished line. Points; immutable.</summary>
internal sealed class ParagraphLine
{
    /// <summary>
    /// From left to right. Spaces at the line's end are among them, beyond <see cref="Width"/>, so that words stay apart for who copies the
    /// text.
    /// </summary>
    public required IReadOnlyList<PlacedItem> Items { get; init; }

    /// <summary>
    /// The items in the order in which the text is read: drawn so (and right-to-left runs by <see cref="PlacedRun.GlyphsAsRead"/>), text
    /// comes back in order also from readers that look at neither tags nor directions.
    /// </summary>
    public IEnumerable<PlacedItem> ItemsAsRead => IsMixed ? Items.OrderBy(i => i.TextStart) : Items;

    /// <summary>
    /// From the left edge of the measure to the line's first ink: indents and alignment are in it. The items' X have it in them.
    /// </summary>
    public required double X { get; init; }

    /// <summary>Without spaces at its end.</summary>
    public required double Width { get; init; }

    /// <summary>The highest ascent of the fonts and boxes, raised ones included. The leading is the caller's.</summary>
    public required double Ascent { get; init; }

    /// <summary>The deepest descent, positive.</summary>
    public required double Descent { get; init; }

    public required LineEnd End { get; init; }

    /// <summary>The place in <see cref="ShapedParagraph.Text"/>.</summary>
    public required int TextStart { get; init; }

    /// <summary>Up to the next line's start: spaces that end the line are counted.</summary>
    public required int TextLength { get; init; }

    /// <summary>Whether anything in it runs from right to left.</summary>
    internal required bool IsMixed { get; init; }
}
