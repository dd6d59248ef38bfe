namespace FeedBook.Epub;

/// <summary>How an EPUB is written.</summary>
public sealed record EpubOptions
{
    /// <summary>EPUB 3.3 for any reader, with an NCX for older ones.</summary>
    public static EpubOptions Standard { get; } = new();

    /// <summary>
    /// For Send to Kindle: no WebP, no text in SVG, a cover that it shows, a language that it knows, and a warning for a book that is too
    /// large to be mailed. Pair it with <see cref="ImageOptions.EInk"/> or <see cref="ImageOptions.Tablet"/>.
    /// </summary>
    public static EpubOptions Kindle { get; } = new() { ReadingSystem = ReadingSystem.Kindle };

    /// <summary>
    /// For Kobo (<c>.kepub.epub</c>): each sentence in a span, by which Kobo's engine keeps the place and counts pages; no WebP, a cover
    /// that it shows. Such a file is still a sound EPUB.
    /// </summary>
    public static EpubOptions Kobo { get; } = new() { ReadingSystem = ReadingSystem.Kobo };

    /// <summary>Whose known limits the book keeps to. Default <see cref="ReadingSystem.Any"/>.</summary>
    public ReadingSystem ReadingSystem { get; init; }

    /// <summary>
    /// The longest chapter file, in bytes of XHTML; longer chapters are split between blocks, since readers grow slow or fail on large
    /// files. 16,384 to 10,000,000. Default 200,000.
    /// </summary>
    public int MaxFileBytes { get; init; } = 200_000;

    /// <summary>Whether an NCX stands beside the navigation document, for readers of EPUB 2. Default true.</summary>
    public bool IncludeNcx { get; init; } = true;

    /// <summary>Whether the navigation document lists the figures that have captions. Default true.</summary>
    public bool HasListOfFigures { get; init; } = true;

    /// <summary>Whether a link to an article that is itself a chapter leads to that chapter. Default true.</summary>
    public bool LinkChapters { get; init; } = true;

    /// <summary>
    /// What paints the cover: picture, title and date on an upright page, as an image that every reader's library shows. Null, the default:
    /// the cover is the picture alone, with title and date below it on the cover's page. A picture that <see cref="BookOptions.Cover"/>
    /// names, by address or file, is a cover already and stays as it is.
    /// </summary>
    public ICoverPainter? CoverPainter { get; init; }

    /// <summary>Further CSS, put after the built-in style sheet; null for none. It is not checked.</summary>
    public string? ExtraStyleSheet { get; init; }

    /// <summary>The words that the writer prints of its own; null for those of the book's language.</summary>
    public BookLabels? Labels { get; init; }
}
