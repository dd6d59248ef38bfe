using System.Collections.Immutable;
using System.Globalization;
using FeedBook.Feeds;

namespace FeedBook.Books;

/// <summary>
/// The further pages of a feed (RFC 5005), read for as long as its source's options ask for older items than the pages so far have.
/// </summary>
/// <param name="fetch">Reads a page.</param>
/// <param name="budget">How many addresses may still be read.</param>
/// <param name="options">The clock.</param>
/// <param name="diagnostics">Is told of a page that could not be read.</param>
internal sealed class FeedPages(Func<Uri, CancellationToken, Task<(FeedDocument Document, Uri Reached)>> fetch, SourceBudget budget,
    BookOptions options, DiagnosticBag diagnostics)
{
    // Each page is a request; a feed that goes on for longer is read by its archives.
    private const int MostPages = 50;

    /// <summary>The feed with the items of its further pages behind its own.</summary>
    public async Task<Feed> FollowAsync(Feed feed, AddressSource source, CancellationToken cancellationToken)
    {
        var items = feed.Items.ToBuilder();
        HashSet<string> ids = [.. items.Select(item => item.Id)];
        HashSet<Uri> seen = [source.Address];
        Uri? next = feed.NextPage;
        for (int page = 1; page < MostPages && next is not null && Wants(items, source.Options) && seen.Add(next)
            && budget.TryTake(); page++)
        {
            Uri address = next;
            try
            {
                (FeedDocument document, Uri reached) = await fetch(address, cancellationToken).ConfigureAwait(false);
                Feed? more = document.Feed is null || document.Format == FeedFormat.Html ? null : source.Secrets.Hide(document.Feed);
                FeedItem[] older =
                    [.. (more?.Items ?? []).Where(item => ids.Add(item.Id)).Select(item => item with { FeedAddress = reached })];
                items.AddRange(older);
                diagnostics.AddRange((more?.Diagnostics ?? []).Select(each => each with { Source = source.Name }));
                next = older.Length == 0 ? null : more!.NextPage;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                string message =
                    string.Create(CultureInfo.InvariantCulture,
                    $"Page {page + 1} of the feed could not be read, and its items are not in the book: {exception.Message}");
                diagnostics.Add(source.Secrets.Hide(new Diagnostic(DiagnosticIds.FeedPageFailed, DiagnosticSeverity.Warning,
                    message) { Source = source.Name, Address = address }));
                break;
            }
        }

        return items.Count == feed.Items.Length ? feed : feed with { Items = items.ToImmutable() };
    }

    // Without a number or an age the newest page is what a feed is; more is asked for by either.
    private bool Wants(ImmutableArray<FeedItem>.Builder items, FeedSourceOptions source)
    {
        if (source.MaxItems is { } most)
        {
            return items.Count < most && !IsOldEnough(items, source);
        }

        return (source.NotBefore is not null || source.MaxAge is not null) && !IsOldEnough(items, source);
    }

    private bool IsOldEnough(ImmutableArray<FeedItem>.Builder items, FeedSourceOptions source)
    {
        DateTimeOffset? oldest = items.Select(item => item.Published ?? item.Updated).Min();
        DateTimeOffset now = options.Clock.GetUtcNow();
        return (source.NotBefore is { } before && !(oldest >= before))
            || (source.MaxAge is { } age && !(oldest is { } date && now - date <= age));
    }
}
