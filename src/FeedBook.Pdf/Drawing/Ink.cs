namespace FeedBook.Pdf.Drawing;

/// <summary>A colour in sRGB, each part from 0 to 1.</summary>
internal readonly record struct Ink(double Red, double Green, double Blue)
{
    /// <summary>Black.</summary>
    public static Ink Black => default;

    /// <summary>A grey: 0 is black, 1 is white.</summary>
    public static Ink Gray(double level) => new(level, level, level);
}
