using System.Collections.Concurrent;
using System.Collections.Immutable;
using FeedBook.Fetching;

namespace FeedBook.Media;

/// <summary>Gets all pictures of a book, side by side, each once, and says of each that it could not get why.</summary>
/// <param name="loader">Where bytes come from.</param>
/// <param name="store">Where pictures go.</param>
/// <param name="options">Which pictures are taken and what becomes of them.</param>
/// <param name="fetch">The limits.</param>
/// <param name="processor">Fits pictures to the device; null to keep them as they are.</param>
/// <param name="time">What time limits are measured by; null for the system's clock.</param>
internal sealed class ImageFetcher(IResourceLoader loader, MediaStore store, ImageOptions options, FetchOptions fetch,
    IImageProcessor? processor = null, TimeProvider? time = null)
{
    // A placeholder of a lazy page is far smaller than what it stands for.
    private const int StandInSize = 64;

    // Requests wait in the loader, which knows how many each host takes; waiting costs next to nothing.
    private const int Waiting = 256;

    /// <summary>Gets the pictures.</summary>
    /// <param name="requests">Those the book wants; the same address may come often.</param>
    /// <param name="progress">Told after each picture; null for nobody.</param>
    /// <param name="otherBytes">How many bytes of <see cref="ImageOptions.MaxBookBytes"/> text and the rest are expected to take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MediaStoreException">The temporary folder has no room.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ImageFetchResult> FetchAsync(IReadOnlyList<ImageRequest> requests, IProgress<BookProgress>? progress = null,
        long otherBytes = 0, CancellationToken cancellationToken = default)
    {
        if (!options.Include || requests.Count == 0)
        {
            return new ImageFetchResult(ImmutableDictionary<string, StoredImage>.Empty, []);
        }

        List<Wanted> pictures = Wanted.Gather(requests);
        using var limit = new CancellationTokenSource(fetch.PicturesTimeout, time ?? TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var run = new Run(loader, store, options, fetch, processor, either.Token);
        var done = new Counter(progress, pictures.Count);
        progress?.Report(new BookProgress(BookStage.Pictures, 0, pictures.Count));
        var parallel =
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(Waiting, fetch.MaxConcurrency), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Wanted.HostByHost(pictures), parallel, async (picture, _) =>
        {
            try
            {
                await run.GetAsync(picture).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                picture.Fail(DiagnosticIds.PicturesTimeUp,
                    $"It had not arrived when the time for all pictures ({fetch.PicturesTimeout}) was over.");
            }

            done.Next(picture.Address);
        }).ConfigureAwait(false);

        List<Diagnostic> diagnostics =
            [.. processor?.Trouble is { } trouble ? [trouble] : Array.Empty<Diagnostic>(),
            .. pictures.SelectMany(picture => picture.Diagnostics)];
        if (options.MaxBookBytes is { } most)
        {
            diagnostics.AddRange(await ImageBudget.FitAsync(pictures, run.Intake, store, options, processor is not null, most - otherBytes,
                cancellationToken).ConfigureAwait(false));
        }

        return new ImageFetchResult(
            pictures.Where(picture => picture.Result?.Image is not null)
                .ToDictionary(picture => picture.Key, picture => picture.Result!.Image!, StringComparer.Ordinal),
            [.. diagnostics])
        {
            Blank = pictures.Where(picture => picture.IsBlank).Select(picture => picture.Key).ToHashSet(StringComparer.Ordinal),
            OneColour = pictures.Where(picture => picture.Result?.IsOneColour == true).Select(picture => picture.Key)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    private sealed class Counter(IProgress<BookProgress>? progress, int total)
    {
        private readonly Lock turn = new();
        private int done;

        public void Next(Uri address)
        {
            if (progress is not null)
            {
                // In turn, so that who listens sees the number rise.
                lock (turn)
                {
                    progress.Report(new BookProgress(BookStage.Pictures, ++done, total) { Item = Wanted.Short(address).OriginalString });
                }
            }
        }
    }

    private sealed class Run(IResourceLoader loader, MediaStore store, ImageOptions options, FetchOptions fetch, IImageProcessor? processor,
        CancellationToken cancellationToken) : IDisposable
    {
        private readonly ConcurrentDictionary<string, Lazy<Task<IntakeResult>>> byAddress = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, int> unwilling = new(StringComparer.OrdinalIgnoreCase);

        public ImageIntake Intake { get; } = new(store, options, processor);

        public void Dispose() => Intake.Dispose();

        public async Task GetAsync(Wanted picture)
        {
            IntakeResult? standIn = null;
            int failures = 0;
            foreach (Uri candidate in picture.Candidates)
            {
                // The same address may stand behind several pictures' first ones (the origin behind a proxy).
                IntakeResult result = await byAddress.GetOrAdd(
                    ImageFetchResult.KeyOf(candidate), (_, self) =>
                        new Lazy<Task<IntakeResult>>(() => self.TryAsync(candidate, picture.Referrer)), this).Value.ConfigureAwait(false);
                if (result.IsOneColour && failures > 0 && !picture.Failures[0].Result.IsBlank)
                {
                    // The blank of a lazy loader is not the image that could not be fetched.
                    result = ImageIntake.Blank(result.SourceKind, "It is of one colour throughout.");
                }

                if (result.Image is not { } image)
                {
                    failures++;
                    picture.Failures.Add((candidate, result));
                }
                else if ((result.IsOneColour || picture.IsStandIn(image, StandInSize)) && failures + 1 < picture.Candidates.Count)
                {
                    standIn = standIn?.Image is { } kept && (long)kept.Width * kept.Height >= (long)image.Width * image.Height ? standIn
                        : result;
                }
                else
                {
                    picture.Succeed(result, candidate);
                    return;
                }
            }

            picture.Succeed(standIn, picture.Address);
        }

        private async Task<IntakeResult> TryAsync(Uri address, Uri? referrer)
        {
            try
            {
                IntakeResult result = await OnceAsync(address, referrer, accept: null).ConfigureAwait(false);
                bool unseen = result.SourceKind is not ImageKind.Unknown && !ImageKinds.IsShownEverywhere(result.SourceKind)
                    && processor?.CanRead(result.SourceKind) != true;
                return unseen && address.Scheme is "http" or "https" ? await AskAgainAsync(address, referrer, result).ConfigureAwait(false)
                    : result;
            }
            catch (ResourceException exception)
            {
                return IntakeResult.Refused(ImageKind.Unknown, IdOf(exception.Failure), exception.Message);
            }
            catch (Exception exception) when (exception is MediaStoreException || MediaStoreException.IsWantOfRoom(exception))
            {
                throw exception as MediaStoreException ?? new MediaStoreException(exception);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A loader of the caller's may fail in any way.
                return IntakeResult.Refused(ImageKind.Unknown, DiagnosticIds.ImageNotFetched, exception.Message);
            }
        }

        // Some servers send WebP to all who do not exclude it.
        private async Task<IntakeResult> AskAgainAsync(Uri address, Uri? referrer, IntakeResult first)
        {
            if (unwilling.GetValueOrDefault(address.Host) >= 3)
            {
                return first;
            }

            try
            {
                IntakeResult second = await OnceAsync(address, referrer, RequestHeaders.ImagesForEveryReader).ConfigureAwait(false);
                if (second.Image is not null && ImageKinds.IsShownEverywhere(second.SourceKind))
                {
                    return second;
                }
            }
            catch (ResourceException)
            {
                // 406, most likely: what came first is all there is.
            }

            unwilling.AddOrUpdate(address.Host, 1, (_, count) => count + 1);
            return first;
        }

        private async Task<IntakeResult> OnceAsync(Uri address, Uri? referrer, string? accept)
        {
            DownloadedImage file;
            string? mended;
            Resource resource =
                await loader.LoadAsync(new ResourceRequest(address, ResourceKind.Image) { Referrer = referrer,
                MaxBytes = fetch.MaxImageBytes, Accept = accept }, cancellationToken).ConfigureAwait(false);
            await using (resource.ConfigureAwait(false))
            {
                mended = resource.Mended;
                file = await DownloadedImage.ReadAsync(resource, store, fetch.MaxImageBytes, cancellationToken).ConfigureAwait(false);
            }

            IntakeResult result = await Intake.TakeAsync(file, cancellationToken).ConfigureAwait(false);
            return mended is null ? result
                : result with { Notes = [.. result.Notes, new Diagnostic(DiagnosticIds.FetchMended, DiagnosticSeverity.Warning, mended)] };
        }

        private static string IdOf(ResourceFailure failure) => failure switch
        {
            ResourceFailure.Forbidden => DiagnosticIds.ImageForbidden,
            ResourceFailure.TooLarge => DiagnosticIds.ImageTooManyBytes,
            _ => DiagnosticIds.ImageNotFetched,
        };
    }
}
