using System.Diagnostics;
using SharpFuzz;

namespace FeedBook.Fuzz;

/// <summary>
/// Coverage-guided fuzzing of the library. <c>fuzz.sh</c> builds it, instruments the library and lets AFL++ drive <c>run</c>;
/// <c>replay</c> tries files once more, such as those that AFL++ found.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["run", string name] when Targets.All.TryGetValue(name, out Action<byte[]>? target):
                Fuzzer.OutOfProcess.Run(stream =>
                {
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    target(bytes.ToArray());
                });
                return 0;
            case ["replay", string name, .. string[] paths] when paths.Length > 0
                && Targets.All.TryGetValue(name, out Action<byte[]>? target):
                return Replay(target, paths);
            default:
                Console.Error.WriteLine(
                    $"usage: run TARGET | replay TARGET FILE-OR-FOLDER...   targets: {string.Join(' ', Targets.All.Keys)}");
                return 2;
        }
    }

    private static int Replay(Action<byte[]> target, string[] paths)
    {
        int failed = 0, count = 0;
        (string File, TimeSpan Time) slowest = ("", TimeSpan.Zero);
        foreach (string file in paths.SelectMany(path => Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path]))
        {
            byte[] bytes = File.ReadAllBytes(file);
            long start = Stopwatch.GetTimestamp();
            try
            {
                target(bytes);
            }
            catch (Exception exception)
            {
                failed++;
                Console.WriteLine($"{file}: {exception}");
            }

            TimeSpan time = Stopwatch.GetElapsedTime(start);
            slowest = time > slowest.Time ? (file, time) : slowest;
            count++;
        }

        Console.WriteLine($"{count} inputs, {failed} failed; the slowest took {slowest.Time.TotalMilliseconds:F0} ms ({slowest.File})");
        return failed == 0 ? 0 : 1;
    }
}
