using System.Collections.Immutable;
using FeedBook.Feeds;
using FeedBook.Fetching;

namespace FeedBook.Books;

/// <summary>Sources → feeds. A source that fails becomes a diagnostic; the others are read.</summary>
internal sealed class SourceReader(IResourceLoader loader, DiagnosticBag diagnostics)
{
    // A page announces a feed, a subscription list names pages that announce feeds; more hops than that are a circle.
    private const int MaxHops = 3;

    /// <summary>The feeds of a source in order; one that failed stands in its place.</summary>
    public async Task<ImmutableArray<ReadSource>> ReadAsync(BookSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(source, MaxHops, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (exception is FeedBookException known)
            {
                diagnostics.AddRange(known.Diagnostics.Select(each => each with { Source = source.Name }));
            }

            diagnostics.Add(new Diagnostic(DiagnosticIds.SourceFailed, DiagnosticSeverity.Error, $"The source could not be read: {exception.Message}") { Source = source.Name });
            return [ReadSource.Failed(source.Name, source.Options, exception.Message)];
        }
    }

    private async Task<ImmutableArray<ReadSource>> ReadAsync(BookSource source, int hops, CancellationToken cancellationToken)
    {
        switch (source)
        {
            case FeedInHand hand:
                return [Read(source, hand.Options.Section ?? hand.Feed.Title, hand.Feed)];
            case ItemsInHand hand:
                ImmutableArray<FeedItem> items = await hand.Items(cancellationToken).ConfigureAwait(false);
                return [Read(source, hand.Options.Section ?? hand.Section, new Feed { Title = hand.Section, Items = items })];
            case StreamSource stream:
                FeedDocument document = await FeedReader.ReadDocumentAsync(stream.Stream, stream.BaseAddress, null, cancellationToken).ConfigureAwait(false);
                return await OpenAsync(source, document, null, hops, cancellationToken).ConfigureAwait(false);
            case FileSource file:
                return await OpenAsync(source, await ReadFileAsync(file.Path, cancellationToken).ConfigureAwait(false), null, hops, cancellationToken).ConfigureAwait(false);
            case FolderSource folder:
                return await ReadFolderAsync(folder, hops, cancellationToken).ConfigureAwait(false);
            case AddressSource { Address.IsFile: true } local:
                return await OpenAsync(source, await ReadFileAsync(local.Address.LocalPath, cancellationToken).ConfigureAwait(false), null, hops, cancellationToken).ConfigureAwait(false);
            case AddressSource address:
                Resource resource = await loader.LoadAsync(new ResourceRequest(address.Address, ResourceKind.Feed) { Headers = address.Options.Headers }, cancellationToken).ConfigureAwait(false);
                await using (resource.ConfigureAwait(false))
                {
                    var options = new FeedReaderOptions { Charset = resource.Charset };
                    FeedDocument answer = await FeedReader.ReadDocumentAsync(resource.Content, resource.Address, options, cancellationToken).ConfigureAwait(false);
                    return await OpenAsync(source, answer, resource.Address, hops, cancellationToken).ConfigureAwait(false);
                }

            default:
                throw new InvalidOperationException($"A source of an unknown kind: {source.GetType()}");
        }
    }

    private static async Task<FeedDocument> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            return await FeedReader.ReadDocumentAsync(stream, null, null, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ImmutableArray<ReadSource>> OpenAsync(BookSource source, FeedDocument document, Uri? address, int hops, CancellationToken cancellationToken)
    {
        if (document.Subscriptions is { } list)
        {
            diagnostics.AddRange(list.Diagnostics.Select(each => each with { Source = source.Name }));
            return await ReadListAsync(source, list, hops, cancellationToken).ConfigureAwait(false);
        }

        // A page in place of a feed: what it announces is what was meant. A page in a file is an item.
        if (document is { Format: FeedFormat.Html, Announced: [var announced, ..] } && address is not null && hops > 0 && announced.Address != address)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.AnnouncedFeed, DiagnosticSeverity.Info, "The page announces a feed, which was read instead.") { Source = source.Name, Address = announced.Address });
            return await ReadAsync(new AddressSource(announced.Address, source.Options) { Folder = (source as AddressSource)?.Folder }, hops - 1, cancellationToken).ConfigureAwait(false);
        }

        if (document.Feed is not { } feed)
        {
            throw new FeedBookException("There is no feed in it.");
        }

        diagnostics.AddRange(feed.Diagnostics.Select(each => each with { Source = source.Name }));
        var named = source as AddressSource;
        return [Read(source, source.Options.Section ?? named?.Folder ?? feed.Title ?? named?.Title ?? SingleItemSection(source, feed), feed)];
    }

    private async Task<ImmutableArray<ReadSource>> ReadListAsync(BookSource source, SubscriptionList list, int hops, CancellationToken cancellationToken)
    {
        if (hops == 0)
        {
            throw new FeedBookException("Subscription lists name each other in a circle.");
        }

        if (list.Feeds.IsEmpty)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.SourceEmpty, DiagnosticSeverity.Warning, "The subscription list names no feed.") { Source = source.Name });
        }

        // One without an absolute address was named when the list was read.
        bool fromFile = source is FileSource or AddressSource { Address.IsFile: true };
        Task<ImmutableArray<ReadSource>>[] feeds = [.. list.Feeds.Where(subscription => subscription.Address.IsAbsoluteUri).Select(subscription => ReadListedAsync(
            new AddressSource(subscription.Address, source.Options) { Folder = subscription.Folders is [var folder, ..] ? folder : null, Title = subscription.Title },
            fromFile,
            hops - 1,
            cancellationToken))];
        ImmutableArray<ReadSource>[] read = await Task.WhenAll(feeds).ConfigureAwait(false);
        return [.. read.SelectMany(each => each)];
    }

    private async Task<ImmutableArray<ReadSource>> ReadListedAsync(AddressSource source, bool fromFile, int hops, CancellationToken cancellationToken)
    {
        try
        {
            // A list that a stranger wrote must not reach into this machine.
            if (source.Address.IsFile && !fromFile)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.FetchForbidden, DiagnosticSeverity.Error, "A subscription list from elsewhere names a file of this machine; it was not read.") { Source = source.Title ?? source.Name, Address = source.Address });
                throw new FeedBookException("Only a subscription list in a file may name files.");
            }

            return await ReadAsync(source, hops, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.SourceFailed, DiagnosticSeverity.Error, $"The source could not be read: {exception.Message}") { Source = source.Title ?? source.Name, Address = source.Address });
            return [ReadSource.Failed(source.Title ?? source.Name, source.Options, exception.Message)];
        }
    }

    private async Task<ImmutableArray<ReadSource>> ReadFolderAsync(FolderSource folder, int hops, CancellationToken cancellationToken)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        string section = folder.Options.Section ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path)));
        var feeds = ImmutableArray.CreateBuilder<ReadSource>();
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        foreach (string path in Directory.EnumerateFiles(folder.Path, "*", options).Order(StringComparer.Ordinal))
        {
            try
            {
                FeedDocument document = await ReadFileAsync(path, cancellationToken).ConfigureAwait(false);
                if (document is { Format: FeedFormat.Archive or FeedFormat.Html, Feed: { } single })
                {
                    diagnostics.AddRange(single.Diagnostics.Select(each => each with { Source = path }));
                    items.AddRange(single.Items);
                }
                else
                {
                    feeds.AddRange(await OpenAsync(new FileSource(path, folder.Options), document, null, hops, cancellationToken).ConfigureAwait(false));
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.SourceFailed, DiagnosticSeverity.Error, $"The file could not be read: {exception.Message}") { Source = path });
                feeds.Add(ReadSource.Failed(path, folder.Options, exception.Message));
            }
        }

        if (items.Count > 0)
        {
            feeds.Insert(0, Read(folder, section, new Feed { Format = FeedFormat.Archive, Title = section, Items = items.ToImmutable() }));
        }

        if (feeds.Count == 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.SourceEmpty, DiagnosticSeverity.Warning, "The folder holds no feed and no item.") { Source = folder.Path });
        }

        return feeds.ToImmutable();
    }

    private static ReadSource Read(BookSource source, string? section, Feed feed) => new(source.Name, section, feed, source.Options);

    // A feed without a title still wants a name in the contents; a single item's own title is its chapter's.
    private static string? SingleItemSection(BookSource source, Feed feed) =>
        feed.Format is FeedFormat.Archive or FeedFormat.Html ? null : source is AddressSource address ? address.Address.Host : null;
}
