namespace FeedBook.Sample;

/// <summary>A bar on a screen; elsewhere a plain line a stage; nothing where quiet is asked for.</summary>
internal sealed class ConsoleProgress(Terminal terminal, bool quiet) : IProgress<BookProgress>, IDisposable
{
    private const int Width = 30;

    private readonly Lock gate = new();
    private BookStage? stage;
    private int shown = -1;

    public void Report(BookProgress value)
    {
        if (quiet)
        {
            return;
        }

        lock (gate)
        {
            int filled = value.Total == 0 ? Width : (int)((long)value.Done * Width / value.Total);
            if (terminal.IsErrorScreen && (stage != value.Stage || filled != shown))
            {
                terminal.Error.Write($"\r{value.Stage,-9} [{new string('#', filled).PadRight(Width, '.')}] {value.Done}/{value.Total} ");
            }
            else if (!terminal.IsErrorScreen && value.Done == value.Total)
            {
                terminal.Error.WriteLine($"{value.Stage}: {value.Total}");
            }

            stage = value.Stage;
            shown = filled;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (terminal.IsErrorScreen && stage is not null)
            {
                terminal.Error.Write($"\r{new string(' ', Width + 40)}\r");
                stage = null;
            }
        }
    }
}
