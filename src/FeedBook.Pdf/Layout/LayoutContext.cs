using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>What all parts of one book share while it is printed. For one thread.</summary>
/// <param name="document">The document.</param>
/// <param name="fonts">The fonts.</param>
/// <param name="options">The options, checked.</param>
/// <param name="book">The book.</param>
internal sealed class LayoutContext(PdfDocument document, FontLibrary fonts, PdfOptions options, Book book)
{
    private readonly Dictionary<(FontRole, bool, bool, string, double, double, byte), RunStyle> styles = [];
    private readonly HashSet<(string, Uri?)> reported = [];

    /// <summary>The document.</summary>
    public PdfDocument Document { get; } = document;

    /// <summary>Turns text into glyphs.</summary>
    public TextShaper Shaper { get; } = new(fonts);

    /// <summary>The fonts.</summary>
    public FontLibrary Fonts { get; } = fonts;

    /// <summary>The options.</summary>
    public PdfOptions Options { get; } = options;

    /// <summary>The book.</summary>
    public Book Book { get; } = book;

    /// <summary>Which of the book's names need not be said again.</summary>
    public BookNames Names { get; } = new(book);

    /// <summary>What could not be shown.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The figures with captions, for their list.</summary>
    public List<(string Caption, PagePlace Place)> Figures { get; } = [];

    /// <summary>Where links between articles of the book lead.</summary>
    public ChapterTargets Targets { get; } = new(book, document);

    /// <summary>How many ids of notes were given.</summary>
    public int NoteCount { get; set; }

    /// <summary>The few words that are printed besides the text.</summary>
    public BookLabels Labels(string language) => Options.Labels ?? BookLabels.For(language);

    /// <summary>A style; the same one for the same wishes.</summary>
    public RunStyle Style(FontRole role, bool bold, bool italic, string language, double size, double rise = 0, bool keepsSpaces = false,
        bool hyphenates = true)
    {
        var key = (role, bold, italic, language, size, rise, (byte)((keepsSpaces ? 1 : 0) | (hyphenates ? 2 : 0)));
        if (!styles.TryGetValue(key, out RunStyle? style))
        {
            style = new RunStyle(Fonts.Chain(role, bold, italic, language), size)
            {
                Language = language,
                Rise = rise,
                KeepSpaces = keepsSpaces,
                Ligatures = !keepsSpaces,
                Hyphenate = hyphenates && !keepsSpaces && Options.HasHyphenation,
            };
            styles.Add(key, style);
        }

        return style;
    }

    /// <summary>Reports what could not be shown; the same trouble with the same address once.</summary>
    public void Report(string id, string message, string? item = null, Uri? address = null,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning)
    {
        if (reported.Add((id + message, address)))
        {
            Diagnostics.Add(new Diagnostic(id, severity, message) { Item = item, Address = address });
        }
    }
}
