using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using FeedBook.Feeds;

namespace FeedBook.Benchmarks;

/// <summary>The two paths of the feed reader over the same made feed: well-formed, and with one bare ampersand.</summary>
[MemoryDiagnoser]
public class FeedReadingBenchmark
{
    private byte[] _wellFormed = [];
    private byte[] _broken = [];

    [Params(10, 1000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var feed =
            new StringBuilder(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" "
            + "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Made</title>");
        string text =
            string.Concat(Enumerable.Repeat("<p>A paragraph of some length, with <b>tags</b> and an <img src=\"a.png\" alt=\"\">.</p>",
            20));
        for (int i = 0; i < Items; i++)
        {
            feed.Append(CultureInfo.InvariantCulture,
                $"<item><title>Item {i}</title><link>https://example.org/{i}</link><guid>https://example.org/{i}</guid>");
            feed.Append("<pubDate>Fri, 02 Jan 2026 10:00:00 +0100</pubDate>");
            feed.Append("<content:encoded><![CDATA[").Append(text).Append("]]></content:encoded></item>");
        }

        feed.Append("</channel></rss>");
        _wellFormed = Encoding.UTF8.GetBytes(feed.ToString());
        _broken = Encoding.UTF8.GetBytes(feed.Replace("<title>Made", "<title>Made & mended").ToString());
    }

    [Benchmark(Baseline = true)]
    public Task<Feed> WellFormed() => FeedReader.ReadAsync(new MemoryStream(_wellFormed));

    [Benchmark]
    public Task<Feed> Mended() => FeedReader.ReadAsync(new MemoryStream(_broken));
}
