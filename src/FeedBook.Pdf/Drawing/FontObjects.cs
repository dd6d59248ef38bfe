using System.Globalization;
using System.Text;
using FeedBook.Pdf.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Drawing;

/// <summary>A font as pages name it, with the glyphs that were drawn with it so far.</summary>
/// <param name="Number">The font's object number, promised until the document ends.</param>
/// <param name="Use">What of the font was used.</param>
internal sealed record DocumentFont(int Number, FontUse Use)
{
    /// <summary>The font's name in every page's resources.</summary>
    public string ResourceName { get; } = FormattableString.Invariant($"F{Number}");
}

/// <summary>The fonts of a document: subset and written when all of it is drawn.</summary>
internal sealed class FontObjects(PdfFile file)
{
    private readonly Dictionary<FontFace, DocumentFont> current = new(ReferenceEqualityComparer.Instance);
    private readonly List<DocumentFont> all = [];

    /// <summary>The font in which glyphs of a face are drawn now; another one once 65,535 codes are used up.</summary>
    public DocumentFont Of(FontFace face)
    {
        if (current.TryGetValue(face, out DocumentFont? font) && !font.Use.IsFull)
        {
            return font;
        }

        font = new DocumentFont(file.Reserve(), new FontUse(face));
        current[face] = font;
        all.Add(font);
        return font;
    }

    /// <summary>Writes all fonts, one at a time, so that only one subset is in memory.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        foreach (DocumentFont font in all)
        {
            Write(font);
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Write(DocumentFont font)
    {
        EmbeddedFont embedded = font.Use.Finish();
        int program = file.WriteStream(new PdfBuffer().Raw("/Length1 "u8).Integer(embedded.FontFile.Length).Span, embedded.FontFile);
        int descriptor = file.Write(Descriptor(embedded, program));
        var widths = new PdfBuffer();
        foreach (int width in embedded.Widths)
        {
            widths.Integer(width).Space();
        }

        int descendant = file.Write(new PdfBuffer().Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8).Name(embedded.BaseFont)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/FontDescriptor "u8)
                .Reference(descriptor)
            .Raw("/W[0["u8).Raw(widths.Span).Raw("]]>>"u8));
        int toUnicode = file.WriteStream([], ToUnicode(embedded));
        file.Write(font.Number, new PdfBuffer().Raw("<</Type/Font/Subtype/Type0/BaseFont"u8).Name(embedded.BaseFont)
            .Raw("/Encoding/Identity-H/DescendantFonts["u8).Reference(descendant).Raw("]/ToUnicode "u8).Reference(toUnicode).Raw(">>"u8));
    }

    private static PdfBuffer Descriptor(EmbeddedFont font, int program)
    {
        var buffer = new PdfBuffer().Raw("<</Type/FontDescriptor/FontName"u8).Name(font.BaseFont).Raw("/Flags "u8).Integer(font.Flags)
            .Raw("/FontBBox["u8);
        foreach (int edge in (ReadOnlySpan<int>)[font.BBox.Left, font.BBox.Bottom, font.BBox.Right, font.BBox.Top])
        {
            buffer.Integer(edge).Space();
        }

        return buffer.Raw("]/ItalicAngle "u8).Number(font.ItalicAngle).Raw("/Ascent "u8).Integer(font.Ascent).Raw("/Descent "u8)
            .Integer(font.Descent)
            .Raw("/CapHeight "u8).Integer(font.CapHeight).Raw("/XHeight "u8).Integer(font.XHeight).Raw("/StemV "u8).Integer(font.StemV)
            .Raw("/FontFile2 "u8).Reference(program).Raw(">>"u8);
    }

    // ISO 32000-1 §9.10.3: at most 100 entries a block, texts in UTF-16BE.
    private static byte[] ToUnicode(EmbeddedFont font)
    {
        var map =
            new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
            + "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> "
                + "<FFFF>\nendcodespacerange\n");
        for (int first = 0; first < font.ToUnicode.Count; first += 100)
        {
            int count = Math.Min(100, font.ToUnicode.Count - first);
            map.Append(CultureInfo.InvariantCulture, $"{count} beginbfchar\n");
            for (int i = first; i < first + count; i++)
            {
                (int cid, string text) = font.ToUnicode[i];
                map.Append(CultureInfo.InvariantCulture, $"<{cid:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            }

            map.Append("endbfchar\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }
}
