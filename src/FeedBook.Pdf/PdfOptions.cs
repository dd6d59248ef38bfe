using FeedBook.Media;

namespace FeedBook.Pdf;

/// <summary>How a book is set and printed. Start from a preset: <c>PdfOptions.A5 with { Columns = 2 }</c>.</summary>
public sealed record PdfOptions
{
    /// <summary>A4, for screens and office printers.</summary>
    public static PdfOptions A4 { get; } = new();

    /// <summary>US Letter.</summary>
    public static PdfOptions Letter { get; } = new() { PageSize = PageSize.Letter, Margins = new(72, 84, 96, 96) };

    /// <summary>A5, for tablets and small print.</summary>
    public static PdfOptions A5 { get; } = new() { PageSize = PageSize.A5, Margins = new(56, 60, 48, 48), FontSize = 9.5 };

    /// <summary>A reader's screen of six inches: narrow margins, no running heads.</summary>
    public static PdfOptions EReader { get; } = new()
    {
        PageSize = PageSize.SixInchReader,
        Margins = new(16, 26, 15, 15),
        FontSize = 9.5,
        LineHeight = 1.35,
        HasRunningHeads = false,
    };

    /// <summary>
    /// A5 pages on A4 sheets in signatures: print on both sides (flip on the short edge), fold, staple. Addresses of links are printed.
    /// </summary>
    public static PdfOptions Booklet { get; } = A5 with
    {
        Margins = new(56, 60, 54, 42),
        IsTwoSided = true,
        IsBooklet = true,
        HasLinkAddresses = true,
    };

    /// <summary>The page's size. Default A4.</summary>
    public PageSize PageSize { get; init; } = PageSize.A4;

    /// <summary>The white around the text. Default for A4: a line of about 75 characters.</summary>
    public PageMargins Margins { get; init; } = new(78, 92, 92, 92);

    /// <summary>True when inner and outer margins change sides from page to page. Default false.</summary>
    public bool IsTwoSided { get; init; }

    /// <summary>One or two columns, up to four. Default 1. Title page and contents have always one.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>The white between columns in points. Default 20.</summary>
    public double ColumnGap { get; init; } = 20;

    /// <summary>The size of the text in points, 5 to 36. Default 10.75.</summary>
    public double FontSize { get; init; } = 10.75;

    /// <summary>
    /// From line to line, as a multiple of <see cref="FontSize"/>, 1 to 3. Default 1.42; East Asian and Arabic texts get somewhat more.
    /// </summary>
    public double LineHeight { get; init; } = 1.42;

    /// <summary>How paragraphs are told apart. Default by indents.</summary>
    public ParagraphSeparation Paragraphs { get; init; }

    /// <summary>True to set text in full lines. Default true; false leaves lines ragged.</summary>
    public bool IsJustified { get; init; } = true;

    /// <summary>True to hyphenate where the language's rules are known. Default true.</summary>
    public bool HasHyphenation { get; init; } = true;

    /// <summary>The kind of type for the text. Default serif.</summary>
    public FontRole TextFont { get; init; } = FontRole.Serif;

    /// <summary>The kind of type for headings, captions and running heads. Default sans.</summary>
    public FontRole HeadingFont { get; init; } = FontRole.Sans;

    /// <summary>
    /// Fonts, in the order in which they are asked for a character: the caller's own first. When empty, those of the packages
    /// FeedBook.Fonts, FeedBook.Fonts.Cjk and FeedBook.Fonts.World, where the program has them.
    /// </summary>
    public IReadOnlyList<FontSet> Fonts { get; init; } = [];

    /// <summary>True for a title page (the book's cover picture, or a drawn page). Default true.</summary>
    public bool HasTitlePage { get; init; } = true;

    /// <summary>True for a table of contents. Default true.</summary>
    public bool HasContents { get; init; } = true;

    /// <summary>True for a list of figures after the contents. Default false.</summary>
    public bool HasListOfFigures { get; init; }

    /// <summary>True for running heads: the book's title and the chapter's. Default true.</summary>
    public bool HasRunningHeads { get; init; } = true;

    /// <summary>True for page numbers. Default true.</summary>
    public bool HasPageNumbers { get; init; } = true;

    /// <summary>True to begin each chapter on a new page. Default true; false saves paper.</summary>
    public bool StartChaptersOnNewPages { get; init; } = true;

    /// <summary>
    /// True to set chapters of a few lines one after another, with smaller titles and images, even where
    /// <see cref="StartChaptersOnNewPages"/> is true. Default true; false gives each its page.
    /// </summary>
    public bool RunOnShortChapters { get; init; } = true;

    /// <summary>Where a figure goes that does not fit on the page. Default: it stays in its place in the text.</summary>
    public FigurePlacement Figures { get; init; }

    /// <summary>True to print the addresses of links as numbered notes at the chapter's end. Default false: links can be clicked.</summary>
    public bool HasLinkAddresses { get; init; }

    /// <summary>
    /// From how many characters on the address of a link is printed as a QR code too, beside its note; a reader of the printed page needs
    /// not type it. Default null: none. Prints the addresses even where <see cref="HasLinkAddresses"/> is false.
    /// </summary>
    public int? QrCodeLength { get; init; }

    /// <summary>
    /// Turns images of kinds that a PDF cannot hold (SVG, WebP, AVIF, HEIC, TIFF) into ones that it can, while the book is written. Null,
    /// the default, leaves a placeholder with the caption in their place, and says so (FB453).
    /// </summary>
    public IImageProcessor? ImageProcessor { get; init; }

    /// <summary>The few words that are printed besides the text; null for those of each text's language.</summary>
    public BookLabels? Labels { get; init; }

    /// <summary>True to mark the file as PDF/A-2a besides PDF/UA-1. Default false.</summary>
    public bool IsArchival { get; init; }

    /// <summary>True to put two pages beside each other on sheets that are folded into a booklet. Default false.</summary>
    public bool IsBooklet { get; init; }

    /// <summary>How many sheets of a booklet are folded into one another, 1 to 16. Default 4 (16 pages).</summary>
    public int SheetsASignature { get; init; } = 4;

    /// <summary>Whether the addresses of links are printed.</summary>
    internal bool HasLinkNotes => HasLinkAddresses || QrCodeLength is not null;

    /// <summary>Says what is wrong with the options.</summary>
    /// <exception cref="ArgumentException">A value is out of its range, or the margins leave no room for text.</exception>
    internal void Check()
    {
        Require(PageSize.Width is >= 72 and <= 14400 && PageSize.Height is >= 72 and <= 14400, nameof(PageSize));
        Require(Columns is >= 1 and <= 4 && ColumnGap >= 0, nameof(Columns));
        Require(FontSize is >= 5 and <= 36, nameof(FontSize));
        Require(LineHeight is >= 1 and <= 3, nameof(LineHeight));
        Require(SheetsASignature is >= 1 and <= 16, nameof(SheetsASignature));
        Require(QrCodeLength is null or > 0, nameof(QrCodeLength));
        double column = (PageSize.Width - Margins.Inner - Margins.Outer - ((Columns - 1) * ColumnGap)) / Columns;
        double height = PageSize.Height - Margins.Top - Margins.Bottom;
        Require(Math.Min(Math.Min(Margins.Top, Margins.Bottom), Math.Min(Margins.Inner, Margins.Outer)) >= 0 && column >= 6 * FontSize
            && height >= 6 * FontSize, nameof(Margins));
    }

    private static void Require(bool condition, string name)
    {
        if (!condition)
        {
            throw new ArgumentException($"PdfOptions.{name} is out of range.", name);
        }
    }
}

/// <summary>How paragraphs are told apart.</summary>
public enum ParagraphSeparation
{
    /// <summary>By the indent of their first lines, as in books; two ems in Chinese, one in Japanese.</summary>
    Indents,

    /// <summary>By space between them, as on screens.</summary>
    Space,
}

/// <summary>Where a figure goes that does not fit on the page even when made somewhat smaller.</summary>
public enum FigurePlacement
{
    /// <summary>In its place: the page ends before it.</summary>
    InPlace,

    /// <summary>To the top of the next column; the text goes on before it.</summary>
    Top,
}
