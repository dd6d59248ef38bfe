using System.Collections.Immutable;

namespace FeedBook;

/// <summary>How one source is read. What is null follows the book's own options.</summary>
public sealed record FeedSourceOptions
{
    private readonly Sequence<string> keep;
    private readonly Sequence<string> remove;

    /// <summary>The defaults.</summary>
    public static FeedSourceOptions Default { get; } = new();

    /// <summary>The title of the section its chapters stand in; null for the feed's own title.</summary>
    public string? Section { get; init; }

    /// <summary>
    /// The most items taken, newest first; items without a date count as older than all others. Null for all; 0 takes none.
    /// </summary>
    public int? MaxItems { get; init; }

    /// <summary>Items published (else updated) before this instant are left out. Items without a date stay. Null for no limit.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Items older than this when the book is built are left out. Items without a date stay. Null for no limit.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The order of the items taken; null (the default) for the book's own.</summary>
    public ChapterOrder? Order { get; init; }

    /// <summary>
    /// Selectors (<c>article</c>, <c>.story > p</c>, <c>[itemprop=articleBody]</c>) of what is kept of an item's HTML, in document order;
    /// everything else goes. An item in which none occurs is kept whole, which is told (FB211). A selector that cannot be read is not used,
    /// which is told once (FB209); <see cref="Html.SelectorSyntax.FaultOf"/> finds it before. Default none: everything is kept.
    /// </summary>
    public ImmutableArray<string> Keep { get => keep.Array; init => keep = new(value); }

    /// <summary>
    /// Selectors (<c>.related</c>, <c>#comments</c>) of what is removed from an item's HTML, after <see cref="Keep"/>. Default none.
    /// </summary>
    public ImmutableArray<string> Remove { get => remove.Array; init => remove = new(value); }

    /// <summary>
    /// Whether an item is taken; for instance those whose <see cref="FeedItem.Id"/> has not been read yet. Null takes every item. Called
    /// once an item, in feed order.
    /// </summary>
    public Func<FeedItem, bool>? Filter { get; init; }

    /// <summary>Which of an item's texts is read. Default <see cref="FeedText.Auto"/>.</summary>
    public FeedText Text { get; init; }

    /// <summary>
    /// The character set of the source's bytes (<c>gbk</c>, <c>windows-1251</c>), where neither the bytes nor what is said of them tell the
    /// truth; only a byte order mark wins over it. An unknown name is not used, with a diagnostic (FB106). Null, the default: it is told by
    /// the bytes.
    /// </summary>
    public string? Charset { get; init; }

    /// <summary>
    /// Whether an item's page is read in place of the feed's text; <see cref="Keep"/> and <see cref="Remove"/> then act on the page. Null
    /// (the default) for the book's own (<see cref="BookOptions.FullText"/>).
    /// </summary>
    public FullTextChoice? FullText { get; init; }

    /// <summary>
    /// Further request headers (authentication, cookies), sent to the origin of the source's own address and nowhere else: not where a
    /// redirect leads to, not to a feed elsewhere that a page announces, not to the feeds of a list (FB195 tells). Default none.
    /// </summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How captions are recognised in this source; null for the book's own.</summary>
    public FigureOptions? Figures { get; init; }
}

/// <summary>Which of an item's texts is read.</summary>
public enum FeedText
{
    /// <summary>The content where there is one, else the summary; the summary too when it is clearly the fuller one.</summary>
    Auto,

    /// <summary>The content; the summary only where there is no content.</summary>
    Content,

    /// <summary>The summary; the content only where there is no summary.</summary>
    Summary,
}
