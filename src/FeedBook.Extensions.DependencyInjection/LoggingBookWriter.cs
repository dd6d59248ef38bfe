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
        foreach (Diagnostic diagnostic in diagnostics)
        {
            DiagnosticLog.Write(logger, diagnostic);
        }

        return diagnostics;
    }
}
