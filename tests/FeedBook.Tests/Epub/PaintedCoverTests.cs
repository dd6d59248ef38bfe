using System.Xml.Linq;
using FeedBook.Epub;
using FeedBook.Media;
using static FeedBook.Tests.MadeBooks;

namespace FeedBook.Tests.Epub;

/// <summary>The cover that an <see cref="ICoverPainter"/> paints, and what stands in its place where it paints none.</summary>
public sealed class PaintedCoverTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(ReadingSystem.Any)]
    [InlineData(ReadingSystem.Kindle)]
    [InlineData(ReadingSystem.Kobo)]
    public async Task A_painted_cover_is_the_books_image_and_says_title_and_date_itself(ReadingSystem system)
    {
        StoredImage picture = Picture(folder, "harbour").Stored!;
        var painter = new Painter(DrawnCover.Write("Painted", Date));
        using Book book = WithCover(picture, isDesigned: false);
        using OpenedEpub epub =
            await OpenedEpub.WriteAsync(book, new EpubOptions { ReadingSystem = system, CoverPainter = painter });

        XElement cover = Cover(epub);
        Assert.Equal("image/png", (string?)cover.Attribute("media-type"));
        Assert.DoesNotContain("harbour", (string)cover.Attribute("href")!, StringComparison.Ordinal);
        Assert.DoesNotContain(epub.Names, name => name.Contains("harbour", StringComparison.Ordinal));
        Assert.Equal((string)cover.Attribute("href")!,
            (string?)epub.File("cover.xhtml").Descendants(OpenedEpub.Xhtml + "img").Single().Attribute("src"));
        Assert.Equal("", epub.File("cover.xhtml").Descendants(OpenedEpub.Xhtml + "section").Single().Value.Trim());
        Assert.Empty(epub.Faults());
        Assert.Equal(("A made book", "4 May 2026", "en", picture),
            (painter.Asked!.Title, painter.Asked.Date, painter.Asked.Language, painter.Asked.Picture));
        Assert.Equal(["Section"], painter.Asked.Sections);
    }

    [Fact]
    public async Task Where_none_can_be_painted_the_picture_has_title_and_date_below_it()
    {
        using Book book = WithCover(Picture(folder, "harbour").Stored!, isDesigned: false);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, new EpubOptions { CoverPainter = new Painter(null) });

        Assert.Contains("harbour", (string)Cover(epub).Attribute("href")!, StringComparison.Ordinal);
        Assert.Contains("4 May 2026", epub.File("cover.xhtml").Root!.Value, StringComparison.Ordinal);
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task A_cover_that_the_caller_chose_is_not_painted_over()
    {
        var painter = new Painter(DrawnCover.Write("Painted"));
        using Book book = WithCover(Picture(folder, "chosen").Stored!, isDesigned: true);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, new EpubOptions { CoverPainter = painter });

        Assert.Null(painter.Asked);
        Assert.Contains("chosen", (string)Cover(epub).Attribute("href")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_painter_that_fails_costs_no_book_and_is_told(bool throws)
    {
        using Book book = WithCover(Picture(folder, "harbour").Stored!, isDesigned: false);
        using var stream = new MemoryStream();
        IReadOnlyList<Diagnostic> told =
            await new EpubWriter(new EpubOptions { CoverPainter = new Painter([1, 2, 3]) { Throws = throws } }).WriteAsync(book, stream);
        using var epub = new OpenedEpub(stream.ToArray());

        Assert.Single(told, diagnostic => diagnostic.Id == DiagnosticIds.CoverFailed);
        Assert.Contains("harbour", (string)Cover(epub).Attribute("href")!, StringComparison.Ordinal);
    }

    private static Book WithCover(StoredImage picture, bool isDesigned) =>
        new(Metadata(), [new BookSection("Section", [Chapter("One", Para("Text.")), Chapter("Second", Para("Text."))])], picture)
        {
            IsCoverDesigned = isDesigned,
        };

    private static XElement Cover(OpenedEpub epub) => epub.Package.Descendants(OpenedEpub.Opf + "item")
        .Single(item => (string?)item.Attribute("properties") == "cover-image");

    private sealed class Painter(byte[]? painted) : ICoverPainter
    {
        public bool Throws { get; init; }

        public CoverDesign? Asked { get; private set; }

        public Task<ReadOnlyMemory<byte>?> PaintAsync(CoverDesign cover, CancellationToken cancellationToken = default)
        {
            Asked = cover;
            return Throws ? throw new InvalidOperationException("no colours")
                : Task.FromResult<ReadOnlyMemory<byte>?>(painted is null ? null : new ReadOnlyMemory<byte>(painted));
        }
    }
}
