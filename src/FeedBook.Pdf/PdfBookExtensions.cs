namespace FeedBook.Pdf;

/// <summary>Saves books as PDF files.</summary>
public static class PdfBookExtensions
{
    /// <summary>
    /// Writes the book to a file. It is written beside its place and moved there when it is whole: an earlier file stays until
    /// then, and stays altogether when the writing fails.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="path">The file's path; its folder is made where it is missing.</param>
    /// <param name="options">How the book is set; A4 when null.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is left behind.</param>
    /// <returns>What the format could not show (FB450 to FB499).</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="FeedBookException">There is no font.</exception>
    public static async Task<IReadOnlyList<Diagnostic>> SaveAsPdfAsync(this Book book, string path, PdfOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string beside = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            IReadOnlyList<Diagnostic> diagnostics;
            FileStream file = new(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                diagnostics = await new PdfWriter(options).WriteAsync(book, file, cancellationToken).ConfigureAwait(false);
            }

            File.Move(beside, full, overwrite: true);
            return diagnostics;
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
