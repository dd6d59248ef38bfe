using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>Strips placed one below another, with the white between them.</summary>
internal sealed class StripStack
{
    private readonly List<(Strip Strip, double Top)> strips = [];

    /// <summary>Stacks nothing yet.</summary>
    public StripStack()
    {
    }

    /// <summary>Stacks strips.</summary>
    public StripStack(IEnumerable<Strip> strips)
    {
        foreach (Strip strip in strips)
        {
            Add(strip);
        }
    }

    /// <summary>The strips and where they begin.</summary>
    public IReadOnlyList<(Strip Strip, double Top)> Strips => strips;

    /// <summary>Down to the last strip's bottom.</summary>
    public double Height { get; private set; }

    /// <summary>Down to the bottom of the frames around the last strip.</summary>
    public double FullHeight => Height + (strips.Count == 0 ? 0 : Padding(strips[^1].Strip.Frame, null));

    /// <summary>The white between the last strip and a next one; above the first, that of its frames alone.</summary>
    public double Gap(Strip next)
    {
        if (strips.Count == 0)
        {
            return Padding(next.Frame, null);
        }

        Strip last = strips[^1].Strip;
        double gap = Math.Max(last.After, next.Before);
        return ReferenceEquals(last.Frame, next.Frame) ? gap : gap + Padding(last.Frame, next.Frame) + Padding(next.Frame, last.Frame);
    }

    /// <summary>The inner white of the frames around a strip that are not around another.</summary>
    public static double Padding(Frame? frame, Frame? other)
    {
        double padding = 0;
        for (; frame is not null; frame = frame.Parent)
        {
            bool isShared = false;
            for (Frame? shared = other; shared is not null && !isShared; shared = shared.Parent)
            {
                isShared = ReferenceEquals(shared, frame);
            }

            padding += isShared ? 0 : frame.Padding;
        }

        return padding;
    }

    /// <summary>Adds a strip below.</summary>
    public void Add(Strip strip)
    {
        double top = Height + Gap(strip);
        strips.Add((strip, top));
        Height = top + strip.Height;
    }

    /// <summary>Takes away the strips from an index on and returns them.</summary>
    public List<Strip> TakeFrom(int index)
    {
        List<Strip> taken = [.. strips.Skip(index).Select(placed => placed.Strip)];
        strips.RemoveRange(index, strips.Count - index);
        Height = strips.Count == 0 ? 0 : strips[^1].Top + strips[^1].Strip.Height;
        return taken;
    }

    /// <summary>Draws the strips, what is behind them first.</summary>
    public void Draw(PageCanvas canvas, double x, double y)
    {
        DrawFrames(canvas, x, y);
        foreach ((Strip strip, double top) in strips)
        {
            foreach (int anchor in strip.Anchors)
            {
                canvas.Document.Anchor(anchor, canvas.Here(x, y + top - 4));
            }

            // Once: a table's head is drawn again on each of its pages.
            strip.Placed?.Invoke(new PagePlace(canvas.Here(x, y + top - 4), canvas.Label));
            strip.Placed = null;
            strip.Draw(canvas, x, y + top);
        }
    }

    // A frame reaches from the first to the last strip in it, also where it is the frame around another one.
    private void DrawFrames(PageCanvas canvas, double x, double y)
    {
        Dictionary<Frame, (double Top, double Bottom)>? frames = null;
        foreach ((Strip strip, double top) in strips)
        {
            for (Frame? frame = strip.Frame; frame is not null; frame = frame.Parent)
            {
                frames ??= new(ReferenceEqualityComparer.Instance);
                frames[frame] = (frames.TryGetValue(frame, out (double Top, double Bottom) before) ? before.Top : top, top + strip.Height);
            }
        }

        foreach ((Frame frame, (double top, double bottom)) in frames?.OrderBy(frame => frame.Key.Depth) ?? Enumerable.Empty<KeyValuePair<Frame, (double, double)>>())
        {
            frame.Draw(canvas, x, y + top, y + bottom);
        }
    }
}
