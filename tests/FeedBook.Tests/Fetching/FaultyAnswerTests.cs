using System.IO.Compression;
using System.Text;
using FeedBook.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedBook.Tests.Fetching;

/// <summary>Answers that are wrong in a way that browsers forgive.</summary>
public sealed class FaultyAnswerTests
{
    private const string Feed =
        "<rss version=\"2.0\"><channel><title>T</title><item><title>One</title><description>Words enough to be packed, words enough to "
        + "be packed.</description></item></channel></rss>";

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static byte[] Pack(string text, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (Stream stream = pack(packed))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static async Task<(string Text, string? Mended)> LoadAsync(byte[] answer, ResourceKind kind = ResourceKind.Feed)
    {
        using var server = new RawServer(async (_, stream, cancel) => await stream.WriteAsync(answer, cancel));
        using var loader =
            new HttpResourceLoader(options: new FetchOptions { AllowedHosts = [server.Allowed], RetryDelay = TimeSpan.FromMilliseconds(1),
            MaxAttempts = 2 });
        await using Resource resource = await loader.LoadAsync(new ResourceRequest(server.Address, kind));
        using var reader = new StreamReader(resource.Content);
        return (await reader.ReadToEndAsync(), resource.Mended);
    }

    private static byte[] Answer(string headers, byte[] body, string status = "200 OK") =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}\r\n"), .. body];

    [Theory]
    [InlineData("Content-Encoding: utf-8\r\n", true)]
    [InlineData("Content-Encoding: nonsense, zstd\r\n", true)]
    [InlineData("Content-Encoding: gzip\r\n", true)]
    [InlineData("Content-Encoding: br\r\n", true)]
    [InlineData("Content-Encoding: deflate\r\n", true)]
    [InlineData("Content-Encoding: identity\r\n", false)]
    [InlineData("Content-Length: 5000\r\n", true)]
    [InlineData("Content-Length: 9223372036854775807\r\n", true)]
    [InlineData("Content-Length: -5\r\n", false)]
    [InlineData("Content-Length: many\r\n", false)]
    public async Task A_whole_feed_is_read_whatever_its_headers_say(string headers, bool isTold)
    {
        (string text, string? mended) = await LoadAsync(Answer(headers, Encoding.UTF8.GetBytes(Feed)));

        Assert.Equal((Feed, isTold), (text, mended is not null));
    }

    [Fact]
    public async Task A_missing_last_chunk_is_told_and_costs_nothing()
    {
        (string text, string? mended) =
            await LoadAsync(Answer("Transfer-Encoding: chunked\r\n", Encoding.UTF8.GetBytes($"{Feed.Length:x}\r\n{Feed}\r\n")));

        Assert.Equal((Feed, true), (text, mended is not null));
    }

    [Theory]
    [InlineData("gzip", 3)]
    [InlineData("gzip", 30)]
    [InlineData("deflate", 2)]
    [InlineData("deflate", 30)]
    [InlineData("br", 3)]
    [InlineData("br", 30)]
    public async Task What_is_packed_and_breaks_off_is_used_as_far_as_it_came_and_told(string packing, int missing)
    {
        byte[] packed = packing switch
        {
            "gzip" => Gzip(Feed),
            "deflate" => Pack(Feed, stream => new ZLibStream(stream, CompressionLevel.Optimal)),
            _ => Pack(Feed, stream => new BrotliStream(stream, CompressionLevel.Fastest)),
        };
        (string whole, string? nothing) = await LoadAsync(Answer($"Content-Encoding: {packing}\r\n", packed));
        (string text, string? mended) = await LoadAsync(Answer($"Content-Encoding: {packing}\r\n", packed[..^missing]));

        Assert.Equal((Feed, null), (whole, nothing));
        Assert.NotNull(mended);
        Assert.StartsWith(text, Feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_that_is_not_declared_is_unpacked()
    {
        (string text, string? mended) = await LoadAsync(Answer("Content-Type: application/octet-stream\r\n", Gzip(Feed)));
        (string twice, _) = await LoadAsync(Answer("Content-Encoding: gzip\r\n", Gzip(Feed)));

        Assert.Equal((Feed, null, Feed), (text, mended, twice));
    }

    [Theory]
    [InlineData("bytes 0-{0}/{1}", true)]
    [InlineData("bytes 0-{0}/*", false)]
    [InlineData("bytes 1-{1}/{1}", false)]
    [InlineData("bytes 0-5/{1}", false)]
    public async Task A_part_that_is_the_whole_is_taken(string range, bool taken)
    {
        byte[] answer =
            Answer($"Content-Range: {string.Format(System.Globalization.CultureInfo.InvariantCulture, range, Feed.Length - 1, Feed.Length)}"
                + $"\r\nContent-Length: {Feed.Length}\r\n", Encoding.UTF8.GetBytes(Feed), "206 Partial Content");

        if (taken)
        {
            Assert.Equal((Feed, null), await LoadAsync(answer));
        }
        else
        {
            await Assert.ThrowsAsync<ResourceException>(() => LoadAsync(answer));
        }
    }

    [Fact]
    public async Task Half_a_picture_is_no_picture_and_a_whole_one_of_the_wrong_length_is()
    {
        byte[] picture = Media.SamplePictures.Jpeg;
        await Assert.ThrowsAsync<ResourceException>(() =>
            LoadAsync(Answer("Content-Length: 99999\r\n", picture[..^20]), ResourceKind.Image));
        (_, string? mended) = await LoadAsync(Answer("Content-Length: 99999\r\n", picture), ResourceKind.Image);

        Assert.NotNull(mended);
    }

    [Fact]
    public async Task A_server_that_sets_a_cookie_and_looks_for_it_gets_it_and_no_other_does()
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost other = await TestHost.StartAsync();
        host.On("/feed", context =>
        {
            if (context.Request.Headers.Cookie.ToString().Contains("seen=1", StringComparison.Ordinal))
            {
                return context.Response.WriteAsync(Feed);
            }

            context.Response.Headers.Append("Set-Cookie", "seen=1; Path=/; Domain=127.0.0.1; HttpOnly");
            context.Response.Headers.Append("Set-Cookie", "old=1; Max-Age=0");
            context.Response.Redirect("/feed");
            return Task.CompletedTask;
        });
        other.OnBytes("/a", [1]);
        using var loader = new HttpResourceLoader(options: host.Options with { AllowedHosts = ["127.0.0.1"] });

        for (int round = 0; round < 2; round++)
        {
            await using Resource resource =
                await loader.LoadAsync(new ResourceRequest(host.At("/feed"), ResourceKind.Feed) { Headers = new Dictionary<string,
                string> { ["Cookie"] = "mine=2" } });
            using var reader = new StreamReader(resource.Content);
            Assert.Equal(Feed, await reader.ReadToEndAsync());
        }

        await (await loader.LoadAsync(new ResourceRequest(other.At("/a"), ResourceKind.Image))).DisposeAsync();
        Assert.Equal(["mine=2", "mine=2; seen=1", "mine=2; seen=1"], host.Seen.Select(request => request.Headers["Cookie"]));
        Assert.False(other.Seen.Single().Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task A_circle_with_a_new_cookie_each_time_ends_too()
    {
        await using TestHost host = await TestHost.StartAsync();
        int count = 0;
        host.On("/a", context =>
        {
            context.Response.Headers.Append("Set-Cookie", $"n={++count}");
            context.Response.Redirect("/a");
            return Task.CompletedTask;
        });
        using var loader = new HttpResourceLoader(options: host.Options);

        ResourceException failure =
            await Assert.ThrowsAsync<ResourceException>(() => loader.LoadAsync(new ResourceRequest(host.At("/a"), ResourceKind.Feed)));
        Assert.Equal((ResourceFailure.Redirects, 11), (failure.Failure, count));
    }

    [Fact]
    public async Task A_mended_feed_is_told_in_the_book()
    {
        using var server =
            new RawServer(async (_, stream, cancel) =>
            await stream.WriteAsync(Answer("Content-Length: 99999\r\n", Encoding.UTF8.GetBytes(Feed)), cancel));
        await using Book book = await new BookBuilder().AddFeed(server.Address)
            .With(o => o with { Fetch = new FetchOptions { AllowedHosts = [server.Allowed], RetryDelay = TimeSpan.Zero } }).BuildAsync();

        Diagnostic told = Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.FetchMended);
        Assert.Equal((DiagnosticSeverity.Warning, server.Address.AbsoluteUri), (told.Severity, told.Source));
        Assert.Equal(1, server.Connections);
    }
}
