using FeedBook.Content;

namespace FeedBook.Transforms;

/// <summary>A transform that is one function.</summary>
internal sealed class TransformOfCaller(Func<Article, FeedItem, Article> change, TransformStage stage) : IArticleTransform
{
    public TransformStage Stage => stage;

    public ValueTask<Article> ApplyAsync(Article article, FeedItem item, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(change(article, item));
}
