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

    /// <summary>The item it is all about, for the diagnostics; null when there is none.</summary>
    public string? Item { get; init; }

    public void Report(string id, string message, Uri? address = null, DiagnosticSeverity severity = DiagnosticSeverity.Info)
    {
        int count = counts.GetValueOrDefault(id) + 1;
        counts[id] = count;
        if (count <= MostOfOneKind)
        {
            diagnostics.Add(new Diagnostic(id, severity, message) { Item = Item, Address = address });
        }
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
