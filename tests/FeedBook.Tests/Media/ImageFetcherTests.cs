using System.Collections.Immutable;
using FeedBook.Books;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Media;
using FeedBook.Tests.Fetching;

namespace FeedBook.Tests.Media;

public sealed class ImageFetcherTests
{
    [Fact]
    public async Task Each_distinct_picture_is_fetched_once_and_stored_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/a.jpg", SamplePictures.Jpeg);
        host.OnBytes("/same.jpg", SamplePictures.Jpeg);
        host.OnBytes("/b.png", SamplePictures.Png(), "text/plain");
        ImageReference a = Picture(host.At("/a.jpg")), again = Picture(host.At("/a.jpg#top")), same = Picture(host.At("/same.jpg")),
            b = Picture(host.At("/b.png"));

        using var store = new MediaStore();
        ImageFetchResult result = await FetchAsync(host, store, a, again, same, b);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(1, host.Count("/a.jpg"));
        Assert.Same(result.Find(a), result.Find(again));
        Assert.Same(result.Find(a), result.Find(same));
        Assert.Equal(2, store.Images.Count);
        Assert.Equal(ImageKind.Png, result.Find(b)!.Kind);
        Assert.Matches("^img-[0-9a-f]{16}$", result.Find(a)!.Name);
        using var bytes = new MemoryStream();
        using (Stream stream = result.Find(a)!.OpenRead())
        {
            await stream.CopyToAsync(bytes);
        }

        Assert.Equal(SamplePictures.Jpeg, bytes.ToArray());
    }

    [Fact]
    public async Task The_next_candidate_is_taken_when_one_fails()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/proxy-page", "<!DOCTYPE html><p>limit reached"u8.ToArray());
        host.OnBytes("/origin.jpg", SamplePictures.Jpeg);
        ImageReference first = Picture(host.At("/gone"), host.At("/proxy-page"), host.At("/origin.jpg")),
            second = Picture(host.At("/gone-too"), host.At("/origin.jpg"));

        using var store = new MediaStore();
        ImageFetchResult result = await FetchAsync(host, store, first, second);

        Assert.NotNull(result.Find(first));
        Assert.Same(result.Find(first), result.Find(second));
        Assert.Equal(1, host.Count("/origin.jpg"));
        Assert.All(result.Diagnostics, diagnostic =>
            Assert.Equal((DiagnosticIds.ImageFallback, DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity)));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_had_is_named_once_with_all_reasons()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/page", "<html>"u8.ToArray());
        ImageReference lost = Picture(host.At("/page"), host.At("/gone"));

        using var store = new MediaStore();
        ImageFetchResult result = await FetchAsync(host, store, lost);

        Diagnostic why = Assert.Single(result.Diagnostics);
        Assert.Equal((DiagnosticIds.ImageNotAPicture, "item", "source", lost.Address), (why.Id, why.Item, why.Source, why.Address));
        Assert.Contains("web page", why.Message, StringComparison.Ordinal);
        Assert.Contains("404", why.Message, StringComparison.Ordinal);
        Assert.Null(result.Find(lost));
    }

    [Fact]
    public async Task A_stand_in_gives_way_to_the_picture()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/blur.jpg", SamplePictures.Jpeg);
        host.OnBytes("/full.png", SamplePictures.Png(640, 480));
        host.OnBytes("/pixel.gif", SamplePictures.Gif(1, 1, 1));
        ImageReference lazy = Picture(host.At("/blur.jpg"), host.At("/full.png")) with { Width = 640 };
        ImageReference only = Picture(host.At("/blur.jpg"), host.At("/gone")) with { Width = 640 };
        ImageReference pixel = Picture(host.At("/pixel.gif"));

        using var store = new MediaStore();
        ImageFetchResult result = await FetchAsync(host, store, lazy, Picture(host.At("/full.png")), pixel);
        Assert.Equal(640, result.Find(lazy)!.Width);
        Assert.Equal(DiagnosticIds.ImageBlank, Assert.Single(result.Diagnostics).Id);

        using var other = new MediaStore();
        Assert.Equal(24, (await FetchAsync(host, other, only)).Find(only)!.Width);
    }

    [Fact]
    public async Task A_server_that_sends_webp_is_asked_once_more()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/a",
            context =>
            context.Response.Body.WriteAsync(context.Request.Headers.Accept.ToString().Contains("*/*", StringComparison.Ordinal)
            ? SamplePictures.WebP : SamplePictures.Jpeg).AsTask());
        for (int i = 0; i < 6; i++)
        {
            host.OnBytes($"/only{i}", [.. SamplePictures.WebP], "image/webp");
        }

        using var store = new MediaStore();
        ImageFetchResult result = await FetchAsync(host, store, Picture(host.At("/a")));
        Assert.Equal(ImageKind.Jpeg, result.Find(Picture(host.At("/a")))!.Kind);

        // Not in the same run: a host that has been asked in vain three times is asked no more, whichever of its pictures come first.
        using var other = new MediaStore();
        result = await FetchAsync(host, other, [.. Enumerable.Range(0, 6).Select(i => Picture(host.At($"/only{i}")))]);
        Assert.Equal(6, result.Diagnostics.Count(diagnostic => diagnostic.Id == DiagnosticIds.ImageWebPKept));
        Assert.Equal(ImageKind.WebP, result.Find(Picture(host.At("/only0")))!.Kind);
    }

    [Theory]
    [InlineData("avif")]
    [InlineData("heic")]
    [InlineData("tiff")]
    [InlineData("bmp")]
    [InlineData("ico")]
    [InlineData("jxl")]
    [InlineData("webp")]
    public async Task What_readers_do_not_show_is_left_out_and_named(string kind)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/a.jpg", kind switch
        {
            "avif" => SamplePictures.Avif, "heic" => SamplePictures.Heic, "tiff" => SamplePictures.Tiff, "bmp" => SamplePictures.Bmp(),
            "ico" => SamplePictures.Ico(), "jxl" => SamplePictures.JpegXl, _ => SamplePictures.WebP,
        });
        using var store = new MediaStore();
        ImageFetchResult result =
            await new ImageFetcher(new HttpResourceLoader(options: host.Options), store, new ImageOptions { KeepWebP = false },
            host.Options)
            .FetchAsync([ImageRequests.Of(Picture(host.At("/a.jpg")))]);

        Assert.Equal(0, result.Count);
        Assert.Equal(DiagnosticIds.ImageKindNotShown, Assert.Single(result.Diagnostics).Id);
        Assert.Empty(store.Images);
    }

    [Fact]
    public async Task A_cut_jpeg_is_mended_and_a_dirty_svg_is_cleaned()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/cut.jpg", SamplePictures.Jpeg[..^3]);
        host.OnBytes("/dirty.svg", SamplePictures.Svg("<script/><rect width='4' height='4'/>"));
        host.OnBytes("/bad.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect>"u8.ToArray());

        using var store = new MediaStore();
        ImageFetchResult result =
            await FetchAsync(host, store, Picture(host.At("/cut.jpg")), Picture(host.At("/dirty.svg")), Picture(host.At("/bad.svg")));

        Assert.Equal([DiagnosticIds.ImageRepaired, DiagnosticIds.SvgCleaned, DiagnosticIds.SvgRefused],
            result.Diagnostics.Select(diagnostic => diagnostic.Id));
        using Stream mended = result.Find(Picture(host.At("/cut.jpg")))!.OpenRead();
        Assert.Null(ImageProbe.Read(mended).Fault);
        Assert.Equal((40, 30), (result.Find(Picture(host.At("/dirty.svg")))!.Width, result.Find(Picture(host.At("/dirty.svg")))!.Height));
    }

    [Fact]
    public async Task Data_pictures_are_taken_and_their_addresses_are_cut_short()
    {
        using var store = new MediaStore();
        var good = new Uri("data:image/jpeg;base64," + Convert.ToBase64String(SamplePictures.Jpeg));
        var bad = new Uri("data:image/jpeg;base64," + new string('A', 500));
        ImageFetchResult result = await new ImageFetcher(new OfflineResourceLoader(), store, ImageOptions.Original, FetchOptions.Default)
            .FetchAsync([ImageRequests.Of(Picture(good)), ImageRequests.Of(Picture(bad))]);

        Assert.NotNull(result.Find(Picture(good)));
        Assert.InRange(Assert.Single(result.Diagnostics).Address!.OriginalString.Length, 1, 64);
    }

    [Fact]
    public async Task A_second_run_with_a_warm_cache_transfers_no_picture()
    {
        string cache = Directory.CreateTempSubdirectory("feedbook-test-").FullName;
        await using TestHost host = await TestHost.StartAsync();
        FetchOptions options = host.Options with { CacheDirectory = cache };
        ImageRequest[] requests = [.. Enumerable.Range(0, 30).Select(i => ImageRequests.Of(Picture(host.On($"/{i}.jpg", context =>
        {
            // A third each: asked again by its tag, good for an hour, and nothing said.
            context.Response.Headers.ETag = i % 3 == 0 ? $"\"{i}\"" : default;
            context.Response.Headers.CacheControl = i % 3 == 1 ? "max-age=3600" : default;
            bool known = i % 3 == 0 && context.Request.Headers.IfNoneMatch == $"\"{i}\"";
            context.Response.StatusCode = known ? 304 : 200;
            return known ? Task.CompletedTask : context.Response.Body.WriteAsync(SamplePictures.JpegNumber(i)).AsTask();
        }))))];
        long first = 0;
        foreach (bool again in (bool[])[false, true])
        {
            using var store = new MediaStore();
            using var loader = new HttpResourceLoader(options: options);
            ImageFetchResult result = await new ImageFetcher(loader, store, ImageOptions.Original, options).FetchAsync(requests);
            Assert.Equal(30, result.Count);
            Assert.Empty(result.Diagnostics);
            first = again ? first : host.BodyBytes;
        }

        Assert.Equal(Enumerable.Range(0, 30).Sum(i => SamplePictures.JpegNumber(i).Length), first);
        Assert.Equal(first, host.BodyBytes);
        Assert.Equal(40, host.Seen.Count);
        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public async Task Progress_rises_to_the_end()
    {
        await using TestHost host = await TestHost.StartAsync();
        ImageReference[] pictures =
            [.. Enumerable.Range(0, 40).Select(i => Picture(host.OnBytes($"/{i}.jpg", SamplePictures.JpegNumber(i))))];
        var progress = new Recorder();
        using var store = new MediaStore();
        await new ImageFetcher(new HttpResourceLoader(options: host.Options), store, ImageOptions.Original, host.Options)
            .FetchAsync([.. pictures.Select(picture => ImageRequests.Of(picture))], progress);
        Assert.Equal(Enumerable.Range(0, 41), progress.Seen.Select(report => report.Done));
        Assert.All(progress.Seen, report => Assert.Equal((BookStage.Pictures, 40), (report.Stage, report.Total)));
    }

    [Fact]
    public async Task A_loader_that_fails_in_any_way_is_one_diagnostic()
    {
        using var store = new MediaStore();
        ImageFetchResult result = await new ImageFetcher(new Failing(), store, ImageOptions.Original, FetchOptions.Default)
            .FetchAsync([ImageRequests.Of(Picture(new Uri("https://a.example/1")))]);
        Assert.Equal((DiagnosticIds.ImageNotFetched, "out of order"),
            (Assert.Single(result.Diagnostics).Id, result.Diagnostics[0].Message));
    }

    [Fact]
    public async Task When_the_time_for_all_is_over_the_rest_is_named()
    {
        // The time is over when the first picture has arrived.
        await using TestHost host = await TestHost.StartAsync();
        host.On("/never", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        host.OnBytes("/a.jpg", SamplePictures.Jpeg);
        var time = new OneTimer();
        using var store = new MediaStore();
        ImageFetchResult result =
            await new ImageFetcher(new HttpResourceLoader(options: host.Options), store, ImageOptions.Original, host.Options, time: time)
            .FetchAsync([ImageRequests.Of(Picture(host.At("/never"))), ImageRequests.Of(Picture(host.At("/a.jpg")))], time);
        Assert.Equal(DiagnosticIds.PicturesTimeUp, Assert.Single(result.Diagnostics).Id);
        Assert.Equal(1, result.Count);
    }

    [Fact]
    public async Task Nothing_is_fetched_when_pictures_are_off()
    {
        using var store = new MediaStore();
        ImageFetchResult result = await new ImageFetcher(new Failing(), store, new ImageOptions { Include = false }, FetchOptions.Default)
            .FetchAsync([ImageRequests.Of(Picture(new Uri("https://a.example/1")))]);
        Assert.Equal(0, result.Count);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public async Task The_store_is_private_and_leaves_nothing_behind()
    {
        var store = new MediaStore();
        await using TestHost host = await TestHost.StartAsync();
        ImageReference picture = Picture(host.OnBytes("/a.jpg", SamplePictures.Jpeg));
        ImageFetchResult result = await FetchAsync(host, store, picture, Picture(host.At("/gone")));
        Assert.Empty(store.Files);

        // Larger than what is kept in memory: a file of its own.
        byte[] large = [.. SamplePictures.Jpeg, .. new byte[1 << 20]];
        ImageReference second = Picture(host.OnBytes("/large.jpg", large));
        result = await FetchAsync(host, store, picture, second);
        string folder = Path.GetDirectoryName(Assert.Single(store.Files))!;
        using (Stream stream = result.Find(second)!.OpenRead())
        {
            byte[] read = new byte[large.Length];
            stream.ReadExactly(read);
            Assert.Equal(large, read);
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }

        store.Dispose();
        Assert.False(Directory.Exists(folder));
        Assert.ThrowsAny<IOException>(() => result.Find(picture)!.OpenRead());
        Assert.ThrowsAny<IOException>(() => result.Find(second)!.OpenRead());
    }

    internal static ImageReference Picture(params ImmutableArray<Uri> candidates) => new(candidates);

    private static async Task<ImageFetchResult> FetchAsync(TestHost host, MediaStore store, params ImageReference[] pictures)
    {
        using var loader = new HttpResourceLoader(options: host.Options);
        return await new ImageFetcher(loader, store, ImageOptions.Original, host.Options)
            .FetchAsync([.. pictures.Select(picture => ImageRequests.Of(picture, new Uri("http://site.example/story"), "item", "source"))]);
    }

    private sealed class Failing : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("out of order");
    }

    private sealed class OneTimer : TimeProvider, IProgress<BookProgress>
    {
        private Action end = () => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            end = () => callback(state);
            return new Timer();
        }

        public void Report(BookProgress value)
        {
            if (value.Done == 1)
            {
                end();
            }
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private sealed class Recorder : IProgress<BookProgress>
    {
        public List<BookProgress> Seen { get; } = [];

        public void Report(BookProgress value) => Seen.Add(value);
    }
}
