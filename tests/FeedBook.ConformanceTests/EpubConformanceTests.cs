using FeedBook.Tests;

namespace FeedBook.ConformanceTests;

/// <summary>Books judged by the validators that shops and libraries use.</summary>
public sealed class EpubConformanceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [EpubCheckFact]
    public async Task EpubCheck_finds_nothing_in_a_book_of_everything() => EpubCheck(await EverythingAsync());

    [EpubCheckTsFact]
    public async Task EpubCheckTs_finds_nothing_in_a_book_of_everything() => EpubCheckTs(await EverythingAsync());

    [AceFact]
    public async Task Ace_finds_no_serious_violation_in_a_book_of_everything() => Ace(await EverythingAsync());

    private async Task<string> EverythingAsync()
    {
        string path = Path.Combine(folder, "everything.epub");
        using Book book = MadeBooks.Everything(folder);
        await book.SaveAsEpubAsync(path);
        return path;
    }

    private static void EpubCheck(string book)
    {
        (int code, string output) = Validators.Run(Validators.Java!, ["-jar", Validators.EpubCheckJar!, book, "--failonwarnings"]);
        Assert.True(code == 0, output);
    }

    private static void EpubCheckTs(string book)
    {
        (int code, string output) = Validators.Run(Validators.EpubCheckTs!, [book, "--fail-on-warnings"]);
        Assert.True(code == 0, output);
    }

    private void Ace(string book)
    {
        string report = Path.Combine(folder, "ace");
        (int code, string output) = Validators.Run(Validators.Ace!, ["-s", "-f", "-o", report, book], ("PUPPETEER_EXECUTABLE_PATH", Validators.Chromium!));
        Assert.True(code == 0, output);
        string json = File.ReadAllText(Path.Combine(report, "report.json"));
        Assert.DoesNotContain("\"earl:impact\":\"serious\"", json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\"earl:impact\":\"critical\"", json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
