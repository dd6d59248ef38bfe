using System.Diagnostics;
using System.Globalization;
using FeedBook.Content;
using FeedBook.Epub;

namespace FeedBook.Benchmarks;

/// <summary>
/// What many items, many feeds and many books at once cost, each in a process of its own beside a server in another: wall and processor
/// time, the greatest memory, and whether every item is in its book and every faulty picture told.
/// </summary>
internal static class LoadComparison
{
    private const int FaultsInHundred = 5;
    private static readonly string[] Names = ["items", "feeds", "requests"];

    /// <summary>Runs all of them, or one in this process.</summary>
    /// <returns>Zero when nothing was lost.</returns>
    public static async Task<int> RunAsync(string? name)
    {
        if (name is null)
        {
            int failed = 0;
            foreach (string each in Names)
            {
                using Process process = Again("load", each);
                await Console.Out.WriteAsync(await process.StandardOutput.ReadToEndAsync());
                await process.WaitForExitAsync();
                failed += process.ExitCode;
            }

            return failed == 0 ? 0 : 1;
        }

        using Process server = Again("load-server", FaultsInHundred.ToString(CultureInfo.InvariantCulture));
        try
        {
            var address = new Uri(await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("no server"));
            return name switch
            {
                "items" => await MeasureAsync("5,000 items with 10,000 pictures, 5 % of them faulty, in one book", address, 1, 1, 5000),
                "feeds" => await MeasureAsync("300 feeds of 10 items with 20 pictures each, 10 % of them faulty", address, 1, 300, 10),
                "requests" => await MeasureAsync("50 books at once, each of a feed of 20 items with 40 pictures", address, 50, 1, 20),
                _ => 2,
            };
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    private static async Task<int> MeasureAsync(string what, Uri server, int books, int feeds, int items)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        long clock = Stopwatch.GetTimestamp();
        (int Chapters, int Pictures, int Told, long Bytes)[] made =
            await Task.WhenAll(Enumerable.Range(0, books).Select(book => MakeAsync(server, book, feeds, items)));
        TimeSpan wall = Stopwatch.GetElapsedTime(clock);
        process.Refresh();
        int chapters = made.Sum(each => each.Chapters), pictures = made.Sum(each => each.Pictures);
        int told = made.Sum(each => each.Told);
        int wanted = books * feeds * items;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {wall.TotalSeconds:F1} s, {(process.TotalProcessorTime - start).TotalSeconds:F1} s of processor, "
            + $"{process.PeakWorkingSet64 / 1e6:F0} MB at most; {chapters} of {wanted} chapters, {pictures} pictures, {told} told "
            + $"as faulty, {made.Sum(each => each.Bytes) / 1e6:F0} MB of EPUB"));
        return chapters == wanted && pictures + told == wanted * 2 ? 0 : 1;
    }

    private static async Task<(int Chapters, int Pictures, int Told, long Bytes)> MakeAsync(Uri server, int book, int feeds, int items)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".epub");
        try
        {
            var builder = new BookBuilder();
            for (int feed = 0; feed < feeds; feed++)
            {
                builder.AddFeed(new Uri(server, $"/feed/b{book}f{feed}/{items}"), new FeedSourceOptions { MaxItems = items });
            }

            await using Book made = await builder.With(o => o with
            {
                Fetch = o.Fetch with { AllowedHosts = [server.Authority], RetryDelay = TimeSpan.FromMilliseconds(50) },
                MaxSources = Math.Max(o.MaxSources, feeds),
            }).BuildAsync();
            await made.SaveAsync(new EpubWriter(), path);
            int told = made.Diagnostics.Where(each => each.Address?.AbsolutePath.StartsWith("/p/", StringComparison.Ordinal) == true)
                .DistinctBy(each => each.Address).Count();
            int pictures = made.Chapters.Sum(chapter => ContentWalker.Images(chapter.Article).Count(image => image.Stored is not null));
            return (made.Chapters.Count(), pictures, told, new FileInfo(path).Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Process Again(params string[] arguments)
    {
        string program = Environment.ProcessPath!;
        string[] before = program.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(Program).Assembly.Location] : [];
        return Process.Start(new ProcessStartInfo(program, [.. before, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }
}
