using FeedBook.Content;

namespace FeedBook.Transforms;

/// <summary>
/// A change to an article between reading and binding: the seam for a caller's own rules. <see cref="ContentRewriter"/> makes
/// most of them a few lines. Implementations are used by several threads at once.
/// </summary>
public interface IArticleTransform
{
    /// <summary>
    /// When it is applied. Default <see cref="TransformStage.BeforeImages"/>: images that it takes out are never fetched.
    /// </summary>
    TransformStage Stage => TransformStage.BeforeImages;

    /// <summary>Changes an article.</summary>
    /// <param name="article">The article as read, and as the transforms before this one left it.</param>
    /// <param name="item">The item it was read from. After images its texts are gone: the article stands for them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The changed article, or the same one. What it leaves out it reports in <see cref="Article.Diagnostics"/>. What a book cannot hold
    /// (characters that XML forbids, ids that are none, an empty text) is mended and told (FB294). One that throws costs this item its
    /// text, and nothing else (FB290).
    /// </returns>
    ValueTask<Article> ApplyAsync(Article article, FeedItem item, CancellationToken cancellationToken = default);
}

/// <summary>When an <see cref="IArticleTransform"/> is applied.</summary>
public enum TransformStage
{
    /// <summary>Before images are fetched.</summary>
    BeforeImages,

    /// <summary>
    /// When images are there: <see cref="ImageReference.Stored"/> tells their real sizes. An image that is added here is not fetched.
    /// </summary>
    AfterImages,
}
