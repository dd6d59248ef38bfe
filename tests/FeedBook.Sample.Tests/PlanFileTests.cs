using FeedBook.Fonts;
using FeedBook.Pdf;
using FeedBook.Sample.Plans;

namespace FeedBook.Sample.Tests;

/// <summary>feedbook.json: what it says, and what is said of its mistakes.</summary>
public sealed class PlanFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private BookPlan Read(string json) => PlanFile.Read(folder.Write("feedbook.json", json), TimeProvider.System);

    [Fact]
    public async Task The_example_in_the_repository_builds_without_a_network()
    {
        string example = Path.Combine(Root(), "examples", "FeedBook.Sample", "feedbook.json");
        File.Copy(example, folder["feedbook.json"]);
        AppRun run = await AppRun.Of(folder.Path);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("Harbour and Hills (en)", run.Output, StringComparison.Ordinal);
        Assert.Contains("9 chapters, 8 figures, 0 problems", run.Output, StringComparison.Ordinal);
        string day = DateTime.Now.ToString("yyyy-MM-dd");
        Assert.Equal([$"harbour-{day}.epub", $"harbour-{day}.pdf"],
            Directory.GetFiles(folder.Path, "harbour*").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Every_key_is_read_and_a_sources_own_wins()
    {
        BookPlan plan = Read("""
            {
              "$schema": "x", "title": "T", "subtitle": "S", "authors": ["A", "B"], "language": "de", "publisher": "P", "description": "D",
              "cover": "drawn", "order": "oldest-first", "foldDuplicates": false, "numberFigures": true, "images": { "maxWidth": 600, "greyscale": true, "quality": 50, "maxBookMegabytes": 20 },
              "device": "kobo", "page": "a5", "output": ["a.epub", { "file": "b.pdf", "device": "print", "page": "letter" }], "since": "7d", "state": "s.state",
              "cache": "cache", "userAgent": "U", "allowedHosts": ["10.0.0.0/8"], "maxItems": 9, "remove": ".ad", "headers": { "A": "1" },
              "sources": [
                "https://a.example/feed", // a comment
                { "source": "b", "section": "B", "maxItems": 2, "oldest": "2026-11-01", "order": "newest-first", "text": "summary", "keep": ["article"], "remove": [".x"],
                  "captions": [".c"], "credits": [".d"], "titleAsCaption": true, "keepUncaptioned": false, "headers": { "B": "2" }, },
              ],
            }
            """);
        BookOptions book = plan.Book(BookOptions.Default);
        FeedSourceOptions first = plan.Sources[0].Change(plan.EverySource(FeedSourceOptions.Default)),
            second = plan.Sources[1].Change(plan.EverySource(FeedSourceOptions.Default));

        Assert.Equal(("T", "S", "A, B", "de", "P", "D"),
            (book.Title, book.Subtitle, string.Join(", ", book.Authors), book.Language, book.Publisher, book.Description));
        Assert.Equal((CoverChoice.Drawn, ChapterOrder.OldestFirst, false, true),
            (book.Cover, book.Order, book.FoldDuplicates, book.Figures.NumberFigures));
        Assert.Equal((folder["cache"], "U", "10.0.0.0/8"),
            (book.Fetch.CacheDirectory, book.Fetch.UserAgent, book.Fetch.AllowedHosts.Single()));
        Assert.Equal(ImageOptions.Tablet with { MaxWidth = 600, Greyscale = true, Quality = 50, MaxBookBytes = 20_000_000 },
            plan.Images(ImageOptions.Tablet));
        Assert.Equal(("kobo", "a5", folder["s.state"], TimeSpan.FromDays(7)), (plan.Device?.Name, plan.Page, plan.State, plan.Since?.Age));
        Assert.Equal([(folder["a.epub"], null, null), (folder["b.pdf"], "print", "letter")],
            plan.Outputs.Select(each => (each.Name, each.Device?.Name, each.Page)));
        Assert.Equal(["https://a.example/feed", folder["b"]], plan.Sources.Select(source => source.Place));
        Assert.Equal((9, ".ad", "A"), (first.MaxItems, first.Remove.Single(), string.Join(",", first.Headers.Keys)));
        Assert.Equal(("B", 2, ChapterOrder.NewestFirst, FeedText.Summary), (second.Section, second.MaxItems, second.Order, second.Text));
        Assert.Equal(new DateTime(2026, 11, 1), second.NotBefore!.Value.DateTime);
        Assert.Equal(("article", ".x", 2), (second.Keep.Single(), second.Remove.Single(), second.Headers.Count));
        Assert.Equal((".c", ".d", true, false),
            (second.Figures!.CaptionSelectors.Single(), second.Figures.CreditSelectors.Single(), second.Figures.UseTitleAsCaption,
            second.Figures.KeepUncaptioned));
        Assert.True(second.Figures.NumberFigures);
    }

    [Theory]
    [InlineData("\"face.ttf\"")]
    [InlineData("[\"face.ttf\"]")]
    public async Task A_font_of_the_plan_prints_as_the_argument_does(string font)
    {
        File.WriteAllBytes(folder["face.ttf"],
            BundledFonts.All.Families.First(family => family.Role == FontRole.Mono).Regular.GetData().Span);
        folder.Feed("tides.xml", 1);
        folder.Write("feedbook.json", $$"""{ "font": {{font}}, "sources": ["tides.xml"] }""");
        await AppRun.Of(folder.Path, "-o", "plan.pdf");
        await AppRun.Of(folder.Path, "tides.xml", "--font", "face.ttf", "-o", "argument.pdf");
        await AppRun.Of(folder.Path, "tides.xml", "-o", "usual.pdf");
        byte[] plan = File.ReadAllBytes(folder["plan.pdf"]);

        Assert.Equal(File.ReadAllBytes(folder["argument.pdf"]), plan);
        Assert.NotEqual(File.ReadAllBytes(folder["usual.pdf"]), plan);
    }

    [Fact]
    public async Task A_font_argument_wins_over_the_plans_fonts()
    {
        File.WriteAllBytes(folder["face.ttf"],
            BundledFonts.All.Families.First(family => family.Role == FontRole.Mono).Regular.GetData().Span);
        File.WriteAllBytes(folder["sans.ttf"],
            BundledFonts.All.Families.First(family => family.Role == FontRole.Sans).Regular.GetData().Span);
        folder.Feed("tides.xml", 1);
        folder.Write("feedbook.json", """{ "font": ["sans.ttf"], "sources": ["tides.xml"] }""");
        await AppRun.Of(folder.Path, "--font", "face.ttf", "-o", "plan.pdf");
        await AppRun.Of(folder.Path, "tides.xml", "--font", "face.ttf", "-o", "argument.pdf");

        Assert.Equal(File.ReadAllBytes(folder["argument.pdf"]), File.ReadAllBytes(folder["plan.pdf"]));
    }

    [Theory]
    [InlineData("{ \"sources\": [\"a\"],\n \"font\": \"none.ttf\" }", "none.ttf' is not there.")]
    [InlineData("{ \"sources\": [\"a\"],\n \"font\": [\"none.otf\"] }", ":2: font[0]: the font '")]
    [InlineData("{ \"sources\": [\"a\"],\n \"font\": 12 }", ":2: font: must be a text in quotes, not 12.")]
    public void A_font_that_is_not_there_is_a_mistake_of_the_plan(string json, string expected)
    {
        PlanException exception = Assert.Throws<PlanException>(() => Read(json));

        Assert.Contains(expected, string.Join('\n', exception.Mistakes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"titel\": \"x\",\n \"sources\": [\"a\"] }", ":1: titel: 'titel' is not known; did you mean 'title'?")]
    [InlineData("{\n\"sources\": [\"a\",\n { \"source\": \"b\", \"maxItms\": 3 }] }",
        ":3: sources[1].maxItms: 'maxItms' is not known; did you mean 'maxItems'?")]
    [InlineData("{\n\"sources\": [\"a\"],\n\n\"maxItems\": \"3\" }",
        ":4: maxItems: must be a whole number from 1 to 100000, not the text '3'.")]
    [InlineData("{ \"sources\": [\"a\"], \"maxItems\": -1 }", ":1: maxItems: must be a whole number from 1 to 100000, not -1.")]
    [InlineData("{ \"sources\": [\"a\"], \"title\": 3 }", ":1: title: must be a text in quotes, not 3.")]
    [InlineData("{ \"sources\": [\"a\", 7] }", ":1: sources[1]: must be an object: { … }.")]
    [InlineData("{ \"sources\": [{ \"section\": \"S\" }] }", ":1: sources[0]: \"source\" is missing")]
    [InlineData("{ \"sources\": [\"a\"], \"device\": \"cobo\" }",
        ":1: device: 'cobo' is not known; did you mean 'kobo'? Known: kindle, kobo, ereader, tablet, print.")]
    [InlineData("{ \"sources\": [\"a\"], \"output\": [\"a.doc\"] }", ":1: output[0]: 'a.doc' has none of the known extensions")]
    [InlineData("{ \"sources\": [\"a\"], \"output\": { \"device\": \"kobo\" } }", ":1: output: \"file\" is missing")]
    [InlineData("{ \"sources\": [\"a\"], \"maxItems\": 0 }", ":1: maxItems: must be a whole number from 1 to 100000, not 0.")]
    [InlineData("{ \"sources\": [\"a\"], \"remove\": \"p..x\" }",
        ":1: remove: The selector 'p..x' cannot be read: a name is missing (position 3).")]
    [InlineData("{ \"sources\": [{ \"source\": \"a\",\n\"captions\": [\".ok\", \"div >\"] }] }",
        ":2: sources[0].captions[1]: The selector 'div >' cannot be read")]
    [InlineData("{ \"sources\": [\"a\"], \"order\": \"random\" }",
        ":1: order: 'random' is not known. Known: as-published, newest-first, oldest-first.")]
    [InlineData("{ \"sources\": [\"a\"], \"language\": \"en us\" }", ":1: language: 'en us' is no language tag")]
    [InlineData("{ \"sources\": [\"a\"], \"oldest\": \"all\" }", ":1: oldest: 'all' is not understood: an age")]
    [InlineData("{ \"sources\": [\"a\"], \"oldest\": \"last\" }", ":1: oldest: 'last' is not understood: an age")]
    [InlineData("{ \"sources\": [\"a\"], \"headers\": { \"A B\": \"x\" } }", ":1: headers.A B: 'A B' is no header's name")]
    [InlineData("{ \"sources\": [\"a\"], \"title\": \"x\", \"title\": \"y\" }", ":1: title: stands there twice.")]
    [InlineData("{ \"sources\": [\"a\"], \"images\": \"no\" }", ":1: images: must be an object")]
    [InlineData("{ \"sources\": [\"a\"], \"section\": \"S\" }", ":1: section: 'section' is not known")]
    [InlineData("{ \"title\": \"x\" }", ":1: there are no sources")]
    [InlineData("{\n\"title\": \"x\"\n\"sources\": [] }", ":3: this is not JSON:")]
    [InlineData("", ":1: this is not JSON:")]
    [InlineData("[]", ":1: must be an object")]
    [InlineData("{ \"sources\": [\"a\"] } x", ":1: this is not JSON:")]
    public async Task A_mistake_is_named_with_its_file_line_and_place(string json, string told)
    {
        PlanException exception = Assert.Throws<PlanException>(() => Read(json));
        Assert.Contains(folder["feedbook.json"] + told, string.Join('\n', exception.Mistakes), StringComparison.Ordinal);

        AppRun run = await AppRun.Of(folder.Path, "build");
        Assert.Equal(ExitCodes.Wrong, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(3,
            Assert.Throws<PlanException>(() => Read("""{ "titel": 1, "maxItems": "x", "sources": [{ "sorce": "a" }] }"""))
            .Mistakes.Count - 1);

    [Fact]
    public async Task Arguments_win_over_the_file()
    {
        folder.Feed("a.xml", 5);
        folder.Feed("b.xml", 5, "Winds");
        folder.Write("feedbook.json",
            """{ "title": "From the file", "maxItems": 4, "output": "file.epub", "sources": [{ "source": "a.xml", "maxItems": 3, "order": "oldest-first" }] }""");
        AppRun file = await AppRun.Of(folder.Path);
        AppRun some = await AppRun.Of(folder.Path, "--title", "Mine", "--max-items", "2", "-o", "mine.epub", "--order", "newest-first");
        AppRun others = await AppRun.Of(folder.Path, "--config", "feedbook.json", "b.xml", "--device", "print", "-o", "b.pdf");

        Assert.Contains("file.epub: 3 chapters", file.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?s)From the file.*Tides 3\s.*Tides 4\s.*Tides 5\s", file.Output);
        Assert.Contains("mine.epub: 2 chapters", some.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?s)^Mine .*Tides 5\s.*Tides 4\s", some.Output);
        Assert.Contains("b.pdf: 4 chapters", others.Output, StringComparison.Ordinal);
        Assert.Contains("Winds 5", others.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_in_the_file_means_no_limit_as_in_the_argument() =>
        Assert.Null(Read("""{ "since": "all", "sources": ["a.xml"] }""").Since);

    [Fact]
    public async Task Outputs_for_two_devices_are_written_in_one_run()
    {
        folder.Feed("a.xml", 1);
        folder.Write("feedbook.json",
            """{ "sources": "a.xml", "output": [{ "file": "sub/k.epub", "device": "kindle" }, { "file": "t.epub", "device": "tablet" }, "p.pdf"] }""");
        AppRun run = await AppRun.Of(folder.Path);

        Assert.Equal(0, run.Code);
        Assert.All((string[])["sub/k.epub", "t.epub", "p.pdf"], name => Assert.True(File.Exists(folder[name])));
        Assert.Equal(3, run.Output.Split('\n').Count(line => line.Contains(": 1 chapter", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("12h", 12)]
    [InlineData("7d", 168)]
    [InlineData("2W", 336)]
    public void An_age_is_read(string text, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Since.Parse(text, TimeProvider.System)!.Age);

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("-3d")]
    [InlineData("3x")]
    [InlineData("2026-13-01")]
    [InlineData("2026")]
    public void What_is_no_age_and_no_date_is_refused(string text) => Assert.Null(Since.Parse(text, TimeProvider.System));

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "FeedBook.sln")))
        {
            at = at.Parent;
        }

        return at!.FullName;
    }
}
