namespace FeedBook.Books;

/// <summary>Counts the steps of a stage from many threads.</summary>
internal sealed class ProgressCounter
{
    private readonly IProgress<BookProgress>? progress;
    private readonly BookStage stage;
    private readonly int total;
    private int done;

    public ProgressCounter(IProgress<BookProgress>? progress, BookStage stage, int total)
    {
        this.progress = progress;
        this.stage = stage;
        this.total = total;
        progress?.Report(new BookProgress(stage, 0, total));
    }

    public void Step(string? item) => progress?.Report(new BookProgress(stage, Interlocked.Increment(ref done), total) { Item = item });
}
