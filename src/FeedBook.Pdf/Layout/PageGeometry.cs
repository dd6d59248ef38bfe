namespace FeedBook.Pdf.Layout;

/// <summary>Where on a page the text stands. Lengths are in points from the page's top left corner.</summary>
/// <param name="Width">The page's width.</param>
/// <param name="Height">The page's height.</param>
/// <param name="Left">Where the text begins.</param>
/// <param name="Top">Where the text begins.</param>
/// <param name="TextWidth">All columns with the white between them.</param>
/// <param name="TextHeight">How high a column is.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Gap">The white between columns.</param>
internal sealed record PageGeometry(double Width, double Height, double Left, double Top, double TextWidth, double TextHeight, int Columns,
    double Gap)
{
    /// <summary>How wide a column is.</summary>
    public double ColumnWidth => (TextWidth - ((Columns - 1) * Gap)) / Columns;

    /// <summary>Where a column begins.</summary>
    public double ColumnLeft(int column, bool isRightToLeft) =>
        Left + ((isRightToLeft ? Columns - 1 - column : column) * (ColumnWidth + Gap));

    /// <summary>The geometry of a page.</summary>
    /// <param name="options">The options.</param>
    /// <param name="isLeftHand">True for a page on the left of an opened book.</param>
    /// <param name="isTurned">True for a page turned on its side.</param>
    /// <param name="columns">How many columns.</param>
    public static PageGeometry Of(PdfOptions options, bool isLeftHand, bool isTurned, int columns)
    {
        PageMargins margins = options.Margins;
        (double width, double height) = (options.PageSize.Width, options.PageSize.Height);
        if (isTurned)
        {
            // The margins keep their sides of the paper; what was the inner one is on top.
            double side = Math.Min(margins.Inner, margins.Outer) * 0.7;
            return new PageGeometry(height, width, side, side, height - (2 * side), width - (2 * side), 1, 0);
        }

        double left = options.IsTwoSided && isLeftHand ? margins.Outer : margins.Inner;
        return new PageGeometry(width, height, left, margins.Top, width - margins.Inner - margins.Outer,
            height - margins.Top - margins.Bottom, columns, options.ColumnGap);
    }
}
