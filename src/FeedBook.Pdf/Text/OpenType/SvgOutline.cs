using System.Globalization;
using System.Text;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>Outlines as the path data of an SVG, with y downwards as SVG has it.</summary>
/// <param name="path">Where the data goes.</param>
/// <param name="scale">User units of the drawing to the font's unit.</param>
/// <param name="slant">How far the outline leans to the right, by its height.</param>
internal sealed class SvgOutline(StringBuilder path, double scale, double slant) : IOutlinePen
{
    /// <summary>Where the glyph's origin is in the drawing.</summary>
    public (double X, double Y) Origin { get; set; }

    public void MoveTo(double x, double y) => Add('M', x, y);

    public void LineTo(double x, double y) => Add('L', x, y);

    public void QuadraticTo(double cx, double cy, double x, double y)
    {
        Add('Q', cx, cy);
        Add(' ', x, y);
    }

    public void CubicTo(double ax, double ay, double bx, double by, double x, double y)
    {
        Add('C', ax, ay);
        Add(' ', bx, by);
        Add(' ', x, y);
    }

    public void Close() => path.Append('Z');

    private void Add(char command, double x, double y) => path.Append(command).Append(CultureInfo.InvariantCulture,
        $"{Origin.X + ((x + (y * slant)) * scale):0.##} {Origin.Y - (y * scale):0.##}");
}
