using System.Collections.Immutable;
using FeedBook.Feeds;
using FeedBook.Fetching;

namespace FeedBook.Books;

/// <summary>Sources → feeds. A source that fails becomes a diagnostic; the others are read.</summary>
internal sealed class SourceReader(IResourceLoader loader, BookOptions options, DiagnosticBag diagnostics)
{
    // A page announces a feed, a subscription list names pages that announce feeds; more hops than that are a circle.
    private const int MaxHops = 3;

    private readonly SourceBudget budget = new(options.MaxSources);

    /// <summary>The feeds of a source in order; one that failed stands in its place.</summary>
    public async Task<ImmutableArray<ReadSource>> ReadAsync(BookSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(source, MaxHops, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return [Failed(source, exception)];
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
                FeedDocument document =
                    await FeedReader.ReadDocumentAsync(stream.Stream, stream.BaseAddress, options.Feeds.For(null, source.Options.Charset),
                    cancellationToken).ConfigureAwait(false);
                return await OpenAsync(source, document, null, hops, cancellationToken).ConfigureAwait(false);
            case FileSource file:
                FeedDocument saved = await ReadFileAsync(file.Path, source.Options, cancellationToken).ConfigureAwait(false);
                return await OpenAsync(source, saved, null, hops, cancellationToken).ConfigureAwait(false);
            case FolderSource folder:
                return await ReadFolderAsync(folder, hops, cancellationToken).ConfigureAwait(false);
            case AddressSource { Address.IsFile: true } local:
                FeedDocument read =
                    await ReadFileAsync(local.Address.LocalPath, source.Options, cancellationToken).ConfigureAwait(false);
                return await OpenAsync(source, read, null, hops, cancellationToken).ConfigureAwait(false);
            case AddressSource address:
                // What the caller names is read; what that names in turn is counted.
                if (hops < MaxHops && !budget.TryTake())
                {
                    throw new FeedBookException($"There are more than {budget.Most:N0} sources.", [TooMany(source.Name)]);
                }

                (FeedDocument answer, Uri reached) = await FetchAsync(address, address.Address, cancellationToken).ConfigureAwait(false);
                return await OpenAsync(source, answer, reached, hops, cancellationToken).ConfigureAwait(false);
            default:
                throw new InvalidOperationException($"A source of an unknown kind: {source.GetType()}");
        }
    }

    private async Task<(FeedDocument Document, Uri Reached)> FetchAsync(AddressSource source, Uri address,
        CancellationToken cancellationToken)
    {
        var request = new ResourceRequest(address, ResourceKind.Feed) { Headers = source.Secrets.For(address) };
        Resource resource = await loader.LoadAsync(request, cancellationToken).ConfigureAwait(false);
        await using (resource.ConfigureAwait(false))
        {
            if (resource.Mended is { } mended)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.FetchMended, DiagnosticSeverity.Warning, mended)
                {
                    Source = source.Name,
                    Address = address,
                });
            }

            // A loader of the caller's may give the address back as it was asked.
            Uri reached = Text.WrittenAddress.WithoutUser(resource.Address);
            FeedReaderOptions reading = options.Feeds.For(resource.Charset, source.Options.Charset);
            FeedDocument document =
                await FeedReader.ReadDocumentAsync(resource.Content, reached, reading, cancellationToken).ConfigureAwait(false);
            return resource.Mended is { } broken && document.Feed is { Items.IsEmpty: true }
                ? throw new ResourceException(ResourceFailure.Network, broken) : (document, reached);
        }
    }

    private async Task<FeedDocument> ReadFileAsync(string path, FeedSourceOptions own, CancellationToken cancellationToken)
    {
        Stream stream = LocalFile.OpenPlain(path);
        await using (stream.ConfigureAwait(false))
        {
            return await FeedReader.ReadDocumentAsync(stream, null, options.Feeds.For(null, own.Charset), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<ImmutableArray<ReadSource>> OpenAsync(BookSource source, FeedDocument document, Uri? address, int hops,
        CancellationToken cancellationToken)
    {
        SourceSecrets secrets = (source as AddressSource)?.Secrets ?? SourceSecrets.None;
        if (document.Subscriptions is { } list)
        {
            diagnostics.AddRange(list.Diagnostics.Select(each => secrets.Hide(each) with { Source = source.Name }));
            return await ReadListAsync(source, list, hops, cancellationToken).ConfigureAwait(false);
        }

        if (document.Format == FeedFormat.Html && address is not null)
        {
            ImmutableArray<ReadSource> instead =
                await ReadInsteadAsync((AddressSource)source, document, address, hops, cancellationToken).ConfigureAwait(false);
            if (!instead.IsDefault)
            {
                return instead;
            }
        }

        if (document.Feed is not { } feed)
        {
            throw new FeedBookException("There is no feed in it.");
        }

        feed = secrets.Hide(feed);
        diagnostics.AddRange(feed.Diagnostics.Select(each => each with { Source = source.Name }));
        var named = source as AddressSource;
        string? section = source.Options.Section ?? named?.Folder ?? feed.Title ?? named?.Title ?? SingleItemSection(source, feed);
        if (named is not null && address is not null)
        {
            feed = feed with { Items = [.. feed.Items.Select(item => item with { FeedAddress = address })] };
            var pages = new FeedPages((next, cancellation) => FetchAsync(named, next, cancellation), budget, options, diagnostics);
            feed = await pages.FollowAsync(feed, named, cancellationToken).ConfigureAwait(false);
        }

        return [Read(source, section, feed)];
    }

    // What is read in place of a page where a feed was asked for; default for the page itself. A page in a file is an item.
    private async Task<ImmutableArray<ReadSource>> ReadInsteadAsync(AddressSource source, FeedDocument page, Uri address, int hops,
        CancellationToken cancellationToken)
    {
        Uri? next = page.Announced is [var announced, ..] ? announced.Address : page.MovedTo;
        if (next is not null && next != address && next != source.Address && hops > 0)
        {
            string message = page.Announced.IsEmpty ? "The page sends its visitor on; what is there was read instead."
                : "The page announces a feed, which was read instead.";
            AddressSource instead =
                AddressSource.Named(next, source.Secrets, source.Options) with
                {
                    Folder = source.Folder,
                    Title = source.Title,
                    IsListed = source.IsListed,
                };
            var told =
                new Diagnostic(DiagnosticIds.AnnouncedFeed, DiagnosticSeverity.Info, message)
                {
                    Source = source.Name,
                    Address = instead.Address,
                };
            diagnostics.Add(told);
            return await ReadAsync(instead, hops - 1, cancellationToken).ConfigureAwait(false);
        }

        if (page.Wall is { } wall)
        {
            throw new ResourceException(ResourceFailure.Blocked, $"There is no feed there. {wall}");
        }

        return source.IsListed ? throw new FeedBookException("There is no feed there: it is a page, and it announces none.") : default;
    }

    private async Task<ImmutableArray<ReadSource>> ReadListAsync(BookSource source, SubscriptionList list, int hops,
        CancellationToken cancellationToken)
    {
        if (hops == 0)
        {
            throw new FeedBookException("Subscription lists name each other in a circle.");
        }

        if (list.Feeds.IsEmpty)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.SourceEmpty, DiagnosticSeverity.Warning,
                "The subscription list names no feed.") { Source = source.Name });
        }

        // One without an absolute address was named when the list was read. Of more than may be read there is no need to know each.
        ImmutableArray<Subscription> feeds = [.. list.Feeds.Where(subscription => subscription.Address.IsAbsoluteUri).Take(budget.Most)];
        int left = list.Feeds.Count(subscription => subscription.Address.IsAbsoluteUri) - feeds.Length;
        SourceSecrets secrets = (source as AddressSource)?.Secrets ?? SourceSecrets.None;
        AddressSource[] listed = [.. feeds.Select(subscription => AddressSource.Named(subscription.Address, secrets, source.Options) with
        {
            Folder = subscription.Folders is [var folder, ..] ? folder : null,
            Title = subscription.Title,
            IsListed = true,
        })];
        if (!source.Options.Headers.IsEmpty && listed.Count(each => each.Secrets.For(each.Address).IsEmpty) is > 0 and int without)
        {
            string message =
                $"The request headers go to the source's own origin alone; {without:N0} feeds that the list names elsewhere do not get "
                    + "them.";
            diagnostics.Add(new Diagnostic(DiagnosticIds.HeadersNotSent, DiagnosticSeverity.Warning, message) { Source = source.Name });
        }

        bool fromFile = source is FileSource or AddressSource { Address.IsFile: true };
        ImmutableArray<ReadSource>[] read =
            await Task.WhenAll(listed.Select(each => ReadListedAsync(each, fromFile, hops - 1, cancellationToken))).ConfigureAwait(false);
        ImmutableArray<ReadSource> all = [.. read.SelectMany(each => each)];
        if (left > 0)
        {
            diagnostics.Add(TooMany(source.Name) with { Message =
                $"The list names {list.Feeds.Length:N0} feeds; at most {budget.Most:N0} sources are read." });
            all = all.Add(ReadSource.Failed(source.Name, source.Options,
                $"{left:N0} of its feeds were not read: at most {budget.Most:N0} sources are."));
        }

        return all;
    }

    private async Task<ImmutableArray<ReadSource>> ReadListedAsync(AddressSource source, bool fromFile, int hops,
        CancellationToken cancellationToken)
    {
        try
        {
            // A list that a stranger wrote must not reach into this machine.
            if (source.Address.IsFile && !fromFile)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.FetchForbidden, DiagnosticSeverity.Error,
                    "A subscription list from elsewhere names a file of this machine; it was not read.")
                    {
                        Source = source.Name,
                        Address = source.Address,
                    });
                throw new FeedBookException("Only a subscription list in a file may name files.");
            }

            return await ReadAsync(source, hops, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return [Failed(source, exception)];
        }
    }

    private async Task<ImmutableArray<ReadSource>> ReadFolderAsync(FolderSource folder, int hops, CancellationToken cancellationToken)
    {
        string section = folder.Options.Section ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path)));
        var feeds = ImmutableArray.CreateBuilder<ReadSource>();
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        var files = new FolderFiles(folder.Path);
        foreach (string path in files.Find())
        {
            try
            {
                FeedDocument document = await ReadFileAsync(path, folder.Options, cancellationToken).ConfigureAwait(false);
                if (document is { Format: FeedFormat.Archive or FeedFormat.Html, Feed: { } single })
                {
                    diagnostics.AddRange(single.Diagnostics.Select(each => each with { Source = path }));
                    items.AddRange(single.Items);
                }
                else
                {
                    feeds.AddRange(await OpenAsync(new FileSource(path, folder.Options), document, null, hops,
                        cancellationToken).ConfigureAwait(false));
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.SourceFailed, DiagnosticSeverity.Error,
                    $"The file could not be read: {exception.Message}") { Source = path });
                feeds.Add(ReadSource.Failed(path, folder.Options, exception.Message));
            }
        }

        diagnostics.AddRange(files.Left
            .Select(left => new Diagnostic(DiagnosticIds.SourceFailed, DiagnosticSeverity.Warning, left) { Source = folder.Path }));
        if (items.Count > 0)
        {
            feeds.Insert(0, Read(folder, section, new Feed { Format = FeedFormat.Archive, Title = section, Items = items.ToImmutable() }));
        }

        if (feeds.Count == 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.SourceEmpty, DiagnosticSeverity.Warning,
                "The folder holds no feed and no item.") { Source = folder.Path });
        }

        return feeds.ToImmutable();
    }

    private ReadSource Failed(BookSource source, Exception exception)
    {
        SourceSecrets secrets = (source as AddressSource)?.Secrets ?? SourceSecrets.None;
        string title = source is AddressSource { Title: { } listed } ? $" '{Text.ShortLabel.Of(listed)}'" : "";
        if (exception is FeedBookException known)
        {
            diagnostics.AddRange(known.Diagnostics.Select(each => secrets.Hide(each) with { Source = source.Name }));
        }

        diagnostics.Add(secrets.Hide(new Diagnostic(DiagnosticIds.SourceFailed, DiagnosticSeverity.Error,
            $"The source{title} could not be read: {exception.Message}") { Source = source.Name }));
        return ReadSource.Failed(source.Name, source.Options, secrets.Hide(exception.Message)!, IdOf(exception));
    }

    private static string IdOf(Exception exception) => exception switch
    {
        ResourceException resource => resource.DiagnosticId,
        FeedBookException { Diagnostics: [.., { Id: DiagnosticIds.TooManySources }] } => DiagnosticIds.TooManySources,
        _ => DiagnosticIds.SourceFailed,
    };

    private static ReadSource Read(BookSource source, string? section, Feed feed) => new(source.Name, section, feed, source.Options);

    private Diagnostic TooMany(string source) =>
        new(DiagnosticIds.TooManySources, DiagnosticSeverity.Error,
            $"More than {budget.Most:N0} sources in all; it was not read (BookOptions.MaxSources).") { Source = source };

    // A feed without a title still wants a name in the contents; a single item's own title is its chapter's.
    private static string? SingleItemSection(BookSource source, Feed feed) =>
        feed.Format is FeedFormat.Archive or FeedFormat.Html ? null : source is AddressSource address ? address.Address.Host : null;
}
