namespace FeedBook;

/// <summary>Which pictures a book takes and how they are fitted to a device.</summary>
public sealed record ImageOptions
{
    /// <summary>The defaults: pictures as published.</summary>
    public static ImageOptions Original { get; } = new();

    /// <summary>Whether pictures are fetched at all. When false each leaves its alternative text and caption. Default true.</summary>
    public bool Include { get; init; } = true;
}
