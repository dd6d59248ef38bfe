using System.Globalization;
using FeedBook.Feeds;
using FeedBook.Media;

namespace FeedBook.Corpus;

/// <summary>
/// Whether time grows with the input and not with its square: each generator is run at n and at 2n, and the ratio of the times printed.
/// Ends with 1 where a ratio is 3 or more, or where what comes out is more than a bounded multiple of what went in.
/// </summary>
internal static class SlowFeedsCommand
{
    private const double MostRatio = 3;
    private const int MostGrowth = 40;
    private const int LongestInput = 8_000_000;
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(120);

    /// <summary>Runs the generators.</summary>
    /// <param name="only">The part of a name; null for all.</param>
    public static int Run(string? only)
    {
        var all = SlowFeeds.All.Where(each => only is null || each.Name.Contains(only, StringComparison.Ordinal)).ToList();
        int wrong = 0;
        Console.WriteLine($"{"generator",-34} {"n",9} {"bytes",11} {"time(n)",9} {"time(2n)",9} {"ratio",6} {"out/in",7}");
        foreach (SlowInput input in all)
        {
            (int n, TimeSpan once, TimeSpan twice, int bytes, double growth) = Measure(input);
            double ratio = twice / once;

            // A short time is mostly noise; two seconds at this size are wrong however they came about.
            bool bad = (twice > Enough && ratio >= MostRatio) || growth > MostGrowth;
            wrong += bad ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{input.Name,-34} {n,9} {bytes,11} {once.TotalMilliseconds,7:F0}ms {twice.TotalMilliseconds,7:F0}ms {ratio,6:F2} "
                    + $"{growth,7:F2}{(bad ? "  WRONG" : "")}"));
        }

        Console.WriteLine($"{all.Count} generators, {wrong} wrong");
        return wrong == 0 ? 0 : 1;
    }

    private static (int N, TimeSpan Once, TimeSpan Twice, int Bytes, double Growth) Measure(SlowInput input)
    {
        int n = 500;
        byte[] bytes = input.Make(n);
        long outcome = 0;

        // Memory is read without waiting for anything, so all of it happens on this thread.
        void Read(byte[] what) => outcome = ReadAsync(input.Kind, what).GetAwaiter().GetResult();
        while (bytes.Length <= LongestInput)
        {
            byte[] now = bytes;
            if (ReadingTime.Of(() => Read(now)) > Enough && ReadingTime.Of(() => Read(now)) > Enough)
            {
                break;
            }

            n *= 2;
            bytes = input.Make(n);
        }

        byte[] doubled = input.Make(n * 2);
        (TimeSpan once, TimeSpan twice) = ReadingTime.Compare(() => Read(bytes), () => Read(doubled), MostRatio);
        return (n, once, twice, bytes.Length, outcome / (double)Math.Max(1, doubled.Length));
    }

    private static async Task<long> ReadAsync(SlowKind kind, byte[] bytes)
    {
        switch (kind)
        {
            case SlowKind.Svg:
                return SvgCleaner.Clean(new MemoryStream(bytes)).Bytes?.Length ?? 0;
            default:
                try
                {
                    FeedDocument document = await FeedReader.ReadDocumentAsync(new MemoryStream(bytes)).ConfigureAwait(false);
                    return document.Feed?.Items.Sum(item => (long)(item.Title?.Length ?? 0) + (item.ContentHtml?.Length ?? 0)
                        + (item.SummaryHtml?.Length ?? 0)) ?? 0;
                }
                catch (FeedBookException)
                {
                    return 0;
                }
        }
    }
}
