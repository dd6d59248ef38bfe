using BenchmarkDotNet.Attributes;
using FeedBook.Html;
using HtmlAgilityPack;

namespace FeedBook.Benchmarks;

/// <summary>
/// Reading articles with their figures beside the HTML parser's own work on the same text. The goal: the whole of reading costs at most
/// twice the parse that it contains.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(HtmlColumns))]
public class ArticleReadingBenchmark
{
    private readonly ArticleReader reader = new();
    private IReadOnlyList<(string Html, Uri? Address)> articles = [];

    /// <summary>The kinds of articles there are; that of the published feeds only where their files are.</summary>
    public static IEnumerable<string> Kinds => ArticleSamples.Kinds;

    /// <summary>What the articles are like.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Make() => articles = ArticleSamples.Of(Kind);

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        int nodes = 0;
        foreach ((string html, _) in articles)
        {
            var document = new HtmlDocument();
            document.LoadHtml(html);
            nodes += document.DocumentNode.ChildNodes.Count;
        }

        return nodes;
    }

    [Benchmark]
    public int Read()
    {
        int blocks = 0;
        foreach ((string html, Uri? address) in articles)
        {
            blocks += reader.Read(html, address).Blocks.Length;
        }

        return blocks;
    }
}
