using System.Collections.Immutable;

namespace FeedBook;

/// <summary>How an item's HTML becomes an article.</summary>
public sealed record ArticleOptions
{
    private readonly Sequence<string> keep;
    private readonly Sequence<string> remove;

    /// <summary>The defaults.</summary>
    public static ArticleOptions Default { get; } = new();

    /// <summary>The longest HTML that is read, in characters; what is beyond is left out with a diagnostic. Default 20 million.</summary>
    public int MaxHtmlLength { get; init; } = 20_000_000;

    /// <summary>The most pictures an article keeps; the rest are left out with a diagnostic. Default 1,000.</summary>
    public int MaxImages { get; init; } = 1_000;

    /// <summary>Whether known promotional tails ('The post … appeared first on …', '获取更多RSS') are left out. Default true.</summary>
    public bool RemovePromotions { get; init; } = true;

    /// <summary>
    /// Selectors (<c>article</c>, <c>.story > p</c>) of what is kept of the HTML, in document order; everything else goes. HTML in which
    /// none occurs is kept whole, which is told (FB211). Default none: everything is kept.
    /// </summary>
    public ImmutableArray<string> Keep { get => keep.Array; init => keep = new(value); }

    /// <summary>
    /// Selectors (<c>.related</c>, <c>#comments</c>) of what is removed from the HTML, after <see cref="Keep"/>. Default none.
    /// </summary>
    public ImmutableArray<string> Remove { get => remove.Array; init => remove = new(value); }
}
