using System.Globalization;
using FeedBook.Pdf.Text;
using FeedBook.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace FeedBook.Pdf.Tests.Text;

public sealed class ParagraphTests
{
    private const string Prose =
        "Printers of the old school held that an even page is a quiet page: no rivers of white between the words, no ladders of hyphens "
            + "at the margin, " +
        "and nothing that makes a reader notice the setting instead of the sentence. The difficulty of the task lies in its measure, "
            + "since a narrow column " +
        "forgives far less than a wide one, and an unlucky combination of long, unfamiliar words leaves the compositor with little room "
            + "for manoeuvring.";

    private readonly TextShaper _shaper = TestFonts.Shaper();

    [Fact]
    public void Justified_lines_end_at_the_measure_and_the_last_one_does_not()
    {
        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph(Prose).Break(new LineShape(200));

        Assert.True(lines.Count > 8);
        Assert.All(lines.SkipLast(1), line => Assert.Equal(200, line.X + line.Width, 0.02));
        Assert.Equal(LineEnd.Final, lines[^1].End);
        Assert.True(lines[^1].Width < 200);
    }

    [Fact]
    public void Total_fit_leaves_the_spaces_more_even_than_first_fit()
    {
        double total = Unevenness(_shaper.Paragraph(Prose).Break(new LineShape(170)));
        double first =
            Unevenness(_shaper.Paragraph(Prose, new ParagraphStyle { Language = "en", TotalFit = false }).Break(new LineShape(170)));

        Assert.True(total < first * 0.8, $"total {total}, first {first}");

        static double Unevenness(IReadOnlyList<ParagraphLine> lines) =>
            lines.SkipLast(1)
                .Sum(l =>
                Math.Pow(l.Items.OfType<PlacedRun>().SelectMany(r => r.Glyphs.ToArray().Where(g => r.TextOf(g) is " ").SkipLast(1))
                .Average(g => g.Advance) - 2.6, 2));
    }

    [Fact]
    public void Words_are_divided_by_the_patterns_of_their_language()
    {
        var style = new ParagraphStyle { Language = "de" };
        IReadOnlyList<ParagraphLine> lines =
            _shaper.Paragraph("Donaudampfschifffahrtsgesellschaft und Kraftfahrzeughaftpflichtversicherung im Nebeneinander", style)
            .Break(new LineShape(80));

        Assert.Contains(lines, l => l.End == LineEnd.Hyphenated);
        Assert.All(lines.Where(l => l.End == LineEnd.Hyphenated), l => Assert.EndsWith("\u00AD", l.Read(), StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(l.Width <= 80.02));
    }

    [Fact]
    public void The_rest_of_a_word_is_no_last_line()
    {
        string[] endings = ["considerable.", "manufacturers.", "responsibility.", "neighbourhood.", "photographers."];
        int divided = 0, all = 0;
        foreach (string ending in endings)
        {
            ShapedParagraph paragraph = _shaper.Paragraph(Prose + " " + ending);
            for (double width = 130; width < 260; width += 1.25)
            {
                IReadOnlyList<ParagraphLine> lines = paragraph.Break(new LineShape(width));
                divided += lines[^2].End == LineEnd.Hyphenated && lines[^1].Width < width * 0.25 && !lines[^1].Read().Contains(' ') ? 1 : 0;
                all++;
            }
        }

        // Only where every other way is worse.
        Assert.True(divided <= all / 25, $"{divided} of {all} end in the rest of a word");
    }

    [Theory]
    [InlineData("en", "The keeper wrote the name of every boat that passed the mole, and beside it the hour, the wind and what she carried "
        + "on her deck; nobody had ever asked him to, and nobody read it but he.")]
    [InlineData("de", "Der Wärter schrieb jedes Boot auf, das an der Mole vorbeikam, und daneben die Stunde, den Wind und was es an Deck "
        + "trug; niemand hatte ihn darum gebeten, und niemand las es außer ihm.")]
    [InlineData("ru", "Смотритель записывал каждую лодку, которая проходила мимо мола, а рядом час, ветер и то, что она везла на палубе; "
        + "никто его об этом не просил, и никто не читал этого, кроме него.")]
    [InlineData("fr", "Le gardien notait chaque bateau qui passait devant le môle, puis l’heure, le vent et ce qu’il portait sur le pont ; "
        + "personne ne le lui avait demandé, et personne ne le lisait, sauf lui.")]
    [InlineData("zh", "守灯人把每一条经过防波堤的船都记下来，旁边写上时辰、风向和甲板上装的东西；从来没有人要他这样做，除了他自己也没有人去读，"
        + "可是那本子一年一年地厚了起来，谁也没有把它扔掉过。")]
    [InlineData("ko", "등대지기는 방파제를 지나는 배를 하나도 빠짐없이 적었고 그 옆에 시각과 바람과 갑판에 실린 것을 적었다. "
        + "아무도 그에게 그렇게 하라고 하지 않았고 그 말고는 아무도 읽지 않았다.")]
    public void A_paragraph_seldom_ends_in_one_short_word_on_its_own(string language, string text)
    {
        ShapedParagraph paragraph = _shaper.Paragraph(text, new ParagraphStyle { Language = language });
        int runts = 0, all = 0, greedy = 0;
        for (double width = 150; width < 330; width += 1.5, all++)
        {
            runts += IsRunt(paragraph.Break(new LineShape(width)), width) ? 1 : 0;
            greedy += IsRunt(_shaper.Paragraph(text, new ParagraphStyle { Language = language, TotalFit = false })
                .Break(new LineShape(width)), width) ? 1 : 0;
        }

        Assert.True(runts <= all / 24, $"{runts} of {all} end in a scrap; line by line {greedy} do");

        static bool IsRunt(IReadOnlyList<ParagraphLine> lines, double width) => lines.Count > 1 && lines[^1].Width < width * 0.08;
    }

    [Theory]
    [InlineData("国产新型水上救援飞机“海鸥”AG600 首飞成功", 17, "国产新型水上救援飞机“海鸥”")]
    [InlineData("港口的灯塔又亮了：守灯人的一百四十年", 11, "港口的灯塔又亮了：")]
    [InlineData("島の郵便局の朝、最後の手紙まで", 9, "島の郵便局の朝、")]
    [InlineData("两座灯塔之间的一年和那些没有写下来的日子", 13, null)]
    public void Titles_in_Chinese_and_Japanese_rather_break_at_a_mark_or_a_space(string title, int ems, string? first)
    {
        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph(title,
            new ParagraphStyle { Language = "zh", KeepsPhrases = true, Alignment = LineAlignment.Start, Hyphenate = false })
            .Break(new LineShape(ems * 10.0));

        Assert.Equal(2, lines.Count);
        if (first is not null)
        {
            Assert.Equal(first, lines[0].Read());
        }
    }

    [Fact]
    public void Titles_in_Korean_break_between_words()
    {
        ShapedParagraph title = _shaper.Paragraph("강가의 마을에서는 매일 아침 어부들이 배를 타고 나가",
            new ParagraphStyle { Language = "ko", KeepsPhrases = true,
            Alignment = LineAlignment.Start });
        for (double width = 84; width < 160; width += 3)
        {
            Assert.All(title.Break(new LineShape(width)).SkipLast(1), line => Assert.EndsWith(" ", line.Read(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_soft_hyphen_shows_only_where_the_line_ends()
    {
        ShapedParagraph paragraph = _shaper.Paragraph("extra\u00ADordinary", new ParagraphStyle { Hyphenate = false });
        ParagraphLine whole = Assert.Single(paragraph.Break(new LineShape(200)));
        IReadOnlyList<ParagraphLine> parts = paragraph.Break(new LineShape(48));

        Assert.Equal("extraordinary", whole.Read());
        Assert.Equal(["extra\u00AD", "ordinary"], parts.Select(l => l.Read()));
        Assert.Equal(LineEnd.Hyphenated, parts[0].End);
    }

    [Fact]
    public void A_ligature_is_taken_apart_where_its_word_is_divided()
    {
        // The font draws ffi as one glyph.
        RunStyle style = _shaper.Serif();
        ParagraphLine whole = _shaper.Line("effi", style);
        Assert.True(whole.Items.OfType<PlacedRun>().Single().Glyphs.Length < 4);

        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph("af\u00ADfinity", new ParagraphStyle { Hyphenate = false })
            .Break(new LineShape(27));
        Assert.Equal(["af\u00AD", "finity"], lines.Select(l => l.Read()));
    }

    [Fact]
    public void An_unbreakable_word_is_cut_without_loss()
    {
        string word = new('x', 300);
        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph(word).Break(new LineShape(50));

        Assert.Equal(word, string.Concat(lines.Select(l => l.Read())));
        Assert.All(lines.SkipLast(1), l => Assert.Equal(LineEnd.Emergency, l.End));
        Assert.All(lines, l => Assert.True(l.Width <= 50.02));
    }

    [Fact]
    public void A_word_of_half_a_million_letters_is_broken()
    {
        // Work that grows with the square would keep this test from ending.
        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph(string.Concat(Enumerable.Repeat("abcdefghij", 50_000)))
            .Break(new LineShape(300));

        Assert.Equal(500_000, lines.Sum(line => line.TextLength));
        Assert.All(lines, line => Assert.True(line.Width <= 300.02));
    }

    [Fact]
    public void Code_keeps_its_spaces_and_says_where_it_wraps()
    {
        RunStyle mono = _shaper.Mono();
        IReadOnlyList<ParagraphLine> lines =
            _shaper.Paragraph("if (x)\n\treturn  1;\n\nelse { thisIsAVeryLongNameThatCannotFit(); }", null, mono).Break(new LineShape(120));

        Assert.Equal("if (x)", lines[0].Read());
        Assert.Equal("        return  1;", lines[1].Read());
        Assert.Equal("", lines[2].Read());
        Assert.True(lines[2].Ascent > 5);
        Assert.Contains(lines, l => l.End is LineEnd.Emergency or LineEnd.Wrapped);
        Assert.Equal("else { thisIsAVeryLongNameThatCannotFit(); }", string.Concat(lines.Skip(3).Select(l => l.Read())));
    }

    [Fact]
    public void Lines_beside_a_float_are_shorter()
    {
        var shape = new LineShape(220) { First = [(80, 140), (80, 140), (80, 140)] };
        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph(Prose).Break(shape);

        Assert.All(lines.Take(3), l => Assert.Equal(80, l.X, 0.01));
        Assert.All(lines.Take(3), l => Assert.Equal(140, l.Width, 0.02));
        Assert.All(lines.Skip(3).SkipLast(1), l => Assert.Equal(220, l.Width, 0.02));
    }

    [Fact]
    public void A_first_line_indent_takes_room_from_the_first_line_only()
    {
        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph(Prose, new ParagraphStyle { Language = "en", FirstIndent = 20 })
            .Break(new LineShape(220));

        Assert.Equal(20, lines[0].X, 0.01);
        Assert.Equal(200, lines[0].Width, 0.02);
        Assert.Equal(0, lines[1].X, 0.01);
    }

    [Fact]
    public void White_space_is_folded_across_pieces()
    {
        var builder = new ParagraphBuilder(_shaper, new ParagraphStyle());
        builder.AddText("  one \n ", _shaper.Serif());
        builder.AddText(" two", _shaper.Serif(bold: true));
        builder.AddText("  ", _shaper.Serif());
        builder.AddLineBreak();
        builder.AddText(" three ", _shaper.Serif());
        ShapedParagraph paragraph = builder.Build();

        Assert.Equal("one two\u2028three", paragraph.Text);
        Assert.Equal(["one two", "three"], paragraph.Break(new LineShape(300)).Select(l => l.Read()));
        Assert.Equal(LineEnd.Forced, paragraph.Break(new LineShape(300))[0].End);
    }

    [Fact]
    public void A_box_stands_in_its_line_with_its_height()
    {
        var builder = new ParagraphBuilder(_shaper, new ParagraphStyle { Alignment = LineAlignment.Left });
        builder.AddText("before ", _shaper.Serif());
        builder.AddBox(new InlineBox(30, 40, 2, "image"));
        builder.AddText(" after", _shaper.Serif());
        ParagraphLine line = Assert.Single(builder.Build().Break(new LineShape(300)));

        PlacedBox box = Assert.Single(line.Items.OfType<PlacedBox>());
        Assert.Equal("image", box.Tag);
        Assert.Equal(40, line.Ascent);
        Assert.Equal("before \u25A0 after", line.Read());
        Assert.Equal(box.X + 30, line.Items[^1].X, 0.01);
    }

    [Fact]
    public void A_note_mark_is_never_parted_from_its_word()
    {
        for (double width = 20; width < 120; width++)
        {
            var builder = new ParagraphBuilder(_shaper, new ParagraphStyle { Alignment = LineAlignment.Left });
            builder.AddText("some words and a noted word", _shaper.Serif());
            builder.AddBox(new InlineBox(5, 5, 0, null) { Kind = InlineBoxKind.Attached });
            builder.AddText(". And more words.", _shaper.Serif());
            Assert.All(builder.Build().Break(new LineShape(width)), l => Assert.False(l.Read().StartsWith('\u25A0')));
        }
    }

    [Fact]
    public void The_tag_comes_back_with_its_text()
    {
        var builder = new ParagraphBuilder(_shaper, new ParagraphStyle());
        builder.AddText("see ", _shaper.Serif(), "plain");
        builder.AddText("this place", _shaper.Serif(), "link");
        builder.AddText(".", _shaper.Serif(), "plain");
        ParagraphLine line = Assert.Single(builder.Build().Break(new LineShape(300)));

        Assert.Equal([("plain", "see "), ("link", "this place"), ("plain", ".")],
            line.Items.Select(i => ((string)i.Tag!, line == null ? ""
                : string.Concat(((PlacedRun)i).Glyphs.ToArray().Select(g => ((PlacedRun)i).TextOf(g).ToString())))));
    }

    [Theory]
    [InlineData((int)LineAlignment.Left, 0)]
    [InlineData((int)LineAlignment.Center, 0.5)]
    [InlineData((int)LineAlignment.Right, 1)]
    public void Lines_stand_where_the_alignment_says(int alignment, double part)
    {
        ParagraphLine line =
            Assert.Single(_shaper.Paragraph("short", new ParagraphStyle { Alignment = (LineAlignment)alignment })
            .Break(new LineShape(200)));
        Assert.Equal((200 - line.Width) * part, line.X, 0.01);
    }

    [Theory]
    [InlineData((int)LineAlignment.Left)]
    [InlineData((int)LineAlignment.Right)]
    [InlineData((int)LineAlignment.Justify)]
    public void A_piece_that_fits_only_when_it_shrinks_is_cut_where_lines_are_ragged(int alignment)
    {
        // No break between a closing quotation mark and an opening bracket (UAX #14, LB15); its space shrinks in justified lines alone.
        ShapedParagraph paragraph = _shaper.Paragraph("“quoted” (see more", new ParagraphStyle { Alignment = (LineAlignment)alignment });
        double width = _shaper.Paragraph("“quoted” (see").NaturalWidth - 0.4;
        IReadOnlyList<ParagraphLine> lines = paragraph.Break(new LineShape(width));

        Assert.All(lines, line => Assert.True(line.Width <= width + 0.02, $"{line.Width} > {width}"));
        Assert.Equal(alignment == (int)LineAlignment.Justify, paragraph.MinimumWidth < width);
    }

    [SeededProperty(150)]
    public Property All_text_comes_out_once_and_in_order_and_no_line_is_too_wide()
    {
        string[] words =
        [
            "a", "of", "the", "internationalisation", "fjord", "well-known", "x/y/z",
                "https://example.org/a/very-long/path?with=query&more=things", "(see", "there).",
            "“quoted”", "3.14", "50%", "中文排版，", "「括号」", "日本語。", "한국어", "Ελλάδα", "Москва", "שלום", "مرحبا", "e\u0301te\u0301", "👩‍🚀",
                "soft\u00ADhyphen", "AVAVAVAV", "…", "—",
        ];
        Gen<string[]> text = Gen.Elements(words).ArrayOf();
        Gen<(string[] Words, int Width, int Alignment, bool Total)> cases =
            from w in text
            from width in Gen.Choose(12, 260)
            from alignment in Gen.Choose(0, 3)
            from total in Gen.Elements(true, true, false)
            select (w, width, alignment, total);
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var style = new ParagraphStyle { Language = "en", Alignment = (LineAlignment)c.Alignment, TotalFit = c.Total };
            ShapedParagraph paragraph = _shaper.Paragraph(string.Join(' ', c.Words), style);
            IReadOnlyList<ParagraphLine> lines = paragraph.Break(new LineShape(c.Width));
            string read = string.Concat(lines.Select(l => l.Read()));
            Assert.Equal(Plain(paragraph.Text), Plain(read));
            Assert.Equal(paragraph.Text.Length, lines.Sum(l => l.TextLength));
            foreach (ParagraphLine line in lines)
            {
                // What a reader takes for one character is never divided, however many glyphs the font needs for it.
                bool single = new StringInfo(Plain(line.Read()).Trim()).LengthInTextElements <= 1;
                Assert.True(line.Width <= c.Width + 0.05 || single, $"{line.Width} > {c.Width}: {line.Read()}");
            }
        });

        static string Plain(string s) => s.Replace("\u00AD", "", StringComparison.Ordinal);
    }

    [SeededProperty(40)]
    public Property Breaking_twice_gives_the_same(PositiveInt seed)
    {
        double width = 60 + (seed.Get % 200);
        ShapedParagraph paragraph = _shaper.Paragraph(Prose);
        return (Print(paragraph.Break(new LineShape(width))) == Print(TestFonts.Shaper().Paragraph(Prose).Break(new LineShape(width)))
            && Print(paragraph.Break(new LineShape(width))) == Print(paragraph.Break(new LineShape(width)))).ToProperty();

        static string Print(IReadOnlyList<ParagraphLine> lines) =>
            string.Join('\n',
                lines.Select(l => $"{l.X:R} {l.Width:R} "
                + string.Join(' ', l.Items.OfType<PlacedRun>().SelectMany(r => r.Glyphs.ToArray()).Select(g => $"{g.Glyph}@{g.X:R}"))));
    }

    [Fact]
    public void An_empty_paragraph_has_no_lines() => Assert.Empty(_shaper.Paragraph("  \n ").Break(new LineShape(100)));

    [Fact]
    public void A_very_long_paragraph_is_broken_in_one_go()
    {
        string text = string.Join(' ', Enumerable.Repeat(Prose, 100));
        IReadOnlyList<ParagraphLine> lines = _shaper.Paragraph(text).Break(new LineShape(300));
        Assert.Equal(text, string.Concat(lines.Select(l => l.Read())).Replace("\u00AD", "", StringComparison.Ordinal));
    }
}
