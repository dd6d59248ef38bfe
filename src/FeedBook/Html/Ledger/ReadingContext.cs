using System.Collections.Immutable;

namespace FeedBook.Html.Ledger;

/// <summary>What the parts of one reading share: where links start, the options, and what has been left out so far.</summary>
internal sealed class ReadingContext(Uri? baseAddress, ArticleOptions articles, FigureOptions figures)
{
    // One kind of diagnostic can come up thousands of times in one article; what is beyond this is counted, not told.
    private const int MostOfOneKind = 50;

    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public AddressResolver Addresses { get; } = new(baseAddress);

    public ArticleOptions Articles => articles;

    public FigureOptions Figures => figures;

    /// <summary>What accounts for every word of the source; null where nobody checks.</summary>
    public WordLedger? Ledger { get; init; }

    /// <summary>The item it is all about, for the diagnostics; null when there is none.</summary>
    public string? Item { get; init; }

    /// <summary>Whether the reading is still wanted; asked at every block and every thousand nodes.</summary>
    public CancellationToken Cancellation { get; init; }

    public void Report(string id, string message, Uri? address = null, DiagnosticSeverity severity = DiagnosticSeverity.Info)
    {
        int count = counts.GetValueOrDefault(id) + 1;
        counts[id] = count;
        if (count <= MostOfOneKind)
        {
            diagnostics.Add(new Diagnostic(id, severity, message) { Item = Item, Address = address });
        }
    }

    /// <summary>Reports words that are left out, and quotes them. Nothing with words goes without this.</summary>
    /// <param name="id">The diagnostic's id.</param>
    /// <param name="what">What was left out, as the start of a sentence: "A part of a form was left out".</param>
    /// <param name="text">The words.</param>
    /// <param name="severity">A warning where a browser shows the words and the book does not; information where no reader of a book misses
    /// them.</param>
    public void Tell(string id, string what, string text, DiagnosticSeverity severity = DiagnosticSeverity.Info)
    {
        Ledger?.Tell(text);
        Report(id, $"{what}: “{Excerpt(text)}”", severity: severity);
    }

    public ImmutableArray<Diagnostic> Diagnostics()
    {
        foreach ((string id, int count) in counts)
        {
            if (count > MostOfOneKind)
            {
                diagnostics.Add(new Diagnostic(id, DiagnosticSeverity.Info, $"{count - MostOfOneKind} more of the same.") { Item = Item });
            }
        }

        counts.Clear();
        return diagnostics.ToImmutable();
    }

    /// <summary>The first words of a text, for a message.</summary>
    public static string Excerpt(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…");
}
