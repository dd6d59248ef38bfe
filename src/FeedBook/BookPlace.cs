namespace FeedBook;

/// <summary>A place in a book that a link leads to.</summary>
/// <param name="Chapter">The chapter.</param>
public sealed record BookPlace(Chapter Chapter)
{
    /// <summary>The id of a block, item or span of its article or of a note; null for the chapter's start.</summary>
    public string? Id { get; init; }
}
