using FeedBook.Content;
using FeedBook.Pdf.Tests.Reading;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Layout;

/// <summary>What stands together on a page, and that nothing is lost at any limit.</summary>
public sealed class PageTests : IDisposable
{
    private readonly PictureFolder folder = new();

    private static PdfOptions Plain => PdfOptions.A4 with { HasTitlePage = false, HasContents = false, HasHyphenation = false };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_word_comes_back_in_order_in_every_format()
    {
        Chapter chapter = Chapter("All of it", [.. Enumerable.Range(0, 40).Select(i => P($"Paragraph {i}. {Prose}"))]);
        foreach (PdfOptions options in new[] { Plain, PdfOptions.A5, PdfOptions.EReader, Plain with { Columns = 2 },
            Plain with { Paragraphs = ParagraphSeparation.Space } })
        {
            PdfReading pdf = await Of(chapter).Read(options with { HasTitlePage = false, HasContents = false, HasHyphenation = false });
            Assert.Equal("All of it"
                + Words(string.Concat(chapter.Article.Blocks.Cast<Paragraph>().Select(p => ((TextRun)p.Content[0]).Value))), "All of it"
                + Words(Body(pdf)["All of it".Length..]));
        }
    }

    [Fact]
    public async Task A_heading_is_never_the_last_on_its_page()
    {
        for (int lines = 30; lines < 42; lines++)
        {
            PdfReading pdf = await Of(Chapter("One", [.. Enumerable.Repeat(P("Line."), lines), new Heading(2, [T("Heading")]), P(Prose)]))
                .Read(Plain);
            Tag sect = TagTree.Read(pdf).Tags.Last();
            Tag heading = sect.Tags.Single(tag => tag.Type == "H2"), text = sect.Tags.Last();
            Assert.Contains(heading.Pages.Single(), text.Pages);
        }
    }

    [Fact]
    public async Task No_line_of_a_paragraph_is_left_alone()
    {
        for (int lines = 26; lines < 44; lines++)
        {
            PdfReading pdf = await Of(Chapter("One", [.. Enumerable.Repeat(P("Line."), lines), P(Prose + Prose + Prose)])).Read(Plain);
            Tag text = TagTree.Read(pdf).Tags.Last().Tags.Last();
            if (text.Pages.Count == 2)
            {
                Assert.All(pdf.Pages,
                    page => Assert.True(pdf.Texts(page).Where(t => t.Mark >= 0 && t.Text.Length > 20).Select(t => t.Y).Distinct()
                    .Count() is 0 or > 1));
            }
        }
    }

    [Fact]
    public async Task Picture_caption_and_credit_are_on_one_page_and_the_image_shrinks_before_it_moves()
    {
        ImageReference image = folder.Picture(700, 600);
        var pages = new HashSet<int>();
        for (int lines = 0; lines < 40; lines += 3)
        {
            PdfReading pdf =
                await Of(
                Chapter("One",
                [.. Enumerable.Repeat(P("Line."), lines), new Figure([new ImageBlock(image)], [T(Prose)], [T("Photo: N. N.")]), P(Prose)]))
                .Read(Plain);
            Tag figure = TagTree.Read(pdf).All.Single(tag => tag.Type == "Figure");
            Assert.Single(figure.Pages);
            pages.Add(pdf.Pages.FindIndex(page => pdf.NumberOf(page) == figure.Pages.Single()));
        }

        Assert.Equal([0, 1], pages.Order());
    }

    [Fact]
    public async Task A_floating_figure_lets_the_text_go_on()
    {
        ImageReference image = folder.Picture(700, 600);
        Block[] blocks =
            [.. Enumerable.Repeat(P("Line."), 30), new Figure([new ImageBlock(image)], [T("Caption.")], []),
            .. Enumerable.Repeat(P("After."), 12)];
        PdfReading still = await Of(Chapter("One", blocks)).Read(Plain),
            floating = await Of(Chapter("One", blocks)).Read(Plain with { Figures = FigurePlacement.Top });
        Assert.DoesNotContain("After.", still.PageText(still.Pages[0]), StringComparison.Ordinal);
        Assert.Contains("After.", floating.PageText(floating.Pages[0]), StringComparison.Ordinal);
        Assert.StartsWith("Caption.", floating.PageText(floating.Pages[1]), StringComparison.Ordinal);
        // Read aloud, it stays in its place.
        Assert.Equal(TagTree.Read(still).Text, TagTree.Read(floating).Text);
    }

    [Fact]
    public async Task A_small_image_is_not_enlarged_and_a_large_one_fits()
    {
        PdfReading pdf = await Of(Chapter("One", new ImageBlock(folder.Picture(100, 50)), new ImageBlock(folder.Picture(300, 4000, 9))))
            .Read(Plain);
        (double Width, double Height)[] drawn = [.. pdf.Pages.SelectMany(pdf.Images)];
        Assert.Equal((75, 37.5), drawn[0]);
        Assert.True(drawn[1].Height < 842 - 78 - 92);
        Assert.Equal(300d / 4000, drawn[1].Width / drawn[1].Height, 3);
    }

    [Fact]
    public async Task The_contents_tell_the_true_pages()
    {
        Chapter[] chapters =
            [.. Enumerable.Range(1, 60).Select(i => Chapter($"Chapter number {i}", [.. Enumerable.Repeat(P(Prose), i % 7 * 5)]))];
        PdfReading pdf = await Of(chapters).Read(PdfOptions.A4 with { RunOnShortChapters = false });
        Tag contents = TagTree.Read(pdf).Tags.ElementAt(1);
        int front = pdf.Pages.FindIndex(page => pdf.PageText(page).StartsWith("Chapter number 1", StringComparison.Ordinal));
        Assert.True(front > 2);
        foreach (Tag entry in contents.All.Where(tag => tag.Type == "TOCI"))
        {
            string title = (string)entry.All.First(tag => tag.Type == "Link").Kids[0];
            int number = int.Parse((string)entry.All.First(tag => tag.Type == "Link").Kids[^1]);
            Assert.StartsWith(title.Trim(), pdf.PageText(pdf.Pages[front + number - 1]), StringComparison.Ordinal);
        }

        List<object?> labels = pdf.List(pdf.Dictionary(pdf.Root["PageLabels"])["Nums"]);
        Assert.Equal((double)front, labels[2]);
    }

    [Fact]
    public async Task Four_thousand_lines_of_code_are_all_there()
    {
        string code =
            string.Join('\n', Enumerable.Range(0, 4000).Select(i => $"{i}:  call({i});{(i % 50 == 0 ? new string('x', 200) : "")}"));
        PdfReading pdf = await Of(Chapter("One", new CodeBlock(code))).Read(Plain);
        Assert.Equal(code.Replace("\n", "", StringComparison.Ordinal), TagTree.Read(pdf).All.Single(tag => tag.Type == "Code").Text);
        Assert.True(pdf.Pages.Count > 60);
    }

    [Fact]
    public async Task A_table_of_three_thousand_rows_repeats_its_head()
    {
        var table =
            new Table([new TableRow([Cell("Number", true), Cell("Square", true)])],
            [.. Enumerable.Range(0, 3000).Select(i => new TableRow([Cell($"n{i}"), Cell($"{i * i}")]))]);
        PdfReading pdf = await Of(Chapter("One", table)).Read(Plain);
        Tag tag = TagTree.Read(pdf).All.Single(t => t.Type == "Table");
        Assert.Equal("NumberSquare" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"n{i}{i * i}")), tag.Text);
        // On each further page as an artifact: drawn, but not read again.
        Assert.All(pdf.Pages.Skip(1), page => Assert.Contains(pdf.Texts(page), text => text is { Mark: -1, Text: "Number" }));
        Assert.Equal(3001, tag.All.Count(t => t.Type == "TR"));
    }

    [Fact]
    public async Task A_table_of_sixty_columns_loses_nothing()
    {
        var table =
            new Table([new TableRow([.. Enumerable.Range(0, 60).Select(i => Cell($"Column{i}", true))])],
            [.. Enumerable.Range(0, 3).Select(r => new TableRow([.. Enumerable.Range(0, 60).Select(i => Cell($"r{r}c{i}"))]))]);
        var diagnostics = new List<Diagnostic>();
        PdfReading pdf = await Of(Chapter("One", table)).Read(Plain, diagnostics);
        string text = Body(pdf);
        Assert.All(Enumerable.Range(0, 60), i => Assert.Contains($"Column{i}: r2c{i}", text, StringComparison.Ordinal));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == DiagnosticIds.PdfTableLinearized);
    }

    [Fact]
    public async Task A_wide_table_is_turned()
    {
        var table =
            new Table([new TableRow([.. Enumerable.Range(0, 12).Select(i => Cell($"Heading{i}", true))])],
            [new TableRow([.. Enumerable.Range(0, 12).Select(i => Cell($"extensive{i}"))])]);
        PdfReading pdf = await Of(Chapter("One", P("Before."), table, P("After."))).Read(Plain);
        Assert.Equal([false, true], pdf.Pages.Select(page => pdf.List(page["MediaBox"]) is [_, _, double w, double h] && w > h));
    }

    [Fact]
    public async Task A_row_higher_than_the_page_is_parted()
    {
        string text = string.Concat(Enumerable.Range(0, 900).Select(i => $"word{i} and more of it "));
        PdfReading pdf =
            await Of(Chapter("One", new Table([], [new TableRow([Cell("short"), Cell(text)]), new TableRow([Cell("a"), Cell("b")])])))
            .Read(Plain);
        Assert.Equal(Words("short" + text + "ab"), Words(TagTree.Read(pdf).All.Single(tag => tag.Type == "Table").Text));
        Assert.True(pdf.Pages.Count > 1);
        AssertInside(pdf);
    }

    [Fact]
    public async Task Words_and_titles_of_any_length_are_broken()
    {
        string word = string.Concat(Enumerable.Range(0, 400).Select(i => (char)('a' + (i % 26)))),
            title = string.Concat(Enumerable.Range(0, 400).Select(i => $"t{i} ")).Trim();
        Assert.True(title.Length > 1800);
        foreach (PdfOptions options in new[] { Plain, Plain with { Columns = 2 }, PdfOptions.EReader })
        {
            PdfReading pdf = await Of(Chapter(title, P(word))).Read(options with { HasContents = true });
            Assert.Contains(word, Body(pdf), StringComparison.Ordinal);
            Assert.Contains(Words(title), Words(Body(pdf)), StringComparison.Ordinal);
            AssertInside(pdf);
        }
    }

    [Fact]
    public async Task Nesting_of_a_hundred_and_twenty_eight_is_laid_out()
    {
        Block quotes = P("innermost"), lists = P("deepest");
        for (int i = 0; i < Article.MaxDepth; i++)
        {
            quotes = new Quotation([quotes]);
            lists = new ListBlock(i % 2 == 0, [new ListItem([P($"level{i}."), lists])]);
        }

        PdfReading pdf = await Of(Chapter("One", quotes, lists)).Read(PdfOptions.EReader);
        Assert.Contains("innermost", Body(pdf), StringComparison.Ordinal);
        Assert.Contains("deepest", Body(pdf), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, Article.MaxDepth), i => Assert.Contains($"level{i}.", Body(pdf), StringComparison.Ordinal));
        AssertInside(pdf);
    }

    [Fact]
    public async Task Long_notes_go_on_at_the_next_foot()
    {
        string note = string.Concat(Enumerable.Range(0, 1500).Select(i => $"n{i} "));
        Chapter chapter = Chapter("One", P(T("Called"), new NoteReference("n", "1")), P(Prose));
        PdfReading pdf = await Of(chapter with { Article = chapter.Article with { Notes = [new Footnote("n", [P(note)])] } }).Read(Plain);
        Assert.Equal("1" + Words(note), Words(TagTree.Read(pdf).All.Single(tag => tag.Type == "Note").Text));
        Assert.True(pdf.Pages.Count > 1);
        AssertInside(pdf);
    }

    [Fact]
    public async Task Notes_in_tables_and_notes_that_call_notes_are_not_lost()
    {
        var table = new Table([], [new TableRow([new TableCell([P(T("cell"), new NoteReference("a", "1"))])])]);
        Chapter chapter = Chapter("One", table);
        PdfReading pdf =
            await Of(
            chapter with {
            Article =
            chapter.Article with { Notes = [new Footnote("a", [P(T("outer"), new NoteReference("b", "2"), new NoteReference("a", "1"))]),
            new Footnote("b", [P("inner")])] } }).Read(Plain);
        Assert.Equal(["1outer21", "2inner"], TagTree.Read(pdf).All.Where(tag => tag.Type == "Note").Select(tag => tag.Text));
    }

    [Fact]
    public async Task A_booklet_holds_every_page_in_signatures()
    {
        PdfReading pdf =
            await Of(
            [.. Enumerable.Range(0, 9)
            .Select(i => Chapter($"Chapter {i}", P(T($"body{i} "), new Link(new Uri($"https://example.org/{i}"), [T("link")]))))])
            .Read(PdfOptions.Booklet);
        Assert.Equal(0, pdf.Pages.Count % 8);
        Assert.All(pdf.Pages, page => Assert.True(pdf.List(page["MediaBox"]) is [_, _, double w, double h] && w > h));
        string read = TagTree.Read(pdf).Text;
        Assert.All(Enumerable.Range(0, 9), i => Assert.Contains($"body{i} ", read, StringComparison.Ordinal));
        Assert.Contains("[1]", read, StringComparison.Ordinal);
        Assert.Contains("example.org/8", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_of_the_last_page_are_about_equally_long()
    {
        PdfReading pdf = await Of(Chapter("One", [.. Enumerable.Repeat(P("Line."), 20)])).Read(Plain with { Columns = 2 });
        List<IGrouping<double, (int, string, double X, double)>> columns =
            [.. pdf.Texts(pdf.Pages[0]).Where(text => text.Text == "Line.").GroupBy(text => text.X < 297 ? 0d : 1d)];
        Assert.Equal([10, 10], columns.Select(column => column.Count()));
    }

    [Fact]
    public async Task Chapters_may_follow_on_one_page()
    {
        Book book = Of([.. Enumerable.Range(0, 12).Select(i => Chapter($"Chapter {i}", P(Prose)))]);
        PdfReading apart = await book.Read(Plain with { RunOnShortChapters = false }),
            together = await book.Read(Plain with { StartChaptersOnNewPages = false });
        Assert.Equal(12, apart.Pages.Count);
        Assert.True(together.Pages.Count < 5);
        Assert.Equal(TagTree.Read(apart).Text, TagTree.Read(together).Text);
    }

    [Fact]
    public async Task Writing_ends_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new PdfWriter().WriteAsync(Of(Chapter("One", P("x"))), Stream.Null, source.Token));
    }

    private static string Body(PdfReading pdf) => string.Concat(pdf.Pages.Select(pdf.PageText));

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void AssertInside(PdfReading pdf) => Assert.All(pdf.Pages, page =>
    {
        var box = pdf.List(page["MediaBox"]).Cast<double>().ToList();
        Assert.All(pdf.Texts(page),
            text => Assert.True(text.X >= 0 && text.X < box[2] && text.Y > 4 && text.Y < box[3], $"{text} is outside of the page."));
    });
}
