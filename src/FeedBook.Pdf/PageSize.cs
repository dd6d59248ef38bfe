namespace FeedBook.Pdf;

/// <summary>The size of a page.</summary>
/// <param name="Width">In points (1/72 inch), 72 to 14,400.</param>
/// <param name="Height">In points, 72 to 14,400.</param>
public sealed record PageSize(double Width, double Height)
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>210 × 297 mm (ISO 216).</summary>
    public static PageSize A4 { get; } = FromMillimetres(210, 297);

    /// <summary>148 × 210 mm (ISO 216).</summary>
    public static PageSize A5 { get; } = FromMillimetres(148, 210);

    /// <summary>8½ × 11 inches.</summary>
    public static PageSize Letter { get; } = new(612, 792);

    /// <summary>The screen of a reader of six inches: 90.6 × 122.4 mm.</summary>
    public static PageSize SixInchReader { get; } = FromMillimetres(90.6, 122.4);

    /// <summary>A size in millimetres.</summary>
    public static PageSize FromMillimetres(double width, double height) => new(width * Millimetre, height * Millimetre);
}

/// <summary>The white around a page's text, in points. Running heads and page numbers stand in it.</summary>
/// <param name="Top">Above the text.</param>
/// <param name="Bottom">Below the text.</param>
/// <param name="Inner">On the side of the binding; left where a book is not printed on both sides.</param>
/// <param name="Outer">On the other side.</param>
public sealed record PageMargins(double Top, double Bottom, double Inner, double Outer);
