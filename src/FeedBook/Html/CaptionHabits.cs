using FeedBook.Html.Figures;
using FeedBook.Html.Pruning;

namespace FeedBook.Html;

/// <summary>
/// How one feed marks its captions: which shapes come up again and again. A weak sign of a caption becomes a good one where
/// the feed's other items use it too. Immutable; safe to share between threads.
/// </summary>
public sealed class CaptionHabits
{
    // Enough to see a habit, little enough to cost next to nothing beside reading the feed itself.
    private const int MostItems = 8, LongestItem = 200_000;

    private CaptionHabits(IEnumerable<KeyValuePair<CaptionShape, int>> shapes, FeedTails tails)
    {
        Shapes = new ShapeCounts(shapes);
        Tails = tails;
    }

    /// <summary>No habits.</summary>
    public static CaptionHabits None { get; } = new([], FeedTails.None);

    /// <summary>How often each shape came up.</summary>
    internal ShapeCounts Shapes { get; }

    /// <summary>The lines that the feed puts at its items' ends.</summary>
    internal FeedTails Tails { get; }

    /// <summary>Looks at some items of one feed, at most eight, and counts the shapes of their possible captions.</summary>
    /// <param name="items">Items of one feed; only the first ones with pictures are looked at.</param>
    public static CaptionHabits Learn(IEnumerable<FeedItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var counts = new Dictionary<CaptionShape, int>();
        int looked = 0;
        var tails = new FeedTails.Counter();
        foreach (FeedItem item in items)
        {
            if (tails.IsFull && looked == MostItems)
            {
                break;
            }

            string html = item.ContentHtml ?? item.SummaryHtml ?? "";
            tails.Add(html);
            if (looked == MostItems || html.Length > LongestItem || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (CaptionShape shape in ArticleReading.Shapes(html, item))
            {
                counts[shape] = counts.GetValueOrDefault(shape) + 1;
            }

            looked++;
        }

        return new CaptionHabits(counts, tails.Tails());
    }
}
