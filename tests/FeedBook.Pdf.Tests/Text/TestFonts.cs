using FeedBook.Fonts;
using FeedBook.Fonts.Cjk;
using FeedBook.Fonts.World;
using FeedBook.Pdf.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Tests.Text;

/// <summary>The bundled fonts, as a document has them.</summary>
internal static class TestFonts
{
    public static FontLibrary Library() => new([BundledFonts.All, CjkFonts.All, WorldFonts.All]);

    public static TextShaper Shaper() => new(Library());

    public static RunStyle Serif(this TextShaper shaper, double size = 10, bool bold = false, bool italic = false,
        string? language = null) =>
        new(shaper.Fonts.Chain(FontRole.Serif, bold, italic, language), size) { Language = language };

    public static RunStyle Mono(this TextShaper shaper, double size = 10) =>
        new(shaper.Fonts.Chain(FontRole.Mono), size) { KeepSpaces = true, Kerning = false, Ligatures = false };

    public static ShapedParagraph Paragraph(this TextShaper shaper, string text, ParagraphStyle? style = null, RunStyle? run = null)
    {
        var builder = new ParagraphBuilder(shaper, style ?? new ParagraphStyle { Language = "en" });
        builder.AddText(text, run ?? shaper.Serif());
        return builder.Build();
    }

    /// <summary>The text that a line's glyphs stand for, in reading order; ■ for a box, soft hyphen for an added one.</summary>
    public static string Read(this ParagraphLine line)
    {
        var parts = new List<(int Start, int Order, string Text)>();
        int order = 0;
        foreach (PlacedItem item in line.Items)
        {
            if (item is PlacedRun run)
            {
                int last = run.TextStart;
                foreach (PlacedGlyph glyph in run.Glyphs)
                {
                    last = glyph.IsAddedHyphen ? int.MaxValue : glyph.TextStart;
                    parts.Add((last, order++, run.TextOf(glyph).ToString()));
                }
            }
            else
            {
                parts.Add((item.TextStart, order++, "\u25A0"));
            }
        }

        return string.Concat(parts.OrderBy(p => p.Start).ThenBy(p => p.Order).Select(p => p.Text));
    }

    /// <summary>What is drawn, from left to right.</summary>
    public static string ReadVisually(this ParagraphLine line) =>
        string.Concat(line.Items.OfType<PlacedRun>().SelectMany(r => r.Glyphs.ToArray().Select(g => r.TextOf(g).ToString())));

    public static FontFace Face(string family, bool bold = false, bool italic = false)
    {
        PdfFontFamily found = BundledFonts.All.Families.Concat(CjkFonts.All.Families).First(f => f.Name == family);
        return ((bold, italic) switch
        {
            (true, true) => found.BoldItalic!,
            (true, false) => found.Bold!,
            (false, true) => found.Italic!,
            _ => found.Regular,
        }).Load();
    }
}
