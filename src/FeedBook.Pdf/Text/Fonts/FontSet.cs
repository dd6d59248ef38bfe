namespace FeedBook.Pdf;

/// <summary>Families of fonts in order of preference, as a package or a caller offers them. Immutable; shared by any number of documents and threads.</summary>
public sealed class FontSet
{
    /// <summary>A collection of these families.</summary>
    /// <param name="families">In order of preference; may be empty.</param>
    public FontSet(params IEnumerable<PdfFontFamily> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        Families = [.. families];
    }

    /// <summary>In order of preference.</summary>
    public IReadOnlyList<PdfFontFamily> Families { get; }
}
