using System.IO.Compression;
using FeedBook.Fonts;
using FeedBook.Fonts.Cjk;
using FeedBook.Fonts.World;
using FeedBook.Pdf.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Tests.Text;

public sealed class FontRobustnessTests
{
    [Theory]
    [InlineData("NotoSerif-Regular", "Office “AVA” q\u0301 x\u0323\u0302 Ελ Ру")]
    [InlineData("NotoNaskhArabic-Regular", "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F \u0644\u0627 \u0628\u064A\u062A")]
    public void A_damaged_font_is_refused_or_drawn_wrongly_but_never_fatal(string name, string text)
    {
        byte[] font = Unpack(name);
        var random = new Random(7);
        int used = 0;
        for (int round = 0; round < 150; round++)
        {
            byte[] damaged = (byte[])font.Clone();
            int hits = 1 + random.Next(60);

            // Half of the blows fall on the table directory and the small tables behind it, where they hurt most.
            for (int i = 0; i < hits; i++)
            {
                damaged[random.Next(2) == 0 ? random.Next(damaged.Length) : random.Next(2000)] = (byte)random.Next(256);
            }

            if (round % 10 == 0)
            {
                Array.Resize(ref damaged, random.Next(damaged.Length));
            }

            var library =
                new FontLibrary([new FontSet(new PdfFontFamily("x", FontRole.Serif, PdfFont.FromBytes(damaged))), BundledFonts.All]);
            var shaper = new TextShaper(library);
            ParagraphLine line = shaper.Line(text, new RunStyle(library.Chain(FontRole.Serif), 10));
            Assert.Equal(text, line.Read());
            foreach (PlacedRun run in line.Items.OfType<PlacedRun>())
            {
                var use = new FontUse(run.Face);
                foreach (PlacedGlyph glyph in run.Glyphs)
                {
                    use.Cid(glyph.Glyph, run.TextOf(glyph));
                }

                Assert.NotEmpty(use.Finish().FontFile);
            }

            used += library.Report.RefusedFonts.Count == 0 ? 1 : 0;
        }

        Assert.InRange(used, 10, 140);
    }

    [Fact]
    public void What_a_font_is_said_to_cover_is_what_it_covers()
    {
        foreach (PdfFontFamily family in BundledFonts.All.Families.Concat(CjkFonts.All.Families).Concat(WorldFonts.All.Families))
        {
            foreach (PdfFont font in new[] { family.Regular, family.Bold, family.Italic, family.BoldItalic }.OfType<PdfFont>())
            {
                FontFace face = font.Load();
                int wrong = Enumerable.Range(0, 0x33000).Count(c => font.MayHave(c) != (face.Glyph(c) != 0));
                Assert.True(wrong == 0, $"{font.Name}: {wrong}");
            }
        }
    }

    [Fact]
    public void A_font_without_outlines_is_refused_by_name()
    {
        byte[] font = Unpack("NotoSerif-Regular");
        for (int i = 0; i < font[5]; i++)
        {
            int entry = 12 + (16 * i);
            if (font.AsSpan(entry, 4).SequenceEqual("glyf"u8))
            {
                "none"u8.CopyTo(font.AsSpan(entry));
            }
        }

        FontFormatException exception = Assert.Throws<FontFormatException>(() => PdfFont.FromBytes(font).Load());
        Assert.Contains("outlines", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_face_of_a_collection_is_chosen_by_its_number()
    {
        byte[] font = Unpack("NotoSerif-Regular");

        // A collection of one face: a header of 16 bytes, all offsets moved by it.
        var collection = new byte[font.Length + 16];
        font.CopyTo(collection, 16);
        "ttcf"u8.CopyTo(collection);
        collection[5] = 1;
        collection[11] = 1;
        collection[15] = 16;
        for (int i = 0; i < font[5]; i++)
        {
            Span<byte> offset = collection.AsSpan(16 + 12 + (16 * i) + 8, 4);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(offset,
                System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(offset) + 16);
        }

        Assert.Equal("NotoSerif-Regular", PdfFont.FromBytes(collection).Load().PostScriptName);
        Assert.Throws<FontFormatException>(() => PdfFont.FromBytes(collection, 1).Load());
    }

    [Fact]
    public async Task One_font_serves_many_documents_at_once()
    {
        string[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            TextShaper shaper = TestFonts.Shaper();
            ParagraphLine line = shaper.Line("q\u0301 \u0628\u064E\u064A\u062A office 汉字", shaper.Serif());
            return string.Join('|', line.Items.OfType<PlacedRun>().Select(r => $"{r.Face.PostScriptName} {r.X:R} {r.Width:R}"))
                + line.Read();
        })));
        Assert.Single(results.Distinct());
    }

    private static byte[] Unpack(string name)
    {
        using Stream packed = typeof(BundledFonts).Assembly.GetManifestResourceStream(name + ".ttf.br")!;
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }
}
