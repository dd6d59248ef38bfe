namespace FeedBook;

/// <summary>How much a <see cref="Diagnostic"/> matters to who reads the book.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is missing.</summary>
    Info,

    /// <summary>Something small was mended, replaced or left out.</summary>
    Warning,

    /// <summary>Something that was asked for is not in the book: a feed, an item.</summary>
    Error,
}

/// <summary>
/// One thing that was mended, replaced or left out on the way from feed to book. Trouble with one feed, item or picture
/// is reported this way and never thrown.
/// </summary>
/// <param name="Id">A stable id from <see cref="DiagnosticIds"/>: <c>FB1xx</c> feeds and fetching, <c>FB2xx</c> articles, <c>FB3xx</c>
/// pictures, <c>FB4xx</c> writers.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence in English, for people; its wording may change.</param>
public sealed record Diagnostic(string Id, DiagnosticSeverity Severity, string Message)
{
    /// <summary>The feed, file or folder it concerns, as the caller named it; null when it concerns none in particular.</summary>
    public string? Source { get; init; }

    /// <summary>The title or id of the item it concerns; null when it concerns none in particular.</summary>
    public string? Item { get; init; }

    /// <summary>
    /// The address it concerns (a picture, a link, a feed); null when there is none. <c>data:</c> addresses are cut short.
    /// </summary>
    public Uri? Address { get; init; }

    /// <summary>The diagnostic on one line, as the sample app prints it; a very long title is cut.</summary>
    public override string ToString() =>
        string.Concat(Id, " ", Message, Item is null ? "" : $" [{Text.ShortLabel.Of(Item)}]", Source is null ? "" : $" ({Source})",
            Address is null ? "" : $" <{Address}>");
}
