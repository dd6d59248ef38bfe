using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedBook.Content;
using FeedBook.Epub;
using FeedBook.Media;
using static FeedBook.Tests.MadeBooks;

namespace FeedBook.Tests.Epub;

/// <summary>Each rule that Kindle and Kobo have for their books, and that the ordinary book is not touched by them.</summary>
public sealed partial class ReadingSystemTests : IDisposable
{
    private static readonly XNamespace X = OpenedEpub.Xhtml;
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en-GB")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("sr-Latn-RS", "sr-RS")]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-Hans", "zh-CN")]
    [InlineData("zh-Hant", "zh-TW")]
    [InlineData("zh-Hant-HK", "zh-TW")]
    [InlineData("und", "en")]
    [InlineData("gsw", "en")]
    public void Kindle_gets_a_language_that_it_knows(string tag, string expected) =>
        Assert.Equal(expected, new KindleRules().Language(tag));

    [Fact]
    public async Task The_language_of_the_pages_stays_as_it_is()
    {
        using var hans =
            new Book(Metadata() with { Language = "zh-Hans" }, [new BookSection("Section", [Chapter("A chapter", Para("Text."))])]);
        using OpenedEpub kindle = await OpenedEpub.WriteAsync(hans, EpubOptions.Kindle);

        Assert.Equal("zh-CN", kindle.Package.Descendants(XName.Get("language", "http://purl.org/dc/elements/1.1/")).Single().Value);
        Assert.Equal("zh-Hans", (string?)kindle.File("title.xhtml").Root!.Attribute("lang"));
    }

    [Theory]
    [InlineData(ReadingSystem.Kindle)]
    [InlineData(ReadingSystem.Kobo)]
    public async Task A_book_without_a_picture_for_its_cover_has_a_drawn_one_that_devices_show(ReadingSystem system)
    {
        using Book book = Of(Para("Text."));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, new EpubOptions { ReadingSystem = system });

        XElement cover = epub.Package.Descendants(OpenedEpub.Opf + "item")
            .Single(item => (string?)item.Attribute("properties") == "cover-image");
        Assert.Equal("image/png", (string?)cover.Attribute("media-type"));
        Assert.Empty(epub.Faults());
        Assert.DoesNotContain(epub.Names, name => name.EndsWith(".svg", StringComparison.Ordinal));
    }

    [Fact]
    public void The_drawn_cover_is_a_sound_picture_of_its_own_colour()
    {
        byte[] one = DrawnCover.Write("One"), again = DrawnCover.Write("One"), other = DrawnCover.Write("Another title"),
            dated = DrawnCover.Write("One", Date), next = DrawnCover.Write("One", Date.AddDays(1));
        Assert.NotEqual(one, dated);
        Assert.NotEqual(dated, next);

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        ImageFacts facts = ImageProbe.Read(new MemoryStream(one));
        Assert.Equal((ImageKind.Png, 1200, 1600), (facts.Kind, facts.Width, facts.Height));
    }

    [Theory]
    [InlineData(ReadingSystem.Any, true, true, true)]
    [InlineData(ReadingSystem.Kindle, false, true, false)]
    [InlineData(ReadingSystem.Kobo, false, true, true)]
    public async Task Pictures_that_a_device_leaves_blank_give_their_words_and_a_diagnostic(ReadingSystem system, bool webP, bool svg,
        bool lettered)
    {
        Dictionary<string, bool> shown = new() { ["webp"] = webP, ["svg"] = svg, ["lettered"] = lettered };
        using Book book = Of(
            new ImageBlock(Stored("webp", ImageKind.WebP, "x")),
                new ImageBlock(Stored("svg", ImageKind.Svg, "<svg><path d='M0 0'/></svg>")),
                new ImageBlock(Stored("lettered", ImageKind.Svg, "<svg><text>A</text></svg>")));
        using var stream = new MemoryStream();
        IReadOnlyList<Diagnostic> diagnostics = await new EpubWriter(new EpubOptions { ReadingSystem = system }).WriteAsync(book, stream);
        using var epub = new OpenedEpub(stream.ToArray());

        foreach ((string name, bool expected) in shown)
        {
            Assert.Equal(expected, epub.Names.Any(file => file.Contains($"/{name}.", StringComparison.Ordinal)));
            Assert.Equal(!expected, epub.ChapterText.Contains($"[alt of {name}]", StringComparison.Ordinal));
        }

        Assert.Equal(shown.Values.Count(each => !each), diagnostics.Count(each => each.Id == DiagnosticIds.ImageKindNotInEpub));
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task More_drawings_than_Kindle_bears_are_left_out()
    {
        using Book book =
            Of([.. Enumerable.Range(0, KindleRules.MostSvgPictures + 3)
            .Select(i => new ImageBlock(Stored($"d{i}", ImageKind.Svg, $"<svg id='d{i}'/>")))]);
        using var stream = new MemoryStream();
        IReadOnlyList<Diagnostic> diagnostics = await new EpubWriter(EpubOptions.Kindle).WriteAsync(book, stream);

        Assert.Equal(3, diagnostics.Count(each => each.Id == DiagnosticIds.ImageKindNotInEpub));
    }

    [Theory]
    [InlineData(KindleRules.MailBytes, null)]
    [InlineData(KindleRules.MailBytes + 1, "web page and apps do")]
    [InlineData(KindleRules.WebBytes + 1, "neither")]
    public void A_book_too_large_to_be_sent_says_so(long bytes, string? words)
    {
        IEnumerable<Diagnostic> diagnostics = new KindleRules().CheckSize(bytes);

        Assert.Equal(words is not null,
            diagnostics.Any(each => each.Id == DiagnosticIds.BookTooLargeToSend
            && each.Message.Contains(words!, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Contents_have_two_levels_and_stand_in_an_NCX_as_well()
    {
        using Book book = Everything(folder);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, EpubOptions.Kindle);

        Assert.Contains("EPUB/toc.ncx", epub.Names);
        Assert.All(epub.File("nav.xhtml").Descendants(X + "li"), item => Assert.True(item.Ancestors(X + "li").Count() < 2));
    }

    [Fact]
    public async Task The_style_sheet_leaves_face_size_and_colour_of_the_text_to_the_reader()
    {
        using OpenedEpub epub = await OpenedEpub.WriteAsync(Of(Para("Text.")));
        string css = Comments().Replace(epub.Text("EPUB/style.css"), "");

        // What links inherit is the reader's; at night drawings keep their paper, and only they.
        css = css.Replace("color: inherit", "", StringComparison.Ordinal)
            .Replace(".image img, .embed img, .inline { background-color: #ffffff; }", "", StringComparison.Ordinal);

        Assert.DoesNotMatch(@"(^|[\s;{])(color|background(-color)?|direction)\s*:", css);
        Assert.DoesNotMatch(@"font-family\s*:(?!\s*monospace)", css);
        Assert.DoesNotMatch(@"overflow\s*:\s*auto", css);
        foreach (Match rule in Rules().Matches(css))
        {
            // Kobo: no selector of a bare element, no side margins in em.
            Assert.All(rule.Groups[1].Value.Split(','), selector => Assert.Matches(@"^\s*[.\[@]", selector));
            Assert.DoesNotMatch(
                @"margin(-left|-right)\s*:[^;}]*\dem|margin\s*:\s*[\d.]+em\s*[;}]|margin\s*:\s*[^\s;]+\s+[\d.]+em|"
                + @"margin\s*:\s*[^\s;]+\s+[^\s;]+\s+[^\s;]+\s+[\d.]+em", rule.Groups[2].Value);
        }
    }

    [Fact]
    public async Task Kobo_finds_each_sentence_and_picture_in_a_span()
    {
        using Book book = Of(
            Para("One. Two! “Three?” Version 2.5 of it: four"),
            new Paragraph([new TextRun("Fünf "), new Styled(TextStyle.Emphasis, Run("and six. Seven"))]),
            new Figure([new ImageBlock(Picture(folder, "boat", "A boat"))], Run("A caption."), []),
            Para("第一句。第二句！"),
            new CodeBlock("x. y. z"));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, EpubOptions.Kobo);

        XElement[] spans = [.. Spans(epub.Chapters.Single()).SkipWhile(span => !span.Value.StartsWith("One", StringComparison.Ordinal))];
        Assert.Equal(
            ["One. ", "Two! ", "“Three?” ", "Version 2.5 of it: ", "four", "Fünf ", "and six. ", "Seven", "", "A caption.", "第一句。", "第二句！"],
            spans.Select(span => span.Value));
        string first = ((string)spans[0].Attribute("id")!).Split('.')[1];
        int p = int.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            [$"kobo.{p}.1", $"kobo.{p}.2", $"kobo.{p}.3", $"kobo.{p}.4", $"kobo.{p}.5", $"kobo.{p + 1}.1", $"kobo.{p + 1}.2",
                $"kobo.{p + 1}.3", $"kobo.{p + 2}.1", $"kobo.{p + 2}.2", $"kobo.{p + 3}.1", $"kobo.{p + 3}.2"],
            spans.Select(span => (string)span.Attribute("id")!));
        Assert.Equal("img", spans[8].Elements().Single().Name.LocalName);
        Assert.Empty(epub.Chapters.Single().Descendants(X + "pre").Single().Descendants(X + "span"));
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task A_page_for_Kobo_lies_in_its_two_boxes_and_says_what_the_ordinary_one_says()
    {
        using Book book = Everything(folder);
        using OpenedEpub plain = await OpenedEpub.WriteAsync(book), kobo = await OpenedEpub.WriteAsync(book, EpubOptions.Kobo);

        foreach (string file in plain.SpineFiles.Where(file => file != "nav.xhtml"))
        {
            XElement body = kobo.File(file).Descendants(X + "body").Single();
            Assert.Equal("book-inner",
                (string?)body.Elements().Single(div => (string?)div.Attribute("id") == "book-columns").Elements().Single().Attribute("id"));
            Assert.Equal(plain.File(file).Descendants(X + "body").Single().Value, body.Value);
            string[] ids = [.. Spans(kobo.File(file)).Select(span => (string)span.Attribute("id")!)];
            Assert.Equal(ids.Length, ids.Distinct().Count());
        }

        Assert.Empty(kobo.Faults());
        Assert.Equal(".kepub.epub", new EpubWriter(EpubOptions.Kobo).FileExtension);
        Assert.Equal(".epub", new EpubWriter().FileExtension);
    }

    [Fact]
    public async Task A_table_wider_than_a_Kobo_is_named()
    {
        using Book book = Of(new Table([], [new TableRow([.. Enumerable.Range(0, 6).Select(_ => new TableCell([Para("x")]))])]));
        using var stream = new MemoryStream();

        Diagnostic diagnostic = Assert.Single(await new EpubWriter(EpubOptions.Kobo).WriteAsync(book, stream));
        Assert.Equal(DiagnosticIds.TableTooWide, diagnostic.Id);
        Assert.Empty(await new EpubWriter().WriteAsync(book, new MemoryStream()));
    }

    [SeededProperty(300)]
    public void Sentences_are_the_whole_text(string text)
    {
        text ??= "";
        var parts = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = KoboSentences.EndOf(text, start);
            Assert.True(end > start);
            parts.Add(text[start..end]);
            start = end;
        }

        Assert.Equal(text, string.Concat(parts));
    }

    private static IEnumerable<XElement> Spans(XDocument page) =>
        page.Descendants(X + "span").Where(span => (string?)span.Attribute("class") == "koboSpan");

    private ImageReference Stored(string name, ImageKind kind, string content)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return Missing($"https://example.org/{name}",
            $"alt of {name}") with { Stored = new StoredImage(name, path, kind, 100, 80, content.Length) };
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rules();
}
