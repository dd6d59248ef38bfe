using System.Diagnostics;
using SharpFuzz;

namespace FeedBook.Fuzz;

/// <summary>
/// Coverage-guided fuzzing of the library. <c>fuzz.sh</c> builds it, instruments the library and lets AFL++ drive <c>run</c>;
/// <c>replay</c> tries files once more, such as those that AFL++ found.
/// </summary>
internal static class Program
{
    private const int Lines = 12;
    private const int MostShown = 3000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

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

    // Of each kind of failure, told apart by its exception and the place, the shortest input is printed: a log may be all that
    // is left of it.
    private static int Replay(Action<byte[]> target, string[] paths)
    {
        int failed = 0, count = 0;
        (string File, TimeSpan Time) slowest = ("", TimeSpan.Zero);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (FileInfo file in paths.SelectMany(path => Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
            .Where(path => Path.GetFileName(path) != "README.txt").Select(path => new FileInfo(path)).OrderBy(file => file.Length))
        {
            byte[] bytes = File.ReadAllBytes(file.FullName);
            long start = Stopwatch.GetTimestamp();
            try
            {
                target(bytes);
            }
            catch (Exception exception)
            {
                failed++;
                string[] lines = exception.ToString().Split('\n');
                if (kinds.Add(string.Join('\n', lines.Take(3))))
                {
                    Console.WriteLine($"{file.FullName} ({file.Length} bytes): {string.Join('\n', lines.Take(Lines))}");
                    Console.WriteLine($"input: {Shown(bytes)}");
                }
            }

            TimeSpan time = Stopwatch.GetElapsedTime(start);
            if (time > MostTime && kinds.Add("slow"))
            {
                Console.WriteLine($"{file.FullName} ({file.Length} bytes) took {time.TotalMilliseconds:F0} ms");
                Console.WriteLine($"input: {Shown(bytes)}");
            }

            slowest = time > slowest.Time ? (file.FullName, time) : slowest;
            count++;
        }

        Console.WriteLine($"{count} inputs, {failed} failed; the slowest took {slowest.Time.TotalMilliseconds:F0} ms ({slowest.File})");
        return failed == 0 && slowest.Time <= MostTime ? 0 : 1;
    }

    private static string Shown(byte[] bytes) => bytes.Length <= MostShown
        ? Convert.ToBase64String(bytes)
        : Convert.ToBase64String(bytes.AsSpan(0, MostShown)) + $"... ({bytes.Length} bytes in all)";
}
