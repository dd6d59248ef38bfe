using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>What is to be done with a picture.</summary>
internal enum ImageUse
{
    /// <summary>It stands on its own line and may have a caption.</summary>
    Block,

    /// <summary>It stands in a line of text: a formula, a smiley.</summary>
    Inline,

    /// <summary>It does not belong to the article.</summary>
    Dropped,
}

/// <summary>A picture found in the tree.</summary>
internal sealed class SourceImage(MarkupNode node, List<Uri> candidates)
{
    /// <summary>The element that shows it.</summary>
    public MarkupNode Node { get; } = node;

    /// <summary>Where it may be fetched, best first; never empty.</summary>
    public List<Uri> Candidates { get; } = candidates;

    public ImageUse Use { get; set; }

    public string? AlternativeText { get; init; }

    public string? Title { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }
}
