namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>A character has no glyph in any font: a box stands for it, its text is kept for search and copy.</summary>
    public const string PdfMissingCharacter = "FB450";

    /// <summary>A script without spaces between words is broken between syllables, since no list of its words is there.</summary>
    public const string PdfWordsUnknown = "FB451";

    /// <summary>A font could not be used.</summary>
    public const string PdfFontRefused = "FB452";

    /// <summary>A picture could not be shown in a PDF: a placeholder stands in its place, its caption is kept.</summary>
    public const string PdfPictureNotShown = "FB453";

    /// <summary>A table is too wide for the page even when made smaller and turned: its rows are set one below another.</summary>
    public const string PdfTableLinearized = "FB454";

    /// <summary>An address is too long for a QR code that fits the page: it is printed in letters only.</summary>
    public const string PdfCodeNotPrinted = "FB455";

    /// <summary>A picture is damaged: what could be read of it is shown, the rest of it is white.</summary>
    public const string PdfPictureDamaged = "FB456";
}
