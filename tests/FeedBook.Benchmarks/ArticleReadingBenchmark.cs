using System.Text;
using BenchmarkDotNet.Attributes;
using FeedBook.Html;
using HtmlAgilityPack;

namespace FeedBook.Benchmarks;

/// <summary>
/// Reading articles with their figures beside the HTML parser's own work on the same text. The goal: the whole of reading costs at most
/// twice the parse that it contains.
/// </summary>
[MemoryDiagnoser]
public class ArticleReadingBenchmark
{
    private readonly ArticleReader reader = new();
    private readonly Uri address = new("https://news.example/2024/story/");
    private string[] articles = [];

    /// <summary>How many characters one operation reads; for megabytes a second.</summary>
    public int Characters => articles.Sum(article => article.Length);

    [GlobalSetup]
    public void Make()
    {
        articles = [.. Enumerable.Range(0, 20).Select(Article)];
        Console.WriteLine($"// {Characters / 1e6:F2} million characters an operation");
    }

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        int nodes = 0;
        foreach (string article in articles)
        {
            var document = new HtmlDocument();
            document.LoadHtml(article);
            nodes += document.DocumentNode.ChildNodes.Count;
        }

        return nodes;
    }

    [Benchmark]
    public int Read()
    {
        int blocks = 0;
        foreach (string article in articles)
        {
            blocks += reader.Read(article, address).Blocks.Length;
        }

        return blocks;
    }

    // An article as feeds have them: paragraphs with links and emphasis, a list, a table, and a captioned picture every few paragraphs.
    private static string Article(int number)
    {
        var html = new StringBuilder();
        for (int i = 0; i < 40; i++)
        {
            html.Append("<p class=\"text\">The harbour master of number ").Append(number).Append(" told <a href=\"/people/").Append(i).Append("\">the council</a> that the <em>old quay</em> would close in spring, and that ")
                .Append("<strong>nobody</strong> had asked for a report on what the ferries would do then &ndash; a question that came up more than once this week.</p>\n");
            switch (i % 10)
            {
                case 2:
                    html.Append("<figure class=\"wp-block-image size-large\"><img loading=\"lazy\" width=\"1024\" height=\"683\" src=\"/img/").Append(i).Append("-1024x683.jpg\" srcset=\"/img/").Append(i).Append("-300x200.jpg 300w, /img/")
                        .Append(i).Append("-1024x683.jpg 1024w, /img/").Append(i).Append(".jpg 2048w\" alt=\"\"><figcaption>The quay at dawn, seen from the mole. Photo: A. Name / Agency</figcaption></figure>\n");
                    break;
                case 5:
                    html.Append("<div class=\"gallery\"><div><img src=\"/g/").Append(i).Append(".jpg\"><br><b>Second day</b>: the ferries wait outside.</div></div>\n");
                    break;
                case 7:
                    html.Append("<h2>What comes next</h2><ul><li>A report by May</li><li>A vote in <b>June</b></li></ul><table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2022</td><td>1,204</td></tr><tr><td>2023</td><td>998</td></tr></table>\n");
                    break;
                case 9:
                    html.Append("<p><img src=\"/p/").Append(i).Append(".jpg\" class=\"aligncenter\"></p><p>The next paragraph is only text, and it must not be taken for the picture's caption, however close it stands.</p>\n");
                    break;
            }
        }

        return html.ToString();
    }
}
