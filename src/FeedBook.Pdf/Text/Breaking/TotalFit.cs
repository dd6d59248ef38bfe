namespace FeedBook.Pdf.Text;

/// <summary>
/// Breaks a whole paragraph at once, so that the sum of its lines' demerits is least (D. E. Knuth and M. F. Plass, "Breaking paragraphs
/// into lines", 1981). Demerits as in TeX.
/// </summary>
internal sealed class TotalFit
{
    /// <summary>Every line as good as TeX's first pass asks, without dividing words.</summary>
    public const double Strict = 1.1;

    /// <summary>Looser lines, and divided words.</summary>
    public const double Tolerant = 1.8;

    /// <summary>Titles: a line may be a quarter shorter than the measure.</summary>
    public const double Title = 2.2;

    /// <summary>Any line that holds its text.</summary>
    public const double Anything = double.PositiveInfinity;

    private const double Slack = 0.01;
    private const double LinePenalty = 10;
    private const double MismatchDemerits = 10_000;
    private const double DoubleHyphenDemerits = 10_000;
    private const double FinalHyphenDemerits = 5_000;

    // A paragraph whose last line is the rest of a word, shorter than this part of the measure: as bad as a line of the tolerant pass gets.
    private const double ScrapDemerits = 350_000;
    private const double ScrapWidth = 0.25;

    // A last line of one short word reads as if it had been forgotten: worth a line that is a little loose or tight elsewhere.
    private const double RuntDemerits = 60_000;
    private const double RuntWidth = 0.08;
    private const double OverfullDemerits = 1e9;
    private const double WorstBadness = 10_000;
    private const double HopelessRatio = 500;

    // Points: what a line without any space is taken to give.
    private const double LeastStretch = 0.25;

    // Where no good way is left, every line is weighed as if it gave this part of the measure more (TeX's \emergencystretch): the
    // looseness then spreads over the lines instead of gathering in the worst one.
    private const double EmergencyStretch = 0.1;

    // In ragged setting a line may stay short by this part of the measure before it counts as loose.
    private const double RaggedStretch = 0.12;

    private readonly LineItems _items;
    private readonly LineMeasure _measure;
    private readonly LineShape _shape;
    private readonly ParagraphStyle _style;
    private readonly double _tolerance;
    private readonly List<Node> _nodes = [];
    private readonly List<int> _active = [];
    private readonly List<Node> _found = [];

    private TotalFit(LineItems items, LineShape shape, ParagraphStyle style, double tolerance)
    {
        (_items, _shape, _style, _tolerance) = (items, shape, style, tolerance);
        _measure = LineMeasure.Of(items);
    }

    /// <summary>The indices of the places at which lines end, the last one included; null when no way keeps within the tolerance.</summary>
    public static int[]? Find(LineItems items, LineShape shape, ParagraphStyle style, double tolerance) =>
        new TotalFit(items, shape, style, tolerance).Find();

    private int[]? Find()
    {
        _nodes.Add(new Node(0, 0, 1, 0, -1));
        _active.Add(0);
        for (int place = 1; place <= _items.Places.Count; place++)
        {
            BreakPlace end = _items.Places[place - 1];
            bool forced = end.Kind is LineEnd.Forced or LineEnd.Final;
            _found.Clear();
            Node rescue = default;
            double leastOver = double.PositiveInfinity;
            int kept = 0;
            for (int k = 0; k < _active.Count; k++)
            {
                int index = _active[k];
                Node node = _nodes[index];
                bool fits = Try(index, node, place, end, forced, ref rescue, ref leastOver);
                if (fits && !forced)
                {
                    _active[kept++] = index;
                }
            }

            _active.RemoveRange(kept, _active.Count - kept);
            if (_found.Count == 0 && _active.Count == 0)
            {
                if (!double.IsPositiveInfinity(_tolerance))
                {
                    return null;
                }

                // Nothing fits and nothing ever will: the least overfull line is taken.
                _found.Add(rescue);
            }

            foreach (Node node in _found)
            {
                _active.Add(_nodes.Count);
                _nodes.Add(node);
            }
        }

        return _active.Count == 0 ? null : Path();
    }

    /// <summary>Weighs the line from a node to a place. False when the line is overfull and will stay so.</summary>
    private bool Try(int index, Node node, int place, BreakPlace end, bool forced, ref Node rescue, ref double leastOver)
    {
        LineMeasure.Sum line = _measure.Line(node.Place, place);
        double width = _shape.Line(node.Line).Width - (node.Line == 0 ? _style.FirstIndent : 0);
        bool justified = _style.Alignment == LineAlignment.Justify;
        double shrink = justified ? line.Shrink : 0;
        double room = width - line.Width;
        if (room < -shrink - Slack)
        {
            double over = -room - shrink;
            if (over < leastOver)
            {
                leastOver = over;
                rescue = new Node(place, node.Line + 1, 1, node.Demerits + (OverfullDemerits * (1 + over)), index);
            }

            // Without its hyphen the line may yet fit at a later place.
            return over <= end.Before;
        }

        double ratio;
        if (room < 0)
        {
            ratio = shrink <= 0 ? 0 : room / shrink;
        }
        else if (forced)
        {
            ratio = 0;
        }
        else
        {
            double stretch = justified ? line.Stretch : width * RaggedStretch;
            stretch += double.IsPositiveInfinity(_tolerance) ? width * EmergencyStretch : 0;
            ratio = room < Slack ? 0 : room / Math.Max(stretch, LeastStretch);
        }

        if (ratio > _tolerance)
        {
            return true;
        }

        double badness = 100 * Math.Abs(ratio * ratio * ratio);
        if (badness > WorstBadness)
        {
            // TeX stops counting here; then one hopeless line would be as bad as another, and a word could stand alone in it.
            badness = WorstBadness + (100 * Math.Min(ratio, HopelessRatio));
        }

        double sum = LinePenalty + badness + end.Penalty;
        double demerits = node.Demerits + (sum * sum);
        byte fitness = ratio < -0.5 ? (byte)0 : ratio <= 0.5 ? (byte)1 : ratio <= 1 ? (byte)2 : (byte)3;
        if (Math.Abs(fitness - node.Fitness) > 1)
        {
            demerits += MismatchDemerits;
        }

        bool afterHyphen = node.Place > 0 && _items.Places[node.Place - 1].Kind == LineEnd.Hyphenated;
        if (afterHyphen)
        {
            demerits += end.Kind == LineEnd.Hyphenated ? DoubleHyphenDemerits : end.Kind != LineEnd.Final ? 0
                : line.Stretch > Slack || line.Width > width * ScrapWidth ? FinalHyphenDemerits : ScrapDemerits;
        }

        if (end.Kind == LineEnd.Final && IsRunt(node.Place, line.Width, width))
        {
            demerits += RuntDemerits;
        }

        Keep(new Node(place, node.Line + 1, fitness, demerits, index));
        return true;
    }

    /// <summary>Whether lines that end at these places leave a scrap for the last one.</summary>
    public static bool EndsInRunt(LineItems items, LineShape shape, ParagraphStyle style, int[] path)
    {
        if (path.Length < 2)
        {
            return false;
        }

        var fit = new TotalFit(items, shape, style, Anything);
        int from = path[^2] + 1;
        return fit.IsRunt(from, fit._measure.Line(from, path[^1] + 1).Width, shape.Line(path.Length - 1).Width);
    }

    // What stands alone because its writer ended the line before it does so on purpose.
    private bool IsRunt(int from, double line, double width) =>
        from > 0 && line < width * RuntWidth && _items.Places[from - 1].Kind is not LineEnd.Forced;

    private void Keep(Node node)
    {
        // Where all further lines are alike, it does not matter how many there were.
        int limit = _shape.FirstCount + 1;
        for (int i = 0; i < _found.Count; i++)
        {
            if (_found[i].Fitness == node.Fitness && Math.Min(_found[i].Line, limit) == Math.Min(node.Line, limit))
            {
                if (node.Demerits < _found[i].Demerits)
                {
                    _found[i] = node;
                }

                return;
            }
        }

        _found.Add(node);
    }

    private int[] Path()
    {
        int best = _active[0];
        foreach (int index in _active)
        {
            if (_nodes[index].Demerits < _nodes[best].Demerits)
            {
                best = index;
            }
        }

        var path = new int[_nodes[best].Line];
        for (int at = path.Length - 1; at >= 0; at--)
        {
            path[at] = _nodes[best].Place - 1;
            best = _nodes[best].Previous;
        }

        return path;
    }

    private readonly record struct Node(int Place, int Line, byte Fitness, double Demerits, int Previous);
}
