using FeedBook.Media;
using FeedBook.Pdf;

namespace FeedBook.QuestPdf;

/// <summary>How <see cref="QuestPdfBookWriter"/> sets a book.</summary>
public sealed record QuestPdfOptions
{
    /// <summary>The page's size. Default A4.</summary>
    public PageSize PageSize { get; init; } = PageSize.A4;

    /// <summary>The white around the text, in points. Inner is left, outer right.</summary>
    public PageMargins Margins { get; init; } = new(72, 64, 84, 84);

    /// <summary>The size of the text in points, 5 to 36. Default 10.75.</summary>
    public double FontSize { get; init; } = 10.75;

    /// <summary>From line to line, as QuestPDF counts it: a multiple of the font's own line, 0.5 to 3. Default 1.1.</summary>
    public double LineHeight { get; init; } = 1.1;

    /// <summary>
    /// Fonts, in the order in which they are asked for a character. When empty, those of the packages FeedBook.Fonts, FeedBook.Fonts.Cjk
    /// and FeedBook.Fonts.World, where the program has them; QuestPDF's own where it has none.
    /// </summary>
    public IReadOnlyList<FontSet> Fonts { get; init; } = [];

    /// <summary>True for a title page. Default true.</summary>
    public bool HasTitlePage { get; init; } = true;

    /// <summary>True for a table of contents. Default true.</summary>
    public bool HasContents { get; init; } = true;

    /// <summary>
    /// Turns images of kinds that QuestPDF cannot read (SVG, AVIF, HEIC, TIFF) into ones that it can. Null, the default, leaves the
    /// alternative text with the caption in their place, and says so (FB453).
    /// </summary>
    public IImageProcessor? ImageProcessor { get; init; }

    /// <summary>The few words that are printed besides the text; null for those of each text's language.</summary>
    public BookLabels? Labels { get; init; }

    /// <summary>The width of the text in points.</summary>
    internal float TextWidth => (float)(PageSize.Width - Margins.Inner - Margins.Outer);

    /// <summary>The height of the text in points.</summary>
    internal float TextHeight => (float)(PageSize.Height - Margins.Top - Margins.Bottom);

    /// <summary>Says what is wrong with the options.</summary>
    /// <exception cref="ArgumentException">A value is out of its range, or the margins leave no room for text.</exception>
    internal void Check()
    {
        Require(FontSize is >= 5 and <= 36, nameof(FontSize));
        Require(LineHeight is >= 0.5 and <= 3, nameof(LineHeight));
        Require(TextWidth >= 12 * FontSize && TextHeight >= 12 * FontSize, nameof(Margins));
    }

    private static void Require(bool condition, string name)
    {
        if (!condition)
        {
            throw new ArgumentException($"QuestPdfOptions.{name} is out of range.", name);
        }
    }
}
