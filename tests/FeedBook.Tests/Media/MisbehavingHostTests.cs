using System.IO.Compression;
using System.Text;
using FeedBook.Books;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Media;
using FeedBook.Tests.Epub;
using FeedBook.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedBook.Tests.Media;

/// <summary>
/// Everything a server can do wrong, at once: all good pictures arrive, each bad one is named, nothing is leaked, nothing is left behind.
/// </summary>
public sealed class MisbehavingHostTests
{
    [Fact]
    public async Task Good_pictures_arrive_and_bad_ones_are_named()
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost secret = await TestHost.StartAsync();
        await using TestHost six = await TestHost.StartAsync("http://[::1]:0");
        using var resetting = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n123", reset: true);
        using var nonsense = new RawServer("SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n");
        using var wrongChunks = new RawServer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nxx\r\n0\r\n\r\n");
        using var manyHeaders =
            new RawServer("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"X-{i}: {new string('a', 100)}\r\n"))
            + "\r\n");
        using var twoLengths = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
        using var closing = new RawServer("");

        // Closed, not reset: what a reset leaves of the bytes before it is chance.
        using var tooShort = new RawServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), cancel);
            await stream.WriteAsync(SamplePictures.JpegNumber(14), cancel);
        });
        FetchOptions options = host.Options with
        {
            AllowedHosts =
                [.. host.Options.AllowedHosts, $"[::1]:{six.Address.Port}",
                .. new[] { resetting, nonsense, wrongChunks, manyHeaders, twoLengths, closing, tooShort }.Select(server => server.Allowed)],
            MaxImageBytes = 2 << 20,
            MaxAttempts = 2,
            AttemptTimeout = TimeSpan.FromMinutes(1),
            TotalTimeout = TimeSpan.FromMinutes(3),
            MaxRetryDelay = TimeSpan.FromSeconds(2),
            MaxConcurrency = 64,
            MaxConcurrencyPerHost = 64,
        };
        secret.OnBytes("/admin", SamplePictures.Jpeg);

        Dictionary<string, string?> expected = new(StringComparer.Ordinal);
        void Expect(Uri address, string? id) => expected.Add(address.AbsoluteUri, id);

        // What goes wrong and ends well.
        Expect(host.OnBytes("/good.jpg", SamplePictures.JpegNumber(1)), null);
        Expect(six.OnBytes("/v6.jpg", SamplePictures.JpegNumber(2)), null);
        Expect(host.OnBytes("/duplicate.jpg", SamplePictures.JpegNumber(1)), null);
        Expect(host.OnBytes("/mislabelled.jpg", SamplePictures.Png(30, 30), "text/html"), null);
        Expect(host.OnBytes("/no-type", SamplePictures.JpegNumber(3), ""), null);
        Expect(host.On("/no-length.jpg", context => context.Response.Body.WriteAsync(SamplePictures.JpegNumber(4)).AsTask()), null);
        Expect(host.On("/hot-link.jpg", context =>
        {
            context.Response.StatusCode = context.Request.Headers.Referer.Count == 0 ? 403 : 200;
            return context.Response.Body.WriteAsync(SamplePictures.JpegNumber(5)).AsTask();
        }), null);
        Expect(Twice(host, "/busy.jpg", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "1";
        }, 6), null);
        Expect(Twice(host, "/fails-once.jpg", context => context.Response.StatusCode = 502, 7), null);
        Expect(Twice(host, "/breaks-once.jpg", context => context.Abort(), 8), null);
        Expect(host.On("/moved.jpg", context => HttpResourceLoaderTests.Redirect(context, "good.jpg", 301)), null);
        Expect(host.On("/cookie.jpg", context =>
        {
            context.Response.Headers.SetCookie = "track=1";
            return context.Response.Body.WriteAsync(SamplePictures.JpegNumber(9)).AsTask();
        }), null);
        Expect(host.OnBytes("/gzipped.jpg", Gzip(SamplePictures.JpegNumber(10)), "image/jpeg",
            response => response.Headers.ContentEncoding = "gzip"), null);
        Expect(host.OnBytes("/trailing.jpg", [.. SamplePictures.JpegNumber(11), 0, 0, 0, 1]), null);
        Expect(host.On("/slow-but-steady.jpg", async context =>
        {
            byte[] bytes = SamplePictures.JpegNumber(12);
            foreach (byte[] part in bytes.Chunk((bytes.Length / 4) + 1))
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(100, context.RequestAborted);
            }
        }), null);

        // What is mended.
        Expect(new Uri(tooShort.Address, "too-short.jpg"), DiagnosticIds.FetchMended);
        Expect(host.OnBytes("/cut-file.jpg", SamplePictures.JpegNumber(13)[..^10]), DiagnosticIds.ImageRepaired);
        Expect(host.OnBytes("/script.svg", SamplePictures.Svg("<script>x</script><rect width='9' height='9'/>")), DiagnosticIds.SvgCleaned);
        Expect(host.OnBytes("/webp.jpg", SamplePictures.WebP), DiagnosticIds.ImageWebPKept);

        // What cannot be fetched.
        const string Lost = DiagnosticIds.ImageNotFetched;
        Expect(host.At("/missing.jpg"), Lost);
        Expect(host.On("/gone.jpg", Status(410)), Lost);
        Expect(host.On("/forbidden.jpg", Status(403)), Lost);
        Expect(host.On("/always-busy.jpg", Status(503)), Lost);
        Expect(host.On("/asks-for-an-hour.jpg", context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        }), Lost);
        Expect(host.On("/nothing.jpg", Status(204)), Lost);
        Expect(host.On("/circle.jpg", context => HttpResourceLoaderTests.Redirect(context, "/circle2.jpg")), Lost);
        host.On("/circle2.jpg", context => HttpResourceLoaderTests.Redirect(context, "/circle.jpg"));
        Expect(host.On("/endless-redirects.jpg",
            context => HttpResourceLoaderTests.Redirect(context, $"/endless-redirects.jpg?{Guid.NewGuid()}")), Lost);
        Expect(host.On("/redirect-to-nowhere.jpg", Status(302)), Lost);
        Expect(new Uri(resetting.Address, "reset.jpg"), Lost);
        Expect(new Uri(nonsense.Address, "ssh.jpg"), Lost);
        Expect(new Uri(wrongChunks.Address, "chunks.jpg"), Lost);
        Expect(new Uri(manyHeaders.Address, "headers.jpg"), Lost);
        Expect(new Uri(closing.Address, "closed.jpg"), Lost);
        Expect(host.OnBytes("/broken-gzip.jpg", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF], "image/jpeg",
            response => response.Headers.ContentEncoding = "gzip"), Lost);

        // What must not be fetched.
        Expect(host.On("/to-private.jpg", context => HttpResourceLoaderTests.Redirect(context, secret.At("/admin").AbsoluteUri)),
            DiagnosticIds.ImageForbidden);
        Expect(host.On("/to-metadata.jpg", context =>
            HttpResourceLoaderTests.Redirect(context, "http://169.254.169.254/latest/meta-data/")), DiagnosticIds.ImageForbidden);
        Expect(host.On("/to-file.jpg", context => HttpResourceLoaderTests.Redirect(context, "file:///etc/passwd")),
            DiagnosticIds.ImageForbidden);
        Expect(secret.At("/admin"), DiagnosticIds.ImageForbidden);

        // What is no picture, or too much of one.
        Expect(host.OnBytes("/login.jpg", "<!DOCTYPE html><html><body>Sign in</body></html>"u8.ToArray()), DiagnosticIds.ImageNotAPicture);
        Expect(new Uri(twoLengths.Address, "lengths.jpg"), DiagnosticIds.ImageNotAPicture);
        Expect(host.OnBytes("/empty.jpg", []), DiagnosticIds.ImageNotAPicture);
        Expect(host.OnBytes("/error.jpg", "{\"error\":\"quota\"}"u8.ToArray()), DiagnosticIds.ImageNotAPicture);
        Expect(host.OnBytes("/half.png", SamplePictures.Png(200, 200)[..300]), DiagnosticIds.ImageBroken);
        Expect(host.OnBytes("/huge.png", SamplePictures.PngDeclaring(50_000, 50_000)), DiagnosticIds.ImageTooManyPixels);
        Expect(host.OnBytes("/bomb.svg",
            Encoding.UTF8.GetBytes("<!DOCTYPE svg [<!ENTITY a '" + new string('a', 1000) + "'>" + "<!ENTITY b '"
            + string.Concat(Enumerable.Repeat("&a;", 1000)) + "'><!ENTITY c '" + string.Concat(Enumerable.Repeat("&b;", 1000))
            + "'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&c;</text></svg>")), DiagnosticIds.SvgRefused);
        Expect(host.On("/declares-4-gb.jpg", async context =>
        {
            context.Response.ContentLength = 4L << 30;
            await context.Response.Body.WriteAsync(new byte[1000], context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }), DiagnosticIds.ImageTooManyBytes);
        Expect(host.On("/endless.jpg", async context =>
        {
            byte[] block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        }), DiagnosticIds.ImageTooManyBytes);
        Expect(host.OnBytes("/gzip-bomb.jpg", Gzip(new byte[64 << 20]), "image/jpeg",
            response => response.Headers.ContentEncoding = "gzip"), DiagnosticIds.ImageTooManyBytes);
        Expect(host.OnBytes("/avif.jpg", SamplePictures.Avif), DiagnosticIds.ImageKindNotShown);
        Expect(host.OnBytes("/pixel.gif", SamplePictures.Gif(1, 1, 1)), DiagnosticIds.ImageBlank);

        await FatesAsync(host, options, expected);
        Assert.InRange(expected.Values.Count(id => id is not null), 25, int.MaxValue);
        Assert.Empty(secret.Seen);
        Assert.All(host.Seen, request => Assert.False(request.Headers.ContainsKey("Cookie")));
    }

    /// <summary>Limits of time have a test of their own: short ones on a busy machine would cost what is only slow.</summary>
    [Fact]
    public async Task Pictures_that_never_come_to_an_end_are_given_up()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var silent = new RawServer((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        FetchOptions options = host.Options with
        {
            AllowedHosts = [.. host.Options.AllowedHosts, silent.Allowed],
            MaxAttempts = 2,
            AttemptTimeout = TimeSpan.FromSeconds(1.5),
            TotalTimeout = TimeSpan.FromSeconds(4),
            MaxRetryDelay = TimeSpan.FromSeconds(2),
        };
        Dictionary<string, string?> expected = new(StringComparer.Ordinal);
        void Lost(Uri address) => expected.Add(address.AbsoluteUri, DiagnosticIds.ImageNotFetched);

        Lost(host.On("/stalls.jpg", async context =>
        {
            await context.Response.Body.WriteAsync(SamplePictures.Jpeg.AsMemory(0, 50), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }));
        Lost(host.On("/drips.jpg", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[] { 0xFF }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(300, context.RequestAborted);
            }
        }));
        Lost(new Uri(silent.Address, "silent.jpg"));
        Lost(new Uri($"http://127.0.0.1:{silent.Address.Port}/also-silent.jpg"));

        await FatesAsync(host, options, expected);
    }

    /// <summary>Fetches all pictures, and then makes a book of them: each has the fate that is expected.</summary>
    private static async Task FatesAsync(TestHost host, FetchOptions options, Dictionary<string, string?> expected)
    {
        string temporary = Path.GetTempPath();
        string[] before = Directory.GetFileSystemEntries(temporary, "feedbook-*");
        var store = new MediaStore();
        using (store)
        {
            using var loader = new HttpResourceLoader(options: options);
            ImageFetchResult result = await new ImageFetcher(loader, store, ImageOptions.Original, options)
                .FetchAsync(
                    [.. expected.Keys.Select(address => ImageRequests.Of(new ImageReference([new Uri(address)]), host.At("/story.html"),
                    "Story"))]);

            foreach ((string address, string? id) in expected)
            {
                bool stored = IsStored(id);
                Diagnostic[] about = [.. result.Diagnostics.Where(diagnostic => diagnostic.Address?.AbsoluteUri == address)];
                Assert.True(result.Find(new ImageReference([new Uri(address)])) is not null == stored,
                    $"{address}: stored should be {stored}; {string.Join(" | ", about.Select(diagnostic => diagnostic.ToString()))}");
                Assert.True(about.Select(diagnostic => diagnostic.Id).SequenceEqual(id is null ? [] : [id]),
                    $"{address}: expected {id}; {string.Join(" | ", about.Select(diagnostic => diagnostic.ToString()))}");
                Assert.All(about, diagnostic => Assert.Equal("Story", diagnostic.Item));
            }

            foreach (StoredImage image in store.Images)
            {
                using Stream opened = image.OpenRead();
                Assert.Equal(image.Length, opened.Length);
            }

            // Only large pictures lie in the folder: nothing half-written, nothing refused.
            Assert.Equal(store.Images.Count(stored => stored.Crc is null), store.Files.Count());
        }

        Assert.Empty(store.Files);
        await BookOfAllAsync(host, options, expected);

        // No body of more than the limit was taken from the endless ones.
        Assert.DoesNotContain(Directory.GetFiles(temporary, "feedbook-*.tmp"), file => !before.Contains(file));
    }

    /// <summary>
    /// The same host, through the front door: one book, every good picture in it, every bad one named, its words and its address in its
    /// place.
    /// </summary>
    private static async Task BookOfAllAsync(TestHost host, FetchOptions options, Dictionary<string, string?> expected)
    {
        string html =
            string.Concat(
            expected.Keys.Select((address, i) =>
            $"<p>Paragraph {i} stands before its picture.</p><p><img src='{System.Net.WebUtility.HtmlEncode(address)}' width='300' "
                + $"height='200' alt='Picture {i}'></p>"));
        var item = new FeedItem { Id = "story", Title = "Story", Address = host.At("/story.html"), ContentHtml = html };

        await using Book book = await new BookBuilder().AddItems("All", [item]).With(o => o with { Fetch = options }).BuildAsync();

        foreach (ImageReference image in book.Chapters.SelectMany(chapter => ContentWalker.Images(chapter.Article)))
        {
            string? id = expected[image.Address.AbsoluteUri];
            Assert.Equal(IsStored(id), image.Stored is not null);
            Assert.True(id is null || book.Diagnostics.Any(diagnostic => diagnostic.Address == image.Address && diagnostic.Item == "Story"),
                image.Address.AbsoluteUri);
        }

        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
        Assert.Empty(epub.Faults());
        Assert.All(Enumerable.Range(0, expected.Count),
            i => Assert.Contains($"Paragraph {i} ", epub.ChapterText, StringComparison.Ordinal));
    }

    private static bool IsStored(string? id) => id is null or DiagnosticIds.FetchMended or DiagnosticIds.ImageRepaired
        or DiagnosticIds.SvgCleaned or DiagnosticIds.ImageWebPKept;

    private static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static Uri Twice(TestHost host, string path, Action<HttpContext> first, int number)
    {
        int asked = 0;
        return host.On(path, async context =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                first(context);
                return;
            }

            await context.Response.Body.WriteAsync(SamplePictures.JpegNumber(number));
        });
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
