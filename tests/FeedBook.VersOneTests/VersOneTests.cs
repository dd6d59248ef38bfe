using FeedBook.Corpus;
using FeedBook.Fetching;
using FeedBook.Tests;
using Xunit.Abstractions;

namespace FeedBook.VersOneTests;

/// <summary>What another library reads in our books: metadata, contents, reading order, every page, image and caption.</summary>
public sealed class VersOneTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Sample_reads_as_it_was_written()
    {
        string folder = Path.Combine(Repository.Root, "examples", "FeedBook.Sample", "Sample");
        var loader = new FolderResourceLoader(folder, new Uri("https://sample.feedbook.example/"));
        await using Book book = await new BookBuilder(loader).Title("FeedBook Sample")
            .AddFolder(Path.Combine(folder, "archive")).AddFile(Path.Combine(folder, "rss.xml"))
            .AddFile(Path.Combine(folder, "atom.xml")).AddFile(Path.Combine(folder, "feed.json")).BuildAsync();
        Assert.True(book.Chapters.SelectMany(chapter => Content.ContentWalker.Figures(chapter.Article)).Count() > 10);
        Assert.Empty(await OpenedBooks.FaultsAsync(book));
    }

    [Fact]
    public async Task Book_of_every_block_reads_as_it_was_written()
    {
        string folder = Directory.CreateTempSubdirectory("feedbook-versone-").FullName;
        try
        {
            using Book book = MadeBooks.Everything(folder);
            Assert.Empty(await OpenedBooks.FaultsAsync(book));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_is_missing_is_a_fault()
    {
        using Book written = MadeBooks.Of(MadeBooks.Chapter("One", MadeBooks.Para("first")));
        using Book other = MadeBooks.Of(MadeBooks.Chapter("One", MadeBooks.Para("first"), MadeBooks.Para("second")));
        IReadOnlyList<string> faults = await OpenedBooks.FaultsAsync(written, other);
        Assert.Contains(faults, fault => fault.Contains("has all of 'One'", StringComparison.Ordinal));
    }

    [SharedFact]
    public async Task Books_of_real_feeds_read_as_they_were_written()
    {
        int books = 0;
        var faults = new List<string>();
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Repository.Shared!, "feeds", "real"))
            .Where(path => Path.GetFileName(path) != "expected.json").Order(StringComparer.Ordinal))
        {
            try
            {
                await using Book book = await new BookBuilder(new MadePictures()).AddFile(path).BuildAsync();
                faults.AddRange(await OpenedBooks.FaultsAsync(book));
                books++;
            }
            catch (FeedBookException)
            {
                // Not every file there is a feed with items.
            }
        }

        output.WriteLine($"{books} books, each for three kinds of readers, strict and relaxed; {faults.Count} faults");
        Assert.True(books > 30);
        Assert.Empty(faults);
    }
}

/// <summary>A test that needs the shared corpus.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() =>
        Skip = Repository.Shared is null ? "The shared corpus (../shared or FEEDBOOK_SHARED) is not there." : null;
}
