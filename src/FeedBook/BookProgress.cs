namespace FeedBook;

/// <summary>How far a book is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">How many of this stage are done.</param>
/// <param name="Total">How many there are; may grow while sources are still being read.</param>
public sealed record BookProgress(BookStage Stage, int Done, int Total)
{
    /// <summary>What was done last: a feed's address, an item's title, a picture's address; null at a stage's start.</summary>
    public string? Item { get; init; }
}

/// <summary>The stages of making a book, in order.</summary>
public enum BookStage
{
    /// <summary>Feeds are fetched and read.</summary>
    Sources,

    /// <summary>Items' pages are fetched, where that is asked for.</summary>
    Pages,

    /// <summary>Items become articles.</summary>
    Articles,

    /// <summary>Pictures are fetched.</summary>
    Pictures,

    /// <summary>The book is written.</summary>
    Writing,
}
