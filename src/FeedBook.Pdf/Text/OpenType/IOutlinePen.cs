namespace FeedBook.Pdf.Text.OpenType;

/// <summary>What a glyph's outline is drawn with. Font units, y upwards.</summary>
internal interface IOutlinePen
{
    /// <summary>Begins a contour; the one before it is closed.</summary>
    void MoveTo(double x, double y);

    void LineTo(double x, double y);

    void QuadraticTo(double cx, double cy, double x, double y);

    void CubicTo(double ax, double ay, double bx, double by, double x, double y);

    void Close();
}
