using FeedBook.Content;
using FeedBook.Transforms;

namespace FeedBook.Books;

/// <summary>Applies the caller's transforms. What they do wrong costs their item at most.</summary>
internal sealed class TransformRun(BookOptions options, DiagnosticBag diagnostics)
{
    /// <summary>Whether there is any for a stage.</summary>
    public bool Has(TransformStage stage) => options.Transforms.Any(transform => transform.Stage == stage);

    /// <summary>The article after the transforms of a stage; an empty one where one of them failed.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async ValueTask<Article> ApplyAsync(TransformStage stage, Article article, FeedItem item, string source,
        CancellationToken cancellationToken)
    {
        string name = item.Title ?? item.Id;
        Article before = article;
        foreach (IArticleTransform transform in options.Transforms)
        {
            try
            {
                if (transform.Stage == stage)
                {
                    article = await transform.ApplyAsync(article, item, cancellationToken).ConfigureAwait(false)
                        ?? throw new InvalidOperationException("It gave back no article.");
                    article = Sound(article, before, transform, name, source);
                    before = article;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A caller's transform may fail in any way; the item keeps its place, with its title and its link.
                diagnostics.Add(new Diagnostic(DiagnosticIds.ItemFailed, DiagnosticSeverity.Error,
                    $"The transform {transform.GetType().Name} failed on the item; its text is not in the book: {exception.Message}")
                {
                    Item = name, Source = source, Address = item.Address,
                });
                return Article.Empty;
            }
        }

        return article;
    }

    private Article Sound(Article article, Article before, IArticleTransform transform, string name, string source)
    {
        if (ReferenceEquals(article, before))
        {
            return article;
        }

        var mender = new ArticleMender();
        Article sound = mender.Rewrite(article);
        if (mender.Mended.Count > 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.TransformMended, DiagnosticSeverity.Warning,
                $"What the transform {transform.GetType().Name} gave back was mended: {string.Join(", ", mender.Mended)}.")
            {
                Item = name, Source = source,
            });
        }

        return sound;
    }
}
