using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedBook.Content;
using FeedBook.FullText;
using FeedBook.Html;

namespace FeedBook.Corpus;

/// <summary>
/// <c>fulltext FOLDER</c>: the article's text of each page below <c>FOLDER/pages</c>, a line each {"id","text"}. Titles, captions, credits
/// and notes are no part of it.
/// </summary>
internal static class FullTextCommand
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string folder)
    {
        var extractor = new ArticleExtractor();
        var reader = new ArticleReader();
        await using Stream output = Console.OpenStandardOutput();
        var clock = new ProcessorClock();
        int pages = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, "pages"), "*.html.gz").Order(StringComparer.Ordinal))
        {
            byte[] bytes = await ReadAsync(file);
            string id = Path.GetFileName(file)[..^".html.gz".Length];
            clock.Start();
            PageArticle? article = extractor.Extract(new WebPage(bytes, new Uri("https://page.example/story/")));
            clock.Stop();
            pages++;
            using var line = new MemoryStream();
            await using (var json = new Utf8JsonWriter(line, Compact))
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("text", article is null ? "" : TextOf(Read(reader, article)));
                json.WriteEndObject();
            }

            line.Write("\n"u8);
            line.Position = 0;
            await line.CopyToAsync(output);
        }

        await Console.Error.WriteLineAsync($"{clock.Total.TotalMilliseconds / Math.Max(1, pages):0.0} ms of processor time a page");
        return 0;
    }

    private static Article Read(ArticleReader reader, PageArticle article) => reader.Read(new FeedItem
    {
        Id = "page", Title = article.Title, ContentHtml = article.Html, BaseAddress = article.BaseAddress,
    });

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using FileStream packed = File.OpenRead(file);
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static string TextOf(Article article)
    {
        var text = new StringBuilder();
        foreach (Block block in article.Blocks)
        {
            Append(block, text);
        }

        return text.ToString();
    }

    private static void Append(Block block, StringBuilder text)
    {
        switch (block)
        {
            case Figure figure:
                foreach (Block held in figure.Body)
                {
                    Append(held, text);
                }

                break;
            case Embed:
                break;
            case CodeBlock code:
                text.Append(code.Text).Append('\n');
                break;
            default:
                foreach (var run in ContentWalker.Runs(block))
                {
                    text.Append(ContentText.Of(run)).Append('\n');
                }

                foreach (Block held in ContentWalker.Children(block))
                {
                    Append(held, text);
                }

                break;
        }
    }

    private sealed class ProcessorClock
    {
        private TimeSpan started;

        public TimeSpan Total { get; private set; }

        public void Start() => started = Environment.CpuUsage.TotalTime;

        public void Stop() => Total += Environment.CpuUsage.TotalTime - started;
    }
}
