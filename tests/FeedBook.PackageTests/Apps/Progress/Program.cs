// A stranger's program: progress as bars, by Spectre.Console.
using FeedBook;
using FeedBook.Pdf;
using Spectre.Console;

var bars = new Dictionary<BookStage, ProgressTask>();
await AnsiConsole.Progress().HideCompleted(false).StartAsync(async screen =>
{
    var progress = new Reporter(step =>
    {
        lock (bars)
        {
            ProgressTask bar = bars.TryGetValue(step.Stage, out ProgressTask? known) ? known
                : bars[step.Stage] = screen.AddTask(step.Stage.ToString(), maxValue: Math.Max(1, step.Total));
            bar.Value = step.Total == 0 ? 1 : step.Done;
        }
    });
    await using Book book = await new BookBuilder().AddFile("feed.json").BuildAsync(progress);
    await book.SaveAsEpubAsync("book.epub");
    await book.SaveAsPdfAsync("book.pdf");
});
foreach ((BookStage stage, ProgressTask bar) in bars)
{
    Console.WriteLine($"{stage}: {bar.Percentage:0} %");
}

internal sealed class Reporter(Action<BookProgress> report) : IProgress<BookProgress>
{
    public void Report(BookProgress value) => report(value);
}
