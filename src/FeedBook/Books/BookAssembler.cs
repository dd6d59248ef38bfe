using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Media;
using FeedBook.Transforms;

namespace FeedBook.Books;

/// <summary>The whole pipeline, in order: sources → feeds → items → articles → pictures → chapters → book.</summary>
internal sealed class BookAssembler(IResourceLoader loader, BookOptions options, BookListeners listeners)
{
    private readonly DiagnosticBag diagnostics = new();

    public async Task<Book> AssembleAsync(ImmutableArray<BookSource> sources, CancellationToken cancellationToken)
    {
        (ImmutableArray<Draft> drafts, ImmutableArray<SourceResult> results) =
            await ReadAsync(sources, cancellationToken).ConfigureAwait(false);
        var store = new MediaStore();
        try
        {
            (drafts, StoredImage? cover) = await FetchPicturesAsync(drafts, store, cancellationToken).ConfigureAwait(false);
            BookLanguages languages = BookLanguages.Of(drafts, options);
            BookMetadata metadata = MetadataMaker.Make(drafts, languages, options);
            ImmutableArray<BookSection> sections = SectionMaker.Make(drafts, languages, options);
            return new Book(metadata, sections, cover, listeners.Tell(diagnostics.Report()), store)
            {
                Sources = results, Listeners = listeners, IsCoverDesigned = options.Cover is not CoverChoice.FirstLarge,
            };
        }
        catch (MediaStoreException exception)
        {
            store.Dispose();
            throw new FeedBookException(exception.Message, listeners.Tell(diagnostics.Report()), exception) { Sources = results };
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private async Task<(ImmutableArray<Draft> Drafts, ImmutableArray<SourceResult> Results)> ReadAsync(ImmutableArray<BookSource> sources,
        CancellationToken cancellationToken)
    {
        ImmutableArray<ChosenSource> chosen =
            ItemChoice.Choose(await ReadSourcesAsync(sources, cancellationToken).ConfigureAwait(false), options, diagnostics);
        ImmutableArray<SourceResult> results = ResultsOf(chosen);
        if (chosen.All(source => source.Items.IsEmpty))
        {
            throw new FeedBookException(NoItems.Say(results), listeners.Tell(diagnostics.Report())) { Sources = results };
        }

        chosen = await new PageTexts(loader, options, diagnostics, listeners).ReadAsync(chosen, cancellationToken).ConfigureAwait(false);
        DraftReader reader = new(chosen, options, diagnostics, listeners);
        return (await Task.Run(() => reader.ReadAsync(cancellationToken), cancellationToken).ConfigureAwait(false), results);
    }

    private async Task<ImmutableArray<ReadSource>> ReadSourcesAsync(ImmutableArray<BookSource> sources, CancellationToken cancellationToken)
    {
        var reader = new SourceReader(loader, options, diagnostics);
        var counter = new ProgressCounter(listeners, BookStage.Sources, sources.Length);
        ImmutableArray<ReadSource>[] read = await Task.WhenAll(sources.Select(async source =>
        {
            ImmutableArray<ReadSource> feeds = await reader.ReadAsync(source, cancellationToken).ConfigureAwait(false);
            counter.Step(source.Name);
            return feeds;
        })).ConfigureAwait(false);
        return [.. read.SelectMany(each => each)];
    }

    private static ImmutableArray<SourceResult> ResultsOf(ImmutableArray<ChosenSource> sources) =>
        [.. sources
            .Select(source =>
            new SourceResult(source.Name)
            {
                Section = source.Read.Section,
                Items = source.Read.Feed.Items.Length,
                Chapters = source.Items.Length,
                Failure = source.Read.Failure,
                FailureId = source.Read.FailureId,
            })];

    private async Task<(ImmutableArray<Draft> Drafts, StoredImage? Cover)> FetchPicturesAsync(ImmutableArray<Draft> drafts,
        MediaStore store, CancellationToken cancellationToken)
    {
        ImageRequest? coverRequest = options.Cover is CoverChoice.AddressCover chosen ? new ImageRequest([chosen.Address]) : null;
        IEnumerable<ImageRequest> requests = drafts.SelectMany(draft => ContentWalker.Images(draft.Article).Select(image =>
            ImageRequests.Of(image, draft.Item.Address ?? draft.Item.BaseAddress, draft.Item.Title ?? draft.Item.Id, draft.Source.Name)));
        if (coverRequest is not null)
        {
            requests = requests.Prepend(coverRequest);
        }

        IImageProcessor? processor = options.ImageProcessor is { } given ? new GuardedImageProcessor(given) : null;
        var fetcher = new ImageFetcher(WithCover(coverRequest), store, options.Images, options.Fetch, processor);
        ImageFetchResult fetched =
            await fetcher.FetchAsync([.. requests], listeners, options.Images.MaxBookBytes is null ? 0
            : TextBytes(drafts), cancellationToken).ConfigureAwait(false);
        diagnostics.AddRange(fetched.Diagnostics);

        drafts = [.. drafts.Select(draft => draft with { Article = WithImages(draft, fetched) })];
        drafts = await TransformAsync(drafts, cancellationToken).ConfigureAwait(false);
        StoredImage? cover = options.Cover switch
        {
            CoverChoice.FirstLarge => drafts.SelectMany(draft => ContentWalker.Images(draft.Article)).Select(image => image.Stored)
                .FirstOrDefault(IsLarge),
            CoverChoice.AddressCover => fetched.Find(coverRequest!.Candidates[0]),
            _ => null,
        };
        if (coverRequest is not null && cover is null)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.CoverFailed, DiagnosticSeverity.Warning,
                "The cover picture could not be fetched; a cover is drawn.") { Address = coverRequest.Candidates[0] });
        }

        return (drafts, cover);
    }

    // The caller names the cover, and may name a file of this machine; what feeds name stays with the loader.
    private IResourceLoader WithCover(ImageRequest? cover) => cover is { Candidates: [{ IsFile: true } file] }
        ? new CoverFromFile(loader, file, new FileResourceLoader(null, options.Fetch)) : loader;

    private async Task<ImmutableArray<Draft>> TransformAsync(ImmutableArray<Draft> drafts, CancellationToken cancellationToken)
    {
        var transforms = new TransformRun(options, diagnostics);
        if (!transforms.Has(TransformStage.AfterImages))
        {
            return drafts;
        }

        var changed = new Draft[drafts.Length];
        await Parallel.ForAsync(0, drafts.Length, cancellationToken, async (i, cancellation) =>
        {
            Draft draft = drafts[i];
            Article article = await transforms.ApplyAsync(TransformStage.AfterImages, draft.Article, draft.Item, draft.Source.Name,
                cancellation).ConfigureAwait(false);
            changed[i] = draft with { Article = article };
            diagnostics.AddRange(article.Diagnostics.Where(each => !draft.Article.Diagnostics.Contains(each))
                .Select(each => each with { Item = each.Item ?? draft.Item.Title ?? draft.Item.Id, Source = draft.Source.Name }));
        }).ConfigureAwait(false);
        return [.. changed];
    }

    // What the book's size limit leaves to pictures: text deflates to about a third, and each chapter brings a file's overhead.
    private static long TextBytes(ImmutableArray<Draft> drafts) =>
        drafts.Sum(draft => 1000 + (System.Text.Encoding.UTF8.GetByteCount(ContentText.Of(draft.Article)) / 2L));

    private static bool IsLarge(StoredImage? image) =>
        image is { Kind: ImageKind.Jpeg or ImageKind.Png, Width: >= 400, Height: >= 400 } && Math.Max(image.Width, image.Height) >= 500;

    private Article WithImages(Draft draft, ImageFetchResult fetched)
    {
        var arrived = new ArrivedImages(fetched);
        Article article = arrived.Rewrite(draft.Article);
        diagnostics.AddRange(
            arrived.Diagnostics.Select(each => each with { Item = draft.Item.Title ?? draft.Item.Id, Source = draft.Source.Name }));
        return article;
    }

    private sealed class CoverFromFile(IResourceLoader loader, Uri cover, FileResourceLoader files) : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            (request.Address == cover && request.Referrer is null ? files : loader).LoadAsync(request, cancellationToken);
    }
}
