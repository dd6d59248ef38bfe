using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf;

/// <summary>
/// Families of fonts in order of preference, as a package or a caller offers them. Immutable; shared by any number of documents and
/// threads.
/// </summary>
public sealed class FontSet
{
    /// <summary>A collection of these families.</summary>
    /// <param name="families">In order of preference; may be empty.</param>
    public FontSet(params IEnumerable<PdfFontFamily> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        Families = [.. families];
    }

    /// <summary>
    /// The fonts of some files, for running text and headings alike. Files of one design (by the names in them) make one family, in its
    /// regular, bold, italic and bold italic faces. A file that is no font is left out when a book is written, which says so (FB452).
    /// </summary>
    /// <param name="paths">In order of preference; TrueType or OpenType files, of collections the first face.</param>
    /// <exception cref="IOException">A file could not be read.</exception>
    public static FontSet FromFiles(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var families = new List<PdfFontFamily>();
        foreach (IGrouping<string,
            (PdfFont Font, bool Bold, bool Italic, string Family)> group in paths.Select(Read).GroupBy(face => face.Family))
        {
            PdfFont? Face(bool bold, bool italic) => group.FirstOrDefault(face => face.Bold == bold && face.Italic == italic).Font;

            var family = new PdfFontFamily(group.Key, FontRole.Serif, Face(false, false) ?? group.First().Font)
            {
                Bold = Face(true, false),
                Italic = Face(false, true),
                BoldItalic = Face(true, true),
            };
            families.Add(family);
            families.Add(family with { Role = FontRole.Sans });
        }

        return new FontSet(families);
    }

    /// <summary>
    /// The fonts of the packages FeedBook.Fonts, FeedBook.Fonts.Cjk and FeedBook.Fonts.World, as far as the program has them: those by
    /// which books are written when no others are named. May be empty.
    /// </summary>
    public static IReadOnlyList<FontSet> FromPackages() => PackagedFonts.Find();

    private static (PdfFont Font, bool Bold, bool Italic, string Family) Read(string path)
    {
        PdfFont font = PdfFont.FromFile(path);
        try
        {
            FontFace face = font.Load();
            return (font, face.Weight >= 600, face.IsItalic, face.FamilyName);
        }
        catch (FontFormatException)
        {
            return (font, false, false, path);
        }
    }

    /// <summary>In order of preference.</summary>
    public IReadOnlyList<PdfFontFamily> Families { get; }
}
