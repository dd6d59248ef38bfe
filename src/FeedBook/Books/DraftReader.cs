using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Books;

/// <summary>
/// Reads the chosen items' articles, side by side. The text of an item is let go once its article is read: from then on the article stands
/// for it, and a long feed's text and articles need not be held at the same time. Used once.
/// </summary>
internal sealed class DraftReader
{
    private readonly BookOptions options;
    private readonly DiagnosticBag diagnostics;
    private readonly IProgress<BookProgress>? progress;
    private readonly Work[] work;
    private readonly LinkedPlaces places;
    private readonly TransformRun transforms;

    /// <summary>Prepares the reading; from here on nothing holds the sources' items but this, and whoever gave them.</summary>
    public DraftReader(ImmutableArray<ChosenSource> sources, BookOptions options, DiagnosticBag diagnostics,
        IProgress<BookProgress>? progress)
    {
        (this.options, this.diagnostics, this.progress) = (options, diagnostics, progress);
        transforms = new TransformRun(options, diagnostics);
        places = new LinkedPlaces([.. sources.SelectMany(source => source.Items)]);
        work = [.. sources.SelectMany(source =>
        {
            var reader = new ArticleReader(ArticleOptionsOf(source), source.Options.Figures ?? options.Figures);
            CaptionHabits habits = CaptionHabits.Learn(source.Items);
            ChosenSource without = source.WithoutItems();
            return source.Items.Select(item => new Work(without, item, reader, habits));
        })];
    }

    /// <summary>Reads them all.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ImmutableArray<Draft>> ReadAsync(CancellationToken cancellationToken)
    {
        var counter = new ProgressCounter(progress, BookStage.Articles, work.Length);
        var drafts = new Draft[work.Length];
        await Parallel.ForAsync(0, work.Length, cancellationToken, async (i, cancellation) =>
        {
            Work item = work[i];
            work[i] = default;
            Article article = await ReadArticleAsync(item, cancellation).ConfigureAwait(false);
            drafts[i] = new Draft(item.Source, item.Item with { ContentHtml = null, SummaryHtml = null, Media = [] }, article);
            counter.Step(item.Item.Title);
        }).ConfigureAwait(false);
        ImmutableArray<Draft> read = [.. drafts];
        diagnostics.AddRange(SelectorReport.Of(read));
        return read;
    }

    // Each by itself: what a source removes says nothing about what the book keeps.
    private ArticleOptions ArticleOptionsOf(ChosenSource source) => options.Articles with
    {
        Keep = source.Options.Keep.IsEmpty ? options.Articles.Keep : source.Options.Keep,
        Remove = source.Options.Remove.IsEmpty ? options.Articles.Remove : source.Options.Remove,
    };

    private async ValueTask<Article> ReadArticleAsync(Work work, CancellationToken cancellationToken)
    {
        (ChosenSource source, FeedItem item, ArticleReader reader, CaptionHabits habits) = work;
        string name = item.Title ?? item.Id;
        try
        {
            Article article = reader.Read(item, habits, places.In(item), cancellationToken);
            article = await transforms.ApplyAsync(Transforms.TransformStage.BeforeImages, article, item, source.Name, cancellationToken)
                .ConfigureAwait(false);

            diagnostics.AddRange(article.Diagnostics.Where(each => !SelectorReport.Takes(each))
                .Select(each => each with { Item = each.Item ?? name, Source = source.Name }));
            if (string.IsNullOrWhiteSpace(item.Title))
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.TitleMade, DiagnosticSeverity.Info,
                    "The item has no title; its chapter's was made from its text or date.") { Item = item.Id, Source = source.Name });
            }

            if (article.Blocks.IsEmpty)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.ChapterEmpty, DiagnosticSeverity.Info,
                    "The item has no text and no picture.") { Item = name, Source = source.Name });
            }

            return article;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The item keeps its place, with its title and its link.
            diagnostics.Add(new Diagnostic(DiagnosticIds.ItemFailed, DiagnosticSeverity.Error,
                $"The item's text could not be read: {exception.Message}") { Item = name, Source = source.Name, Address = item.Address });
            return Article.Empty;
        }
    }

    private readonly record struct Work(ChosenSource Source, FeedItem Item, ArticleReader Reader, CaptionHabits Habits);
}
