using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>Fragments placed one below another, with the white between them.</summary>
internal sealed class FragmentStack
{
    private readonly List<(Fragment Fragment, double Top)> fragments = [];
    private readonly List<double> heights = [];

    /// <summary>Stacks nothing yet.</summary>
    public FragmentStack()
    {
    }

    /// <summary>Stacks fragments.</summary>
    public FragmentStack(IEnumerable<Fragment> fragments)
    {
        foreach (Fragment fragment in fragments)
        {
            Add(fragment);
        }
    }

    /// <summary>The fragments and where they begin.</summary>
    public IReadOnlyList<(Fragment Fragment, double Top)> Fragments => fragments;

    /// <summary>Down to the last fragment's bottom.</summary>
    public double Height { get; private set; }

    /// <summary>Down to the bottom of the frames around the last fragment.</summary>
    public double FullHeight => Height + (fragments.Count == 0 ? 0 : Padding(fragments[^1].Fragment.Frame, null));

    /// <summary>The white between the last fragment and a next one; above the first, that of its frames alone.</summary>
    public double Gap(Fragment next)
    {
        if (fragments.Count == 0)
        {
            return Padding(next.Frame, null);
        }

        Fragment last = fragments[^1].Fragment;
        double gap = Math.Max(last.After, next.Before);
        return ReferenceEquals(last.Frame, next.Frame) ? gap : gap + Padding(last.Frame, next.Frame) + Padding(next.Frame, last.Frame);
    }

    /// <summary>The inner white of the frames around a fragment that are not around another.</summary>
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

    /// <summary>Adds a fragment below.</summary>
    public void Add(Fragment fragment)
    {
        double top = Height + Gap(fragment);
        fragments.Add((fragment, top));
        heights.Add(fragment.Height);
        Height = top + fragment.Height;
    }

    /// <summary>The white between the fragments, all of it.</summary>
    public double White => Height - fragments.Sum(placed => placed.Fragment.Height);

    /// <summary>Places the fragments anew, as high as they are now, with part of the white between them.</summary>
    /// <param name="share">Which part, 0 to 1.</param>
    public void Tighten(double share)
    {
        double bottom = 0, before = 0;
        for (int i = 0; i < fragments.Count; i++)
        {
            (Fragment fragment, double top) = fragments[i];
            double white = top - before;
            before = top + heights[i];
            fragments[i] = (fragment, bottom + (white * share));
            heights[i] = fragment.Height;
            bottom = fragments[i].Top + fragment.Height;
        }

        Height = bottom;
    }

    /// <summary>Takes away the fragments from an index on and returns them.</summary>
    public List<Fragment> TakeFrom(int index)
    {
        List<Fragment> taken = [.. fragments.Skip(index).Select(placed => placed.Fragment)];
        fragments.RemoveRange(index, fragments.Count - index);
        heights.RemoveRange(index, heights.Count - index);
        Height = fragments.Count == 0 ? 0 : fragments[^1].Top + fragments[^1].Fragment.Height;
        return taken;
    }

    /// <summary>Draws the fragments, what is behind them first.</summary>
    public void Draw(PageCanvas canvas, double x, double y)
    {
        DrawFrames(canvas, x, y);
        foreach ((Fragment fragment, double top) in fragments)
        {
            foreach (int anchor in fragment.Anchors)
            {
                canvas.Document.Anchor(anchor, canvas.Here(x, y + top - 4));
            }

            // Once: a table's head is drawn again on each of its pages.
            fragment.Placed?.Invoke(new PagePlace(canvas.Here(x, y + top - 4), canvas.Label));
            fragment.Placed = null;
            fragment.Draw(canvas, x, y + top);
        }
    }

    // A frame reaches from the first to the last fragment in it, also where it is the frame around another one.
    private void DrawFrames(PageCanvas canvas, double x, double y)
    {
        Dictionary<Frame, (double Top, double Bottom)>? frames = null;
        foreach ((Fragment fragment, double top) in fragments)
        {
            for (Frame? frame = fragment.Frame; frame is not null; frame = frame.Parent)
            {
                frames ??= new(ReferenceEqualityComparer.Instance);
                frames[frame] =
                    (frames.TryGetValue(frame, out (double Top, double Bottom) before) ? before.Top : top, top + fragment.Height);
            }
        }

        foreach ((Frame frame, (double top, double bottom)) in frames?.OrderBy(frame => frame.Key.Depth)
            ?? Enumerable.Empty<KeyValuePair<Frame, (double, double)>>())
        {
            frame.Draw(canvas, x, y + top, y + bottom);
        }
    }
}
