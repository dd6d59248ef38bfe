using Spectre.Console;
using Spectre.Console.Rendering;

namespace FeedBook.Sample;

/// <summary>Progress: bars on a screen; elsewhere a plain line a stage; nothing where quiet is asked for.</summary>
internal static class ShownProgress
{
    /// <summary>Does the work and shows how far it is.</summary>
    public static Task RunAsync(Terminal terminal, bool isQuiet, Func<IProgress<BookProgress>?, Task> work)
    {
        if (isQuiet)
        {
            return work(null);
        }

        if (!terminal.IsErrorScreen)
        {
            return work(new Listener(step =>
            {
                if (step.Done == step.Total)
                {
                    terminal.Error.WriteLine($"{step.Stage}: {step.Total}");
                }
            }));
        }

        return terminal.Screen().Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn(),
                new SpinnerColumn())
            .StartAsync(screen =>
            {
                var bars = new Dictionary<BookStage, ProgressTask>();
                return work(new Listener(step =>
                {
                    ProgressTask bar = bars.TryGetValue(step.Stage, out ProgressTask? known) ? known
                        : bars[step.Stage] = screen.AddTask(step.Stage.ToString());
                    bar.MaxValue = Math.Max(1, step.Total);
                    bar.Value = step.Total == 0 ? 1 : step.Done;
                }));
            });
    }

    /// <summary>Reports come from several threads.</summary>
    private sealed class Listener(Action<BookProgress> report) : IProgress<BookProgress>
    {
        private readonly Lock gate = new();

        public void Report(BookProgress value)
        {
            lock (gate)
            {
                report(value);
            }
        }
    }

    /// <summary>How many are done, of how many.</summary>
    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Paragraph($"{task.Value:0}/{task.MaxValue:0}");
    }
}
