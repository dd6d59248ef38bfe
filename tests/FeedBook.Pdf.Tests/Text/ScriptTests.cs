using FeedBook.Pdf.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Tests.Text;

public sealed class ScriptTests
{
    private readonly TextShaper _shaper = TestFonts.Shaper();

    [Fact]
    public void Arabic_letters_join_and_each_has_its_text()
    {
        ParagraphLine line = _shaper.Line("\u0628\u064E\u064A\u062A", _shaper.Serif());
        PlacedRun run = Assert.IsType<PlacedRun>(Assert.Single(line.Items));

        Assert.Equal(1, run.Level & 1);
        Assert.Equal(3, run.Glyphs.Length);
        Assert.Equal("\u062A", run.TextOf(run.Glyphs[0]).ToString());
        Assert.Equal("\u0628\u064E", run.TextOf(run.Glyphs[2]).ToString());
        Assert.NotEqual(run.Face.Glyph('\u0628'), run.Glyphs[2].Glyph);
    }

    [Fact]
    public void Lam_and_alef_are_one_glyph_for_two_letters()
    {
        ParagraphLine line = _shaper.Line("\u0644\u0627", _shaper.Serif());
        PlacedRun run = Assert.IsType<PlacedRun>(Assert.Single(line.Items));
        Assert.Equal("\u0644\u0627", line.Read());
        Assert.InRange(run.Glyphs.Length, 1, 2);
    }

    [Fact]
    public void Hebrew_in_English_runs_the_other_way_and_numbers_do_not()
    {
        ParagraphLine line = _shaper.Line("see \u05D0\u05D1\u05D2 12 \u05D3 there", _shaper.Serif());
        Assert.Equal("see \u05D3 12 \u05D2\u05D1\u05D0 there", line.ReadVisually());
        Assert.Equal("see \u05D0\u05D1\u05D2 12 \u05D3 there", line.Read());
    }

    [Fact]
    public void A_right_to_left_paragraph_begins_at_the_right()
    {
        ShapedParagraph paragraph = _shaper.Paragraph("\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD");
        ParagraphLine line = Assert.Single(paragraph.Break(new LineShape(200)));

        Assert.True(paragraph.IsRightToLeft);
        Assert.Equal(200, line.X + line.Width, 0.01);
        Assert.True(line.X > 100);
    }

    [Fact]
    public void Brackets_are_mirrored_in_right_to_left_text()
    {
        ParagraphLine line = _shaper.Line("\u05D0 (\u05D1)", _shaper.Serif(), ParagraphDirection.RightToLeft);
        PlacedRun run = line.Items.OfType<PlacedRun>().First();
        PlacedGlyph first = run.Glyphs[0];
        Assert.Equal(")", run.TextOf(first).ToString());
        Assert.Equal(run.Face.Glyph('('), first.Glyph);
    }

    [Fact]
    public void An_isolate_keeps_its_own_direction()
    {
        var builder = new ParagraphBuilder(_shaper, new ParagraphStyle { Direction = ParagraphDirection.RightToLeft });
        builder.AddText("\u05D0 ", _shaper.Serif());
        builder.OpenIsolate(ParagraphDirection.LeftToRight);
        builder.AddText("C++ (x)", _shaper.Serif());
        builder.CloseIsolate();
        builder.AddText(" \u05D1", _shaper.Serif());
        ParagraphLine line = Assert.Single(builder.Build().Break(new LineShape(300)));
        Assert.Contains("C++ (x)", line.ReadVisually(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("この文章は、行頭に句読点が来ないように組まれる。「括弧」も行末に残らない。", "ja")]
    [InlineData("中文排版要求：标点不得出现在行首，左括号（如此处）不得出现在行末。“引号”亦然。", "zh")]
    public void Kinsoku_holds_at_every_width(string text, string language)
    {
        ShapedParagraph paragraph = _shaper.Paragraph(text, new ParagraphStyle { Language = language }, _shaper.Serif(language: language));
        for (double width = 35; width < 200; width += 3)
        {
            IReadOnlyList<ParagraphLine> lines = paragraph.Break(new LineShape(width));
            Assert.All(lines.Skip(1), l => Assert.DoesNotContain(l.Read()[0], "、。，：」）”"));
            Assert.All(lines.SkipLast(1), l => Assert.DoesNotContain(l.Read()[^1], "「（“"));
            Assert.Equal(text, string.Concat(lines.Select(l => l.Read())));
            Assert.All(lines.SkipLast(1), l => Assert.True(l.X + l.Width <= width + 0.05));
        }
    }

    [Fact]
    public void Full_width_punctuation_gives_up_its_blank_half_at_line_ends_and_between_marks()
    {
        RunStyle style = _shaper.Serif(language: "zh");
        double apart = _shaper.WidthOf("文。", style) + _shaper.WidthOf("（文", style);
        Assert.Equal(15, _shaper.WidthOf("文。", style), 0.1);
        Assert.Equal(15, _shaper.WidthOf("（文", style), 0.1);
        Assert.Equal(apart + 5, _shaper.WidthOf("文。（文", style), 0.1);
        Assert.Equal(25, _shaper.WidthOf("文）。文", style) - 10, 0.1);
    }

    [Fact]
    public void A_quarter_em_stands_between_ideographs_and_Latin()
    {
        RunStyle style = _shaper.Serif(language: "zh");
        double without = _shaper.WidthOf("中", style) + _shaper.WidthOf("PDF", style) + _shaper.WidthOf("文", style);
        Assert.Equal(without + 5, _shaper.WidthOf("中PDF文", style), 0.1);
    }

    [Fact]
    public void Two_dashes_of_a_Chinese_text_are_one_line()
    {
        Assert.Equal(40, _shaper.WidthOf("文——文", _shaper.Serif(language: "zh")), 0.1);
        Assert.True(_shaper.WidthOf("a——b", _shaper.Serif(language: "en")) < 40);
    }

    [Theory]
    [InlineData("文——文", "zh", "文|——|文")]
    [InlineData("日本――東京", "ja", "日|本|――|東|京")]
    [InlineData("等………等", "zh", "等|…|…|…|等")]
    public void Dashes_side_by_side_are_one_glyph_without_a_gap(string text, string language, string clusters)
    {
        PlacedRun[] runs = [.. _shaper.Line(text, _shaper.Serif(language: language)).Items.OfType<PlacedRun>()];

        Assert.Equal(clusters, string.Join('|', runs.SelectMany(r => r.Glyphs.ToArray().Select(g => r.TextOf(g).ToString()))));
        Assert.Equal(10.0 * text.Length, runs.Sum(r => r.Width), 0.1);
        foreach (PlacedRun run in runs)
        {
            foreach (PlacedGlyph glyph in run.Glyphs.ToArray().Where(g => g.Advance > 15))
            {
                byte[] outline = run.Face.Describe(glyph.Glyph).ToArray();
                Assert.True((short)((outline[6] << 8) | outline[7]) - (short)((outline[2] << 8) | outline[3]) > run.Face.UnitsPerEm * 1.8);
            }
        }
    }

    [Theory]
    [InlineData("说：「好」", "zh", 40)]
    [InlineData("说：“好”", "zh", 40)]
    [InlineData("說：「好」", "zh-Hant", 42.5)]
    [InlineData("文，「好", "zh", 35)]
    [InlineData("文，「好", "zh-TW", 37.5)]
    [InlineData("真的！（好", "zh", 45)]
    [InlineData("本当：「よ", "ja", 47.5)]
    public void Blank_halves_between_marks_are_taken_by_where_the_ink_stands(string text, string language, double width) =>
        Assert.Equal(width, _shaper.WidthOf(text, _shaper.Serif(language: language)), 0.1);

    [Fact]
    public void Commas_stand_in_the_middle_in_Taiwan_and_at_the_left_elsewhere()
    {
        double Middle(string language)
        {
            PlacedRun run = Assert.Single(_shaper.Line("文，文", _shaper.Serif(language: language)).Items.OfType<PlacedRun>());
            (int left, int right) = run.Face.Glyphs.Sides(run.Face.Glyph('，'));
            return (left + right) / 2.0 / run.Face.UnitsPerEm;
        }

        Assert.InRange(Middle("zh-Hant-HK"), 0.4, 0.6);
        Assert.InRange(Middle("zh-CN"), 0, 0.3);
        Assert.InRange(Middle("ja-JP"), 0, 0.3);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("ja")]
    [InlineData("ko")]
    public void What_is_slanted_elsewhere_bears_dots_in_East_Asia(string language)
    {
        string word = language == "ko" ? "강조" : "强调";
        var builder = new ParagraphBuilder(_shaper, new ParagraphStyle { Language = language });
        builder.AddText(word + "。" + word, _shaper.Serif(language: language));
        builder.AddText(word, _shaper.Serif(italic: true, language: language));
        ParagraphLine line = Assert.Single(builder.Build().Break(new LineShape(300)));
        PlacedRun[] runs = [.. line.Items.OfType<PlacedRun>()];

        Assert.All(runs, r => Assert.Equal(Synthesis.None, r.Synthesis));
        Assert.Equal(word + "。" + word + word, line.Read());
        Assert.All(runs[^1].Glyphs.ToArray(), g => Assert.True(g.Glyph >= runs[^1].Face.GlyphCount));
        Assert.All(runs[0].Glyphs.ToArray(), g => Assert.True(g.Glyph < runs[0].Face.GlyphCount));

        // A caption that is slanted as a whole is just upright.
        PlacedRun whole = _shaper.Line(word, _shaper.Serif(italic: true, language: language)).Items.OfType<PlacedRun>().First();
        Assert.Equal(Synthesis.None, whole.Synthesis);
        Assert.All(whole.Glyphs.ToArray(), g => Assert.True(g.Glyph < whole.Face.GlyphCount));
    }

    [Fact]
    public void Quotation_marks_are_full_width_in_Chinese_and_narrow_in_English()
    {
        RunStyle chinese = _shaper.Serif(language: "zh");
        ParagraphLine line = _shaper.Line("他说“好”。", chinese);
        Assert.Single(line.Items);
        Assert.Equal(2,
            _shaper.Line("he said “文”", _shaper.Serif(language: "en")).Items.OfType<PlacedRun>().Select(r => r.Face).Distinct().Count());
        Assert.Equal("don’t", _shaper.Line("don’t", chinese).Read());
        Assert.Single(_shaper.Line("don’t", chinese).Items);
    }

    [Fact]
    public void Every_promised_script_has_its_letters()
    {
        string text =
            "Latin ĞÞşőŵ Việt Ελληνικά Ἀθῆναι Кириллица Ђўґ עברית العربية فارسی پچگ اردو ٹڈں 简体 繁體 日本語 かな カナ ㄅㄆ 한국어 뷁 → ∑ √ ≠ ☃ ✓ ① ½ € "
            + "₽ ₹ 😀 👍🏽 ❤️ 🇫🇷 ﬁ";
        ParagraphLine line = _shaper.Line(text, _shaper.Serif());

        Assert.Empty(_shaper.Fonts.Report.MissingCharacters.Select(c => char.ConvertFromUtf32(c.Key)));
        Assert.Equal(text, line.Read());
    }

    [Fact]
    public void Families_of_emoji_keep_their_text_whether_or_not_the_font_joins_them()
    {
        string family = "\U0001F469\u200D\U0001F467\u200D\U0001F466 \U0001F3F3\uFE0F\u200D\U0001F308";
        Assert.Equal(family, _shaper.Line(family, _shaper.Serif()).Read());
        Assert.Empty(_shaper.Fonts.Report.MissingCharacters);
    }

    [Fact]
    public void A_missing_character_is_counted_and_its_text_kept()
    {
        ParagraphLine line = _shaper.Line("\U00012000 ok", _shaper.Serif());

        Assert.Equal([0x12000], _shaper.Fonts.Report.MissingCharacters.Keys);
        Assert.Equal("\U00012000 ok", line.Read());
    }

    [Fact]
    public void A_mark_that_no_font_has_together_with_its_letter_is_counted()
    {
        // Thai has no such letter, though Noto Serif has the mark.
        Assert.Equal("\u0E01\u0485", _shaper.Line("\u0E01\u0485", _shaper.Serif()).Read());
        Assert.Equal([0x485], _shaper.Fonts.Report.MissingCharacters.Keys);
    }

    [Theory]
    [InlineData("1\uFE0F\u20E3")]
    [InlineData("#\u20E3")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F")]
    [InlineData("\U0001F1EF\U0001F1F5")]
    public void Keycaps_and_flags_are_one_glyph_that_keeps_its_text(string text)
    {
        ParagraphLine line = _shaper.Line(text, _shaper.Serif());
        PlacedRun run = Assert.IsType<PlacedRun>(Assert.Single(line.Items));

        Assert.Empty(_shaper.Fonts.Report.MissingCharacters);
        Assert.Single(run.Glyphs.ToArray(), g => g.Advance > 0);
        Assert.Equal(text, line.Read());
    }

    [Fact]
    public void Decomposed_letters_are_composed_where_the_font_has_them()
    {
        PlacedRun run = Assert.IsType<PlacedRun>(Assert.Single(_shaper.Line("e\u0302\u0301", _shaper.Serif()).Items));
        Assert.Equal(run.Face.Glyph('\u1EBF'), Assert.Single(run.Glyphs.ToArray()).Glyph);
        Assert.Equal("e\u0302\u0301", run.TextOf(run.Glyphs[0]).ToString());
    }

    [Fact]
    public void A_missing_face_is_made_up()
    {
        FontChain chain = _shaper.Fonts.Chain(FontRole.Mono, bold: true, italic: true);
        PlacedRun run = Assert.IsType<PlacedRun>(Assert.Single(_shaper.Line("x", new RunStyle(chain, 10)).Items));
        Assert.Equal(Synthesis.Oblique, run.Synthesis);
        Assert.Equal("NotoSansMono-Bold", run.Face.PostScriptName);
    }

    [Fact]
    public void A_font_that_cannot_be_used_is_reported_and_passed_over()
    {
        var broken = new FontSet(new PdfFontFamily("broken", FontRole.Serif, PdfFont.FromBytes(new byte[100])));
        var library = new FontLibrary([broken, FeedBook.Fonts.BundledFonts.All]);
        Assert.Equal("NotoSerif-Regular", library.Chain(FontRole.Serif).Primary.PostScriptName);
        Assert.Contains("TrueType", Assert.Single(library.Report.RefusedFonts), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_font_there_is_no_chain() =>
        Assert.Throws<FeedBookException>(() => new FontLibrary([]).Chain(FontRole.Serif));

    [Fact]
    public void Ranges_of_characters_are_read_and_must_ascend()
    {
        CodePointSet set = CodePointSet.Parse("20-7E A0 4E00-9FFF");
        Assert.True(set.Contains(0x20) && set.Contains(0x7E) && set.Contains(0xA0) && set.Contains(0x5000));
        Assert.False(set.Contains(0x1F) || set.Contains(0x7F) || set.Contains(0xA1) || set.Contains(0xA000));
        Assert.Throws<FormatException>(() => CodePointSet.Parse("40 20-30"));
    }
}
