using FeedBook.Content;
using FeedBook.Pdf.Tests.Reading;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Layout;

/// <summary>Sizes that no one plans for.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_title_of_any_length_costs_what_its_text_does()
    {
        var lengths = new List<int>();
        foreach (int words in new[] { 500, 5_000 })
        {
            using Book book = Of(Chapter(string.Join(' ', Enumerable.Range(0, words).Select(i => $"word{i}"))));
            byte[] file = await book.Print();
            lengths.Add(file.Length);
            var pdf = new PdfReading(file);
            Assert.Contains($"word{words - 1}", string.Concat(pdf.Pages.Select(pdf.PageText)), StringComparison.Ordinal);
        }

        // The fonts are in both: ten times the title is never ten times the file.
        Assert.InRange(lengths[1], 1, lengths[0] * 8);
    }

    [Fact]
    public async Task A_huge_title_is_whole_in_its_chapter_and_a_label_in_contents_and_bookmarks()
    {
        string title = string.Join(' ', Enumerable.Range(0, 500).Select(i => $"w{i:000}x"));
        using Book book =
            Of([new BookSection("First " + title, [Chapter(title, P("Text"))]), new BookSection("Second", [Chapter("Short", P("Text"))])]);

        PdfReading pdf = await book.Read();

        string[] bookmarks =
            [.. pdf.All.OfType<PdfDictionary>().Where(each => each.ContainsKey("Dest") && each.ContainsKey("Parent")
            && each.ContainsKey("Title")).Select(each => PdfReading.Text(each["Title"]))];
        Assert.Contains(bookmarks, each => each.StartsWith("w000x ", StringComparison.Ordinal)
            && each.EndsWith("w049x…", StringComparison.Ordinal));
        Assert.All(bookmarks, each => Assert.InRange(each.Length, 1, 301));

        // Once as the section's title and once as the chapter's; the contents have neither whole.
        string text = string.Concat(pdf.Pages.Select(pdf.PageText));
        Assert.Equal(3, text.Split("w499x").Length);
        Assert.Equal(5, text.Split("w033x").Length);
    }

    [Fact]
    public async Task A_cell_over_more_columns_than_there_are_is_set_once()
    {
        var table =
            new Table([new TableRow([Cell("Tides", true) with { ColumnSpan = 1000 }])],
            [new TableRow([Cell("four"), Cell("metres")]), new TableRow([Cell("low water") with { ColumnSpan = 2 }])]);
        var diagnostics = new List<Diagnostic>();
        using Book book = Of(Chapter("Table", table));

        PdfReading pdf = await book.Read(diagnostics: diagnostics);

        Assert.Empty(diagnostics);
        string text = pdf.PageText(pdf.Pages[^1]);
        Assert.Equal(2, text.Split("Tides").Length);
        // The two cells of a row stand beside each other, and the head reaches over both.
        (_, _, double left, double first) = pdf.Texts(pdf.Pages[^1]).First(each => each.Text == "four");
        (_, _, double right, double second) = pdf.Texts(pdf.Pages[^1]).First(each => each.Text == "metres");
        Assert.Equal(first, second);
        Assert.True(right > left);
        PdfDictionary head =
            Assert.Single(pdf.All.OfType<PdfDictionary>(), each => each.TryGetValue("S", out object? type)
            && type is PdfName { Value: "TH" });
        Assert.Equal(2d, pdf.Dictionary(head["A"])["ColSpan"]);
    }

    [Fact]
    public async Task Wrapped_code_goes_on_further_in_than_its_line_began()
    {
        using Book book =
            Of(Chapter("Code", new CodeBlock("start\n    " + string.Join(" + ", Enumerable.Range(0, 40).Select(i => $"term{i}")))));

        PdfReading pdf = await book.Read();

        (string Text, double X)[] lines =
            [.. pdf.Texts(pdf.Pages[^1]).Where(each => each.Text.Contains("term", StringComparison.Ordinal) || each.Text == "start")
            .GroupBy(each => each.Y).OrderByDescending(line => line.Key)
            .Select(line => (string.Concat(line.Select(each => each.Text)), line.First().X))];
        Assert.True(lines.Length > 3);
        Assert.All(lines[2..], line => Assert.True(line.X > lines[0].X + 30, line.Text));
        Assert.Equal(40, lines.Sum(line => line.Text.Split("term").Length - 1));
    }
}
