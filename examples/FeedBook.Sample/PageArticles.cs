using System.Text;
using FeedBook.Fetching;
using FeedBook.FullText;

namespace FeedBook.Sample;

/// <summary>What <c>--full-text</c> means to inspect and figures: a page is cut to its article, a feed's items get their pages'.</summary>
internal static class PageArticles
{
    /// <summary>The feed with the articles of pages; as it is where they are not asked for.</summary>
    public static async Task<Feed> OfAsync(Feed feed, FullTextChoice? choice, FetchOptions fetch, CancellationToken cancellationToken)
    {
        if (choice is null or FullTextChoice.Never)
        {
            return feed;
        }

        var extractor = new ArticleExtractor();
        if (feed.Format == FeedFormat.Html)
        {
            return feed with { Items = [.. feed.Items.Select(item => Cut(item, extractor, cancellationToken))] };
        }

        IResourceLoader network = Network.Loader(fetch);
        using var owned = network as IDisposable;
        return await new FullTextReader(network, new FullTextOptions { Extractor = extractor, Choice = choice.Value })
            .ReadAsync(feed, cancellationToken);
    }

    private static FeedItem Cut(FeedItem page, ArticleExtractor extractor, CancellationToken cancellationToken)
    {
        Uri address = page.BaseAddress ?? page.Address ?? new Uri("http://localhost/");
        byte[] html = Encoding.UTF8.GetBytes(page.ContentHtml ?? "");
        return extractor.Extract(new WebPage(html, address, "utf-8"), cancellationToken) is { } article
            ? page with { ContentHtml = article.Html } : page;
    }
}
