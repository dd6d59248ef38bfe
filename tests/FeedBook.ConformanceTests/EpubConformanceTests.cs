using FeedBook.Content;
using FeedBook.Epub;
using FeedBook.Fetching;
using FeedBook.Imaging;
using FeedBook.Sample;
using FeedBook.Sample.Plans;
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

    [EpubCheckFact]
    public async Task EpubCheck_finds_nothing_in_a_book_for_Kindle() => EpubCheck(await EverythingAsync(EpubOptions.Kindle));

    [EpubCheckFact]
    public async Task EpubCheck_finds_nothing_in_a_book_for_Kobo() => EpubCheck(await EverythingAsync(EpubOptions.Kobo));

    [EpubCheckTsFact]
    public async Task EpubCheckTs_finds_nothing_in_a_book_for_Kobo() => EpubCheckTs(await EverythingAsync(EpubOptions.Kobo));

    [AceFact]
    public async Task Ace_finds_no_serious_violation_in_a_book_of_everything() => Ace(await EverythingAsync());

    [EpubCheckFact]
    public async Task EpubCheck_finds_nothing_in_the_sample() => EpubCheck(await SampleAsync());

    [EpubCheckTsFact]
    public async Task EpubCheckTs_finds_nothing_in_the_sample() => EpubCheckTs(await SampleAsync());

    [EpubCheckFact]
    public async Task EpubCheck_finds_nothing_in_a_sample_fitted_to_e_ink()
    {
        string plain = await SampleAsync(), fitted = Path.Combine(folder, "e-ink.epub");
        await using Book book = await Sample().With(o => o with { Images = ImageOptions.EInk, ImageProcessor = new VipsImageProcessor() })
            .BuildAsync();
        await book.SaveAsEpubAsync(fitted);

        EpubCheck(fitted);

        // Without libvips the pictures stay, and one diagnostic says so.
        Assert.Equal(!VipsImageProcessor.IsAvailable, book.Diagnostics.Any(each => each.Id == DiagnosticIds.ImagingUnavailable));
        Assert.True(!VipsImageProcessor.IsAvailable || new FileInfo(fitted).Length < new FileInfo(plain).Length);
    }

    [AceFact]
    public async Task Ace_finds_no_serious_violation_in_the_sample() => Ace(await SampleAsync());

    [Fact]
    public async Task The_archived_gallery_of_the_sample_is_one_chapter_of_eight_figures()
    {
        await using Book book = await Sample().BuildAsync();

        Chapter gallery = book.Chapters.First();
        Figure[] figures = [.. ContentWalker.Figures(gallery.Article)];
        Assert.Equal("zh", gallery.Language);
        Assert.Equal(new DateTimeOffset(2026, 4, 18, 1, 30, 0, TimeSpan.Zero), gallery.Published);
        Assert.Equal(8, figures.Length);
        Assert.All(figures, figure =>
        {
            Assert.NotNull(Assert.IsType<ImageBlock>(Assert.Single(figure.Body)).Image.Stored);
            Assert.Equal(TextStyle.Strong, Assert.IsType<Styled>(figure.Caption[0]).Style);
        });
        Assert.DoesNotContain("feedx", ContentText.Of(gallery.Article), StringComparison.Ordinal);
    }

    private static BookBuilder Sample()
    {
        BookPlan plan = BundledSample.Plan;
        BookBuilder builder = new BookBuilder(BundledSample.Beside(new HttpResourceLoader())).With(plan.Book);
        foreach (PlannedSource source in plan.Sources)
        {
            FeedSourceOptions options = source.Change(FeedSourceOptions.Default);
            _ = Directory.Exists(source.Place) ? builder.AddFolder(source.Place, options) : builder.AddFile(source.Place, options);
        }

        return builder;
    }

    private async Task<string> SampleAsync()
    {
        string path = Path.Combine(folder, "sample.epub");
        await using Book book = await Sample().BuildAsync();
        await book.SaveAsEpubAsync(path);
        return path;
    }

    private async Task<string> EverythingAsync(EpubOptions? options = null)
    {
        string path = Path.Combine(folder, "everything.epub");
        using Book book = MadeBooks.Everything(folder);
        await book.SaveAsEpubAsync(path, options);
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
        (int code, string output) =
            Validators.Run(Validators.Ace!, ["-s", "-f", "-o", report, book], ("PUPPETEER_EXECUTABLE_PATH", Validators.Chromium!));
        Assert.True(code == 0, output);
        string json = File.ReadAllText(Path.Combine(report, "report.json"));
        Assert.DoesNotContain("\"earl:impact\":\"serious\"", json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\"earl:impact\":\"critical\"", json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
