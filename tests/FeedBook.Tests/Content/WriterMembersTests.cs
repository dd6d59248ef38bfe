using FeedBook.Content;
using FeedBook.Media;
using FeedBook.Tests.Media;

namespace FeedBook.Tests.Content;

/// <summary>What writers of other formats build on: grids, labels, links, bylines, sizes.</summary>
public sealed class WriterMembersTests
{
    [Fact]
    public void Cells_that_reach_over_others_push_them_aside()
    {
        Table table = new([Row(Cell("a") with { ColumnSpan = 2 }, Cell("b"))],
            [Row(Cell("c") with { RowSpan = 2 }, Cell("d"), Cell("e")), Row(Cell("f") with { RowSpan = 9 }, Cell("g"))]);
        TableLayout layout = TableLayout.Of(table);

        Assert.Equal(3, layout.Columns);
        Assert.Equal([("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1)], layout.Head.SelectMany(row => row).Select(Told));
        Assert.Equal([("c", 0, 0, 2, 1), ("d", 0, 1, 1, 1), ("e", 0, 2, 1, 1), ("f", 1, 1, 1, 1), ("g", 1, 2, 1, 1)],
            layout.Body.SelectMany(row => row).Select(Told));
    }

    [Fact]
    public void Columns_in_which_nothing_begins_are_none()
    {
        TableLayout layout = TableLayout.Of(new Table([Row(Cell("a") with { ColumnSpan = 1000 })], [Row(Cell("b"), Cell("c"))]));

        Assert.Equal(2, layout.Columns);
        Assert.Equal(2, layout.Head[0][0].ColumnSpan);
        Assert.Equal(1, TableLayout.Of(new Table([], [])).Columns);
    }

    [Theory]
    [InlineData('1', 9, false, "9.", "10.", "7.", "8.")]
    [InlineData('a', 26, false, "z.", "aa.", "g.", "h.")]
    [InlineData('I', 3, true, "III.", "II.", "VII.", "VI.")]
    [InlineData('一', 1, false, "一、", "二、", "七、", "八、")]
    public void Labels_of_a_list_are_numbers_as_they_are_written(char marker, int start, bool isReversed, params string[] labels)
    {
        ListItem plain = new([MadeBooks.Para("x")]);
        var list = new ListBlock(true, [plain, plain, plain with { Number = 7 }, plain])
            { Marker = marker, Start = start, IsReversed = isReversed };

        Assert.Equal(labels, list.Labels());
        Assert.Equal(["•", "◦", "▪", "▪"], Enumerable.Range(0, 4).Select(depth => new ListBlock(false, [plain]).Labels(depth)[0]));
    }

    [Fact]
    public void Links_lead_to_chapters_and_places_in_them()
    {
        Chapter one = MadeBooks.Chapter("One", MadeBooks.Para("x") with { Id = "here" }) with
        {
            Address = new Uri("https://a.example/1"),
            Article = new Article
            {
                Blocks = [MadeBooks.Para("x") with { Id = "here" }],
                Notes = [new Footnote("n", [MadeBooks.Para("y")])],
            },
        };
        Chapter two = MadeBooks.Chapter("Two two", MadeBooks.Para("x") with { Id = "there" }) with
        {
            Address = new Uri("https://a.example/2"),
        };
        using Book book = MadeBooks.Of(one, two);
        var links = new BookLinks(book);

        Assert.Equal(new BookPlace(two) { Id = "there" }, links.Find(new Uri("https://a.example/2#there"), one));
        Assert.Equal(new BookPlace(two), links.Find(new Uri("http://a.example/2#gone"), one));
        Assert.Equal(new BookPlace(one) { Id = "here" }, links.Find(new Uri("#here", UriKind.Relative), one));
        Assert.Equal(new BookPlace(one) { Id = "n" }, links.Find(new Uri("#n", UriKind.Relative), one));
        Assert.Null(links.Find(new Uri("#here", UriKind.Relative), two));
        Assert.Null(links.Find(new Uri("https://b.example/"), one));
    }

    [Fact]
    public void Bylines_and_days_are_written_as_the_book_writes_them()
    {
        Chapter chapter = MadeBooks.Chapter("One", MadeBooks.Para("x")) with { Authors = ["Ada"], Source = "The Tides", Language = "de" };
        using Book book = MadeBooks.Of(chapter);

        Assert.Equal("Ada · The Tides", new BookNames(book).Byline(chapter));
        Assert.Equal("4. Mai 2026", BookNames.Day(chapter));
        Assert.Null(BookNames.Day(chapter with { Published = null }));
        Assert.Equal("4 May 2026", BookNames.Day(book.Metadata));
    }

    [Theory]
    [InlineData(1, null, null, 30, 20)]
    [InlineData(6, null, null, 20, 30)]
    [InlineData(1, 15, null, 15, 10)]
    [InlineData(6, null, 15, 10, 15)]
    [InlineData(1, 300, null, 30, 20)]
    public void A_picture_is_as_large_as_its_source_says_and_no_larger_than_its_pixels(int orientation, int? width, int? height,
        double shownWidth, double shownHeight)
    {
        var stored = new StoredImage("img-a", "/nowhere/a.jpg", ImageKind.Jpeg, 30, 20, 100, orientation);
        ImageReference image = MadeBooks.Missing("https://a.example/a.jpg") with { Stored = stored, Width = width, Height = height };

        Assert.Equal((shownWidth, shownHeight), image.NaturalSize);
        Assert.Equal(orientation >= 5 ? (20, 30) : (30, 20), (stored.UprightWidth, stored.UprightHeight));
        Assert.Null((image with { Stored = null }).NaturalSize);
        Assert.Equal((30, 20), (StoredImage.FromBytes(SamplePictures.Png(30, 20, seed: 2)).UprightWidth, 20));
    }

    private static TableRow Row(params TableCell[] cells) => new([.. cells]);

    private static TableCell Cell(string text) => new([MadeBooks.Para(text)]);

    private static (string, int, int, int, int) Told(PlacedCell placed) =>
        (ContentText.Of(placed.Cell.Blocks[0]), placed.Row, placed.Column, placed.RowSpan, placed.ColumnSpan);
}
