namespace FeedBook.Pdf.Text;

/// <summary>Each line takes as much as fits: for code, and where the caller asks for it.</summary>
internal static class FirstFit
{
    private const double Slack = 0.01;

    // A word is divided only where the line would else stay emptier than this.
    private const double FullEnough = 0.85;

    /// <summary>The indices of the places at which lines end, the last one included.</summary>
    public static int[] Find(LineItems items, LineShape shape, ParagraphStyle style)
    {
        LineMeasure measure = LineMeasure.Of(items);
        var path = new List<int>();
        int count = items.Places.Count;
        for (int from = 0; from < count;)
        {
            double width = shape.Line(path.Count).Width - (path.Count == 0 ? style.FirstIndent : 0);
            int whole = 0;
            int any = 0;
            for (int to = from + 1; to <= count; to++)
            {
                BreakPlace place = items.Places[to - 1];
                double line = measure.Line(from, to).Width;
                bool fits = line <= width + Slack;
                if (!fits && line - place.Before > width + Slack)
                {
                    break;
                }

                if (fits)
                {
                    any = to;
                    whole = place.Kind is LineEnd.Emergency || place.AddsHyphen ? whole : to;
                }

                if (place.Kind is LineEnd.Forced or LineEnd.Final)
                {
                    break;
                }
            }

            bool wholeIsFine = whole > 0
                && (items.Places[any - 1].Kind == LineEnd.Emergency || measure.Line(from, whole).Width >= width * FullEnough
                || items.Places[whole - 1].Kind is LineEnd.Forced or LineEnd.Final);
            int end = wholeIsFine ? whole : any > 0 ? any : from + 1;
            path.Add(end - 1);
            from = end;
        }

        return [.. path];
    }
}
