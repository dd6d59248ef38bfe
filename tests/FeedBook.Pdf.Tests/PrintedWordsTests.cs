using FeedBook.Content;
using FeedBook.Corpus;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests;

/// <summary>Every word of a chapter can be read from its pages in reading order; and the reader of words notices when one cannot.</summary>
public sealed class PrintedWordsTests : IDisposable
{
    private const string German =
        "Die Gartenbauvereinsvorsitzende unterschrieb die Nutzungsvereinbarung widerwillig, obwohl Wasserversorgungsschwierigkeiten "
        + "befürchtet wurden. ";
    private const string Russian =
        "Старый смотритель записывал показания барометра и рассказывал проезжающим о необыкновенно продолжительных метелях. ";
    private const string Chinese = "清晨的港口很安静，第一批渔船刚刚靠岸。“今天的风很大，”老渔民说，GPS 显示水温只有 12℃，比去年低 3 度；";
    private const string Hebrew = "הנמל היה שקט כאשר הסירות חזרו (12 בסך הכול), והדייג הזקן אמר: GPS לא יעזור כאן. ";
    private const string Arabic = "كان الميناء هادئًا حين عادت القوارب، وقال الصياد العجوز إنّ 12 قاربًا لا تكفي، لا أكثر ولا أقل. ";

    private readonly PictureFolder folder = new();
    private readonly string path = Path.Combine(Path.GetTempPath(), $"feedbook-{Guid.NewGuid():N}.pdf");

    public void Dispose()
    {
        folder.Dispose();
        File.Delete(path);
    }

    [Theory]
    [InlineData("One fine day two boats came home.", true)]
    [InlineData("One fine day two boats came home. 7", true)]
    [InlineData("One fine day1 two boats came home.", true)]
    [InlineData("One fi\u00AD\nne day two boats\ncame ho\u00AD\n\nme.", true)]
    [InlineData("One fine day two boats came.", false)]
    [InlineData("One fine two boats came day home.", false)]
    [InlineData("One fine day two boat came home.", false)]
    [InlineData("One fine day two boats home. came", false)]
    public void A_word_that_is_missing_or_out_of_order_is_noticed(string printed, bool isWhole) =>
        Assert.Equal(isWhole, PrintedWords.Compare(Chapter("One", P("fine day two boats came home.")), printed).Missing.Count == 0);

    [Fact]
    public void Han_characters_count_for_themselves() =>
        Assert.Equal(["第", "一", "GPS", "批", "。"], PrintedWords.Words("第一 GPS批\n。"));

    [Fact]
    public void The_shortest_difference_is_found()
    {
        List<(Range First, Range Second)> differences =
            WordDifference.Of([.. "abcabba".Select(c => $"{c}")], [.. "cbabac".Select(c => $"{c}")]);
        // The example of Myers's paper: five steps.
        Assert.Equal(5, differences.Sum(each => each.First.GetOffsetAndLength(7).Length + each.Second.GetOffsetAndLength(6).Length));
    }

    [ToolFact("mutool")]
    public async Task Every_word_of_every_script_comes_back_in_order()
    {
        PdfOptions narrow = PdfOptions.EReader with { FontSize = 13 };
        foreach (PdfOptions options in new[] { PdfOptions.A4, PdfOptions.A4 with { Columns = 2, Paragraphs = ParagraphSeparation.Space },
            narrow, narrow with { IsJustified = false, HasLinkAddresses = true } })
        {
            using Book book =
                Of(English(), Plain("Deutsch", "de", German), Plain("По-русски", "ru", Russian), Plain("渔民知道的事", "zh-CN", Chinese),
                Japanese(), Plain("עברית", "he", Hebrew), Plain("العربية", "ar", Arabic));
            await book.SaveAsPdfAsync(path, options);

            IReadOnlyList<(Chapter Chapter, string Text)> printed = await PrintedPages.ReadAsync(path, book);

            Assert.Equal(7, printed.Count);
            foreach ((Chapter chapter, string text) in printed)
            {
                (int words, IReadOnlyList<string> missing) = PrintedWords.Compare(chapter, text);
                Assert.True(words > 50);
                Assert.Empty(missing);
            }
        }
    }

    private static Chapter Plain(string title, string language, string text) => Chapter(
        title,
        P(string.Concat(Enumerable.Repeat(text, 4))),
        P(new Styled(TextStyle.Strong, [T(text)]), T(text)),
        new ListBlock(true, [new ListItem([P(text)]), new ListItem([P(text), new Quotation([P(text)])])])) with
    {
        Id = language,
        Language = language,
        Direction = language is "he" or "ar" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
    };

    private static Chapter Japanese() => Chapter(
        "港の朝",
        P(T("朝の"), new Ruby([new RubySegment([T("港")], "みなと")]), T("は静かで、最初の漁船が戻ったばかりだった。「今日は風が強い」と老いた漁師は言った。")),
        P("カタカナのーとー「ッ」ァ、Wi-Fi も 12 隻の船にあるという。朝の港は静かで、最初の漁船が戻ったばかりだった。")) with { Id = "ja", Language = "ja" };

    private Chapter English()
    {
        ImageReference image = folder.Picture(300, 200);
        Chapter chapter = Chapter(
            "The office of fluffy affairs",
            P(T(Prose), new NoteReference("n", "1"), new Styled(TextStyle.Emphasis, [T("Official fjords, efficient affiliates")]),
                new InlineImage(folder.Picture(12, 12, 3))),
            new Heading(2, [T("A heading with "), new Styled(TextStyle.Code, [T("code")])]),
            new Figure([new ImageBlock(image), new ImageBlock(image)], [T("Two images of one weir")], [T("N. N.")]) { Number = "Figure 1" },
            new ListBlock(false, [new ListItem([P("one"), new ListBlock(true, [new ListItem([P(Prose)])])]), new ListItem([P("two")])]),
            new DefinitionList([new DefinitionEntry([[T("Weir")]], [[P(Prose)]])]),
            new Table([new TableRow([Cell("Hour", true), Cell("Height", true)])],
                [.. Enumerable.Range(0, 90).Select(i => new TableRow([Cell($"{i} o’clock"), Cell($"height {i * 7}, " + Prose[..40])]))]),
            new CodeBlock(
                "if (height > limit)\n\treturn  swallows[hour].Where(bird => bird.HasLeft && bird.WasSeen(atTheWeir: true, onThePost: "
                + "false));\n\n    done();"),
            new Quotation(
                [P(Prose),
                P("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, x² + y² = z², naïve café, Việt Nam "
                + "được tiếng, Ἀθῆναι, 한국어로 쓴 글, 🍏 ❤️.")]),
            new Rule(),
            P(T("See "),
                new Link(new Uri("https://example.org/a/very/long/address?with=queries&and=more#fragments-of-it"), [T("the almanac")]),
                T(" and "),
                new Link(new Uri("https://example.org/"),
                [T("https://example.org/a-printed-address-that-must-be-divided-somewhere/index.html")]), T(".")));
        return chapter with { Article = chapter.Article with { Notes = [new Footnote("n", [P("A note on the ledgers. " + Prose)])] } };
    }
}
