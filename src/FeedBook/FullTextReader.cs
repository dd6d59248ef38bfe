using System.Collections.Immutable;
using FeedBook.Books;
using FeedBook.Feeds;
using FeedBook.Fetching;

namespace FeedBook;

/// <summary>
/// Puts the articles of items' pages in the place of a feed's summaries, as a book does that is built with
/// <see cref="BookOptions.FullText"/>; for whoever wants the feed and no book. Safe for use by many threads at once.
/// </summary>
/// <param name="loader">Where pages come from.</param>
/// <param name="options">Which pages are read, and by what.</param>
public sealed class FullTextReader(IResourceLoader loader, FullTextOptions options)
{
    /// <summary>Reads the pages of a feed's items.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The feed; what became of each page that was asked for is told in its diagnostics (FB130 to FB135, FB150 to FB158).
    /// </returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Feed> ReadAsync(Feed feed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ImmutableArray<FeedItem> texts =
            [.. feed.Items.Select(item => item with { ContentHtml = FullerText.Of(item, FeedText.Auto).Html, SummaryHtml = null })];
        var source = new ChosenSource(new ReadSource(feed.Title ?? "", feed.Title, feed,
            FeedSourceOptions.Default with { FullText = options.Choice }), texts);
        var diagnostics = new DiagnosticBag();
        var pages = new PageTexts(loader, BookOptions.Default with { FullText = options }, diagnostics, progress: null);
        ImmutableArray<ChosenSource> read = await pages.ReadAsync([source], cancellationToken).ConfigureAwait(false);
        return feed with
        {
            Items = [.. feed.Items.Zip(texts, read[0].Items).Select(each => each.Third == each.Second ? each.First : each.Third)],
            Diagnostics = [.. feed.Diagnostics, .. diagnostics.Report()],
        };
    }
}
