using System.Diagnostics;
using System.Globalization;
using FeedBook.Feeds;

namespace FeedBook.Benchmarks;

/// <summary>
/// <c>feed-reading FOLDER [ROUNDS]</c>: reads every file of a folder from memory, several rounds over, and prints milliseconds a megabyte
/// and the process's peak memory in the form that <c>compare-feedparser.sh</c> reads.
/// </summary>
internal static class FeedReadingComparison
{
    public static async Task<int> RunAsync(string folder, int rounds)
    {
        List<byte[]> files = Directory.EnumerateFiles(folder)
            .Where(f => Path.GetFileName(f) != "expected.json" && Path.GetExtension(f) is (".xml" or ".rss" or ".atom" or ".json"))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        double megabytes = files.Sum(f => (double)f.Length) / 1e6;
        var times = new List<double>();
        // of each file: what another process takes away in one round counts in none
        double[] best = [.. files.Select(_ => double.MaxValue)];
        int items = 0;
        for (int round = 0; round < rounds; round++)
        {
            items = 0;
            var watch = Stopwatch.StartNew();
            for (int i = 0; i < files.Count; i++)
            {
                long start = Stopwatch.GetTimestamp();
                using var stream = new MemoryStream(files[i]);
                FeedDocument document = await FeedReader.ReadDocumentAsync(stream);
                items += document.Feed?.Items.Length ?? 0;
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"FeedBook files {files.Count} megabytes {megabytes:F2} items {items} first_ms_per_mb {times[0] / megabytes:F2} "
                + $"best_ms_per_mb {best.Sum() / megabytes:F2} median_ms_per_mb {times.Order().ElementAt(rounds / 2) / megabytes:F2} "
                    + $"peak_mb {PeakMemory() / 1e6:F0}"));
        return 0;
    }

    // VmHWM of /proc/self/status; the working set where there is no /proc.
    private static double PeakMemory()
    {
        const string Status = "/proc/self/status";
        string? line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
            : null;
        return line is null ? Process.GetCurrentProcess().PeakWorkingSet64
            : double.Parse(string.Concat(line.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) * 1024;
    }
}
