using System.Globalization;
using BenchmarkDotNet.Running;

namespace FeedBook.Benchmarks;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["feed-reading", string folder, ..])
        {
            return await FeedReadingComparison.RunAsync(folder, arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture)
                : 5);
        }

        if (arguments is ["fetching", string server, ..])
        {
            return await FetchingComparison.RunAsync(new Uri(server), arguments.Length > 2
                ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 5);
        }

        if (arguments is ["floor", string feed, string path])
        {
            return await BareFloor.RunAsync(new Uri(feed), path);
        }

        switch (arguments)
        {
            case ["load", .. var names]:
                return await LoadComparison.RunAsync(names.FirstOrDefault());
            case ["load-server", string faults]:
                return await new LoadServer().RunAsync(int.Parse(faults, CultureInfo.InvariantCulture));
            default:
                return RunBenchmarks(arguments);
        }
    }

    // A method of its own: the floor does not pay for BenchmarkDotNet.
    private static int RunBenchmarks(string[] arguments)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
        return 0;
    }
}
