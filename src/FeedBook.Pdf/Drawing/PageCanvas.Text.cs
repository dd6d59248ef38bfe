using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Drawing;

/// <content>Glyphs.</content>
internal sealed partial class PageCanvas
{
    /// <summary>Draws a run of glyphs.</summary>
    /// <param name="run">The run; its glyphs' X count from <paramref name="x"/>.</param>
    /// <param name="x">The line's left edge.</param>
    /// <param name="baseline">The line's baseline.</param>
    /// <param name="ink">The colour.</param>
    public void Text(PlacedRun run, double x, double baseline, Ink ink)
    {
        ReadOnlySpan<PlacedGlyph> glyphs = run.Glyphs;
        if (glyphs.IsEmpty)
        {
            return;
        }

        Begin(ink);
        if (!isText)
        {
            content.Raw("BT\n"u8);
            isText = true;
        }

        bool bold = run.Synthesis.HasFlag(Synthesis.Bold);
        if (bold)
        {
            content.Number(ink.Red).Space().Number(ink.Green).Space().Number(ink.Blue).Raw(" RG "u8).Number(run.Size / 32).Raw(" w 2 Tr\n"u8);
        }

        GlyphString(run, glyphs, x, baseline);
        if (bold)
        {
            content.Raw("0 Tr\n"u8);
        }
    }

    private void GlyphString(PlacedRun run, ReadOnlySpan<PlacedGlyph> glyphs, double x, double baseline)
    {
        double size = run.Size, pen = double.NaN, height = double.NaN;
        DocumentFont use = document.Fonts.Of(run.Face);
        bool open = false;
        // What is read from the right is drawn from the right: programs that copy text in the order of drawing then copy words, not their mirror images.
        bool isBackwards = (run.Level & 1) != 0;
        for (int i = 0; i < glyphs.Length; i++)
        {
            PlacedGlyph glyph = glyphs[isBackwards ? glyphs.Length - 1 - i : i];
            if (use.Use.IsFull)
            {
                use = document.Fonts.Of(run.Face);
            }

            int cid = use.Use.Cid(glyph.Glyph, run.TextOf(glyph));
            double at = glyph.X, y = glyph.Y;
            if (font != use.ResourceName || fontSize != size || y != height)
            {
                Close(ref open);
                SetFont(use, size);
                // 0.213 is tan 12°: the slant of a roman that stands in for an italic.
                content.Raw(run.Synthesis.HasFlag(Synthesis.Oblique) ? "1 0 0.213 1 "u8 : "1 0 0 1 "u8)
                    .Number(offsetX + x + at).Space().Number(Height - baseline + run.Style.Rise + y).Raw(" Tm["u8);
                open = true;
                pen = at;
                height = y;
                content.Raw("<"u8);
            }

            // Thousandths of the size, as TJ counts: what the glyph before was drawn wider or narrower than its width.
            long adjust = (long)Math.Round((pen - at) * 1000 / size);
            if (adjust != 0)
            {
                content.Raw(">"u8).Integer(adjust).Raw("<"u8);
                pen -= adjust * size / 1000;
            }

            content.HexDigits([(byte)(cid >> 8), (byte)cid]);
            pen += use.Use.WidthOf(cid) * size / 1000;
        }

        Close(ref open);
    }

    private void Close(ref bool open)
    {
        if (open)
        {
            content.Raw(">]TJ\n"u8);
            open = false;
        }
    }

    private void SetFont(DocumentFont use, double size)
    {
        if (font == use.ResourceName && fontSize == size)
        {
            return;
        }

        sheet.Fonts[use.ResourceName] = use.Number;
        content.Name(use.ResourceName).Space().Number(size).Raw(" Tf "u8);
        font = use.ResourceName;
        fontSize = size;
    }
}
