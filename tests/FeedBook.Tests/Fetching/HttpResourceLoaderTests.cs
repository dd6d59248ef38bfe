using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FeedBook.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedBook.Tests.Fetching;

public sealed class HttpResourceLoaderTests
{
    [Fact]
    public async Task Gives_the_bytes_and_what_the_server_says_of_them()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        host.On("/old", context => Redirect(context, "/new#part"));
        host.OnBytes("/new", "<p>Grüße"u8.ToArray(), "Text/HTML; Charset=\"UTF-8\"");

        await using Resource resource = await loader.LoadAsync(new ResourceRequest(host.At("/old"), ResourceKind.Page));

        Assert.Equal(host.At("/new"), resource.Address);
        Assert.Equal(("text/html", "UTF-8", 10L), (resource.MediaType, resource.Charset, resource.Length));
        Assert.Equal("<p>Grüße", await TextAsync(resource));
    }

    [Fact]
    public async Task Asks_politely()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        host.OnBytes("/a.jpg", [1]);
        await LoadAsync(loader,
            new ResourceRequest(host.At("/a.jpg"), ResourceKind.Image) { Referrer = new Uri("http://site.example/story?x=1#y") });
        await LoadAsync(loader, new ResourceRequest(host.At("/a.jpg"), ResourceKind.Image) { Referrer = host.At("/story?x=1#y") });
        await LoadAsync(loader,
            new ResourceRequest(host.At("/a.jpg"), ResourceKind.Image) { Referrer = new Uri("https://site.example/story") });

        Assert.Equal(["http://site.example/", host.At("/story?x=1").AbsoluteUri, null],
            host.Seen.Select(request => request.Headers.GetValueOrDefault("Referer")));
        IReadOnlyDictionary<string, string> headers = host.Seen[0].Headers;
        Assert.StartsWith("FeedBook/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.StartsWith("image/jpeg, image/png", headers["Accept"], StringComparison.Ordinal);
        Assert.DoesNotContain("webp", headers["Accept"], StringComparison.Ordinal);
        Assert.Contains("gzip", headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_headers_stay_with_their_host()
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost other = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options with { AllowedHosts = ["127.0.0.1"], UserAgent = "Reader/1" });
        host.On("/a", context => Redirect(context, "/b"));
        host.On("/b", context => Redirect(context, other.At("/c").AbsoluteUri));
        other.OnBytes("/c", [1]);

        await LoadAsync(loader,
            new ResourceRequest(host.At("/a"), ResourceKind.Page) { Headers = new Dictionary<string,
            string> { ["Cookie"] = "session=1", ["Authorization"] = "Bearer x", ["User-Agent"] = "Own/2" } });

        Assert.All(host.Seen,
            request =>
            Assert.Equal(("session=1", "Bearer x", "Own/2"),
            (request.Headers["Cookie"], request.Headers["Authorization"], request.Headers["User-Agent"])));
        Assert.False(other.Seen.Single().Headers.ContainsKey("Cookie"));
        Assert.False(other.Seen.Single().Headers.ContainsKey("Authorization"));
        Assert.Equal("Reader/1", other.Seen.Single().Headers["User-Agent"]);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Asks_again_when_the_server_is_busy_or_fails(int status)
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        int asked = 0;
        host.On("/a", async context =>
        {
            context.Response.StatusCode = asked++ < 2 ? status : 200;
            await context.Response.WriteAsync("at last");
        });

        Assert.Equal("at last", await TextAsync(await loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Page))));
        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData(404, ResourceFailure.NotFound)]
    [InlineData(410, ResourceFailure.NotFound)]
    [InlineData(401, ResourceFailure.Blocked)]
    [InlineData(403, ResourceFailure.Blocked)]
    [InlineData(451, ResourceFailure.Blocked)]
    [InlineData(400, ResourceFailure.Server)]
    [InlineData(406, ResourceFailure.Server)]
    [InlineData(204, ResourceFailure.Server)]
    [InlineData(501, ResourceFailure.Server)]
    public async Task Does_not_ask_again_when_the_answer_is_final(int status, ResourceFailure failure)
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        host.On("/a", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        ResourceException exception = await FailsAsync(loader, host.At("/a"));

        Assert.Equal((failure, (int?)status), (exception.Failure, exception.Status));
        Assert.Contains($"HTTP {status}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, host.Count("/a"));
    }

    [Fact]
    public async Task Waits_as_long_as_the_server_asks_and_so_do_all_who_want_that_host()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options with { RetryDelay = TimeSpan.Zero, MaxConcurrencyPerHost = 1 });
        var times = new List<long>();
        int asked = 0;
        RequestDelegate answer = context =>
        {
            times.Add(Stopwatch.GetTimestamp());
            if (asked++ == 0)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
            }

            return Task.CompletedTask;
        };
        host.On("/a", answer);
        host.On("/b", answer);

        await Task.WhenAll(LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Image)),
            LoadAsync(loader, new ResourceRequest(host.At("/b"), ResourceKind.Image)));

        Assert.Equal(3, asked);
        Assert.All(times.Skip(1), time => Assert.True(Stopwatch.GetElapsedTime(times[0], time) > TimeSpan.FromMilliseconds(900)));
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Tue, 31 Dec 2999 23:59:59 GMT")]
    public async Task Gives_up_when_the_server_asks_for_longer_than_the_limit(string retryAfter)
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        host.On("/a", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });

        await FailsAsync(loader, host.At("/a"));
        Assert.Equal(1, host.Count("/a"));
    }

    [Fact]
    public async Task A_page_that_stops_programs_is_blocked_and_not_asked_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        host.On("/a", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["cf-mitigated"] = "challenge";
            return Task.CompletedTask;
        });

        Assert.Equal(ResourceFailure.Blocked, (await FailsAsync(loader, host.At("/a"))).Failure);
        Assert.Equal(1, host.Count("/a"));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        int asked = 0;
        host.On("/a", async context =>
        {
            context.Response.ContentLength = 10;
            await context.Response.WriteAsync("12345");
            if (asked++ == 0)
            {
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            }

            await context.Response.WriteAsync("67890");
        });

        Assert.Equal("1234567890", await TextAsync(await loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Page))));
    }

    [Fact]
    public async Task Few_requests_at_once_to_one_host_and_not_too_many_in_all()
    {
        await using TestHost one = await TestHost.StartAsync();
        await using TestHost two = await TestHost.StartAsync();
        using var loader =
            new HttpResourceLoader(options: one.Options with { AllowedHosts = ["127.0.0.1"], MaxConcurrency = 5,
            MaxConcurrencyPerHost = 3 });
        RequestDelegate slow = context => Task.Delay(20, context.RequestAborted);
        one.On("/a", slow);
        two.On("/a", slow);

        await Task.WhenAll(Enumerable.Range(0, 24)
            .Select(i => LoadAsync(loader, new ResourceRequest((i % 2 == 0 ? one : two).At("/a?" + i), ResourceKind.Image))));

        Assert.Equal(3, Math.Max(one.MostAtOnce, two.MostAtOnce));
        Assert.InRange(one.MostAtOnce + two.MostAtOnce, 3, 6);
        Assert.Equal(24, one.Seen.Count + two.Seen.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw-deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("not-really-gzip")]
    public async Task Unpacks_what_servers_send(string encoding)
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"line {i} ")));
        host.OnBytes("/a", encoding switch
        {
            "gzip" => Pack(text, to => new GZipStream(to, CompressionLevel.Fastest)),
            "deflate" => Pack(text, to => new ZLibStream(to, CompressionLevel.Fastest)),
            "raw-deflate" => Pack(text, to => new DeflateStream(to, CompressionLevel.Fastest)),
            "br" => Pack(text, to => new BrotliStream(to, CompressionLevel.Fastest)),
            "gzip, br" =>
                Pack(Pack(text, to => new GZipStream(to, CompressionLevel.Fastest)), to => new BrotliStream(to, CompressionLevel.Fastest)),
            _ => text,
        }, "text/plain",
            response => response.Headers.ContentEncoding =
            encoding switch { "raw-deflate" => "deflate", "not-really-gzip" => "gzip", _ => encoding });

        await using Resource resource = await loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Page));
        using var copy = new MemoryStream();
        await resource.Content.CopyToAsync(copy);
        Assert.Equal(text, copy.ToArray());
    }

    [Fact]
    public async Task An_unknown_packing_is_a_failure()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        host.OnBytes("/a", [1, 2, 3], "text/plain", response => response.Headers.ContentEncoding = "compress");
        Assert.Equal(ResourceFailure.Server, (await FailsAsync(loader, host.At("/a"))).Failure);
    }

    [Fact]
    public async Task A_body_of_several_megabytes_arrives_whole()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        byte[] bytes = new byte[5_000_001];
        new Random(1).NextBytes(bytes);
        host.OnBytes("/a", bytes);
        host.On("/chunked", async context => await context.Response.Body.WriteAsync(bytes));

        foreach (string path in (string[])["/a", "/chunked"])
        {
            await using Resource resource = await loader.LoadAsync(new ResourceRequest(host.At(path), ResourceKind.Image));
            using var copy = new MemoryStream();
            await resource.Content.CopyToAsync(copy);
            Assert.Equal(bytes, copy.ToArray());
        }
    }

    [Fact]
    public async Task The_byte_limit_holds_with_and_without_a_declared_length()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options with { MaxImageBytes = 1000 });
        host.OnBytes("/exact", new byte[1000]);
        host.OnBytes("/declared", new byte[1001]);
        host.On("/chunked", async context => await context.Response.Body.WriteAsync(new byte[1001]));

        await using Resource exact = await loader.LoadAsync(new ResourceRequest(host.At("/exact"), ResourceKind.Image));
        Assert.Equal(1000, exact.Length);
        Assert.Equal(ResourceFailure.TooLarge, (await FailsAsync(loader, host.At("/declared"))).Failure);
        Assert.Equal(ResourceFailure.TooLarge, (await FailsAsync(loader, host.At("/chunked"))).Failure);
    }

    [Fact]
    public async Task A_client_of_the_callers_is_guarded_too()
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost secret = await TestHost.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var loader = new HttpResourceLoader(client, host.Options);
        host.On("/away", context => Redirect(context, secret.At("/admin").AbsoluteUri));
        host.OnBytes("/a", [1]);

        await LoadAsync(loader, new ResourceRequest(host.At("/a"), ResourceKind.Image));
        Assert.Equal(ResourceFailure.Forbidden, (await FailsAsync(loader, host.At("/away"))).Failure);
        Assert.Equal(ResourceFailure.Forbidden, (await FailsAsync(loader, secret.At("/admin"))).Failure);
        Assert.Empty(secret.Seen);
    }

    [Theory]
    [InlineData("Cookie", "session=1")]
    [InlineData("X-Api-Key", "abc")]
    public async Task A_client_that_carries_headers_to_another_host_by_itself_is_told(string name, string value)
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost other = await TestHost.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true });
        using var loader = new HttpResourceLoader(client, host.Options with { AllowedHosts = ["127.0.0.1"] });
        host.On("/away", context => Redirect(context, other.At("/a").AbsoluteUri));
        host.On("/within", context => Redirect(context, host.At("/a").AbsoluteUri));
        host.OnBytes("/a", [1]);
        other.OnBytes("/a", [2]);
        var headers = ImmutableDictionary<string, string>.Empty.Add(name, value);

        ResourceException told = await Assert.ThrowsAsync<ResourceException>(() =>
            loader.LoadAsync(new ResourceRequest(host.At("/away"), ResourceKind.Feed) { Headers = headers }));
        Assert.Equal(ResourceFailure.Forbidden, told.Failure);
        Assert.Contains("AllowAutoRedirect", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, told.Message, StringComparison.Ordinal);

        // Counter-examples: within the origin, and away from it without headers of the caller's.
        await LoadAsync(loader, new ResourceRequest(host.At("/within"), ResourceKind.Feed) { Headers = headers });
        await LoadAsync(loader, new ResourceRequest(host.At("/away"), ResourceKind.Feed));
    }

    [Fact]
    public async Task Cancelling_ends_it_at_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var loader = new HttpResourceLoader(options: host.Options);
        host.On("/never", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            loader.LoadAsync(new ResourceRequest(host.At("/never"), ResourceKind.Image), cancel.Token));
    }

    [Fact]
    public async Task A_host_that_never_answers_is_soon_left_alone()
    {
        int port = TestHost.ClosedPort();
        using var loader = new HttpResourceLoader(options: new FetchOptions { AllowedHosts = ["127.0.0.1"], MaxAttempts = 1 });
        ResourceException last = null!;
        for (int i = 0; i < 10; i++)
        {
            last = await FailsAsync(loader, new Uri($"http://127.0.0.1:{port}/{i}"));
        }

        Assert.Equal(ResourceFailure.Network, last.Failure);
        Assert.Contains("is not asked again for now", last.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:image/gif;base64,R0lGODlh", "image/gif", 6)]
    [InlineData("data:image/gif;base64,R0lG%0AODlh", "image/gif", 6)]
    [InlineData("data:;base64,_-8", "text/plain", 2)]
    [InlineData("data:image/svg+xml,%3Csvg%3E", "image/svg+xml", 5)]
    [InlineData("data:image/svg+xml;utf8,<svg>", "image/svg+xml", 5)]
    public async Task Reads_data_addresses(string address, string type, int length)
    {
        using var loader = new HttpResourceLoader();
        await using Resource resource = await loader.LoadAsync(new ResourceRequest(new Uri(address), ResourceKind.Image));
        Assert.Equal((type, (long?)length), (resource.MediaType, resource.Length));
    }

    [Theory]
    [InlineData("data:image/gif;base64,R0l*!")]
    [InlineData("data:image/gif")]
    public async Task A_broken_data_address_is_a_failure(string address)
    {
        using var loader = new HttpResourceLoader();
        await FailsAsync(loader, new Uri(address));
    }

    internal static async Task<ResourceException> FailsAsync(IResourceLoader loader, Uri address) =>
        await Assert.ThrowsAsync<ResourceException>(() => loader.LoadAsync(new ResourceRequest(address, ResourceKind.Image)));

    internal static async Task LoadAsync(IResourceLoader loader, ResourceRequest request) =>
        await (await loader.LoadAsync(request)).DisposeAsync();

    internal static async Task<string> TextAsync(Resource resource) => await new StreamReader(resource.Content).ReadToEndAsync();

    internal static Task Redirect(HttpContext context, string to, int status = 302)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (Stream stream = packer(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
