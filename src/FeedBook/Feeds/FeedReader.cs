using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// Reads feeds in every format and in every state of repair: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, OPML, archived items,
/// HTML pages. The format is found from the content, never from a name or a declared type. Safe for use from many threads.
/// </summary>
public static class FeedReader
{
    /// <summary>Reads a feed. An archived item and a plain HTML page are feeds of one item.</summary>
    /// <param name="stream">The bytes, read to their end or to the limit; not closed.</param>
    /// <param name="baseAddress">Where they came from, which relative addresses start from; null when unknown.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The feed; what was mended or left out is in its diagnostics.</returns>
    /// <exception cref="FeedBookException">There is no feed in it: it is empty, a subscription list, or nothing that can be
    /// read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Feed> ReadAsync(Stream stream, Uri? baseAddress = null, FeedReaderOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        FeedDocument document = await ReadDocumentAsync(stream, baseAddress, options, cancellationToken).ConfigureAwait(false);
        return document.Feed ?? throw new FeedBookException("The document is a list of feeds and holds no items.", document.Diagnostics);
    }

    /// <summary>Reads whatever the document is: a feed, a subscription list, or a page with the feeds it announces.</summary>
    /// <param name="stream">The bytes, read to their end or to the limit; not closed.</param>
    /// <param name="baseAddress">Where they came from, which relative addresses start from; null when unknown.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FeedBookException">It is none of these.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<FeedDocument> ReadDocumentAsync(Stream stream, Uri? baseAddress = null, FeedReaderOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= FeedReaderOptions.Default;
        options.Check();
        (ReadOnlyMemory<byte> bytes, bool cut) = await FeedBytes.ReadAsync(stream, options.MaxBytes, cancellationToken)
            .ConfigureAwait(false);
        return Read(bytes, cut, baseAddress is { IsAbsoluteUri: true } ? baseAddress : null, options, cancellationToken);
    }

    private static FeedDocument Read(ReadOnlyMemory<byte> bytes, bool cut, Uri? baseAddress, FeedReaderOptions options,
        CancellationToken cancellationToken)
    {
        var notes = new FeedNotes { MendDoubleEncoding = options.MendDoubleEncoding };
        DecodedAs encoding = TextDecoding.Choose(bytes.Span, options.Charset, options.IsCharsetCertain);
        if (encoding.Note is not null)
        {
            notes.Add(DiagnosticIds.EncodingMended, DiagnosticSeverity.Warning, encoding.Note);
        }

        if (cut)
        {
            notes.Add(DiagnosticIds.FeedTooLarge, DiagnosticSeverity.Warning,
                $"The feed has more than {options.MaxBytes} bytes; the rest was not read.");
        }

        var dispatch = new FeedDispatch(bytes, encoding, cut, baseAddress, options, notes, cancellationToken);
        if (dispatch.Read() is { } document)
        {
            bool twice = options.MendsWholeFeed && !options.MendDoubleEncoding && document.Feed is not null && notes.IsEncodedTwice;
            return twice ? Read(bytes, cut, baseAddress, options with { MendDoubleEncoding = true }, cancellationToken) : document;
        }

        string why = dispatch.IsBinary ? "The document is neither a feed nor a page: its bytes are no text."
            : "There is no feed in the document.";
        throw new FeedBookException(why, [.. notes.ToDiagnostics(), new Diagnostic(DiagnosticIds.NoFeed, DiagnosticSeverity.Error, why)]);
    }
}
