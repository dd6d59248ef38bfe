using FeedBook.Epub;

namespace FeedBook;

/// <summary>Writes books to files.</summary>
public static class BookWriterExtensions
{
    /// <summary>
    /// Writes a book to a file, in any format. The book is written beside the file and moved into its place when it is whole: a failed or
    /// cancelled writing leaves nothing behind, and an older file as it was.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="writer">The format.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What the format could not show.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<IReadOnlyList<Diagnostic>> SaveAsync(this Book book, IBookWriter writer, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Path.GetFullPath(path);
        string beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.part");
        try
        {
            IReadOnlyList<Diagnostic> diagnostics;
            var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                diagnostics = await writer.WriteAsync(book, file, cancellationToken).ConfigureAwait(false);

                // Without this a crash of the machine soon after the move could leave an empty file where an older book was.
                await file.FlushAsync(cancellationToken).ConfigureAwait(false);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }

            File.Move(beside, target, overwrite: true);
            return diagnostics;
        }
        finally
        {
            // After a move there is nothing left here; after anything else the part is worthless.
            File.Delete(beside);
        }
    }

    /// <summary>Writes a book to an EPUB file; see <see cref="SaveAsync"/>.</summary>
    /// <param name="book">The book.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="options">How; null for <see cref="EpubOptions.Standard"/>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What the format could not show.</returns>
    public static Task<IReadOnlyList<Diagnostic>> SaveAsEpubAsync(this Book book, string path, EpubOptions? options = null, CancellationToken cancellationToken = default) =>
        book.SaveAsync(new EpubWriter(options), path, cancellationToken);
}
