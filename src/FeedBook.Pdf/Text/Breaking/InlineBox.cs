namespace FeedBook.Pdf.Text;

/// <summary>How lines may break beside an <see cref="InlineBox"/>.</summary>
internal enum InlineBoxKind
{
    /// <summary>Like a letter that may be parted from its neighbours: a picture, a formula.</summary>
    Object,

    /// <summary>Like a Han character: ruby.</summary>
    Ideograph,

    /// <summary>Never parted from what is before it: the mark of a note.</summary>
    Attached,
}

/// <summary>Something in a line that the caller draws: a picture, a ruby group. Lengths in points.</summary>
/// <param name="width">Its advance; not negative.</param>
/// <param name="ascent">Its height above the baseline.</param>
/// <param name="descent">Its depth below the baseline, positive.</param>
/// <param name="tag">Comes back on the placed box.</param>
internal sealed class InlineBox(double width, double ascent, double descent, object? tag)
{
    public double Width { get; } = width;

    public double Ascent { get; } = ascent;

    public double Descent { get; } = descent;

    public object? Tag { get; } = tag;

    public InlineBoxKind Kind { get; init; }

    /// <summary>True for a box that holds right-to-left text.</summary>
    public bool IsRightToLeft { get; init; }
}
