namespace FeedBook;

/// <summary>
/// No book, or no feed, can be made at all: no source, no item in any source, a document that is no feed.
/// Trouble with one item or picture is a <see cref="Diagnostic"/> instead.
/// </summary>
public sealed class FeedBookException : Exception
{
    /// <summary>Says why, and what was found on the way.</summary>
    /// <param name="message">One sentence for people.</param>
    /// <param name="diagnostics">Everything reported until then.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public FeedBookException(string message, IReadOnlyList<Diagnostic>? diagnostics = null, Exception? innerException = null)
        : base(message, innerException) => Diagnostics = diagnostics ?? [];

    /// <summary>Everything reported until then; empty when nothing was.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>What became of each source of the book that was not made; empty when none was asked.</summary>
    public IReadOnlyList<SourceResult> Sources { get; init; } = [];
}
