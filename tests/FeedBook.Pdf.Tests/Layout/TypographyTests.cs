using FeedBook.Content;
using FeedBook.Pdf.Tests.Reading;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Layout;

/// <summary>Paragraphs, lists, tables and figures as a compositor would set them.</summary>
public sealed class TypographyTests : IDisposable
{
    private readonly PictureFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("What the miller knew", true)]
    [InlineData("Was weiß der Müller?", true)]
    [InlineData("磨坊主知道的事", true)]
    [InlineData("This is a sentence that shouts.", false)]
    [InlineData("这是一句话。", false)]
    public async Task A_line_of_bold_type_over_text_is_kept_with_it_as_a_heading_is(string bold, bool isTitle)
    {
        for (int lines = 36; lines < 46; lines++)
        {
            Block[] filler = [.. Enumerable.Repeat(P("Line."), lines)];
            PdfReading pdf = await Of(Chapter("One", [.. filler, P(new Styled(TextStyle.Strong, [T(bold)])), P(Prose + Prose), P(Prose)]))
                .Read(Plain);
            string page = pdf.Pages.Select(pdf.PageText).Single(text => text.Contains(bold, StringComparison.Ordinal));
            if (isTitle)
            {
                Assert.False(page.EndsWith(bold, StringComparison.Ordinal), $"'{bold}' ends a page after {lines} lines.");
            }
        }

        // No indent, and air above.
        PdfReading one = await Of(Chapter("One", P(Prose), P(new Styled(TextStyle.Strong, [T(bold)])), P(Prose)))
            .Read(Plain with { RunOnShortChapters = false });
        var texts = one.Texts(one.Pages[0]).ToList();
        double left = texts.Single(text => text.Text.StartsWith("One", StringComparison.Ordinal)).X;
        Assert.Equal(isTitle, Math.Abs(texts.First(text => text.Text.StartsWith(bold[..4], StringComparison.Ordinal)).X - left) < 0.5);
    }

    [Fact]
    public async Task A_line_that_leads_over_is_not_the_last_of_its_page()
    {
        for (int lines = 36; lines < 46; lines++)
        {
            Block[] filler = [.. Enumerable.Repeat(P("Line."), lines)];
            PdfReading pdf =
                await Of(
                Chapter("One",
                [.. filler, P("Three things:"), new ListBlock(false, [new ListItem([P(Prose)]), new ListItem([P(Prose)])]), P(Prose)]))
                .Read(Plain);
            Assert.DoesNotContain(pdf.Pages, page => pdf.PageText(page).EndsWith("things:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Lines_that_their_writer_ended_are_not_filled_up_and_hang_where_they_go_on()
    {
        Paragraph verse =
            P(T("The river took the bridge"), new LineBreak(), T("and gave it to the sea"), new LineBreak(), new LineBreak(),
            T("We counted stones until the evening came, and then we counted them again by lantern light"), new LineBreak(),
            T("and went home"));

        PdfReading pdf = await Of(Chapter("One", P(Prose), verse, P(Prose)))
            .Read(Plain with { PageSize = PageSize.A5, Margins = new(50, 50, 50, 50) });

        var texts = pdf.Texts(pdf.Pages[0]).ToList();
        double X(string start) => texts.First(text => text.Text.StartsWith(start, StringComparison.Ordinal)).X;
        double Y(string start) => texts.First(text => text.Text.StartsWith(start, StringComparison.Ordinal)).Y;
        Assert.Equal(X("The river"), X("We counted"), 1);
        Assert.Equal(X("The river"), X("and went"), 1);
        Assert.True(Y("and gave") - Y("We counted") > 1.4 * (Y("The river") - Y("and gave")), "stanzas are apart");
    }

    [Theory]
    [InlineData("* * *", true)]
    [InlineData("———", true)]
    [InlineData("◆", true)]
    [InlineData("……", false)]
    [InlineData("?!", false)]
    public async Task Signs_between_scenes_stand_in_the_middle(string signs, bool isBreak)
    {
        PdfReading pdf = await Of(Chapter("One", P(Prose), P(signs), P(Prose))).Read(Plain);
        var texts = pdf.Texts(pdf.Pages[0]).ToList();
        double left = texts.Min(text => text.X), x = texts.First(text => text.Text.Length > 0 && text.Text[0] == signs[0]).X;
        Assert.Equal(isBreak, x - left > 150);
    }

    [Fact]
    public async Task Labels_never_stand_over_the_text_however_narrow_the_place()
    {
        ListBlock list = new(true, [new ListItem([P("aa")]), new ListItem([P("bb")])]) { Start = 1998 };
        for (int i = 0; i < 6; i++)
        {
            list = new ListBlock(true, [new ListItem([P("aa"), list])]) { Start = 1998 };
        }

        TableRow row = new([.. Enumerable.Range(0, 6).Select(_ => new TableCell([list]))]);
        PdfReading pdf = await Of(Chapter("One", new Table([], [row]))).Read(Plain with { PageSize = PageSize.A5 });

        // A run begins where no run of the same line ends after it.
        foreach (var line in pdf.Pages.SelectMany(page => pdf.Texts(page)).GroupBy(text => Math.Round(text.Y, 1)))
        {
            Assert.Equal(line.Select(text => Math.Round(text.X, 1)).Distinct().Count(), line.Count());
        }
    }

    [Fact]
    public async Task Numbers_stand_units_below_units()
    {
        string[] numbers = ["3", "12.5", "1204.25", "107.125"];
        Table table =
            new([new TableRow([Cell("Post", true), Cell("Level", true)])],
            [.. numbers.Select((number, i) => new TableRow([Cell($"Name {i}"), Cell(number)]))]);

        PdfReading pdf = await Of(Chapter("One", P(Prose), table)).Read(Plain);

        var texts = pdf.Texts(pdf.Pages[0]).ToList();
        double[] starts = [.. numbers.Select(number => texts.First(text => text.Text == number).X)];
        // More digits before the mark, further to the left; the same digits, the same place.
        Assert.True(starts[2] < starts[1] && starts[1] < starts[0]);
        PdfReading whole =
            await Of(
            Chapter("One", P(Prose),
            new Table([], [.. new[] { "3", "45", "678" }.Select(number => new TableRow([Cell("Name"), Cell(number)]))]))).Read(Plain);
        double[] x = [.. new[] { "3", "45", "678" }.Select(number => whole.Texts(whole.Pages[0]).First(text => text.Text == number).X)];
        Assert.Equal(x[0] - x[1], x[1] - x[2], 1);
        Assert.True(x[0] - x[1] > 3);
    }

    [Fact]
    public async Task A_table_on_its_side_leaves_no_half_empty_page_before_it()
    {
        TableRow Row(string text) => new([.. Enumerable.Range(0, 12).Select(i => Cell($"{text}tensive{i}"))]);
        Table wide = new([Row("ex")], [.. Enumerable.Range(0, 6).Select(_ => Row("in"))]) { Caption = [T("What was measured")] };

        PdfReading pdf = await Of(Chapter("One", [P(Prose), P("The table:"), wide, .. Enumerable.Repeat(P(Prose), 40)])).Read(Plain);

        bool[] turned = [.. pdf.Pages.Select(page => pdf.List(page["MediaBox"]) is [_, _, double w, double h] && w > h)];
        int at = Array.IndexOf(turned, true);
        Assert.Equal(1, at);
        Assert.True(pdf.Texts(pdf.Pages[0]).Count(text => text.Mark >= 0) > 35, "the page before is full");
        Assert.Contains("What was measured", pdf.PageText(pdf.Pages[at]), StringComparison.Ordinal);
        Assert.False(turned[at + 1]);
    }

    [Fact]
    public async Task Small_images_that_follow_one_another_share_a_row()
    {
        Figure Small(int shade) => new([new ImageBlock(folder.Picture(200, 150, (byte)shade))], [T($"Caption {shade}")], []);

        PdfReading pdf = await Of(Chapter("One", P(Prose), Small(10), Small(20), Small(30), P(Prose))).Read(Plain);

        var captions = pdf.Texts(pdf.Pages[0]).Where(text => text.Text.StartsWith("Caption", StringComparison.Ordinal)).ToList();
        Assert.Single(captions.Select(text => Math.Round(text.Y)).Distinct());
        Assert.Equal(3, captions.Select(text => Math.Round(text.X)).Distinct().Count());
        Assert.Equal("Sect(H1 P Figure(Caption(P)) Figure(Caption(P)) Figure(Caption(P)) P)", TagTree.Read(pdf).Tags.First().Shape);
    }

    [Fact]
    public async Task Boxes_have_a_ground_and_pull_quotes_stand_large_in_the_middle_on_one_page()
    {
        Aside box = new([new Heading(3, [T("At a glance")]), P("Built in 1812."), P(Prose)]);
        Quotation pulled = new([P("An even page is a quiet page."), P("A compositor")]) { IsPullQuote = true };
        for (int lines = 30; lines < 44; lines++)
        {
            PdfReading pdf = await Of(Chapter("One", [P(Prose), box, .. Enumerable.Repeat(P("Line."), lines), pulled, P(Prose), P(Prose)]))
                .Read(Plain);

            Assert.Equal("Sect(H1 P Div(H3 P P)", TagTree.Read(pdf).Tags.First().Shape[..21]);
            PdfDictionary page = pdf.Pages.Single(page => pdf.PageText(page).Contains("even page", StringComparison.Ordinal));
            Assert.Contains("A compositor", pdf.PageText(page), StringComparison.Ordinal);
            var texts = pdf.Texts(page).ToList();
            double left = pdf.Texts(pdf.Pages[0]).First(text => text.Text.StartsWith("One", StringComparison.Ordinal)).X;
            Assert.True(texts.Single(text => text.Text.StartsWith("An even", StringComparison.Ordinal)).X > left + 50);
            Assert.Equal(left + 11,
                pdf.Texts(pdf.Pages[0]).Single(text => text.Text.StartsWith("Built in", StringComparison.Ordinal)).X, 3d);
        }
    }

    [Theory]
    [InlineData("ur", "پانی زندگی ہے۔ دریا سمندر کی طرف بہتا ہے۔ ")]
    [InlineData("my", "ရေသည် အသက်ဖြစ်သည်။ မြစ်သည် ပင်လယ်သို့ စီးဆင်းသည်။ ")]
    [InlineData("bo", "ཆུ་ནི་སྲོག་ཡིན། གཙང་པོ་རྒྱ་མཚོ་ལ་རྒྱུག་གོ། ")]
    public async Task Lines_of_letters_that_hang_or_stack_stand_apart_in_cells_titles_and_captions_too(string language, string text)
    {
        string words = string.Concat(Enumerable.Repeat(text, 9));
        Block[] blocks =
        [
            new Heading(2, [T(words)]), new Table([], [new TableRow([new TableCell([P(words)]), new TableCell([P(words)])])]),
            new Quotation([P(words)]) { IsPullQuote = true }, new Figure([new ImageBlock(folder.Picture(600, 100))], [T(words)], []),
        ];
        foreach (Block block in blocks)
        {
            double here = await Leading(language), latin = await Leading("en");
            Assert.True(here > latin * 1.35, $"{block.GetType().Name}: {here} and {latin}");

            async Task<double> Leading(string of)
            {
                PdfReading pdf = await Of(Chapter("One", block) with { Language = of }).Read(Plain);
                double[] lines = [.. pdf.Texts(pdf.Pages[0])
            .Where(run => run.Mark >= 0 && !run.Text.StartsWith("One", StringComparison.Ordinal))
                    .Select(run => Math.Round(run.Y, 1)).Distinct().OrderDescending()];
                return lines.Zip(lines.Skip(1), (upper, lower) => upper - lower).Where(step => step > 3).Min();
            }
        }
    }

    [Fact]
    public async Task Images_side_by_side_are_never_parted_by_a_page_and_shrink_before_they_move()
    {
        Figure Tall(int width, int height, string caption) => new([new ImageBlock(folder.Picture(width, height))], [T(caption)], []);
        int shrunk = 0;
        for (int lines = 14; lines < 40; lines++)
        {
            Block[] filler = [.. Enumerable.Repeat(P("Line."), lines)];
            PdfReading pdf = await Of(Chapter("One", [.. filler, Tall(120, 480, "A chimney."),
            Tall(240, 220, "The yard below it."), P(Prose)]))
                .Read(Plain);

            PdfDictionary page = Assert.Single(pdf.Pages, page => pdf.PageText(page).Contains("A chimney.", StringComparison.Ordinal));
            Assert.Contains("The yard below it.", pdf.PageText(page), StringComparison.Ordinal);
            double height = pdf.Images(page).Max(image => image.Height);
            shrunk += height < 299 ? 1 : 0;
            Assert.InRange(height, 140, 304);
        }

        Assert.True(shrunk is > 3 and < 20, $"{shrunk} rows were made lower");
    }

    [Fact]
    public async Task No_page_ends_within_a_word()
    {
        const string Words = "Grundstücksverkehrsgenehmigungszuständigkeit und "
            + "Verkehrswegeplanungsbeschleunigung bleiben Landesangelegenheiten. ";
        Block[] text = [.. Enumerable.Range(3, 60).Select(i => P(string.Concat(Enumerable.Repeat(Words + Prose, i % 7)) + Words))];
        Chapter chapter = Chapter("One", text) with { Language = "de" };

        PdfReading pdf = await Of(chapter).Read(Plain with { HasHyphenation = true, PageSize = PageSize.A5 });

        Assert.True(pdf.Pages.Count > 20);
        Assert.True(pdf.Pages.Sum(page => pdf.PageText(page).Count(c => c == '\u00AD')) > 100);
        Assert.DoesNotContain(pdf.Pages, page => pdf.PageText(page).TrimEnd().EndsWith('\u00AD'));
    }

    [Fact]
    public async Task The_last_lines_of_a_chapter_find_room_before_them()
    {
        var counts = new List<int>();
        for (int lines = 30; lines < 52; lines++)
        {
            Block[] text = [.. Enumerable.Range(0, lines).Select(i => (Block)(i % 5 == 0 ? new Quotation([P("Line.")]) : P("Line.")))];
            PdfReading pdf = await Of(Chapter("One", text)).Read(Plain with { RunOnShortChapters = false });
            counts.Add(pdf.Texts(pdf.Pages[^1]).Count(run => run.Mark >= 0 && run.Text.StartsWith("Line", StringComparison.Ordinal)));
            Assert.Equal(lines,
                pdf.Pages.Sum(page => pdf.Texts(page).Count(run => run.Mark >= 0
                && run.Text.StartsWith("Line", StringComparison.Ordinal))));
        }

        Assert.DoesNotContain(1, counts);
        Assert.DoesNotContain(2, counts);
    }

    [Fact]
    public async Task What_a_pdf_cannot_hold_is_converted_by_the_callers_processor()
    {
        var processor = new PngProcessor();
        ImageReference image = folder.Picture(80, 40);
        image = image with { Stored = folder.Store("drawing", [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], Media.ImageKind.Svg, 80,
            40) };
        Book book = Of(Chapter("One", new ImageBlock(image), P(Prose), new ImageBlock(image)));
        List<Diagnostic> with = [], without = [];

        PdfReading pdf = await book.Read(Plain with { ImageProcessor = processor }, with);
        await book.Read(Plain, without);

        Assert.Empty(with);
        Assert.Equal([DiagnosticIds.PdfPictureNotShown], without.Select(diagnostic => diagnostic.Id));
        Assert.Equal(1, processor.Calls);
        Assert.Equal(200, processor.Width);
        Assert.NotEmpty(pdf.Dictionary(pdf.Dictionary(pdf.Pages[0]["Resources"])["XObject"]));
    }

    /// <summary>Draws everything as a black pixel.</summary>
    private sealed class PngProcessor : Media.IImageProcessor
    {
        public int Calls { get; private set; }

        public int? Width { get; private set; }

        public bool CanRead(Media.ImageKind kind) => kind == Media.ImageKind.Svg;

        public Task<Media.ProcessedImage> ProcessAsync(Media.SourceImage image, ImageOptions options,
            CancellationToken cancellationToken = default)
        {
            Assert.StartsWith("<svg", File.ReadAllText(image.Path), StringComparison.Ordinal);
            (Calls, Width) = (Calls + 1, options.MaxWidth);
            return Task.FromResult(new Media.ProcessedImage { Bytes = PictureFolder.Png(1, 1, 8, 0, [0, 0]) });
        }
    }

    private static PdfOptions Plain => PdfOptions.A4 with { HasTitlePage = false, HasContents = false, HasHyphenation = false };
}
