using System.Diagnostics;
using FeedBook.Pdf.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Tests.Text;

public sealed class FontSubsetTests
{
    private const string Python = "/usr/lib/python3/dist-packages/fontTools/ttLib/__init__.py";
    private readonly TextShaper _shaper = TestFonts.Shaper();

    [Fact]
    public void Each_pair_of_glyph_and_text_has_its_number()
    {
        FontFace face = TestFonts.Face("Noto Serif");
        var use = new FontUse(face);
        ushort space = (ushort)face.Glyph(' ');
        int first = use.Cid(space, " ");
        int second = use.Cid(space, "\u00A0");
        int ligature = use.Cid((ushort)face.Glyph('f'), "ffi");

        Assert.Equal([1, 2, 3], [first, second, ligature]);
        Assert.Equal(first, use.Cid(space, " "));
        Assert.Equal(ligature, use.Cid((ushort)face.Glyph('f'), "ffi"));
        EmbeddedFont font = use.Finish();
        Assert.Equal([" ", "\u00A0", "ffi"], font.ToUnicode.Select(p => p.Value));
        Assert.Equal(4, font.Widths.Count);
        Assert.Equal(font.Widths[1], font.Widths[2]);
        Assert.Throws<InvalidOperationException>(() => use.Cid(space, "x"));
    }

    [Fact]
    public void A_subset_is_much_smaller_and_always_the_same()
    {
        EmbeddedFont one = Embed("Hafen, Schiff & Ñandú: 123", "Noto Serif").Font;
        EmbeddedFont two = Embed("Hafen, Schiff & Ñandú: 123", "Noto Serif").Font;
        EmbeddedFont other = Embed("Hafen, Schiff & Ñandu: 123", "Noto Serif").Font;

        Assert.InRange(one.FontFile.Length, 1_000, 12_000);
        Assert.Equal(one.FontFile, two.FontFile);
        Assert.Equal(one.BaseFont, two.BaseFont);
        Assert.Matches("^[A-Z]{6}\\+NotoSerif-Regular$", one.BaseFont);
        Assert.NotEqual(one.BaseFont, other.BaseFont);
    }

    [Fact]
    public void Numbers_have_the_glyphs_outlines_and_widths()
    {
        // Å and its like are composite: their parts must come along and be renumbered.
        (EmbeddedFont font, List<(ushort Glyph, int Cid)> used, FontFace face) = Embed("ÅÉñç Việt", "Noto Serif");
        var tables = new FontProbe(font.FontFile);

        Assert.All(used, u => Assert.Equal(face.Advance(u.Glyph), tables.Advance(u.Cid)));
        Assert.All(used, u => Assert.Equal(Top(face, u.Glyph), tables.Top(u.Cid)));

        static int Top(FontFace face, int glyph) => face.Describe(glyph) is { Length: >= 10 } b ? (short)((b[8] << 8) | b[9]) : 0;
    }

    [Fact]
    public void A_made_up_glyph_has_the_parts_of_its_text()
    {
        ParagraphLine line = _shaper.Line("q\u0301", _shaper.Serif());
        PlacedRun run = Assert.IsType<PlacedRun>(Assert.Single(line.Items));
        PlacedGlyph glyph = Assert.Single(run.Glyphs.ToArray());
        Assert.True(glyph.Glyph >= run.Face.GlyphCount);
        Assert.Equal("q\u0301", run.TextOf(glyph).ToString());

        var use = new FontUse(run.Face);
        int cid = use.Cid(glyph.Glyph, "q\u0301");
        EmbeddedFont font = use.Finish();
        var probe = new FontProbe(font.FontFile);
        Assert.Equal(run.Face.Advance(run.Face.Glyph('q')), probe.Advance(cid));
        Assert.True(probe.Top(cid) > run.Face.XHeight + 100);
        Assert.InRange(probe.GlyphCount, 4, 6);
    }

    [FactWhere(Python)]
    public void FontTools_reads_the_subset_and_finds_nothing_amiss()
    {
        string file = Path.Combine(Path.GetTempPath(), $"feedbook-{Guid.NewGuid():N}.ttf");
        foreach (string family in (string[])["Noto Serif", "Noto Naskh Arabic", "Noto Serif SC", "Noto Emoji"])
        {
            (EmbeddedFont font, _, _) = Embed("Ågé fi ﬁ q\u0301 \u0628\u064E\u064A\u062A\u0644\u0627 汉字编排 😀❤", family);
            File.WriteAllBytes(file, font.FontFile);
            const string script = """
                import sys, logging
                logging.basicConfig(level=logging.WARNING)
                from fontTools.ttLib import TTFont
                from fontTools.pens.recordingPen import DecomposingRecordingPen
                f = TTFont(sys.argv[1], checkChecksums=2)
                g = f['glyf']
                s = f.getGlyphSet()
                ink = 0
                for n in f.getGlyphOrder():
                    p = DecomposingRecordingPen(s)
                    s[n].draw(p)
                    ink += len(p.value) > 0
                    x = g[n]
                    if x.isComposite():
                        before = (x.xMin, x.yMin, x.xMax, x.yMax)
                        x.recalcBounds(g)
                print(f['maxp'].numGlyphs, ink)
                """;
            var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(script);
            start.ArgumentList.Add(file);
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            File.Delete(file);
            Assert.True(process.ExitCode == 0 && errors.Length == 0, errors);
            int[] counts = [.. output.Trim().Split(' ').Select(int.Parse)];
            Assert.True(counts[0] >= font.Widths.Count && counts[1] >= 2, output);
        }
    }

    private (EmbeddedFont Font, List<(ushort Glyph, int Cid)> Used, FontFace Face) Embed(string text, string family)
    {
        FontFace face = TestFonts.Face(family);
        var use = new FontUse(face);
        var used = new List<(ushort, int)>();
        foreach (PlacedRun run in _shaper.Line(text, _shaper.Serif()).Items.OfType<PlacedRun>()
            .Where(r => r.Face.PostScriptName == face.PostScriptName))
        {
            foreach (PlacedGlyph glyph in run.Glyphs)
            {
                // The face may have been let go and read again in between: the numbers are the same but for those made up.
                if (glyph.Glyph < face.GlyphCount || ReferenceEquals(face, run.Face))
                {
                    used.Add((glyph.Glyph, use.Cid(glyph.Glyph, run.TextOf(glyph))));
                }
            }
        }

        return (use.Finish(), used, face);
    }

    /// <summary>Reads the few tables that a subset has.</summary>
    private sealed class FontProbe(byte[] data)
    {
        public int GlyphCount => Table("maxp").U16(4);

        public int Advance(int glyph) => Table("hmtx").U16(4 * glyph);

        public int Top(int glyph)
        {
            bool wide = Table("head").U16(50) != 0;
            FontBytes loca = Table("loca");
            int from = wide ? loca.Offset32(4 * glyph) : 2 * loca.U16(2 * glyph);
            int to = wide ? loca.Offset32((4 * glyph) + 4) : 2 * loca.U16((2 * glyph) + 2);
            return to > from ? Table("glyf").I16(from + 8) : 0;
        }

        private FontBytes Table(string tag)
        {
            var all = new FontBytes(data, 0, data.Length);
            for (int i = 0; i < all.U16(4); i++)
            {
                int entry = 12 + (16 * i);
                if (System.Text.Encoding.ASCII.GetString(all.Slice(entry, 4).Span) == tag)
                {
                    return all.Slice(all.Offset32(entry + 8), all.Offset32(entry + 12));
                }
            }

            return FontBytes.Empty;
        }
    }
}
