using System.Diagnostics;
using System.Text;
using FeedBook.Fetching;
using FeedBook.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedBook.Tests.Books;

/// <summary>Sources that would go on for ever, or never begin.</summary>
public sealed class SourceLimitsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Atom(string links, params int[] items) =>
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Log</title>"
            + $"{links}{string.Concat(items.Select(i => $"<entry><id>urn:{i}</id><title>Day "
                + $"{i}</title><published>{new DateTime(2026, 1, 1).AddDays(i):yyyy-MM-dd}T00:00:00Z</published><content>Words of day "
                    + $"{i}.</content></entry>"))}</feed>";

    [Fact]
    public async Task Lists_of_lists_of_lists_end_at_the_number_of_sources()
    {
        await using TestHost host = await TestHost.StartAsync();
        int asked = 0;
        for (int i = 0; i < 400; i++)
        {
            host.On($"/{i}", context => context.Response.WriteAsync(
                "<opml version='2.0'><body>"
                    + $"{string.Concat(Enumerable.Range(0, 30).Select(_ => $"<outline xmlUrl='/{Interlocked.Increment(ref asked) % 400}?"
                        + $"{Guid.NewGuid()}'/>"))}</body></opml>"));
        }

        await using Book book = await new BookBuilder().AddFeed(host.At("/0"))
            .AddItems("S", [new FeedItem { Id = "1", Title = "One", ContentHtml = "<p>Words.</p>" }])
            .With(o => o with { Fetch = host.Options, MaxSources = 100 }).BuildAsync();

        Assert.InRange(host.Seen.Count, 31, 101);
        Assert.Contains(book.Diagnostics, each => each is { Id: DiagnosticIds.TooManySources, Severity: DiagnosticSeverity.Error });
        Assert.Single(book.Chapters);
    }

    [Fact]
    public async Task Of_a_long_list_the_first_are_read_and_the_rest_is_counted()
    {
        await using TestHost host = await TestHost.StartAsync();
        string list =
            Write("list.opml",
            "<opml version='2.0'><body>"
                + $"{string.Concat(Enumerable.Range(0, 5000).Select(i => $"<outline xmlUrl='{host.At($"/{i}")}'/>"))}</body></opml>");
        host.On("/0", context => context.Response.WriteAsync(Atom("", 1)));

        await using Book book = await new BookBuilder().AddFile(list).With(o => o with { Fetch = host.Options, MaxSources = 10 })
            .BuildAsync();

        Assert.Equal(10, host.Seen.Count);
        Assert.Equal("The list names 5,000 feeds; at most 10 sources are read.",
            Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.TooManySources).Message);
        Assert.Contains(book.Sources, source => source.Name == list
            && source.Failure!.StartsWith("4,990 of its feeds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_is_included_is_read()
    {
        string inner =
            Write("inner.opml", $"<opml version='2.0'><body><outline xmlUrl='{new Uri(Write("feed.xml", Atom("", 1)))}'/></body></opml>");
        string list =
            Write("list.opml",
            $"<opml version='2.0'><body><outline type='include' url='{new Uri(inner)}'/><outline type='link' text='A page' "
                + "url='https://a.example/'/></body></opml>");

        await using Book book = await new BookBuilder(new OfflineResourceLoader()).AddFile(list).BuildAsync();

        Assert.Equal("Day 1", Assert.Single(book.Chapters).Title);
    }

    [Fact]
    public async Task A_page_in_a_list_is_a_failed_source_and_a_page_by_itself_is_an_item()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/page",
            context =>
            context.Response.WriteAsync(
            $"<html><title>A page</title><body><p>{string.Concat(Enumerable.Repeat("Words of a page. ", 30))}</p></body></html>"));
        host.On("/wall",
            context => context.Response.WriteAsync("<html><title>Log in</title><form method=post><input type=password></form></html>"));
        host.On("/feed", context => context.Response.WriteAsync(Atom("", 1)));
        string list =
            Write("list.opml",
            $"<opml version='2.0'><body><outline text='P' xmlUrl='{host.At("/page")}'/><outline "
                + $"xmlUrl='{host.At("/feed")}'/></body></opml>");

        await using Book listed = await new BookBuilder().AddFile(list).With(o => o with { Fetch = host.Options }).BuildAsync();
        await using Book direct = await new BookBuilder().AddFeed(host.At("/page")).AddFeed(host.At("/wall"))
            .With(o => o with { Fetch = host.Options }).BuildAsync();

        Assert.Equal(["Day 1"], listed.Chapters.Select(chapter => chapter.Title));
        Assert.Contains("it is a page", listed.Sources.Single(source => source.Name.EndsWith("/page", StringComparison.Ordinal)).Failure,
            StringComparison.Ordinal);
        Assert.Equal(["A page"], direct.Chapters.Select(chapter => chapter.Title));
        Assert.Contains("asks to log in", direct.Sources.Single(source => source.Name.EndsWith("/wall", StringComparison.Ordinal)).Failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipes_devices_and_circles_of_links_end_at_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string pipe = Path.Combine(folder, "pipe"), below = Directory.CreateDirectory(Path.Combine(folder, "below")).FullName;
        using (Process make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync();
        }

        File.CreateSymbolicLink(Path.Combine(folder, "to-pipe"), pipe);
        File.CreateSymbolicLink(Path.Combine(folder, "a"), Path.Combine(folder, "b"));
        File.CreateSymbolicLink(Path.Combine(folder, "b"), Path.Combine(folder, "a"));
        Directory.CreateSymbolicLink(Path.Combine(below, "up"), folder);
        Directory.CreateSymbolicLink(Path.Combine(below, "self"), below);
        Write("empty.xml", "");
        File.WriteAllText(Path.Combine(below, "feed.xml"), Atom("", 1, 2));
        BookBuilder builder = new BookBuilder(new OfflineResourceLoader()).AddFolder(folder).AddFeed(new Uri(pipe));
        foreach (string path in (string[])[pipe, Path.Combine(folder, "to-pipe"), Path.Combine(folder, "a"), "/dev/zero", "/dev/null",
            "/dev/tty", folder])
        {
            builder.AddFile(path);
        }

        await using Book book = await builder.BuildAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["Day 1", "Day 2"], book.Chapters.Select(chapter => chapter.Title));
        string[] failures = [.. book.Sources.Select(source => source.Failure).OfType<string>()];
        Assert.Equal(6, failures.Count(why => why.Contains("no plain file", StringComparison.Ordinal)) - 2);
        Assert.Contains(failures, why => why.Contains("is a folder", StringComparison.Ordinal));
        Assert.Contains(book.Diagnostics, each => each.Message.Contains("leads back to a folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_packed_feed_in_a_file_is_unpacked()
    {
        using (var file = new System.IO.Compression.GZipStream(File.Create(Path.Combine(folder, "feed.xml.gz")),
            System.IO.Compression.CompressionLevel.Fastest))
        {
            file.Write(Encoding.UTF8.GetBytes(Atom("", 1, 2)));
        }

        await using Book book = await new BookBuilder(new OfflineResourceLoader()).AddFile(Path.Combine(folder, "feed.xml.gz"))
            .BuildAsync();

        Assert.Equal(2, book.Chapters.Count());
    }

    [Theory]
    [InlineData(null, null, 1, 3)]
    [InlineData(2, null, 1, 2)]
    [InlineData(5, null, 2, 5)]
    [InlineData(100, null, 3, 8)]
    [InlineData(null, "2026-01-05", 3, 6)]
    [InlineData(null, "2026-01-06", 2, 5)]
    [InlineData(4, "2026-01-02", 2, 4)]
    public async Task Further_pages_of_a_feed_are_read_for_as_many_items_as_are_asked_for(int? most, string? since, int requests,
        int chapters)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/1", context => context.Response.WriteAsync(Atom("<link rel='next' href='/2'/>", 9, 8, 7)));
        host.On("/2", context => context.Response.WriteAsync(Atom("<link rel='prev-archive' href='/3'/>", 7, 6, 5, 4)));
        host.On("/3", context => context.Response.WriteAsync(Atom("<link rel='next' href='/1'/>", 3, 2)));

        await using Book book = await new BookBuilder()
            .AddFeed(host.At("/1"),
            new() { MaxItems = most, NotBefore = since is null ? null
            : DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture) })
            .With(o => o with { Fetch = host.Options }).BuildAsync();

        Assert.Equal((requests, chapters), (host.Seen.Count, book.Chapters.Count()));
    }

    [Fact]
    public async Task A_further_page_that_is_not_there_costs_its_own_items_and_is_told()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/1", context => context.Response.WriteAsync(Atom("<link rel='next' href='/2'/>", 9, 8)));

        await using Book book = await new BookBuilder().AddFeed(host.At("/1"), new() { MaxItems = 9 })
            .With(o => o with { Fetch = host.Options }).BuildAsync();

        Assert.Equal(2, book.Chapters.Count());
        Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.FeedPageFailed);
        Assert.Null(Assert.Single(book.Sources).Failure);
    }
}
