using BenchmarkDotNet.Attributes;
using FeedBook.Epub;

namespace FeedBook.Benchmarks;

/// <summary>Writing a made book as EPUB, to nowhere: composing and compressing, without a disk.</summary>
[MemoryDiagnoser]
public class EpubWritingBenchmark
{
    private Book? book;

    /// <summary>The kinds of articles there are.</summary>
    public static IEnumerable<string> Kinds => MadeBook.Kinds;

    /// <summary>What the book's articles are like.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public async Task Make() => book = await MadeBook.OfAsync(Kind);

    [GlobalCleanup]
    public void Leave() => book?.Dispose();

    [Benchmark]
    public Task<IReadOnlyList<Diagnostic>> Write() => new EpubWriter().WriteAsync(book!, Stream.Null);
}
