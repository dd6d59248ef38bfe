using System.Globalization;
using BenchmarkDotNet.Running;

namespace FeedBook.Benchmarks;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["feed-reading", string folder, ..])
        {
            return await FeedReadingComparison.RunAsync(folder, arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 5);
        }

        if (arguments is ["fetching", string server, ..])
        {
            return await FetchingComparison.RunAsync(new Uri(server), arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 5);
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
        return 0;
    }
}
