using FeedBook.Content;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests;

/// <summary>A book of everything, as other programs see it.</summary>
public sealed class EndToEndTests : IDisposable
{
    private readonly PictureFolder folder = new();
    private readonly string path = Path.Combine(Path.GetTempPath(), $"feedbook-{Guid.NewGuid():N}.pdf");

    public void Dispose()
    {
        folder.Dispose();
        File.Delete(path);
    }

    [ToolFact("qpdf")]
    public async Task Qpdf_finds_no_fault()
    {
        foreach (PdfOptions options in new[] { PdfOptions.A4, PdfOptions.Booklet, PdfOptions.EReader,
            PdfOptions.A4 with { IsArchival = true, Columns = 2 } })
        {
            await Everything().SaveAsPdfAsync(path, options);
            (int code, string output, string error) = await Tool.Run("qpdf", "--check", path);
            Assert.True(code == 0, output + error);
        }
    }

    [ToolFact("mutool")]
    public async Task Mutool_gives_the_words_back_without_a_warning()
    {
        await Everything().SaveAsPdfAsync(path, PdfOptions.A4 with { HasHyphenation = false });
        (int code, string output, string error) = await Tool.Run("mutool", "draw", "-F", "txt", path);
        Assert.Equal(0, code);
        Assert.Equal("", string.Concat(error.Split('\n').Where(line => !line.Contains("ICC support", StringComparison.Ordinal))));
        string flat = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(Prose.Trim(), flat, StringComparison.Ordinal);
        Assert.Contains("Office fluff", flat, StringComparison.Ordinal);
        Assert.Contains("清晨的港口很安静，", flat.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("הנמל", flat, StringComparison.Ordinal);
    }

    [ToolFact("pdffonts")]
    public async Task All_fonts_are_embedded_and_subset()
    {
        await Everything().SaveAsPdfAsync(path);
        (int code, string output, _) = await Tool.Run("pdffonts", path);
        Assert.Equal(0, code);
        string[] fonts = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.True(fonts.Length >= 4);
        Assert.All(fonts, line => Assert.Matches("Identity-H +yes yes yes", line));
    }

    [Fact]
    public async Task A_file_is_whole_or_not_there()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Everything().SaveAsPdfAsync(path, null, new CancellationToken(canceled: true)));
        Assert.False(File.Exists(path));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"));
    }

    [Fact]
    public async Task A_caption_stays_whatever_its_figure_ends_with()
    {
        ImageReference image = folder.Picture(300, 200);
        var inner = new Figure([new ImageBlock(image)], [T("Inner words.")], []);
        using Book book =
            Of(Chapter("C", new Figure([new ImageBlock(image), inner], [T("Outer words.")], [T("Outer credit.")]),
            new Figure([new ImageBlock(image), P("Beside it.")], [T("Last words.")], [])));

        Reading.PdfReading pdf = await book.Read();

        string text = string.Concat(pdf.Pages.Select(page => pdf.PageText(page)));
        Assert.All((string[])["Inner words.", "Outer words.", "Outer credit.", "Beside it.", "Last words."],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    // PdfPig is a reader that is not ours: what our own reads back could be wrong in the same way in both.
    [Fact]
    public async Task PdfPig_reads_words_images_links_outline_and_title()
    {
        using Book book = Everything();
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(
            await book.Print(PdfOptions.A4 with { HasHyphenation = false, IsArchival = true }));
        UglyToad.PdfPig.Content.Page[] pages = [.. pdf.GetPages()];
        string flat = string.Concat(pages.SelectMany(page => page.GetWords()).Select(word => word.Text));

        Assert.Equal("The Miller's Almanac", pdf.Information.Title);
        Assert.Contains(Prose.Replace(" ", "", StringComparison.Ordinal), flat, StringComparison.Ordinal);
        Assert.Contains("清晨的港口很安静", flat, StringComparison.Ordinal);
        Assert.Contains("Twoimages", flat, StringComparison.Ordinal);
        Assert.Equal(4, pages.Sum(page => page.GetImages().Count()));
        Assert.Contains(pages.SelectMany(page => page.GetHyperlinks()), link => link.Uri == "https://example.org/sound.mp3");
        Assert.True(pdf.TryGetBookmarks(out UglyToad.PdfPig.Outline.Bookmarks? outline));
        string[] titles = [.. outline!.GetNodes().Select(node => node.Title)];
        Assert.Equal(["Part one", "Everything", "A heading", "Part two", "渔民知道的事", "עברית"],
            titles.Where(title => title is not ("Contents" or "Title page" or "Cover" or "Notes")));
    }

    [Fact]
    public async Task PdfPig_finds_every_glyph_inside_its_page_and_named()
    {
        using Book book = Everything();
        foreach (PdfOptions options in new[] { PdfOptions.A4, PdfOptions.EReader, PdfOptions.A5 with { Columns = 2 } })
        {
            using var pdf = UglyToad.PdfPig.PdfDocument.Open(await book.Print(options));
            foreach (UglyToad.PdfPig.Content.Page page in pdf.GetPages())
            {
                Assert.Equal((options.PageSize.Width, options.PageSize.Height), (page.Width, page.Height), Close);
                Assert.All(page.Letters, letter =>
                {
                    Assert.NotEmpty(letter.Value);
                    Assert.InRange(letter.StartBaseLine.X, 0, page.Width);
                    Assert.InRange(letter.EndBaseLine.X, 0, page.Width);
                    Assert.InRange(letter.StartBaseLine.Y, 0, page.Height);
                });
            }
        }
    }

    private static bool Close((double Width, double Height) one, (double Width, double Height) other) =>
        Math.Abs(one.Width - other.Width) < 0.01 && Math.Abs(one.Height - other.Height) < 0.01;

    private Book Everything()
    {
        ImageReference image = folder.Picture(300, 200);
        Chapter english = Chapter(
            "Everything",
            P(T(Prose), new NoteReference("n", "1"), new Styled(TextStyle.Emphasis, [T("Office fluff")]),
                new InlineImage(folder.Picture(12, 12, 3))),
            new Heading(2, [T("A heading")]),
            new Figure([new ImageBlock(image), new ImageBlock(image)], [T("Two images")], [T("N. N.")]) { Number = "Figure 1" },
            new ListBlock(true, [new ListItem([P("one")]), new ListItem([P("two")])]) { Marker = 'i' },
            new Table([new TableRow([Cell("a", true), Cell("b", true)])],
                [.. Enumerable.Range(0, 60).Select(i => new TableRow([Cell($"{i}"), Cell("x")]))]),
            new CodeBlock("if (x)\n\treturn;"),
            new Quotation([P(Prose)]),
            new Rule(),
            new Embed(EmbedKind.Audio, new Uri("https://example.org/sound.mp3")) { Poster = image });
        Chapter chinese =
            Chapter("渔民知道的事", P("清晨的港口很安静，第一批渔船刚刚靠岸。"), P(new Ruby([new RubySegment([T("港")], "gǎng")]))) with { Language = "zh-CN",
            Id = "zh" };
        Chapter hebrew =
            Chapter("עברית", P("הנמל היה שקט כאשר הסירות חזרו (2026).")) with { Language = "he", Direction = TextDirection.RightToLeft,
            Id = "he" };
        return Of(
            [new BookSection("Part one", [english with { Article = english.Article with { Notes = [new Footnote("n", [P("A note.")])] } }]),
            new BookSection("Part two", [chinese, hebrew])]);
    }
}
