namespace FeedBook.Sample;

/// <summary>A bar on a terminal; elsewhere a plain line a stage.</summary>
internal sealed class ConsoleProgress(TextWriter errors) : IProgress<BookProgress>, IDisposable
{
    private const int Width = 30;

    private readonly Lock gate = new();
    private readonly bool terminal = !Console.IsErrorRedirected;
    private BookStage? stage;
    private int shown = -1;

    public void Report(BookProgress value)
    {
        lock (gate)
        {
            int filled = value.Total == 0 ? Width : (int)((long)value.Done * Width / value.Total);
            if (terminal && (stage != value.Stage || filled != shown))
            {
                errors.Write($"\r{value.Stage,-9} [{new string('#', filled).PadRight(Width, '.')}] {value.Done}/{value.Total} ");
            }
            else if (!terminal && value.Done == value.Total)
            {
                errors.WriteLine($"{value.Stage}: {value.Total}");
            }

            stage = value.Stage;
            shown = filled;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (terminal && stage is not null)
            {
                errors.Write($"\r{new string(' ', Width + 40)}\r");
                stage = null;
            }
        }
    }
}
