using System.Globalization;
using System.Text;
using System.Xml;
using FeedBook.Content;
using FeedBook.Pdf.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Covers;

/// <summary>A cover as an SVG of three by four: picture, title, date. Its letters are outlines, so that no font is asked for.</summary>
internal sealed class CoverDrawing
{
    /// <summary>Pixels.</summary>
    public const int Width = 1200;

    /// <summary>Pixels.</summary>
    public const int Height = 1600;

    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Paper = "#f4f1ea", Ink = "#222222", Soft = "#555555", Accent = "#9e261f";

    // Margins at the sides and at the foot, and the lowest that a picture reaches: below it a title of four lines has room.
    private const double Side = 84, Foot = 84, LowestPicture = 1010, HighestPicture = 620;
    private const double DateSize = 46, SectionSize = 42, LineHeight = 1.16;
    private const int MostSections = 6;

    private readonly CoverDesign cover;
    private readonly CoverPicture? picture;
    private readonly TextShaper shaper;
    private readonly XmlWriter xml;

    private CoverDrawing(CoverDesign cover, CoverPicture? picture, IReadOnlyList<FontSet> fonts, XmlWriter xml)
    {
        (this.cover, this.picture, this.xml) = (cover, picture, xml);
        shaper = new TextShaper(new FontLibrary(fonts));
    }

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(CoverDesign cover, CoverPicture? picture, IReadOnlyList<FontSet> fonts)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            new CoverDrawing(cover, picture, fonts, xml).Write();
        }

        return memory.ToArray();
    }

    private bool IsRightToLeft => cover.Direction == TextDirection.RightToLeft;

    private void Write()
    {
        xml.WriteStartElement("svg", Svg);
        Attributes(("width", Number(Width)), ("height", Number(Height)), ("viewBox", $"0 0 {Width} {Height}"));
        Box(0, 0, Width, Height, Paper);
        double top = picture is null ? 300 : Picture(picture);
        Box(IsRightToLeft ? Width - Side - 150 : Side, top + 66, 150, 9, Accent);

        // From the foot upwards: date, subtitle, sections; what is left is the title's.
        double foot = Height - Foot;
        foot = Foots(cover.Date, DateSize, foot, 1);
        foot = Foots(cover.Subtitle, DateSize, foot, 2);
        double from = top + 110;
        double end = Title(from, foot - 30);
        if (picture is null)
        {
            Sections(end + 60, foot - 40);
        }

        xml.WriteEndElement();
    }

    // As wide as the page; of one that is higher than there is room for, the middle.
    private double Picture(CoverPicture shown)
    {
        double height = Math.Clamp(Width * (double)shown.Height / shown.Width, HighestPicture, LowestPicture);
        xml.WriteStartElement("image", Svg);
        Attributes(("x", "0"), ("y", "0"), ("width", Number(Width)), ("height", Number(height)), ("preserveAspectRatio", "xMidYMid slice"),
            ("href", $"data:{shown.MediaType};base64,{Convert.ToBase64String(shown.Bytes)}"));
        xml.WriteEndElement();
        return height;
    }

    // As large as there is room for.
    private double Title(double from, double to)
    {
        IReadOnlyList<ParagraphLine> lines = [];
        double size = 128;
        for (; size >= 44; size *= 0.9)
        {
            lines = Lines(cover.Title, size, FontRole.Serif, isBold: true);
            bool isWhole = lines.All(line => line.End is LineEnd.Wrapped or LineEnd.Final);
            if (isWhole && lines.Count * size * LineHeight <= to - from && (lines.Count <= 3 || size < 80))
            {
                break;
            }
        }

        double y = from;
        foreach (ParagraphLine line in lines.Take(Math.Max(1, (int)((to - from) / (size * LineHeight)))))
        {
            y += size * LineHeight;
            Draw(line, y - (size * 0.16), Ink);
        }

        return y;
    }

    private double Foots(string? text, double size, double foot, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return foot;
        }

        ParagraphLine[] lines = [.. Lines(text, size, FontRole.Sans, isBold: false).Take(most)];
        double y = foot - ((lines.Length - 1) * size * 1.3);
        foreach (ParagraphLine line in lines)
        {
            Draw(line, y, Soft);
            y += size * 1.3;
        }

        return foot - (lines.Length * size * 1.3) - 10;
    }

    private void Sections(double from, double to)
    {
        double y = from;
        foreach (string section in cover.Sections.Take(MostSections))
        {
            y += SectionSize * 1.5;
            if (y > to)
            {
                break;
            }

            Draw(Lines(section, SectionSize, FontRole.Sans, isBold: false)[0], y, Soft);
        }
    }

    private IReadOnlyList<ParagraphLine> Lines(string text, double size, FontRole role, bool isBold)
    {
        var style = new RunStyle(shaper.Fonts.Chain(role, isBold, false, cover.Language), size) { Language = cover.Language };
        var builder = new ParagraphBuilder(shaper, new ParagraphStyle
        {
            Alignment = IsRightToLeft ? LineAlignment.Right : LineAlignment.Left, Language = cover.Language, KeepsPhrases = true,
            Hyphenate = false,
        });
        builder.AddText(text, style);
        return builder.Build().Break(new LineShape(Width - (2 * Side)));
    }

    private void Draw(ParagraphLine line, double baseline, string ink)
    {
        foreach (PlacedRun run in line.Items.OfType<PlacedRun>())
        {
            var path = new StringBuilder();
            double scale = run.Size / run.Face.UnitsPerEm;
            var pen = new SvgOutline(path, scale, run.Synthesis.HasFlag(Synthesis.Oblique) ? 0.213 : 0);
            foreach (PlacedGlyph glyph in run.Glyphs)
            {
                pen.Origin = (Side + glyph.X, baseline - glyph.Y - run.Style.Rise);
                GlyphOutlines.Draw(run.Face.Shaping, glyph.Glyph, pen);
            }

            if (path.Length > 0)
            {
                xml.WriteStartElement("path", Svg);
                Attributes(("d", path.ToString()), ("fill", ink));
                if (run.Synthesis.HasFlag(Synthesis.Bold))
                {
                    Attributes(("stroke", ink), ("stroke-width", Number(run.Size * 0.03)));
                }

                xml.WriteEndElement();
            }
        }
    }

    private void Box(double x, double y, double width, double height, string fill)
    {
        xml.WriteStartElement("rect", Svg);
        Attributes(("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", fill));
        xml.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach ((string name, string value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
