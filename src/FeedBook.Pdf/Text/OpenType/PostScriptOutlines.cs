namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// Glyphs of a font with PostScript outlines (CFF), drawn by HarfBuzz and described as the <c>glyf</c> table describes them: cubic curves
/// become quadratic ones that stray from them by less than what a printer shows. Subsets, made-up glyphs and all else then know one kind
/// of outline. Thread-safe.
/// </summary>
/// <param name="font">The face.</param>
/// <param name="unitsPerEm">Its units.</param>
internal sealed class PostScriptOutlines(ShapingFont font, int unitsPerEm)
{
    /// <summary>A glyph as the <c>glyf</c> table would have it; empty for a blank one.</summary>
    public byte[] Describe(int glyph)
    {
        var outline = new QuadraticOutline(unitsPerEm / 2000.0);
        GlyphOutlines.Draw(font, glyph, outline);
        return outline.Encode();
    }
}
