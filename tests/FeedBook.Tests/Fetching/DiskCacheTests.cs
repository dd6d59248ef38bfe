using FeedBook.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedBook.Tests.Fetching;

public sealed class DiskCacheTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("etag")]
    [InlineData("modified")]
    [InlineData("max-age")]
    [InlineData("nothing")]
    public async Task A_second_run_transfers_no_body(string kind)
    {
        await using TestHost host = await TestHost.StartAsync();
        byte[] bytes = new byte[200_000];
        new Random(2).NextBytes(bytes);
        Serve(host, "/a", bytes, kind);

        foreach (bool again in (bool[])[false, true])
        {
            using var loader = new HttpResourceLoader(options: Options(host));
            await using Resource resource = await loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Image));
            using var copy = new MemoryStream();
            await resource.Content.CopyToAsync(copy);
            Assert.Equal(bytes, copy.ToArray());
            Assert.Equal(again, resource.FromCache);
            Assert.Equal("image/jpeg", resource.MediaType);
        }

        Assert.Equal(bytes.Length, host.BodyBytes);
    }

    [Fact]
    public async Task What_has_changed_is_fetched_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: Options(host));
        Serve(host, "/a", [1], "etag");
        await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Feed));
        host.OnBytes("/a", [2, 2], "text/xml", response => response.Headers.ETag = "\"new\"");

        await using Resource changed = await loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Feed));
        Assert.Equal((false, 2L), (changed.FromCache, changed.Length));
    }

    [Theory]
    [InlineData("no-store", null)]
    [InlineData(null, "*")]
    public async Task What_must_not_be_kept_is_not(string? control, string? vary)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/a", [1], "image/jpeg", response =>
        {
            response.Headers.ETag = "\"1\"";
            response.Headers.CacheControl = control;
            response.Headers.Vary = vary;
        });
        using var loader = new HttpResourceLoader(options: Options(host));
        await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Image));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_was_asked_with_own_headers_is_not_kept()
    {
        await using TestHost host = await TestHost.StartAsync();
        Serve(host, "/a", [1], "etag");
        using var loader = new HttpResourceLoader(options: Options(host));
        await HttpResourceLoaderTests.LoadAsync(loader,
            new ResourceRequest(host.At("/a"), ResourceKind.Image) { Headers = new Dictionary<string, string> { ["Cookie"] = "me" } });
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(300)]
    public async Task A_file_that_is_not_whole_is_fetched_again(int length)
    {
        await using TestHost host = await TestHost.StartAsync();
        Serve(host, "/a", new byte[500], "max-age");
        using var loader = new HttpResourceLoader(options: Options(host));
        await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Image));
        string file = Directory.EnumerateFiles(folder, "*.fbc", SearchOption.AllDirectories).Single();
        using (FileStream cut = File.OpenWrite(file))
        {
            cut.SetLength(length);
        }

        await using Resource resource = await loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Image));
        using var copy = new MemoryStream();
        await resource.Content.CopyToAsync(copy);
        Assert.Equal((500L, false), (copy.Length, resource.FromCache));
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_nothing_behind()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/a", async context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(new byte[50_000]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var loader = new HttpResourceLoader(options: Options(host) with { MaxAttempts = 1 });
        await HttpResourceLoaderTests.FailsAsync(loader, host.At("/a"));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Many_loaders_share_a_folder()
    {
        await using TestHost host = await TestHost.StartAsync();
        for (int i = 0; i < 10; i++)
        {
            Serve(host, "/" + i, [.. Enumerable.Repeat((byte)i, 20_000)], "etag");
        }

        HttpResourceLoader[] loaders = [.. Enumerable.Range(0, 4).Select(_ => new HttpResourceLoader(options: Options(host)))];
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            await using Resource resource = await loaders[n % 4]
                .LoadAsync(new ResourceRequest(host.At("/" + (n % 10)), ResourceKind.Image));
            using var copy = new MemoryStream();
            await resource.Content.CopyToAsync(copy);
            Assert.Equal(20_000, copy.Length);
            Assert.All(copy.ToArray(), value => Assert.Equal(n % 10, value));
        }));

        Assert.Equal(10, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count());
        Array.ForEach(loaders, loader => loader.Dispose());
    }

    [Fact]
    public async Task The_folder_stays_within_its_size_and_the_least_used_go_first()
    {
        await using TestHost host = await TestHost.StartAsync();
        FetchOptions options = Options(host) with { MaxCacheBytes = 100_000 };
        using (var loader = new HttpResourceLoader(options: options))
        {
            for (int i = 0; i < 40; i++)
            {
                Serve(host, "/" + i, new byte[5_000], "max-age");
                await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/" + i), ResourceKind.Image));

                // The first is used all the time.
                await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/0"), ResourceKind.Image));
            }
        }

        Assert.InRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1,
            115_000);
        Assert.Equal(1, host.Count("/0"));
    }

    [Fact]
    public async Task Leftovers_of_a_crash_are_swept()
    {
        Directory.CreateDirectory(Path.Combine(folder, "ab"));
        string left = Path.Combine(folder, "ab", "abc.fbc.0.part");
        await File.WriteAllTextAsync(left, "half");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        await using TestHost host = await TestHost.StartAsync();
        Serve(host, "/a", [1], "etag");
        using var loader = new HttpResourceLoader(options: Options(host));
        await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Image));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_no_failure()
    {
        await using TestHost host = await TestHost.StartAsync();
        Serve(host, "/a", [1], "etag");
        string file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        using var loader = new HttpResourceLoader(options: Options(host) with { CacheDirectory = Path.Combine(file, "below") });
        await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Image));
    }

    [Theory]
    [InlineData("Expires: Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Expires: Fri, 31 Dec 9999 23:59:59 GMT\r\nDate: Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Cache-Control: max-age=99999999999999999999\r\nETag: \"1\"")]
    [InlineData("Cache-Control: max-age=315360000\r\nAge: 4000000000000")]
    [InlineData("Last-Modified: Mi, 25 M\u00e4r 2026 08:00:00 MEZ")]
    [InlineData("ETag: \u00ff\u00fe\"x")]
    [InlineData("ETag: \"\u0001\"\r\nCache-Control: max-age=60")]
    public async Task Whatever_a_server_says_of_time_and_tags_the_next_run_reads_as_the_first(string headers)
    {
        byte[] feed = "<rss version='2.0'><channel><title>T</title></channel></rss>"u8.ToArray();
        using var server = new RawServer(async (_, stream, cancel) =>
            await stream.WriteAsync(
                (byte[])[
                .. System.Text.Encoding.Latin1.GetBytes(
                $"HTTP/1.1 200 OK\r\n{headers}\r\nContent-Length: {feed.Length}\r\nConnection: close\r\n\r\n"), .. feed], cancel));
        foreach (ResourceKind kind in (ResourceKind[])[ResourceKind.Feed, ResourceKind.Image])
        {
            for (int run = 0; run < 3; run++)
            {
                using var loader =
                    new HttpResourceLoader(options: new FetchOptions { AllowedHosts = [server.Allowed], CacheDirectory = folder,
                    MaxAttempts = 1 });
                await using Resource resource = await loader.LoadAsync(new ResourceRequest(server.Address, kind));
                using var copy = new MemoryStream();
                await resource.Content.CopyToAsync(copy);
                Assert.Equal(feed, copy.ToArray());
            }
        }
    }

    [Fact]
    public async Task A_feed_that_promises_not_to_change_for_years_is_asked_for_again_after_an_hour()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/a", [1], "text/xml", response => response.Headers.CacheControl = "max-age=315360000");
        var clock = new Clock();
        foreach (double hours in (double[])[0, 0.9, 2])
        {
            clock.Now = DateTimeOffset.UtcNow.AddHours(hours);
            using var loader = new HttpResourceLoader(options: Options(host), timeProvider: clock);
            await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Feed));
        }

        Assert.Equal(2, host.Count("/a"));
    }

    [Fact]
    public async Task A_body_that_was_changed_on_the_disk_is_fetched_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        Serve(host, "/a", new byte[500], "max-age");
        Serve(host, "/b", new byte[3_000_000], "max-age");
        foreach (string path in (string[])["/a", "/b"])
        {
            using var loader = new HttpResourceLoader(options: Options(host));
            await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At(path), ResourceKind.Image));
            string file = Directory.EnumerateFiles(folder, "*.fbc", SearchOption.AllDirectories).MaxBy(each => new FileInfo(each).Length)!;
            using (FileStream changed = File.OpenWrite(file))
            {
                changed.Position = changed.Length - 100;
                changed.WriteByte(7);
            }

            await using Resource resource = await loader.LoadAsync(new ResourceRequest(host.At(path), ResourceKind.Image));
            using var copy = new MemoryStream();
            await resource.Content.CopyToAsync(copy);
            Assert.False(resource.FromCache);
            Assert.All(copy.ToArray()[^200..], value => Assert.Equal(0, value));
        }
    }

    [Theory]
    [InlineData("parts")]
    [InlineData("entry")]
    public async Task A_disk_that_takes_nothing_costs_no_fetch(string where)
    {
        await using TestHost host = await TestHost.StartAsync();
        Serve(host, "/a", new byte[3_000_000], "etag");
        using var loader = new HttpResourceLoader(options: Options(host));

        // A file in place of the folder that a write needs: the write fails as on a full disk.
        string name = where == "parts" ? "parts" : DiskCache.Key(host.At("/a"), RequestHeaders.Accept(ResourceKind.Image))[..2];
        await File.WriteAllTextAsync(Path.Combine(folder, name), "");
        for (int run = 0; run < 2; run++)
        {
            await using Resource resource = await loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Image));
            using var copy = new MemoryStream();
            await resource.Content.CopyToAsync(copy);
            Assert.Equal(3_000_000, copy.Length);
        }

        Assert.Equal([name], Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(412)]
    [InlineData(500)]
    public async Task A_server_that_takes_offence_at_being_asked_whether_it_changed_is_asked_for_the_thing(int status)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/a", async context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch.Count > 0 ? status : 200;
            await context.Response.WriteAsync("<rss/>");
        });
        for (int run = 0; run < 2; run++)
        {
            using var loader = new HttpResourceLoader(options: Options(host) with { MaxAttempts = 1 });
            await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Feed));
        }

        Assert.Equal(3, host.Count("/a"));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("encoding")]
    [InlineData("page")]
    public async Task What_is_not_as_it_should_be_is_used_once_and_not_kept(string fault)
    {
        byte[] body =
            System.Text.Encoding.UTF8.GetBytes(fault == "page" ? "<!DOCTYPE html><html><title>Wait</title></html>"
            : "<rss version='2.0'></rss>");
        string headers = fault switch { "cut" => "Content-Length: 9999\r\n", "encoding" => "Content-Encoding: utf-8\r\n", _ => "" };
        using var server = new RawServer(async (_, stream, cancel) =>
            await stream.WriteAsync(
                (byte[])[
                .. System.Text.Encoding.Latin1.GetBytes(
                $"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nCache-Control: max-age=99999\r\n{headers}Connection: close\r\n\r\n"), .. body],
                cancel));
        using var loader =
            new HttpResourceLoader(options: new FetchOptions { AllowedHosts = [server.Allowed], CacheDirectory = folder, MaxAttempts = 1 });
        await HttpResourceLoaderTests.LoadAsync(loader, new ResourceRequest(server.Address, ResourceKind.Feed));

        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_killed_run_left_is_swept_and_what_another_writes_is_not()
    {
        string parts = Directory.CreateDirectory(Path.Combine(folder, "parts")).FullName;
        await File.WriteAllTextAsync(Path.Combine(parts, "left.part"), "half");
        using var written = new FileStream(Path.Combine(parts, "written.part"), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        written.WriteByte(1);
        await written.FlushAsync();

        using (new HttpResourceLoader(options: new FetchOptions { CacheDirectory = folder }))
        {
            Assert.Equal(["written.part"], Directory.EnumerateFiles(parts).Select(Path.GetFileName));
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private FetchOptions Options(TestHost host) => host.Options with { CacheDirectory = folder };

    private static void Serve(TestHost host, string path, byte[] bytes, string kind) => host.On(path, async context =>
    {
        HttpResponse response = context.Response;
        response.ContentType = "image/jpeg";
        switch (kind)
        {
            case "etag":
                response.Headers.ETag = "W/\"abc\"";
                response.StatusCode = context.Request.Headers.IfNoneMatch == "W/\"abc\"" ? 304 : 200;
                break;
            case "modified":
                response.Headers.LastModified = "Sun, 01 Nov 2026 10:00:00 GMT";
                response.StatusCode = context.Request.Headers.IfModifiedSince == "Sun, 01 Nov 2026 10:00:00 GMT" ? 304 : 200;
                break;
            case "max-age":
                response.Headers.CacheControl = "max-age=3600";
                break;
            default:
                break;
        }

        if (response.StatusCode == 200)
        {
            await response.Body.WriteAsync(bytes);
        }
    });
}
