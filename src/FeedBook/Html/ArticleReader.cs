using System.Collections.Frozen;
using FeedBook.Content;
using FeedBook.Feeds;
using FeedBook.Html.Ledger;
using FeedBook.Text;

namespace FeedBook.Html;

/// <summary>Reads the HTML of feed items and pages into articles. Safe to share between threads.</summary>
/// <param name="articles">How HTML becomes an article; null for <see cref="ArticleOptions.Default"/>.</param>
/// <param name="figures">How captions and credits are recognised; null for <see cref="FigureOptions.Default"/>.</param>
public sealed class ArticleReader(ArticleOptions? articles = null, FigureOptions? figures = null)
{
    private readonly ArticleOptions articles = articles ?? ArticleOptions.Default;
    private readonly FigureOptions figures = figures ?? FigureOptions.Default;
    private readonly ReadingSelectors selectors = new(articles ?? ArticleOptions.Default, figures ?? FigureOptions.Default);

    /// <summary>Reads HTML: a fragment or a whole page. Any text at all gives an article; nothing in it makes this throw.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="baseAddress">Where its relative addresses start; null when unknown, and relative links and pictures are then
    /// lost.</param>
    /// <param name="cancellationToken">Ends the reading of a long article on the way.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Article Read(string html, Uri? baseAddress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        return new ArticleReading(articles, figures, selectors).Read(html, HtmlBase.Of(html, baseAddress), cancellationToken);
    }

    /// <summary>
    /// Reads a feed item: its content, or else its summary. What the feed attaches joins in: a picture that the text lacks
    /// comes first, and its description is its caption.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="habits">How the item's feed marks its captions; null when not known.</param>
    /// <param name="cancellationToken">Ends the reading of a long article on the way.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Article Read(FeedItem item, CaptionHabits? habits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Read(item, habits, FrozenSet<string>.Empty, cancellationToken);
    }

    /// <summary>Reads a feed item into which other articles link.</summary>
    /// <param name="item">The item.</param>
    /// <param name="habits">How the item's feed marks its captions; null when not known.</param>
    /// <param name="linkedPlaces">The names of the places that other articles' links lead to.</param>
    /// <param name="cancellationToken">Ends the reading of a long article on the way.</param>
    internal Article Read(FeedItem item, CaptionHabits? habits, IReadOnlySet<string> linkedPlaces, CancellationToken cancellationToken)
    {
        var reading = new ArticleReading(articles, figures, selectors) { Item = item, Habits = habits, LinkedPlaces = linkedPlaces };
        string html = FullerText.Of(item, FeedText.Auto).Html ?? "";
        return reading.Read(html, HtmlBase.Of(html, item.BaseAddress ?? item.Address), cancellationToken);
    }

    /// <summary>Reads a feed item, and tells what became of each of its words.</summary>
    internal Article Read(FeedItem item, out WordAccount words)
    {
        var reading = new ArticleReading(articles, figures, selectors) { Item = item, Ledger = new WordLedger() };
        Article article = reading.Read(FullerText.Of(item, FeedText.Auto).Html ?? "", item.BaseAddress ?? item.Address);
        words = reading.Words!;
        return article;
    }
}
