namespace FeedBook.Pdf;

/// <summary>Saves books as PDF files.</summary>
public static class PdfBookExtensions
{
    /// <summary>Writes a book to a PDF file; see
    /// <see cref="BookWriterExtensions.SaveAsync(Book, IBookWriter, string, CancellationToken)"/>.</summary>
    /// <param name="book">The book.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="options">How the book is set; null for <see cref="PdfOptions.A4"/>.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is left behind.</param>
    /// <returns>What the format could not show (FB450 to FB499).</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="FeedBookException">There is no font.</exception>
    public static Task<IReadOnlyList<Diagnostic>> SaveAsPdfAsync(this Book book, string path, PdfOptions? options = null,
        CancellationToken cancellationToken = default) =>
        book.SaveAsync(new PdfWriter(options), path, cancellationToken);

    /// <summary>Writes a book to a stream as PDF; see <see cref="IBookWriter.WriteAsync"/>.</summary>
    /// <param name="book">The book.</param>
    /// <param name="output">Where to; any writable stream. It stays open.</param>
    /// <param name="options">How the book is set; null for <see cref="PdfOptions.A4"/>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What the format could not show (FB450 to FB499).</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="FeedBookException">There is no font.</exception>
    public static Task<IReadOnlyList<Diagnostic>> SaveAsPdfAsync(this Book book, Stream output, PdfOptions? options = null,
        CancellationToken cancellationToken = default) =>
        book.SaveAsync(new PdfWriter(options), output, cancellationToken);
}
