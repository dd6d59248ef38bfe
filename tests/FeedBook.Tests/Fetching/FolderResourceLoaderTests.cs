using FeedBook.Fetching;

namespace FeedBook.Tests.Fetching;

public sealed class FolderResourceLoaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("https://site.example/a/b.jpg", "site.example/a/b.jpg")]
    [InlineData("http://site.example/", "site.example/index.html")]
    [InlineData("http://site.example:8080/a", "site.example_8080/a")]
    [InlineData("https://site.example/p?url=x/y", "site.example/p?url=x_y")]
    [InlineData("https://site.example/a%20b.jpg?w=3", "site.example/a b.jpg")]
    [InlineData("https://base.example/feeds/img/1.jpg", "img/1.jpg")]
    public async Task Finds_what_was_mirrored(string address, string file)
    {
        Write(file, "content");
        var loader = new FolderResourceLoader(folder, new Uri("https://base.example/feeds/"));
        await using Resource resource = await loader.LoadAsync(new ResourceRequest(new Uri(address), ResourceKind.Image));
        Assert.Equal("content", await HttpResourceLoaderTests.TextAsync(resource));
    }

    [Theory]
    [InlineData("https://site.example/..%2F..%2Fsecret.txt")]
    [InlineData("https://site.example/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("https://site.example/link")]
    [InlineData("https://../secret.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://site.example/missing")]
    [InlineData("https://site.example/a%00b")]
    public async Task Never_leaves_the_folder(string address)
    {
        string inside = Path.Combine(folder, "inside");
        Directory.CreateDirectory(Path.Combine(inside, "site.example"));
        Write("secret.txt", "secret");
        File.CreateSymbolicLink(Path.Combine(inside, "site.example", "link"), Path.Combine(folder, "secret.txt"));
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            await HttpResourceLoaderTests.FailsAsync(new FolderResourceLoader(inside), uri);
        }
    }

    [Fact]
    public async Task Files_are_read_below_the_root_and_within_the_limit()
    {
        string file = Write("a.xml", "<rss/>");
        var loader = new FileResourceLoader(folder, new FetchOptions { MaxFeedBytes = 6, MaxImageBytes = 5 });
        await using Resource resource = await loader.LoadAsync(new ResourceRequest(new Uri(file), ResourceKind.Feed));
        Assert.Equal("<rss/>", await HttpResourceLoaderTests.TextAsync(resource));
        Assert.Equal(ResourceFailure.TooLarge, (await HttpResourceLoaderTests.FailsAsync(loader, new Uri(file))).Failure);
        Assert.Equal(ResourceFailure.Forbidden, (await HttpResourceLoaderTests.FailsAsync(loader, new Uri("file:///etc/passwd"))).Failure);
        Assert.Equal(ResourceFailure.Unavailable,
            (await HttpResourceLoaderTests.FailsAsync(new FileResourceLoader(), new Uri(folder))).Failure);
        Assert.Equal(ResourceFailure.Unavailable,
            (await HttpResourceLoaderTests.FailsAsync(loader, new Uri("https://site.example/"))).Failure);
    }

    [Fact]
    public async Task Offline_reads_data_only_unless_files_are_allowed()
    {
        string file = Write("a.xml", "<rss/>");
        var data = new Uri("data:,x");
        await HttpResourceLoaderTests.LoadAsync(new OfflineResourceLoader(), new ResourceRequest(data, ResourceKind.Image));
        await HttpResourceLoaderTests.LoadAsync(new OfflineResourceLoader(allowFiles: true),
            new ResourceRequest(new Uri(file), ResourceKind.Feed));
        Assert.Equal(ResourceFailure.Unavailable,
            (await HttpResourceLoaderTests.FailsAsync(new OfflineResourceLoader(), new Uri(file))).Failure);
        Assert.Equal(ResourceFailure.Unavailable,
            (await HttpResourceLoaderTests.FailsAsync(new OfflineResourceLoader(true), new Uri("https://site.example/"))).Failure);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
