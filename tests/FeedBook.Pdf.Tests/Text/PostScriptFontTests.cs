using System.Buffers.Binary;
using FeedBook.Fonts;
using FeedBook.Pdf.Text.OpenType;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Text;

/// <summary>A caller's font with PostScript outlines: a square for A, a circle of radius 300 round (350, 300) for o.</summary>
public sealed class PostScriptFontTests
{
    private static readonly string FontFile = Path.Combine(AppContext.BaseDirectory, "Text", "postscript.otf");

    [Fact]
    public void Cubic_curves_become_quadratic_ones_that_stray_by_less_than_a_unit()
    {
        FontFace face = PdfFont.FromFile(FontFile).Load();
        (int X, int Y, bool On)[] points = Points(face.Glyphs.Bytes(face.Glyph('o')));

        Assert.InRange(points.Length, 16, 64);
        for (int i = 0; i < points.Length; i++)
        {
            (int x, int y, bool on) = points[i];
            if (!on)
            {
                // The middle of a quadratic curve lies between its control point and the middle of its ends.
                (int ax, int ay, _) = points[i - 1];
                (int bx, int by, _) = points[(i + 1) % points.Length];
                Assert.InRange(Distance((ax + (2.0 * x) + bx) / 4, (ay + (2.0 * y) + by) / 4), 299, 301);
            }
            else
            {
                Assert.InRange(Distance(x, y), 299, 301);
            }
        }

        Assert.Equal([(100, 0, true), (600, 0, true), (600, 700, true), (100, 700, true)], Points(face.Glyphs.Bytes(face.Glyph('A'))));
        Assert.Empty(face.Glyphs.Bytes(face.Glyph(' ')).ToArray());
    }

    [Fact]
    public async Task It_is_embedded_and_its_text_read_back()
    {
        var diagnostics = new List<Diagnostic>();
        PdfOptions options = PdfOptions.A4 with { Fonts = [FontSet.FromFiles(FontFile), BundledFonts.All] };
        string path = Path.Combine(Path.GetTempPath(), $"feedbook-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, await Of(Chapter("AooA", P("oA Ao and others"))).Print(options, diagnostics));
        try
        {
            Assert.Empty(diagnostics);
            if (Tool.Exists("mutool") && Tool.Exists("pdffonts"))
            {
                (_, string text, string errors) = await Tool.Run("mutool", "draw", "-q", "-F", "txt", path);
                Assert.Contains("oA Ao and others", text, StringComparison.Ordinal);
                Assert.DoesNotContain("font", errors, StringComparison.OrdinalIgnoreCase);
                (_, string fonts, _) = await Tool.Run("pdffonts", path);
                Assert.Matches(@"FeedBookTest-Regular +CID TrueType +Identity-H +yes yes yes", fonts);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_font_gives_its_bytes_back()
    {
        byte[] bytes = File.ReadAllBytes(FontFile);
        Assert.True(PdfFont.FromFile(FontFile).GetData().Span.SequenceEqual(bytes));
        Assert.True(PdfFont.FromBytes(bytes).GetData().Span.SequenceEqual(bytes));
        Assert.True(PdfFont.FromStream(() => new MemoryStream(bytes)).GetData().Span.SequenceEqual(bytes));
    }

    [Fact]
    public void Files_of_one_design_are_one_family()
    {
        FontSet set = FontSet.FromFiles(FontFile, FontFile);
        Assert.Equal([FontRole.Serif, FontRole.Sans], set.Families.Select(f => f.Role));
        Assert.All(set.Families, f => Assert.Equal("FeedBook Test", f.Name));
        Assert.All(set.Families, f => Assert.Null(f.Bold));
    }

    private static double Distance(double x, double y) => Math.Sqrt(((x - 350) * (x - 350)) + ((y - 300) * (y - 300)));

    /// <summary>The points of a simple glyph of one contour.</summary>
    private static (int X, int Y, bool On)[] Points(ReadOnlySpan<byte> glyph)
    {
        Assert.Equal(1, BinaryPrimitives.ReadInt16BigEndian(glyph));
        var points = new (int X, int Y, bool On)[BinaryPrimitives.ReadUInt16BigEndian(glyph[10..]) + 1];
        int at = 14 + points.Length;
        byte[] flags = glyph.Slice(14, points.Length).ToArray();
        int value = 0;
        for (int i = 0; i < points.Length; i++)
        {
            value += Step(glyph, flags[i], 0x02, 0x10, ref at);
            points[i] = (value, 0, (flags[i] & 1) != 0);
        }

        value = 0;
        for (int i = 0; i < points.Length; i++)
        {
            value += Step(glyph, flags[i], 0x04, 0x20, ref at);
            points[i].Y = value;
        }

        Assert.Equal(glyph.Length, at);
        return points;
    }

    private static int Step(ReadOnlySpan<byte> glyph, byte flag, int isShort, int isSame, ref int at)
    {
        if ((flag & isShort) != 0)
        {
            return (flag & isSame) != 0 ? glyph[at++] : -glyph[at++];
        }

        if ((flag & isSame) != 0)
        {
            return 0;
        }

        at += 2;
        return BinaryPrimitives.ReadInt16BigEndian(glyph[(at - 2)..]);
    }
}
