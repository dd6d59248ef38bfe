using Microsoft.Extensions.Logging;

namespace FeedBook.Extensions.DependencyInjection;

/// <summary>A writer whose diagnostics are logged as well as returned.</summary>
internal sealed class LoggingBookWriter(IBookWriter writer, ILogger logger) : IBookWriter
{
    public string FileExtension => writer.FileExtension;

    public string MediaType => writer.MediaType;

    public async Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Diagnostic> diagnostics = await writer.WriteAsync(book, output, cancellationToken).ConfigureAwait(false);
        // Who made the book may have named a log for it; it has them already.
        if (book.Listeners is not { HearDiagnostics: true })
        {
            foreach (Diagnostic diagnostic in diagnostics)
            {
                DiagnosticLog.Write(logger, diagnostic);
            }
        }

        return diagnostics;
    }
}
