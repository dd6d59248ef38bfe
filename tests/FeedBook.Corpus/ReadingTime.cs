using System.Diagnostics;
using System.Globalization;

namespace FeedBook.Corpus;

/// <summary>
/// What an input costs: the processor time of the thread that reads it, so that neither other programs nor the compiler in the
/// background count.
/// Each try begins with an empty heap; the project turns tiered compilation off, so that the first try runs the same code
/// as the last.
/// </summary>
internal static class ReadingTime
{
    private const int Tries = 3;
    private const int MostTries = 10;

    // Linux: nanoseconds on a processor, those spent waiting, turns.
    private const string ThreadClock = "/proc/thread-self/schedstat";

    /// <summary>
    /// The quickest times of two inputs, the second twice as long, each tried in turn. What looks like more than
    /// <paramref name="most"/> times is tried again some times: on a busy machine memory and caches are others' too, and what grows
    /// with the square grows so in every try.
    /// </summary>
    public static (TimeSpan Once, TimeSpan Twice) Compare(Action once, Action twice, double most)
    {
        TimeSpan first = TimeSpan.MaxValue, second = TimeSpan.MaxValue;
        for (int i = 0; i < MostTries && (i < Tries || second >= most * first); i++)
        {
            first = Shorter(first, Of(once));
            second = Shorter(second, Of(twice));
        }

        return (first, second);
    }

    /// <summary>The time of one run of <paramref name="read"/>, which stays on its thread.</summary>
    public static TimeSpan Of(Action read)
    {
        GC.Collect();
        TimeSpan start = Now();
        read();
        return Now() - start;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Now()
    {
        if (File.Exists(ThreadClock))
        {
            string nanoseconds = File.ReadAllText(ThreadClock).Split(' ')[0];
            return TimeSpan.FromTicks(long.Parse(nanoseconds, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
        }

        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
