using System.Diagnostics;
using System.Text.Json;
using FeedBook.Books;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Imaging;
using FeedBook.Media;

namespace FeedBook.Benchmarks;

/// <summary>
/// Pictures of a served workload (shared/bench/gen.py): FeedBook beside a bare loop on HttpClient with the same limits, in turns in one
/// run; then with a cold and a warm cache; then the book as published beside the book for e-ink.
/// </summary>
internal static class FetchingComparison
{
    public static async Task<int> RunAsync(Uri server, int rounds)
    {
        var options = new FetchOptions { AllowedHosts = [$"{server.Host}:{server.Port}"] };
        using var plain = new HttpClient();
        using JsonDocument manifest = JsonDocument.Parse(await plain.GetStringAsync(new Uri(server, "manifest.json")));
        Uri[] pictures =
            [.. manifest.RootElement.GetProperty("items").EnumerateArray().SelectMany(item => item.GetProperty("images").EnumerateArray())
            .Select(image => new Uri(image.GetProperty("src").GetString()!))];
        Console.WriteLine($"{pictures.Length} pictures, at most {options.MaxConcurrencyPerHost} at once");

        await BareAsync(pictures, options);
        await OursAsync(pictures, options);
        List<double> ratios = [], bareTimes = [], ourTimes = [];
        for (int round = 0; round < rounds; round++)
        {
            (double bare, double ours) = round % 2 == 0
                ? (await BareAsync(pictures, options), await OursAsync(pictures, options))
                : Swap(await OursAsync(pictures, options), await BareAsync(pictures, options));
            bareTimes.Add(bare);
            ourTimes.Add(ours);
            ratios.Add(bare / ours);
            Console.WriteLine(
                $"round {round + 1}: bare {pictures.Length / bare:0} pictures/s, FeedBook {pictures.Length / ours:0} pictures/s, "
                    + $"{bare / ours:P0}");
        }

        Console.WriteLine(
            $"median: bare {pictures.Length / Median(bareTimes):0} pictures/s, FeedBook {pictures.Length / Median(ourTimes):0} "
                + $"pictures/s, throughput {Median(ratios):P0} of bare");

        string cache = Directory.CreateTempSubdirectory("feedbook-bench-").FullName;
        try
        {
            FetchOptions cached = options with { CacheDirectory = cache };
            Console.WriteLine($"cache: cold {await OursAsync(pictures, cached):0.00} s, warm {await OursAsync(pictures, cached):0.00} s");
            await BooksAsync(server, cached, cache);
        }
        finally
        {
            Directory.Delete(cache, recursive: true);
        }

        return 0;

        static (double Bare, double Ours) Swap(double ours, double bare) => (bare, ours);
    }

    private static async Task BooksAsync(Uri server, FetchOptions fetch, string folder)
    {
        var sizes = new List<long>();
        foreach ((string name, ImageOptions images) in new[] { ("original", ImageOptions.Original), ("e-ink", ImageOptions.EInk) })
        {
            var watch = Stopwatch.StartNew();
            await using Book book = await new BookBuilder().AddFeed(new Uri(server, "feed.xml"))
                .With(o => o with { Fetch = fetch, Images = images, ImageProcessor = new VipsImageProcessor() }).BuildAsync();
            string path = Path.Combine(folder, name + ".epub");
            await book.SaveAsEpubAsync(path);
            sizes.Add(new FileInfo(path).Length);
            string diagnostics =
                string.Join(", ",
                book.Diagnostics.GroupBy(diagnostic => diagnostic.Id).Select(group => $"{group.Key} {group.Count()} times"));
            Console.WriteLine(
                $"{name}: {sizes[^1]:N0} bytes in {watch.Elapsed.TotalSeconds:0.0} s; diagnostics: "
                    + $"{(diagnostics.Length == 0 ? "none" : diagnostics)}");
        }

        Console.WriteLine(
            $"e-ink is {(double)sizes[0] / sizes[1]:0.00} times smaller (libvips {VipsImageProcessor.LibraryVersion ?? "absent"})");
    }

    private static async Task<double> BareAsync(Uri[] pictures, FetchOptions options)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.MaxConcurrencyPerHost });
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(pictures, new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrencyPerHost },
            async (picture, cancellation) =>
        {
            if ((await client.GetByteArrayAsync(picture, cancellation)).Length == 0)
            {
                throw new InvalidDataException("empty");
            }
        });
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> OursAsync(Uri[] pictures, FetchOptions options)
    {
        using var store = new MediaStore();
        using var loader = new HttpResourceLoader(options: options);
        var watch = Stopwatch.StartNew();
        ImageFetchResult result = await new ImageFetcher(loader, store, ImageOptions.Original, options)
            .FetchAsync([.. pictures.Select(picture => ImageRequests.Of(new ImageReference([picture])))]);
        double seconds = watch.Elapsed.TotalSeconds;
        return result.Count == pictures.Length ? seconds
            : throw new InvalidDataException(string.Join('\n', result.Diagnostics.Select(diagnostic => diagnostic.ToString())));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
