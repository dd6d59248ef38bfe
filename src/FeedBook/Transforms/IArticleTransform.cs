using FeedBook.Content;

namespace FeedBook.Transforms;

/// <summary>
/// A change to an article between reading and binding: the seam for a caller's own rules. <see cref="ContentRewriter"/> makes
/// most of them a few lines. Implementations are used by several threads at once.
/// </summary>
public interface IArticleTransform
{
    /// <summary>Changes an article.</summary>
    /// <param name="article">The article as read.</param>
    /// <param name="item">The item it was read from.</param>
    /// <returns>The changed article, or the same one. What it leaves out it reports in <see cref="Article.Diagnostics"/>.</returns>
    Article Apply(Article article, FeedItem item);
}
