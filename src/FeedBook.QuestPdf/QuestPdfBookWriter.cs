using QuestPDF;
using QuestPDF.Fluent;

namespace FeedBook.QuestPdf;

/// <summary>
/// Writes a <see cref="Book"/> by QuestPDF, for apps that print with it already. Keeps no state between calls and may be used by several
/// threads at once; fonts that it registers with QuestPDF stay registered. QuestPDF's licence is the app's to choose and to set.
/// For tags, outline, hyphenation and full lines use FeedBook.Pdf.
/// </summary>
public sealed class QuestPdfBookWriter : IBookWriter
{
    // A page holds more than this; a book that wants more pages than that has run away.
    private const int FewestCharactersOfPage = 40;

    private readonly QuestPdfOptions options;

    /// <summary>Prepares a writer.</summary>
    /// <param name="options">How books are set; A4 when null.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public QuestPdfBookWriter(QuestPdfOptions? options = null)
    {
        this.options = options ?? new();
        this.options.Check();
    }

    /// <inheritdoc/>
    public string FileExtension => ".pdf";

    /// <inheritdoc/>
    public string MediaType => "application/pdf";

    /// <inheritdoc/>
    /// <exception cref="FeedBookException">QuestPDF could not lay the book out; its own exception is the inner one.</exception>
    public async Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(output);
        var print = new BookPrint(book, options, cancellationToken);
        await print.Images.ReadAsync(cancellationToken).ConfigureAwait(false);

        // QuestPDF writes as one waits; the caller's stream may be one that must not be blocked.
        string path = Path.GetTempFileName();
        try
        {
            await Task.Run(() => Generate(print, path), cancellationToken).ConfigureAwait(false);
            var made = new FileStream(path, FileMode.Open, FileAccess.Read);
            await using (made.ConfigureAwait(false))
            {
                await made.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            File.Delete(path);
        }

        return print.Diagnostics();
    }

    private static void Generate(BookPrint print, string path)
    {
        BookMetadata metadata = print.Book.Metadata;
        try
        {
            long characters = print.Book.Chapters.Sum(chapter => (long)Content.ContentText.Of(chapter.Article).Length);
            Allow((int)Math.Min(int.MaxValue, 1000 + (characters / FewestCharactersOfPage) + (20L * print.Book.Chapters.Count())));
            using FileStream file = new(path, FileMode.Create, FileAccess.Write);
            Document.Create(print.Compose).WithMetadata(new()
            {
                Title = metadata.Title,
                Author = string.Join(", ", metadata.Authors),
                Subject = metadata.Description ?? "",
                Creator = "FeedBook",
                CreationDate = metadata.Modified.UtcDateTime,
                ModifiedDate = metadata.Modified.UtcDateTime,
            }).GeneratePdf(file);
        }
        catch (Exception) when (print.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(print.Cancellation);
        }
        catch (Exception failure) when (failure.GetType().Assembly == typeof(Document).Assembly)
        {
            throw new FeedBookException($"QuestPDF could not lay out the book: {failure.Message}", print.Diagnostics(), failure);
        }
    }

    // Before 2023.10 QuestPDF stops at 250 pages unless told otherwise, for the whole process; later ones ignore it.
    private static void Allow(int pages)
    {
#pragma warning disable CS0618 // needed by the older ones
        if (Settings.DocumentLayoutExceptionThreshold < pages)
        {
            Settings.DocumentLayoutExceptionThreshold = pages;
        }
#pragma warning restore CS0618
    }
}
