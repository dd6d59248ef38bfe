namespace FeedBook.Sample.Reports;

/// <summary>How results are told.</summary>
/// <param name="IsQuiet">Only errors.</param>
/// <param name="IsJson">One JSON document on the output.</param>
/// <param name="IsVerbose">What is usual is told too.</param>
internal sealed record ReportForm(bool IsQuiet, bool IsJson, bool IsVerbose);

/// <summary>A file that was written.</summary>
internal sealed record WrittenFile(string Path, string MediaType, string Device, long Bytes);

/// <summary>What came of a build.</summary>
internal sealed class Outcome
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<string, SourceResult> sources = new(StringComparer.Ordinal);

    public int ExitCode { get; set; }

    /// <summary>One sentence when the exit code is not 0; else null.</summary>
    public string? Message { get; set; }

    /// <summary>Whether only new items were asked for: that a source has none is then no problem.</summary>
    public bool IsForNews { get; init; }

    /// <summary>The book, also after its pictures are gone; null when there is none. The first one where several were made.</summary>
    public Book? Book { get; set; }

    public List<WrittenFile> Files { get; } = [];

    /// <summary>Why files that were asked for could not be written, a sentence each.</summary>
    public List<string> NotWritten { get; } = [];

    /// <summary>What was mended or left out in any of the books, each thing once.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Those of them that people should look at.</summary>
    public IEnumerable<Diagnostic> Problems =>
        diagnostics.Where(each => each.Severity != DiagnosticSeverity.Info && !(IsForNews && each.Id == DiagnosticIds.SourceEmpty));

    /// <summary>What became of each source; one that failed for any of the books counts as failed.</summary>
    public IReadOnlyCollection<SourceResult> Sources => sources.Values;

    public IEnumerable<SourceResult> Failed => sources.Values.Where(source => source.Failure is not null);

    public void Add(IEnumerable<Diagnostic> more) => diagnostics.AddRange(more.Where(each => !diagnostics.Contains(each)).ToList());

    public void Add(IEnumerable<SourceResult> more)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SourceResult source in more)
        {
            // A name may come twice: a subscription list may name a feed in two folders.
            int times = seen[source.Name] = seen.GetValueOrDefault(source.Name) + 1;
            string key = $"{source.Name}\n{times}";
            if (!sources.TryGetValue(key, out SourceResult? known) || (source.Failure is not null && known.Failure is null))
            {
                sources[key] = source;
            }
        }
    }
}
