using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stranger.Recipes;

namespace FeedBook.PackageTests;

/// <summary>The recipes of README and src/docs are these files' code, and it runs.</summary>
public sealed partial class RecipeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-recipes-").FullName;
    private readonly string before = Directory.GetCurrentDirectory();

    public RecipeTests() => Directory.SetCurrentDirectory(folder);

    public void Dispose()
    {
        Directory.SetCurrentDirectory(before);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_recipes_of_the_readme_are_the_ones_that_run()
    {
        string shownPages = File.ReadAllText(Path.Combine(Repository.Root, "README.md"))
            + File.ReadAllText(Path.Combine(Repository.Root, "src", "docs", "recipes.md"));
        (string Title, string Code)[] recipes =
            [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "FeedBook.PackageTests", "Recipes"), "*.cs")
            .SelectMany(file => Recipe().Matches(File.ReadAllText(file)))
            .Select(match => (match.Groups["title"].Value, Dedent(match.Groups["code"].Value)))];

        Assert.Equal(6, recipes.Length);
        foreach ((string title, string code) in recipes)
        {
            // A reader's program has the network; a test brings its own.
            string shown = code.Replace("(network)", "()", StringComparison.Ordinal);
            Assert.True(shownPages.Contains($"{title}\n\n```csharp\n{shown}```\n", StringComparison.Ordinal),
                $"Neither README nor src/docs/recipes.md shows the recipe '{title}' as it is run:\n{shown}");
        }
    }

    [Fact]
    public async Task A_digest_of_three_feeds()
    {
        await DigestOfThreeFeeds.RunAsync(new RecipeNetwork());

        string text = Chapters("morning.epub");
        Assert.Contains("Words of story 2.", text, StringComparison.Ordinal);
        Assert.Contains("<figcaption", text, StringComparison.Ordinal);
        Assert.Equal(6, Files("morning.epub").Count(name => ChapterFile().IsMatch(name)));
        AssertPdf("morning.pdf");
    }

    [Fact]
    public async Task Items_in_code()
    {
        await ItemsInCode.RunAsync(new RecipeNetwork(), [(7, "A headline", "<p>Said so.</p>", DateTimeOffset.UnixEpoch)]);

        Assert.Contains("Said so.", Chapters("notes.epub"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E_ink()
    {
        await EInk.RunAsync(new RecipeNetwork());

        Assert.Contains("koboSpan", Chapters("world.kepub.epub"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booklet()
    {
        await Booklet.RunAsync(new RecipeNetwork());

        AssertPdf("booklet.pdf");
    }

    [Fact]
    public async Task A_site_that_streams()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddTransient(_ => new BookBuilder((IResourceLoader)new RecipeNetwork()));
        await using WebApplication app = builder.Build();
        StreamingSite.Map(app);
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var browser = new HttpClient();

        using HttpResponseMessage response = await browser.GetAsync(new Uri(address + "/today.epub"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await File.WriteAllBytesAsync("today.epub", await response.Content.ReadAsByteArrayAsync());
        Assert.Contains("Words of story 1.", Chapters("today.epub"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_of_ones_own()
    {
        await using Book book = await new BookBuilder(new RecipeNetwork()).AddFeed(new Uri("https://example.org/world.xml")).BuildAsync();

        await book.SaveAsync(new PlainTextWriter(), "book.txt");

        Assert.Contains("Words of story 1.", await File.ReadAllTextAsync("book.txt"), StringComparison.Ordinal);
    }

    private static string[] Files(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static string Chapters(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        var text = new StringBuilder();
        foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => ChapterFile().IsMatch(entry.FullName)))
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    private static void AssertPdf(string path)
    {
        string bytes = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.StartsWith("%PDF-", bytes, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF", bytes.TrimEnd(), StringComparison.Ordinal);
    }

    private static string Dedent(string code)
    {
        string[] lines = code.Split('\n');
        int margin = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Concat(lines.SkipLast(1).Select(line => (line.Length == 0 ? "" : line[margin..]) + "\n"));
    }

    [GeneratedRegex(@"// recipe: (?<title>.+)\n(?<code>(?s).*?\n)\s*// end")]
    private static partial Regex Recipe();

    [GeneratedRegex(@"^EPUB/c\d{4}\.xhtml$")]
    private static partial Regex ChapterFile();
}
