namespace FeedBook;

/// <summary>
/// Writes a <see cref="Book"/> in one format: the seam through which a format is added. Implementations keep no state
/// between calls and may be used by several threads at once.
/// </summary>
public interface IBookWriter
{
    /// <summary>The format's usual file extension, with its dot: <c>.epub</c>.</summary>
    string FileExtension { get; }

    /// <summary>The format's media type: <c>application/epub+zip</c>.</summary>
    string MediaType { get; }

    /// <summary>Writes the book. The stream is written from its position on, need not seek, and stays open.</summary>
    /// <param name="book">The book; it must not be disposed while it is written.</param>
    /// <param name="output">Where to; any writable stream.</param>
    /// <param name="cancellationToken">Ends the writing early; what was written by then is not a book.</param>
    /// <returns>What the format could not show (FB4xx); empty when it shows everything.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default);
}
