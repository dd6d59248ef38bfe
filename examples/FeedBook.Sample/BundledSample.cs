using FeedBook.Fetching;
using FeedBook.Sample.Plans;

namespace FeedBook.Sample;

/// <summary>The sample that comes with the app: four small feeds and their pictures, read from its own folder.</summary>
internal static class BundledSample
{
    /// <summary>Where the sample's feeds say that they are; the name is reserved and never a real one (RFC 6761).</summary>
    public static Uri Address { get; } = new("https://sample.feedbook.example/");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Sample");

    public static BookPlan Plan => new()
    {
        IsSample = true,
        Book = options => options with { Title = "FeedBook Sample" },
        Sources =
        [
            new PlannedSource(Path.Combine(Folder, "archive")) { Change = options => options with { Section = "画廊" } },
            new PlannedSource(Path.Combine(Folder, "rss.xml")),
            new PlannedSource(Path.Combine(Folder, "atom.xml")),
            new PlannedSource(Path.Combine(Folder, "feed.json")),
        ],
    };

    /// <summary>The network, but for the sample's own address, which is read from its folder.</summary>
    public static IResourceLoader Beside(IResourceLoader network) => new SampleLoader(network, new FolderResourceLoader(Folder, Address));

    private sealed class SampleLoader(IResourceLoader network, FolderResourceLoader sample) : IResourceLoader, IDisposable
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            (Address.IsBaseOf(request.Address) ? sample : network).LoadAsync(request, cancellationToken);

        public void Dispose() => (network as IDisposable)?.Dispose();
    }
}
