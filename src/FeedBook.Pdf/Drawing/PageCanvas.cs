using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Drawing;

/// <summary>
/// Draws a page of the book: text, images, rules, links, each with its place in the tag tree. Lengths are in points,
/// x to the right and y down from the page's top left corner.
/// </summary>
internal sealed class PageCanvas
{
    // Characters: a link stands in the file once for each of its lines, so a description without end would make it grow with the square of
    // its length.
    private const int LongestDescription = 300;

    private readonly PdfDocument document;
    private readonly PageSheet sheet;
    private readonly double offsetX;
    private readonly PdfBuffer content = new();
    private object? mark;
    private bool isMarkOpen;
    private bool isText;
    private bool isRepeating;
    private Ink fill = Ink.Black;
    private string? font;
    private double fontSize;

    /// <summary>Starts to draw.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sheet">The page of the file.</param>
    /// <param name="width">The width of the book's page.</param>
    /// <param name="height">The height of the book's page.</param>
    /// <param name="offsetX">Where on the sheet the book's page begins.</param>
    public PageCanvas(PdfDocument document, PageSheet sheet, double width, double height, double offsetX = 0)
    {
        this.document = document;
        this.sheet = sheet;
        this.offsetX = offsetX;
        Width = width;
        Height = height;
    }

    /// <summary>The page's width.</summary>
    public double Width { get; }

    /// <summary>The page's height.</summary>
    public double Height { get; }

    /// <summary>The page's printed number; empty without one.</summary>
    public string Label { get; init; } = "";

    /// <summary>The page of the file it is drawn on.</summary>
    public PageSheet Sheet => sheet;

    /// <summary>The document that is drawn.</summary>
    public PdfDocument Document => document;

    /// <summary>The object number of the page of the file.</summary>
    public int Page => sheet.Number;

    /// <summary>Says what the following drawing is in the tag tree.</summary>
    public void Mark(ContentSlot slot)
    {
        if (isRepeating)
        {
            Artifact("Pagination");
        }
        else if (!ReferenceEquals(mark, slot))
        {
            EndMark();
            mark = slot;
        }
    }

    /// <summary>Says that the following drawing is none of the text: a running head, a rule, a background.</summary>
    /// <param name="kind"><c>Pagination</c> for heads and page numbers, <c>Layout</c> for the rest (ISO 32000-1 §14.8.2.2).</param>
    public void Artifact(string kind = "Layout")
    {
        if (!Equals(mark, kind))
        {
            EndMark();
            mark = kind;
        }
    }

    /// <summary>
    /// Draws what was drawn before once more, as a table's head on its next page: not a second time for those who listen.
    /// </summary>
    public void Repeat(Action draw)
    {
        isRepeating = true;
        draw();
        isRepeating = false;
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(double x, double y, double width, double height, Ink ink)
    {
        Begin(ink);
        EndText();
        Rectangle(x, y, width, height);
        content.Raw("f\n"u8);
    }

    /// <summary>Draws a rectangle's outline, inside of its edges.</summary>
    public void Outline(double x, double y, double width, double height, double thickness, Ink ink)
    {
        Fill(x, y, width, thickness, ink);
        Fill(x, y + height - thickness, width, thickness, ink);
        Fill(x, y + thickness, thickness, height - (2 * thickness), ink);
        Fill(x + width - thickness, y + thickness, thickness, height - (2 * thickness), ink);
    }

    /// <summary>Draws many small squares in one path: a two-dimensional code.</summary>
    public void FillAll(IEnumerable<(double X, double Y, double Width, double Height)> rectangles, Ink ink)
    {
        Begin(ink);
        EndText();
        foreach ((double x, double y, double width, double height) in rectangles)
        {
            Rectangle(x, y, width, height);
        }

        content.Raw("f\n"u8);
    }

    /// <summary>Draws a dotted line, as in a table of contents.</summary>
    public void Dots(double x, double y, double width, double gap, Ink ink)
    {
        Begin(ink);
        EndText();
        // Dashes of no length with round caps are dots. Their grid is the page's, so that the dots of all lines stand one below another.
        double first = Math.Ceiling(x / gap) * gap;
        if (first > x + width)
        {
            return;
        }

        content.Raw("q 1 J 0.9 w "u8).Number(ink.Red).Space().Number(ink.Green).Space().Number(ink.Blue).Raw(" RG [0 "u8).Number(gap)
            .Raw("]0 d "u8);
        Point(first, y);
        content.Raw("m "u8);
        Point(x + width, y);
        content.Raw("l S Q\n"u8);
    }

    /// <summary>Draws an image into a rectangle, turned as its orientation wants.</summary>
    public void Image(PdfImage image, double x, double y, double width, double height)
    {
        Begin(fill);
        EndText();
        sheet.Images[image.ResourceName] = image.Number;
        double left = offsetX + x, foot = Height - y - height;
        // The unit square's image: for each EXIF orientation, where (1,0), (0,1) and (0,0) of the stored image go.
        (double a, double b, double c, double d, double e, double f) = image.Orientation switch
        {
            2 => (-width, 0, 0, height, left + width, foot),
            3 => (-width, 0, 0, -height, left + width, foot + height),
            4 => (width, 0, 0, -height, left, foot + height),
            5 => (0, -height, -width, 0, left + width, foot + height),
            6 => (0, -height, width, 0, left, foot + height),
            7 => (0, height, width, 0, left, foot),
            8 => (0, height, -width, 0, left + width, foot),
            _ => (width, 0.0, 0.0, height, left, foot),
        };
        content.Raw("q "u8);
        foreach (double part in (ReadOnlySpan<double>)[a, b, c, d, e, f])
        {
            content.Number(part).Space();
        }

        content.Raw("cm "u8).Name(image.ResourceName).Raw(" Do Q\n"u8);
    }

    /// <summary>Makes a rectangle a link.</summary>
    /// <param name="link">The <c>Link</c> element whose content is drawn there.</param>
    /// <param name="area">The rectangle.</param>
    /// <param name="action">Where it leads, as PDF syntax: an <c>A</c> or <c>Dest</c> entry.</param>
    /// <param name="description">What to tell those who cannot see it (ISO 14289-1 §7.18.5).</param>
    public void Link(StructureElement link, (double X, double Y, double Width, double Height) area, string action, string description)
    {
        if (isRepeating)
        {
            return;
        }

        int key = document.Tags.NextKey();
        var annotation = new PdfBuffer().Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8)
            .Number(offsetX + area.X).Space().Number(Height - area.Y - area.Height).Space().Number(offsetX + area.X + area.Width).Space()
                .Number(Height - area.Y)
            .Raw("]/P "u8).Reference(sheet.Number).Raw("/StructParent "u8).Integer(key).Raw(action).Raw("/Contents"u8)
                .Text(Shorten(description)).Raw(">>"u8);
        int number = document.File.Write(annotation);
        sheet.Annotations.Add(number);
        link.Annotation(number, sheet.Number);
        document.Tags.SetParent(key, link);
    }

    private static string Shorten(string text) =>
        text.Length <= LongestDescription ? text
            : text[..(LongestDescription - (char.IsHighSurrogate(text[LongestDescription - 1]) ? 1 : 0))] + "…";

    /// <summary>The place on the page as a link's destination.</summary>
    public Destination Here(double x, double y) => new(sheet.Number, offsetX + x, Height - y);

    /// <summary>Ends the drawing and hands it over to the sheet.</summary>
    public void End()
    {
        EndMark();
        sheet.Content.Raw("q\n"u8).Raw(content.Span).Raw("Q\n"u8);
    }

    private void Begin(Ink ink)
    {
        if (!isMarkOpen && mark is not null)
        {
            EndText();
            if (mark is ContentSlot slot)
            {
                content.Name(slot.Element.Type).Raw("<</MCID "u8).Integer(sheet.Marks.Count).Raw(">>BDC\n"u8);
                slot.Marks.Add((sheet.Number, sheet.Marks.Count));
                sheet.Marks.Add(slot.Element);
            }
            else
            {
                content.Raw("/Artifact<</Type"u8).Name((string)mark).Raw(">>BDC\n"u8);
            }

            isMarkOpen = true;
        }

        if (ink != fill)
        {
            content.Number(ink.Red).Space();
            if (ink.Red == ink.Green && ink.Green == ink.Blue)
            {
                content.Raw("g\n"u8);
            }
            else
            {
                content.Number(ink.Green).Space().Number(ink.Blue).Raw(" rg\n"u8);
            }

            fill = ink;
        }
    }

    private void EndMark()
    {
        EndText();
        if (isMarkOpen)
        {
            content.Raw("EMC\n"u8);
            isMarkOpen = false;
        }

        mark = null;
    }

    private void EndText()
    {
        if (isText)
        {
            content.Raw("ET\n"u8);
            isText = false;
        }
    }

    private void Point(double x, double y) => content.Number(offsetX + x).Space().Number(Height - y).Space();

    private void Rectangle(double x, double y, double width, double height)
    {
        Point(x, y + height);
        content.Number(width).Space().Number(height).Raw(" re "u8);
    }

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
            content.Number(ink.Red).Space().Number(ink.Green).Space().Number(ink.Blue).Raw(" RG "u8).Number(run.Size / 32)
                .Raw(" w 2 Tr\n"u8);
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
        // What is read from the right is drawn from the right: programs that copy text in the order of drawing then copy words, not their
        // mirror images.
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
