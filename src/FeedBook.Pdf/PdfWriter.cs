using FeedBook.Pdf.Layout;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf;

/// <summary>
/// Writes a <see cref="Book"/> as PDF 1.7: tagged (PDF/UA-1), streaming, with subset fonts. Keeps no state between calls and
/// may be used by several threads at once. The same book, options and fonts give the same bytes.
/// </summary>
public sealed class PdfWriter : IBookWriter
{
    private readonly PdfOptions options;

    /// <summary>Prepares a writer.</summary>
    /// <param name="options">How books are set; A4 when null.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public PdfWriter(PdfOptions? options = null)
    {
        this.options = options ?? PdfOptions.A4;
        this.options.Check();
    }

    /// <inheritdoc/>
    public string FileExtension => ".pdf";

    /// <inheritdoc/>
    public string MediaType => "application/pdf";

    /// <inheritdoc/>
    /// <exception cref="FeedBookException">There is no font: neither in the options nor in the packages FeedBook.Fonts, FeedBook.Fonts.Cjk
    /// and FeedBook.Fonts.World.</exception>
    public async Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(output);
        var fonts = new FontLibrary(options.Fonts.Count > 0 ? options.Fonts : PackagedFonts.Find());
        IReadOnlyList<Diagnostic> diagnostics =
            await BookPrinter.PrintAsync(book, options, fonts, output, cancellationToken).ConfigureAwait(false);
        book.Written(diagnostics);
        return diagnostics;
    }
}
