namespace FeedBook.Html.Tree;

/// <summary>
/// Reads what takes seconds so that its caller can leave at once. HtmlAgilityPack's parse, the longest part of it, takes no token: a caller
/// who gives up leaves it behind, and it ends by itself, since the length of what is read is limited.
/// </summary>
internal static class LongText
{
    /// <summary>From how many letters on a text is read on a thread of its own; a shorter one takes a fraction of a second.</summary>
    public const int Least = 500_000;

    /// <summary>Reads a text here, or, when it is long and the token can be cancelled, beside here.</summary>
    /// <param name="length">The text's letters.</param>
    /// <param name="read">Reads it. What it makes or throws after the cancellation is dropped, so it must touch nothing shared.</param>
    /// <param name="cancellationToken">Ends the waiting, and what <paramref name="read"/> itself asks of it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static T Read<T>(int length, Func<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (length < Least || !cancellationToken.CanBeCanceled)
        {
            return read();
        }

        // Not a thread of the pool, in which those who wait here stand as well.
        Task<T> reading = Task.Factory.StartNew(read, cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        return reading.WaitAsync(cancellationToken).GetAwaiter().GetResult();
    }
}
