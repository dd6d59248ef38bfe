using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook;

/// <summary>What stands on a cover that an <see cref="ICoverPainter"/> paints.</summary>
public sealed record CoverDesign
{
    /// <summary>The book's title.</summary>
    public required string Title { get; init; }

    /// <summary>The subtitle; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The date, written as readers of the language write it; null for none.</summary>
    public string? Date { get; init; }

    /// <summary>The titles of the book's sections, in order; may be empty.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The language of these words, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The direction of the book.</summary>
    public TextDirection Direction { get; init; }

    /// <summary>The picture; null for none.</summary>
    public StoredImage? Picture { get; init; }
}
