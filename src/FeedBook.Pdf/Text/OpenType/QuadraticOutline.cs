using System.Buffers.Binary;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>An outline as it is drawn, and then as a simple glyph of the <c>glyf</c> table (OpenType 1.9). Font units.</summary>
/// <param name="tolerance">How far a quadratic curve may stray from the cubic one that it stands for.</param>
internal sealed class QuadraticOutline(double tolerance) : IOutlinePen
{
    private const int OnCurve = 1;
    private const int MostPieces = 16;

    private readonly List<(int X, int Y, bool IsOnCurve)> _points = [];
    private readonly List<int> _ends = [];
    private double _x;
    private double _y;
    private int _start;

    public void MoveTo(double x, double y)
    {
        Close();
        Add(x, y, true);
    }

    public void LineTo(double x, double y) => Add(x, y, true);

    public void QuadraticTo(double cx, double cy, double x, double y)
    {
        Add(cx, cy, false);
        Add(x, y, true);
    }

    /// <summary>
    /// As many quadratic pieces of equal parameter as the tolerance asks: the error falls with the third power of their number.
    /// </summary>
    public void CubicTo(double ax, double ay, double bx, double by, double x, double y)
    {
        (double fromX, double fromY) = (_x, _y);
        double error = Math.Sqrt(3) / 36 * Math.Sqrt(Square(x - (3 * bx) + (3 * ax) - fromX) + Square(y - (3 * by) + (3 * ay) - fromY));
        int pieces = Math.Clamp((int)Math.Ceiling(Math.Cbrt(error / tolerance)), 1, MostPieces);
        for (int i = 0; i < pieces; i++)
        {
            (double t, double u) = ((double)i / pieces, (double)(i + 1) / pieces);

            // The tangents at a piece's ends meet in its control point.
            (double px, double py) = At(t);
            (double qx, double qy) = At(u);
            (double dx, double dy) = Slope(t);
            (double ex, double ey) = Slope(u);
            double third = (u - t) / 3;
            double controlX = ((3 * (px + (third * dx))) + (3 * (qx - (third * ex))) - px - qx) / 4;
            double controlY = ((3 * (py + (third * dy))) + (3 * (qy - (third * ey))) - py - qy) / 4;
            Add(controlX, controlY, false);
            Add(qx, qy, true);
        }

        (double X, double Y) At(double t)
        {
            double s = 1 - t;
            return ((s * s * s * fromX) + (3 * s * s * t * ax) + (3 * s * t * t * bx) + (t * t * t * x),
                (s * s * s * fromY) + (3 * s * s * t * ay) + (3 * s * t * t * by) + (t * t * t * y));
        }

        (double X, double Y) Slope(double t)
        {
            double s = 1 - t;
            return ((3 * s * s * (ax - fromX)) + (6 * s * t * (bx - ax)) + (3 * t * t * (x - bx)), (3 * s * s * (ay - fromY))
                + (6 * s * t * (by - ay)) + (3 * t * t * (y - by)));
        }
    }

    public void Close()
    {
        if (_points.Count > _start + 1 && _points[^1] == _points[_start])
        {
            _points.RemoveAt(_points.Count - 1);
        }

        if (_points.Count > _start)
        {
            _ends.Add(_points.Count - 1);
            _start = _points.Count;
        }
    }

    /// <summary>The glyph's bytes; empty when nothing was drawn.</summary>
    public byte[] Encode()
    {
        Close();
        if (_points.Count == 0)
        {
            return [];
        }

        var bytes = new List<byte>(10 + (5 * _points.Count));
        Write(_ends.Count);
        Write(_points.Min(p => p.X));
        Write(_points.Min(p => p.Y));
        Write(_points.Max(p => p.X));
        Write(_points.Max(p => p.Y));
        foreach (int end in _ends)
        {
            Write(end);
        }

        // No instructions; then flags, horizontal and vertical steps.
        Write(0);
        (int X, int Y) before = (0, 0);
        foreach ((int x, int y, bool on) in _points)
        {
            bytes.Add((byte)((on ? OnCurve : 0) | Form(x - before.X, 0x02, 0x10) | Form(y - before.Y, 0x04, 0x20)));
            before = (x, y);
        }

        int last = 0;
        foreach ((int x, _, _) in _points)
        {
            Step(x - last);
            last = x;
        }

        last = 0;
        foreach ((_, int y, _) in _points)
        {
            Step(y - last);
            last = y;
        }

        return [.. bytes];

        void Write(int value)
        {
            Span<byte> word = stackalloc byte[2];
            BinaryPrimitives.WriteInt16BigEndian(word, (short)value);
            bytes.AddRange(word);
        }

        void Step(int step)
        {
            if (step is > -256 and < 256)
            {
                if (step != 0)
                {
                    bytes.Add((byte)Math.Abs(step));
                }
            }
            else
            {
                Write(step);
            }
        }
    }

    // A step of nothing has no bytes, a short one a byte and its sign in the flag, others two bytes.
    private static int Form(int step, int isShort, int isSameOrPositive) => step switch
    {
        0 => isSameOrPositive,
        > 0 and < 256 => isShort | isSameOrPositive,
        < 0 and > -256 => isShort,
        _ => 0,
    };

    private static double Square(double value) => value * value;

    private void Add(double x, double y, bool isOnCurve)
    {
        (_x, _y) = (x, y);
        _points.Add(((int)Math.Round(x), (int)Math.Round(y), isOnCurve));
    }
}
