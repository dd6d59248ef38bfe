namespace FeedBook;

/// <summary>
/// What became of one source of a book: one feed, also of a subscription list; the single items of a folder; items made in code.
/// </summary>
/// <param name="Name">As diagnostics name it in <see cref="Diagnostic.Source"/>: its address, path or section.</param>
public sealed record SourceResult(string Name)
{
    /// <summary>The title of the section its chapters stand in; null for none, or when the source failed.</summary>
    public string? Section { get; init; }

    /// <summary>How many items it has, before its options leave any out.</summary>
    public int Items { get; init; }

    /// <summary>How many of them are chapters; fewer than its options took where another source had the same item (FB112).</summary>
    public int Chapters { get; init; }

    /// <summary>Why it could not be read, as FB190 says it; null when it was read.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// Why it could not be read, as an id: FB150 to FB158 for what the network or the server did (404, time-out, refused), FB194 for too
    /// many sources, else FB190. Null when it was read.
    /// </summary>
    public string? FailureId { get; init; }
}
