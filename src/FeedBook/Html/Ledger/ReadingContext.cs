using System.Collections.Immutable;

namespace FeedBook.Html.Ledger;

/// <summary>What the parts of one reading share: where links start, the options, and what has been left out so far.</summary>
internal sealed class ReadingContext(Uri? baseAddress, ArticleOptions articles, FigureOptions figures)
{
    // One kind of diagnostic can come up thousands of times in one article; what is beyond this is counted, not told.
    private const int MostOfOneKind = 50;

    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<string, (int Count, DiagnosticSeverity Beyond)> counts = new(StringComparer.Ordinal);

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
        (int count, DiagnosticSeverity beyond) = counts.GetValueOrDefault(id, (0, DiagnosticSeverity.Info));
        if (++count <= MostOfOneKind)
        {
            diagnostics.Add(new Diagnostic(id, severity, message) { Item = Item, Address = address });
        }
        else if (severity > beyond)
        {
            // Lost words that are only counted are lost words all the same.
            beyond = severity;
        }

        counts[id] = (count, beyond);
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

    /// <summary>
    /// Reports words that stand for something else where it cannot be shown, and quotes them whole: they may be a sentence of the article.
    /// </summary>
    public void TellReplacement(string what, string text)
    {
        Ledger?.Tell(text);
        Report(DiagnosticIds.ScriptedContent, $"{what}: “{text}”");
    }

    public ImmutableArray<Diagnostic> Diagnostics()
    {
        foreach ((string id, (int count, DiagnosticSeverity beyond)) in counts)
        {
            if (count > MostOfOneKind)
            {
                diagnostics.Add(new Diagnostic(id, beyond, $"{count - MostOfOneKind} more of the same.") { Item = Item });
            }
        }

        counts.Clear();
        return diagnostics.ToImmutable();
    }

    /// <summary>The first words of a text, for a message.</summary>
    public static string Excerpt(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…");
}
