using System.Collections.Immutable;

namespace FeedBook.Books;

/// <summary>Gathers diagnostics from many threads. <see cref="Report"/> orders them, so that two runs report alike.</summary>
internal sealed class DiagnosticBag
{
    private readonly Lock gate = new();
    private readonly List<Diagnostic> all = [];

    public void Add(Diagnostic diagnostic)
    {
        lock (gate)
        {
            all.Add(diagnostic);
        }
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>Everything so far: errors first, then by id, source, item and address.</summary>
    public ImmutableArray<Diagnostic> Report()
    {
        lock (gate)
        {
            return [.. all.OrderByDescending(each => each.Severity)
                .ThenBy(each => each.Id, StringComparer.Ordinal)
                .ThenBy(each => each.Source, StringComparer.Ordinal)
                .ThenBy(each => each.Item, StringComparer.Ordinal)
                .ThenBy(each => each.Address?.OriginalString, StringComparer.Ordinal)
                .ThenBy(each => each.Message, StringComparer.Ordinal)];
        }
    }
}
