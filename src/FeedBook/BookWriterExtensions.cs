using FeedBook.Books;
using FeedBook.Epub;

namespace FeedBook;

/// <summary>Writes books to files.</summary>
public static class BookWriterExtensions
{
    /// <summary>
    /// Writes a book to a file, in any format. The book is written beside the file and moved into its place when it is whole: a failed or
    /// cancelled writing leaves nothing behind, and an older file as it was. What a killed process left is taken away by the next book in
    /// the same folder.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="writer">The format.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What the format could not show.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<IReadOnlyList<Diagnostic>> SaveAsync(this Book book, IBookWriter writer, string path,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentException.ThrowIfNullOrEmpty(path);
        PartFile part = PartFile.For(Path.GetFullPath(path));
        await using (part.ConfigureAwait(false))
        {
            IReadOnlyList<Diagnostic> diagnostics = await writer.WriteAsync(book, part.Content, cancellationToken).ConfigureAwait(false);
            await part.MoveAsync(cancellationToken).ConfigureAwait(false);
            book.Written(diagnostics);
            return diagnostics;
        }
    }

    /// <summary>Writes a book to a stream, in any format; see <see cref="IBookWriter.WriteAsync"/>.</summary>
    /// <param name="book">The book.</param>
    /// <param name="writer">The format.</param>
    /// <param name="output">Where to; any writable stream. It stays open.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What the format could not show.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    public static async Task<IReadOnlyList<Diagnostic>> SaveAsync(this Book book, IBookWriter writer, Stream output,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(output);
        IReadOnlyList<Diagnostic> diagnostics = await writer.WriteAsync(book, output, cancellationToken).ConfigureAwait(false);
        book.Written(diagnostics);
        return diagnostics;
    }

    /// <summary>Writes a book to an EPUB file; see <see cref="SaveAsync(Book, IBookWriter, string, CancellationToken)"/>.</summary>
    /// <param name="book">The book.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="options">How; null for <see cref="EpubOptions.Standard"/>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What the format could not show.</returns>
    public static Task<IReadOnlyList<Diagnostic>> SaveAsEpubAsync(this Book book, string path, EpubOptions? options = null,
        CancellationToken cancellationToken = default) =>
        book.SaveAsync(new EpubWriter(options), path, cancellationToken);

    /// <summary>Writes a book to a stream as EPUB, such as the body of an answer; see <see cref="IBookWriter.WriteAsync"/>.</summary>
    /// <param name="book">The book.</param>
    /// <param name="output">Where to; any writable stream. It stays open.</param>
    /// <param name="options">How; null for <see cref="EpubOptions.Standard"/>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What the format could not show.</returns>
    public static Task<IReadOnlyList<Diagnostic>> SaveAsEpubAsync(this Book book, Stream output, EpubOptions? options = null,
        CancellationToken cancellationToken = default) =>
        book.SaveAsync(new EpubWriter(options), output, cancellationToken);
}
