namespace FeedBook.Pdf.Text;

/// <summary>Adds places inside what no line can hold: a long word, an address, a row of full stops.</summary>
internal static class EmergencyBreaks
{
    private const int AnywherePenalty = 3000;
    private const int AfterSignPenalty = 800;
    private const double Slack = 0.01;

    /// <summary>The same items when all pieces fit the width. Only justified lines shrink their room to hold a piece.</summary>
    public static LineItems Add(ShapedParagraph paragraph, LineItems items, double width, out bool added)
    {
        added = false;
        LineMeasure measure = LineMeasure.Of(items);
        LineItems? result = null;
        bool shrinks = paragraph.Style.Alignment == LineAlignment.Justify;
        int item = 0;
        for (int k = 0; k < items.Places.Count; k++)
        {
            BreakPlace place = items.Places[k];
            LineMeasure.Sum piece = measure.Line(k, k + 1);
            bool tooWide = piece.Width - (shrinks ? piece.Shrink : 0) > width + Slack;
            if (tooWide && result is null)
            {
                result = new LineItems();
                result.Items.AddRange(items.Items[..item]);
                result.Places.AddRange(items.Places[..k]);
            }

            if (result is not null)
            {
                Copy(paragraph, items, item, place.Item, result, tooWide);
                result.Places.Add(place with { Item = result.Items.Count });
                if (place.Splits)
                {
                    result.Items.Add(items.Items[place.Item]);
                }
            }

            item = place.Splits ? place.Item + 1 : place.Item;
        }

        if (result is null)
        {
            return items;
        }

        result.Items.AddRange(items.Items[item..]);
        added = true;
        return result;
    }

    private static void Copy(ShapedParagraph paragraph, LineItems items, int from, int to, LineItems result, bool cut)
    {
        bool inkBefore = false;
        for (int i = from; i < to; i++)
        {
            LineItem item = items.Items[i];
            if (!cut || item.IsGlue)
            {
                result.Items.Add(item);
                continue;
            }

            bool attached = item.Run < 0 && paragraph.Boxes.TryGetValue(item.TextStart, out InlineBox? box)
                && box.Kind == InlineBoxKind.Attached;
            if (inkBefore && item.TextStart > 0 && !attached)
            {
                AddPlace(paragraph, result, item.TextStart);
            }

            inkBefore = true;
            if (item.Run < 0 || item.Shift != 0 || item.Stretch != 0)
            {
                result.Items.Add(item);
                continue;
            }

            CutIntoClusters(paragraph, item, result);
        }
    }

    private static void CutIntoClusters(ShapedParagraph paragraph, LineItem item, LineItems result)
    {
        List<ShapedGlyph> glyphs = paragraph.Glyphs;
        float natural = 0;
        for (int g = item.GlyphStart; g < item.GlyphEnd; g++)
        {
            natural += glyphs[g].Advance;
        }

        for (int g = item.GlyphStart; g < item.GlyphEnd;)
        {
            int next = g;
            float width = 0;
            do
            {
                width += glyphs[next].Advance;
                next++;
            }
            while (next < item.GlyphEnd && (glyphs[next].Cluster == glyphs[g].Cluster || glyphs[next].Advance == 0));

            int start = g == item.GlyphStart ? item.TextStart : glyphs[g].Cluster;
            int end = next < item.GlyphEnd ? glyphs[next].Cluster : item.TextEnd;
            if (g > item.GlyphStart)
            {
                AddPlace(paragraph, result, start);
            }
            else if (next == item.GlyphEnd && natural != item.Width)
            {
                // One cluster whose blank half was taken off keeps the width that it was given.
                width = item.Width;
            }

            result.Items.Add(item with { Width = width, TextStart = start, TextEnd = end, GlyphStart = g, GlyphEnd = next });
            g = next;
        }
    }

    private static void AddPlace(ShapedParagraph paragraph, LineItems result, int at)
    {
        int penalty = paragraph.Text[at - 1] is '.' or '-' or '_' or '?' or '&' or '=' or '%' or ',' or ';' or ':' or '/' or '+' or '#'
            or '(' or '[' or '{'
            ? AfterSignPenalty : AnywherePenalty;
        result.Places.Add(new BreakPlace(result.Items.Count, at, penalty, LineEnd.Emergency));
    }
}
