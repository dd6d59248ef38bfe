using System.Collections.Immutable;

namespace FeedBook.Books;

/// <summary>
/// Whom a caller has named to be told of diagnostics and of progress. One that throws is told nothing more, and that is a diagnostic: who
/// listens never costs the book. Safe for many callers at once.
/// </summary>
internal sealed class BookListeners(IReadOnlyList<Action<Diagnostic>> reports, IProgress<BookProgress>? progress) : IProgress<BookProgress>
{
    private readonly Lock turn = new();
    private readonly HashSet<object> failed = new(ReferenceEqualityComparer.Instance);
    private readonly List<Diagnostic> failures = [];

    /// <summary>Whether anybody is told of diagnostics.</summary>
    public bool HearDiagnostics => reports.Count > 0;

    /// <summary>Tells of progress.</summary>
    public void Report(BookProgress value)
    {
        if (progress is not null)
        {
            Tell(progress, listener => ((IProgress<BookProgress>)listener).Report(value), "progress");
        }
    }

    /// <summary>Tells of diagnostics, each once to each.</summary>
    /// <returns>The same, and what went wrong with the listeners since this was asked for last.</returns>
    public ImmutableArray<Diagnostic> Tell(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (Action<Diagnostic> report in reports)
        {
            foreach (Diagnostic diagnostic in diagnostics)
            {
                Tell(report, listener => ((Action<Diagnostic>)listener)(diagnostic), "diagnostics");
            }
        }

        lock (turn)
        {
            diagnostics = [.. diagnostics, .. failures];
            failures.Clear();
            return diagnostics;
        }
    }

    private void Tell(object listener, Action<object> tell, string what)
    {
        lock (turn)
        {
            if (failed.Contains(listener))
            {
                return;
            }
        }

        try
        {
            tell(listener);
        }
        catch (Exception exception)
        {
            // The caller's code may fail in any way.
            lock (turn)
            {
                if (failed.Add(listener))
                {
                    failures.Add(new Diagnostic(DiagnosticIds.ListenerFailed, DiagnosticSeverity.Warning,
                        $"Who listens to {what} failed and was not told more: {exception.Message}"));
                }
            }
        }
    }
}
