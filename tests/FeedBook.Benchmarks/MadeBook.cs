using System.Globalization;
using FeedBook.Fetching;

namespace FeedBook.Benchmarks;

/// <summary>
/// The books that writing is measured on: articles of <see cref="ArticleSamples"/> with pictures made in code, no network.
/// </summary>
internal static class MadeBook
{
    /// <summary>The kinds of articles that books are made of.</summary>
    public static IEnumerable<string> Kinds => ["mixed", "text", "gallery", "long"];

    /// <summary>A book of one kind of articles, the same one each time; the caller disposes it.</summary>
    public static async Task<Book> OfAsync(string kind)
    {
        IEnumerable<FeedItem> items = ArticleSamples.Of(kind).Select((article, index) => new FeedItem
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{kind}-{index}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"Article {index} of the {kind} ones"),
            ContentHtml = article.Html,
            BaseAddress = article.Address,
            Published = new DateTimeOffset(2026, 1, 2, 10, 0, 0, TimeSpan.Zero).AddHours(-index),
        });
        return await new BookBuilder(new Pictures()).Title("Made").AddItems(kind, items).BuildAsync();
    }

    // One of a dozen pictures for each address, small enough that not they alone are measured.
    private sealed class Pictures : IResourceLoader
    {
        private readonly byte[][] all =
            [.. Enumerable.Range(0, 12).Select(seed => seed % 3 == 0 ? MadePictures.Png(160, 120, seed)
            : MadePictures.Jpeg(640, 480, 40_000, seed))];

        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Resource(request.Address,
                new MemoryStream(all[request.Address.AbsolutePath.Sum(letter => letter) % all.Length])));
    }
}
