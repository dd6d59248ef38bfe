using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using FeedBook.Feeds;
using FeedBook.Fetching;
using FeedBook.Html;
using FeedBook.Html.Ledger;

namespace FeedBook.Books;

/// <summary>
/// Reads the pages of those items whose feed gives a summary alone, and puts their articles in its place. A page that cannot be had, or is
/// none to be read, costs only itself: the feed's text stands, and it is told why.
/// </summary>
internal sealed class PageTexts(IResourceLoader loader, BookOptions options, DiagnosticBag diagnostics, IProgress<BookProgress>? progress)
{
    // Requests wait in the loader, which knows how many each host takes.
    private const int Waiting = 64;

    // A page's text must say this much more, in letters, before it stands in the place of a summary.
    private const int LeastMore = 80;

    private const int MostQuoted = 5;

    private readonly ConcurrentDictionary<string, Task<RobotsFile>> robots = new(StringComparer.Ordinal);

    /// <summary>The sources, with the pages' articles in their items.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ImmutableArray<ChosenSource>> ReadAsync(ImmutableArray<ChosenSource> sources, CancellationToken cancellationToken)
    {
        if (options.FullText.Extractor is not { } extractor)
        {
            return sources;
        }

        FeedItem[][] items = [.. sources.Select(source => source.Items.ToArray())];
        List<(int Source, int Item)> wanted = [.. sources.SelectMany((source, index) => Wanted(source).Select(item => (index, item)))];
        if (wanted.Count == 0)
        {
            return sources;
        }

        var counter = new ProgressCounter(progress, BookStage.Pages, wanted.Count);
        using var limit = new CancellationTokenSource(options.FullText.Timeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Waiting, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(wanted, parallel, async (each, _) =>
        {
            FeedItem item = items[each.Source][each.Item];
            items[each.Source][each.Item] =
                await ReadAsync(sources[each.Source], item, extractor, either.Token, cancellationToken).ConfigureAwait(false);
            counter.Step(item.Title ?? item.Address!.AbsoluteUri);
        }).ConfigureAwait(false);
        return [.. sources.Select((source, index) => source with { Items = [.. items[index]] })];
    }

    private IEnumerable<int> Wanted(ChosenSource source)
    {
        FullTextChoice choice = source.Options.FullText ?? options.FullText.Choice;
        if (choice == FullTextChoice.Never || source.Read.Feed.Format == FeedFormat.Html)
        {
            return [];
        }

        ImmutableArray<bool> summaries = choice == FullTextChoice.Always ? [] : SummarySigns.Of(source.Items);
        return Enumerable.Range(0, source.Items.Length)
            .Where(i => source.Items[i].Address is not null && (choice == FullTextChoice.Always || (summaries[i] && IsAsked(i))));

        // A feed in a file, and items in hand, are to be read without a network unless somebody asks for more of that very source.
        bool IsAsked(int i) => source.Options.FullText is not null || source.Items[i].FeedAddress is not null;
    }

    private async Task<FeedItem> ReadAsync(ChosenSource source, FeedItem item, IArticleExtractor extractor, CancellationToken limited,
        CancellationToken cancellationToken)
    {
        try
        {
            FetchedArticle article = await FetchAsync(source, item, extractor, limited).ConfigureAwait(false);
            return Join(source, item, article);
        }
        catch (ResourceException exception)
        {
            Tell(source, item, exception.DiagnosticId, DiagnosticSeverity.Warning, exception.Message);
        }
        catch (FeedBookException exception) when (exception.Diagnostics is [var why, ..])
        {
            Tell(source, item, why.Id, why.Severity, why.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Tell(source, item, DiagnosticIds.FetchTimeout, DiagnosticSeverity.Warning,
                $"It had not arrived when the time for all pages ({options.FullText.Timeout}) was over.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An extractor of the caller's may fail in any way.
            Tell(source, item, DiagnosticIds.PageUnusable, DiagnosticSeverity.Warning, $"It could not be read: {exception.Message}");
        }

        return item;
    }

    private void Tell(ChosenSource source, FeedItem item, string id, DiagnosticSeverity severity, string why) =>
        diagnostics.Add(new Diagnostic(id, severity, $"The item's page was not read, the feed's text stands. {why}")
        {
            Item = item.Title ?? item.Id, Source = source.Name, Address = item.Address,
        });

    private async Task<FetchedArticle> FetchAsync(ChosenSource source, FeedItem item, IArticleExtractor extractor,
        CancellationToken cancellationToken)
    {
        FetchedArticle first = await FetchAsync(source, item, item.Address!, extractor, cancellationToken).ConfigureAwait(false);
        Uri? other = options.FullText.Version switch
        {
            PageVersion.Amp => first.Article.AmpAddress,
            PageVersion.Print => first.Article.PrintAddress,
            _ => null,
        };
        if (other is not null && other != first.Reached)
        {
            FetchedArticle version = await FetchAsync(source, item, other, extractor, cancellationToken).ConfigureAwait(false);
            first = version with { Article = version.Article with
            {
                CanonicalAddress = first.Article.CanonicalAddress ?? first.Reached, NextPage = version.Article.NextPage,
            } };
        }

        return await WithFurtherPagesAsync(source, item, first, extractor, cancellationToken).ConfigureAwait(false);
    }

    // The further pages of one article. One that fails ends it, which is told; what came before stands.
    private async Task<FetchedArticle> WithFurtherPagesAsync(ChosenSource source, FeedItem item, FetchedArticle first,
        IArticleExtractor extractor, CancellationToken cancellationToken)
    {
        if (first.Article.NextPage is null)
        {
            return first;
        }

        var html = new StringBuilder(first.Article.Html);
        var read = new HashSet<Uri> { first.Reached, item.Address! };
        Uri? next = first.Article.NextPage;
        for (int page = 1; next is not null && page < options.FullText.MaxPages && read.Add(next); page++)
        {
            try
            {
                FetchedArticle further = await FetchAsync(source, item, next, extractor, cancellationToken).ConfigureAwait(false);
                html.Append(further.Article.Html);
                next = further.Article.NextPage;
            }
            catch (Exception exception) when (exception is ResourceException or FeedBookException { Diagnostics: [_, ..] })
            {
                string id = (exception as ResourceException)?.DiagnosticId ?? ((FeedBookException)exception).Diagnostics[0].Id;
                diagnostics.Add(new Diagnostic(id, DiagnosticSeverity.Warning, $"The article's next page was not read. {exception.Message}")
                {
                    Item = item.Title ?? item.Id, Source = source.Name, Address = next,
                });
                next = null;
            }
        }

        if (next is not null && !read.Contains(next))
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.PageUnusable, DiagnosticSeverity.Warning,
                $"The article has more than {options.FullText.MaxPages} pages; the rest was not read.")
            {
                Item = item.Title ?? item.Id, Source = source.Name, Address = next,
            });
        }

        return first with { Article = first.Article with { Html = html.ToString() } };
    }

    private async Task<FetchedArticle> FetchAsync(ChosenSource source, FeedItem item, Uri address, IArticleExtractor extractor,
        CancellationToken cancellationToken)
    {
        if (options.FullText.HonourRobots
            && !(await RobotsOfAsync(address, cancellationToken).ConfigureAwait(false)).Allows(address))
        {
            throw Stays(DiagnosticIds.PageForRobots, "The site asks programs not to read it (robots.txt).");
        }

        WebPage page = await LoadAsync(source, item, address, cancellationToken).ConfigureAwait(false);
        if (PageWall.Of(page.Html, page.Address, out _) is { } wall)
        {
            throw Stays(DiagnosticIds.PageUnusable, wall);
        }

        PageArticle article = extractor.Extract(page, cancellationToken)
            ?? throw Stays(DiagnosticIds.PageUnusable, "There is no article in it.");
        if (!source.Options.Keep.IsEmpty && PageSelection.Holds(page.Html, source.Options.Keep))
        {
            // The caller knows the page: what is kept of it is not what the extractor makes of it.
            article = article with { Html = page.Html };
        }

        return new FetchedArticle(article, page.Address);
    }

    private async Task<WebPage> LoadAsync(ChosenSource source, FeedItem item, Uri address, CancellationToken cancellationToken)
    {
        // The source's headers go to its own origin and nowhere else.
        bool own = Uri.TryCreate(source.Name, UriKind.Absolute, out Uri? named) && RequestHeaders.SameHost(named, address);
        var request = new ResourceRequest(address, ResourceKind.Page)
        {
            Referrer = item.FeedAddress,
            Headers = own && !source.Options.Headers.IsEmpty ? source.Options.Headers : null,
        };
        Resource resource = await loader.LoadAsync(request, cancellationToken).ConfigureAwait(false);
        await using (resource.ConfigureAwait(false))
        {
            if (resource.MediaType is { } type && !IsPage(type))
            {
                throw Stays(DiagnosticIds.PageUnusable, $"It is no page but {type}.");
            }

            using var bytes = new MemoryStream(resource.Length is > 0 and < 1 << 24 ? (int)resource.Length : 0);
            await resource.Content.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            return new WebPage(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), resource.Address, resource.Charset);
        }
    }

    // Servers call pages all sorts of text; what is surely none is a picture, a sound, a document.
    private static bool IsPage(string type) => type.StartsWith("text/", StringComparison.Ordinal)
        || type.Contains("html", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal)
        || type == "application/octet-stream";

    private Task<RobotsFile> RobotsOfAsync(Uri address, CancellationToken cancellationToken) =>
        robots.GetOrAdd(address.GetLeftPart(UriPartial.Authority), origin => ReadRobotsAsync(new Uri(origin + "/robots.txt"),
            cancellationToken));

    private async Task<RobotsFile> ReadRobotsAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ResourceRequest(address, ResourceKind.Page) { Accept = "text/plain", MaxBytes = 512 * 1024 };
            Resource resource = await loader.LoadAsync(request, cancellationToken).ConfigureAwait(false);
            await using (resource.ConfigureAwait(false))
            {
                using var reader = new StreamReader(resource.Content, Encoding.UTF8);
                return RobotsFile.Parse(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false), "feedbook");
            }
        }
        catch (ResourceException)
        {
            return RobotsFile.None;
        }
    }

    private FeedItem Join(ChosenSource source, FeedItem item, FetchedArticle fetched)
    {
        (PageArticle article, Uri reached) = fetched;
        string html = article.Html, feed = item.ContentHtml ?? "";
        TextSample own = TextSample.Of(feed);
        int page = TextSample.Of(html).Own;
        bool always = (source.Options.FullText ?? options.FullText.Choice) == FullTextChoice.Always;
        if (always ? page < own.Own : page < own.Own + Math.Max(LeastMore, own.Own / 4))
        {
            throw Stays(DiagnosticIds.PageShorter, "It says no more than the feed.", DiagnosticSeverity.Info);
        }

        bool shows = html.Contains("<img", StringComparison.OrdinalIgnoreCase);
        if (!shows && own.Media.Count > 0)
        {
            // A picture that only the feed has stays.
            html = $"<div>{string.Concat(own.Media.Select(each => feed[each.Start..each.End]))}</div>{html}";
            shows = true;
        }

        Tell(source, item, article);
        TellOmissions(source, item, article);
        return item with
        {
            ContentHtml = html,
            BaseAddress = article.BaseAddress ?? reached,
            Address = reached.Host.Equals(item.Address!.Host, StringComparison.OrdinalIgnoreCase) ? item.Address
                : article.CanonicalAddress ?? reached,
            CountedAddress = item.CountedAddress
                ?? (reached.Host.Equals(item.Address.Host, StringComparison.OrdinalIgnoreCase) ? null : item.Address),
            Title = item.Title ?? article.Title,
            Authors = item.Authors.IsEmpty && article.Byline is { } byline ? [new FeedPerson(byline)] : item.Authors,
            Published = item.Published ?? article.Published,
            Language = item.Language ?? article.Language,
            Media = !shows && item.Media.IsEmpty && article.LeadImage is { } lead
                ? [new FeedMedia(lead) { Role = FeedMediaRole.ItemImage, Medium = "image" }] : item.Media,
        };
    }

    private void Tell(ChosenSource source, FeedItem item, PageArticle article) =>
        diagnostics.Add(new Diagnostic(DiagnosticIds.PageRead, DiagnosticSeverity.Info,
            "The item's page was read in place of the feed's text.")
        {
            Item = item.Title ?? article.Title ?? item.Id, Source = source.Name, Address = item.Address,
        });

    // A page's furniture among its paragraphs is no loss, a sentence may be one.
    private void TellOmissions(ChosenSource source, FeedItem item, PageArticle article)
    {
        foreach (IGrouping<bool, PageOmission> kind in article.Omissions.GroupBy(omission => omission.IsRunningText))
        {
            string[] words = [.. kind.Select(omission => ReadingContext.Excerpt(omission.Text)).Distinct(StringComparer.Ordinal)];
            string rest = words.Length > MostQuoted ? $" and {words.Length - MostQuoted} more" : "";
            diagnostics.Add(new Diagnostic(kind.Key ? DiagnosticIds.PageWordsLeftOut : DiagnosticIds.PagePartsLeftOut,
                kind.Key ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, "Left out among the paragraphs of the item's page: "
                + string.Join(", ", words.Take(MostQuoted).Select(each => $"“{each}”")) + rest + ".")
            {
                Item = item.Title ?? article.Title ?? item.Id, Source = source.Name, Address = item.Address,
            });
        }
    }

    private sealed record FetchedArticle(PageArticle Article, Uri Reached);

    // Thrown and caught here: why the feed's text stands.
    private static FeedBookException Stays(string id, string why, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(why, [new Diagnostic(id, severity, why)]);
}
