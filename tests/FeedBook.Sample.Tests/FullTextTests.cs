using System.IO.Compression;
using System.Text.Json;

namespace FeedBook.Sample.Tests;

/// <summary>The pages behind a feed's summaries, as the app's options and its plan ask for them.</summary>
public sealed class FullTextTests : IDisposable
{
    private const string Teaser = "A word of it…";

    private readonly TestFolder folder = new();
    private readonly List<string> asked = [];
    private readonly TestServer server;

    public FullTextTests() => server = new TestServer(request =>
    {
        lock (asked)
        {
            asked.Add(request.RawUrl!);
        }

        return request.RawUrl is "/feed" or "/second" ? FeedOf(request.RawUrl) : PageOf(request.RawUrl!);
    });

    private string[] Pages
    {
        get
        {
            lock (asked)
            {
                return [.. asked.Where(path => path.StartsWith("/story", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            }
        }
    }

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    private string FeedOf(string name) => $"<?xml version='1.0'?><rss version='2.0'><channel><title>Coast {name}</title>"
        + string.Concat(Enumerable.Range(1, 3).Select(i => $"<item><title>Story {i} of {name}</title><guid>{name}{i}</guid>"
            + $"<link>{server.Address.TrimEnd('/')}/story{name}{i}</link><description>{Teaser}</description></item>")) + "</channel></rss>";

    private static string PageOf(string path) => $"<html lang='en'><head><title>{path}</title></head><body><nav><a href='/'>Home</a></nav>"
        + "<article><figure><img src='/a.jpg' width='600' height='400'><figcaption>Boats at six. Photo: R. Roe</figcaption></figure>"
        + string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>Paragraph {i} of the page {path} tells, at some length, how the harbour "
            + "was closed for the winter, and who kept the keys.</p>")) + "</article><footer>Imprint</footer></body></html>";

    private Task<AppRun> RunAsync(params string[] args) => AppRun.Of(folder.Path, [.. args, "--allow-host", server.Host]);

    private string TextOf(string book)
    {
        using ZipArchive epub = ZipFile.OpenRead(folder[book]);
        return string.Concat(epub.Entries.Where(entry => entry.FullName.EndsWith(".xhtml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("auto", true)]
    [InlineData("always", true)]
    [InlineData("never", false)]
    public async Task Build_reads_pages_where_the_feed_has_summaries(string? choice, bool read)
    {
        string[] option = choice is null ? [] : ["--full-text", choice];

        AppRun run = await RunAsync([$"{server.Address}feed", "-o", "a.epub", "--no-pictures", .. option]);

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(read ? 3 : 0, Pages.Length);
        Assert.Equal(read, TextOf("a.epub").Contains("Paragraph 4 of the page", StringComparison.Ordinal));
        Assert.DoesNotContain("Imprint", TextOf("a.epub"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_chooses_for_all_and_for_one_source()
    {
        folder.Write("feedbook.json", $$"""
            { "fullText": "never", "output": "a.epub", "images": false, "allowedHosts": ["{{server.Host}}"],
              "sources": ["{{server.Address}}feed", { "source": "{{server.Address}}second", "fullText": "always" }] }
            """);

        AppRun run = await AppRun.Of(folder.Path);

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(["/story/second1", "/story/second2", "/story/second3"], Pages);
    }

    [Fact]
    public async Task Only_pages_of_new_items_are_asked_for()
    {
        string[] args = [$"{server.Address}feed", "-o", "a.epub", "--no-pictures", "--since", "last", "--state", "s.state"];
        Assert.Equal(0, (await RunAsync(args)).Code);
        lock (asked)
        {
            asked.Clear();
        }

        AppRun again = await RunAsync(args);

        Assert.Equal(ExitCodes.NothingNew, again.Code);
        Assert.Empty(Pages);
    }

    [Fact]
    public async Task Inspect_and_figures_show_the_pages_article()
    {
        AppRun inspected = await RunAsync("inspect", $"{server.Address}feed", "--full-text", "always");
        AppRun figures = await RunAsync("figures", $"{server.Address}story/1", "--full-text", "always", "--json");

        Assert.True(inspected.Code == 0 && figures.Code == 0, inspected.Error + figures.Error);
        Assert.Contains("Paragraph 4 of the page /story/feed3", inspected.Output, StringComparison.Ordinal);
        using JsonDocument shown = JsonDocument.Parse(figures.Output);
        Assert.Contains("Boats at six.", figures.Output, StringComparison.Ordinal);
        Assert.Contains("R. Roe", figures.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_choice_is_told_with_those_there_are()
    {
        AppRun run = await RunAsync($"{server.Address}feed", "--full-text", "sometimes");

        Assert.Equal(ExitCodes.Wrong, run.Code);
        Assert.Contains("always", run.Error, StringComparison.Ordinal);
        Assert.Empty(asked);
    }
}
