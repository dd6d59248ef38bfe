using BenchmarkDotNet.Attributes;
using FeedBook.Media;

namespace FeedBook.Benchmarks;

/// <summary>What every fetched picture goes through: its header is read, and a drawing is cleaned.</summary>
[MemoryDiagnoser]
public class MediaBenchmark
{
    private readonly byte[] jpeg = MadePictures.Jpeg(2400, 1600, 400_000, 1);
    private readonly byte[] png = MadePictures.Png(400, 300, 2);
    private readonly byte[] svg = MadePictures.Svg(1000);

    [Benchmark]
    public int ProbeJpeg() => ImageProbe.Read(new MemoryStream(jpeg)).Width;

    [Benchmark]
    public int ProbePng() => ImageProbe.Read(new MemoryStream(png)).Width;

    [Benchmark]
    public int CleanSvg() => SvgCleaner.Clean(new MemoryStream(svg)).Removed.Count;
}
