using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;
using FeedBook.Tests.Media;
using Xunit.Abstractions;

namespace FeedBook.Tests.Fetching;

/// <summary>
/// One hundred faulty servers at once, as feeds and as pictures, with a cold and with a warm cache: what is whole is in the book, the rest
/// is named, and nothing else is lost.
/// </summary>
public sealed class HostileServerTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private FetchOptions Options(HostileServers servers, TestHost good) => new()
    {
        AllowedHosts = [.. servers.Allowed, $"127.0.0.1:{good.Address.Port}"],
        CacheDirectory = folder,
        MaxAttempts = 2,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetryDelay = TimeSpan.FromSeconds(1),

        // Long enough for all that answer, on a busy machine too; the slow ones would take minutes.
        AttemptTimeout = TimeSpan.FromSeconds(8),
        TotalTimeout = TimeSpan.FromSeconds(18),
        MaxConcurrency = 40,
    };

    private static byte[] Feed(string title) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{title}</title>"
            + $"<item><title>{title}</title><guid>{title}</guid>"
            + $"<description>Words of {title}, and more of them.</description></item></channel></rss>");

    private static string SecretOf(Uri address) => $"key-of-{address.Port}-";

    [Fact]
    public async Task As_feeds()
    {
        using HostileServers servers = HostileServers.Start(Feed("Whole"), "application/rss+xml");
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/feed", Feed("Good"), "application/rss+xml");
        string? first = null;
        foreach (string run in (string[])["cold", "warm"])
        {
            var builder = new BookBuilder();
            servers.All.ForEach(server => builder.AddFeed(server.Address, new FeedSourceOptions
            {
                Headers = ImmutableDictionary<string, string>.Empty.Add("X-Key", SecretOf(server.Address)),
            }));
            await using Book book = await builder.AddFeed(host.At("/feed"))
                .With(o => o with { Fetch = Options(servers, host), FoldDuplicates = false }).BuildAsync();

            Assert.Equal(servers.All.Count + 1, book.Sources.Length);
            Assert.Contains(book.Chapters, chapter => chapter.Title == "Good");
            foreach ((string name, Uri address, Gives gives) in servers.All)
            {
                SourceResult result = book.Sources.Single(source => source.Name == address.AbsoluteUri);
                Assert.True(gives == Gives.Either || (gives == Gives.Whole) == (result.Chapters == 1), $"{run}: {name}: {result}");
                Assert.True(result.Chapters == 1 || result.Failure is { Length: > 10 }, $"{run}: {name}: {result}");
                Assert.DoesNotContain("Exception", result.Failure ?? "", StringComparison.Ordinal);
            }

            string outcome =
                string.Join('\n',
                servers.All.Select(server =>
                $"{server.Name}: {book.Sources.Single(source => source.Name == server.Address.AbsoluteUri).Chapters}"));
            Assert.Equal(first ??= outcome, outcome);
        }

        Assert.InRange(servers.All.Count, 100, 200);
        foreach ((Uri address, string[] heads) in servers.Seen)
        {
            output.WriteLine($"{address} was asked:\n{string.Concat(heads)}");
            Assert.All(heads, head => Assert.Contains($"X-Key: {SecretOf(address)}\r\n", head, StringComparison.OrdinalIgnoreCase));
            Assert.All(heads, head => Assert.DoesNotContain(servers.All, other => other.Address != address
                && head.Contains(SecretOf(other.Address), StringComparison.Ordinal)));
        }

        Assert.Empty(Directory.EnumerateFiles(folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task As_pictures()
    {
        using HostileServers servers = HostileServers.Start(SamplePictures.Jpeg, "image/jpeg");
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/good.jpg", SamplePictures.JpegNumber(1));
        string html =
            string.Concat(
            servers.All.Select(server =>
            $"<p>Words of {server.Name}.</p><p><img src='{server.Address}' alt='{server.Name}' width='600' height='400'></p>"))
            + $"<p><img src='{host.At("/good.jpg")}' alt='good' width='600' height='400'></p>";
        string? first = null;
        foreach (string run in (string[])["cold", "warm"])
        {
            await using Book book = await new BookBuilder().AddItems("S", [new FeedItem { Id = "1", Title = "One", ContentHtml = html }])
                .With(o => o with { Fetch = Options(servers, host) }).BuildAsync();

            Article article = Assert.Single(book.Chapters).Article;
            Dictionary<string, ImageReference> images = ContentWalker.Images(article).ToDictionary(image => image.Address.AbsoluteUri);
            Assert.NotNull(images[host.At("/good.jpg").AbsoluteUri].Stored);
            foreach ((string name, Uri address, Gives gives) in servers.All)
            {
                bool came = images[address.AbsoluteUri].Stored is not null;
                Assert.True(gives == Gives.Either || (gives == Gives.Whole) == came, $"{run}: {name}: {came}");
                Assert.True(came || book.Diagnostics.Any(each => each.Address == address), $"{run}: {name} is not told");
                Assert.Contains($"Words of {name}.", ContentText.Of(article), StringComparison.Ordinal);
            }

            string outcome =
                string.Join('\n', servers.All.Select(server => $"{server.Name}: {images[server.Address.AbsoluteUri].Stored is not null}"));
            Assert.Equal(first ??= outcome, outcome);
        }
    }
}
