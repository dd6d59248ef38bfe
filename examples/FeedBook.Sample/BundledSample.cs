using FeedBook.Fetching;

namespace FeedBook.Sample;

/// <summary>The sample that comes with the app: four small feeds and their pictures, read from its own folder.</summary>
internal static class BundledSample
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Sample");

    public static BookBuilder Builder() => new BookBuilder(new FolderResourceLoader(Folder, new Uri("https://sample.feedbook.example/")))
        .Title("FeedBook Sample")
        .AddFolder(Path.Combine(Folder, "archive"), new FeedSourceOptions { Section = "画廊" })
        .AddFile(Path.Combine(Folder, "rss.xml"))
        .AddFile(Path.Combine(Folder, "atom.xml"))
        .AddFile(Path.Combine(Folder, "feed.json"));
}
