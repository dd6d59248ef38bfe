namespace FeedBook;

/// <summary>
/// Whether an item's page is read in place of its feed's text. Nothing is asked for without an <see cref="Extractor"/>.
/// </summary>
public sealed record FullTextOptions
{
    /// <summary>The defaults: no extractor, so that no page is asked for.</summary>
    public static FullTextOptions Default { get; } = new();

    /// <summary>
    /// What finds the article in a page, such as <c>ArticleExtractor</c> of the package FeedBook.FullText; null (the default) reads none.
    /// </summary>
    public IArticleExtractor? Extractor { get; init; }

    /// <summary>
    /// Which items' pages are asked for. A source's own <see cref="FeedSourceOptions.FullText"/> goes before it. Default
    /// <see cref="FullTextChoice.WhenSummaryOnly"/>.
    /// </summary>
    public FullTextChoice Choice { get; init; } = FullTextChoice.WhenSummaryOnly;

    /// <summary>The most pages of one article that are joined (<c>rel=next</c>); at least 1. Default 10.</summary>
    public int MaxPages { get; init; } = 10;

    /// <summary>The most time for all pages of a book; those that have not arrived keep their feed's text (FB154). Default 10
    /// minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether a site's <c>robots.txt</c> is asked first and honoured (FB133). Default false: a reader's program asks for the pages that
    /// the reader would open.
    /// </summary>
    public bool HonourRobots { get; init; }

    /// <summary>Which version of a page is read where it names others. Default <see cref="PageVersion.Page"/>.</summary>
    public PageVersion Version { get; init; }
}

/// <summary>Which items' pages are asked for.</summary>
public enum FullTextChoice
{
    /// <summary>None: the feed's text is read.</summary>
    Never,

    /// <summary>
    /// Those whose feed gives a summary alone: it ends in an ellipsis or with a link to the item, or it is short. The page's text then
    /// stands in its place where it is clearly longer. A source that was not fetched (a file, items in hand) is asked only where its own
    /// <see cref="FeedSourceOptions.FullText"/> says this.
    /// </summary>
    WhenSummaryOnly,

    /// <summary>All that have an address. The feed's text stays where the page's is shorter.</summary>
    Always,
}

/// <summary>A version of a page.</summary>
public enum PageVersion
{
    /// <summary>The page itself.</summary>
    Page,

    /// <summary>Its AMP version, where it names one.</summary>
    Amp,

    /// <summary>Its version for printing, where it names one.</summary>
    Print,
}
