using System.Collections.Frozen;

namespace FeedBook.Html.Figures;

/// <summary>How often each shape of a possible caption comes up in one feed. Immutable; safe to share between threads.</summary>
internal sealed class ShapeCounts(IEnumerable<KeyValuePair<CaptionShape, int>> shapes)
{
    private readonly FrozenDictionary<CaptionShape, int> shapes = shapes.ToFrozenDictionary();

    /// <summary>How often the feed shows this shape; 0 for one that it does not show.</summary>
    public int Of(CaptionShape shape) => shapes.GetValueOrDefault(shape);
}
