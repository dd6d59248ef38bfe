namespace FeedBook;

/// <summary>
/// Paints the cover of an e-book: upright, with picture, title and date, so that the issues on a shelf can be told apart.
/// FeedBook.Pdf has one, since it has the fonts. Implementations keep no state between calls and may be used by several threads at once.
/// </summary>
public interface ICoverPainter
{
    /// <summary>Paints a cover.</summary>
    /// <param name="cover">What stands on it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A JPEG or PNG; null when none can be painted here: the book then has the picture alone, or a cover without
    /// letters.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<ReadOnlyMemory<byte>?> PaintAsync(CoverDesign cover, CancellationToken cancellationToken = default);
}
