namespace FeedBook.Books;

/// <summary>How many addresses may still be read as sources. Safe for use by several threads at once.</summary>
internal sealed class SourceBudget(int most)
{
    private int left = most;

    /// <summary>The most in all.</summary>
    public int Most { get; } = most;

    /// <summary>Takes one; false where there is none left.</summary>
    public bool TryTake() => Interlocked.Decrement(ref left) >= 0;
}
