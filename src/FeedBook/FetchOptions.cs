namespace FeedBook;

/// <summary>How the network is used.</summary>
public sealed record FetchOptions
{
    /// <summary>The defaults.</summary>
    public static FetchOptions Default { get; } = new();

    /// <summary>The most requests under way at once. At least 1. Default 16.</summary>
    public int MaxConcurrency { get; init; } = 16;
}
