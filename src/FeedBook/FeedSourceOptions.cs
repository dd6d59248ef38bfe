namespace FeedBook;

/// <summary>How one source is read. What is null follows the book's own options.</summary>
public sealed record FeedSourceOptions
{
    /// <summary>The defaults.</summary>
    public static FeedSourceOptions Default { get; } = new();

    /// <summary>The title of the section its chapters stand in; null for the feed's own title.</summary>
    public string? Section { get; init; }

    /// <summary>The most items taken, newest first; null for all.</summary>
    public int? MaxItems { get; init; }

    /// <summary>How captions are recognised in this source; null for the book's own.</summary>
    public FigureOptions? Figures { get; init; }
}
