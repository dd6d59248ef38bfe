using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Text;

/// <summary>
/// The fonts of one document: picks chains, loads faces when a character first needs them and holds them until the document is done.
/// One thread at a time.
/// </summary>
internal sealed class FontLibrary
{
    private readonly List<PdfFontFamily> _families;
    private readonly Dictionary<(FontRole, bool, bool, string?), FontChain> _chains = [];
    private readonly Dictionary<PdfFont, FontFace?> _faces = new(ReferenceEqualityComparer.Instance);

    /// <param name="collections">In order of preference; the caller's own first.</param>
    public FontLibrary(IEnumerable<FontSet> collections)
    {
        Collections = [.. collections];
        _families = [.. Collections.SelectMany(c => c.Families)];
    }

    /// <summary>The collections, as they were given.</summary>
    public IReadOnlyList<FontSet> Collections { get; }

    /// <summary>What could not be set as it should be, so far.</summary>
    public TextReport Report { get; } = new();

    /// <summary>
    /// The fonts for a kind of text. Throws <see cref="FeedBookException"/> when not one font can be used.
    /// </summary>
    /// <param name="role">What the text is.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="italic">Whether it is italic.</param>
    /// <param name="language">The language, for the choice among families that draw the same characters in different ways; null:
    /// none.</param>
    public FontChain Chain(FontRole role, bool bold = false, bool italic = false, string? language = null)
    {
        string? preferred = Preferred(language);
        if (!_chains.TryGetValue((role, bold, italic, preferred), out FontChain? chain))
        {
            chain = new FontChain(this, [.. Ordered(role, preferred).Select(f => Pick(f, bold, italic))]);
            _chains.Add((role, bold, italic, preferred), chain);
        }

        return chain;
    }

    /// <summary>The parsed face; null when the font cannot be used, which is reported once.</summary>
    internal FontFace? Load(PdfFont font)
    {
        if (_faces.TryGetValue(font, out FontFace? face))
        {
            return face;
        }

        try
        {
            face = font.Load();
        }
        catch (Exception exception) when (exception is FontFormatException or IOException or UnauthorizedAccessException
            or InvalidDataException)
        {
            Report.AddRefused($"The font {font.Name} is not used: {exception.Message}");
        }

        _faces.Add(font, face);
        return face;
    }

    /// <summary>
    /// First the families of the role, then those made for fallback, then the rest; each group with those of the language first.
    /// A serif face stands in for a sans one sooner than a monospaced one does.
    /// </summary>
    private IEnumerable<PdfFontFamily> Ordered(FontRole role, string? language) =>
        _families.OrderBy(f => f.Role == role ? 0 : f.Role == FontRole.Fallback ? 1 : f.Role == FontRole.Mono ? 3 : 2)
            .ThenBy(f => language is not null && f.Languages.Contains(language, StringComparer.OrdinalIgnoreCase) ? 0
                : f.Languages.Count == 0 ? 1 : 2);

    /// <summary>The longest of the families' language tags that the language falls under; null when none of them is meant for it.</summary>
    private string? Preferred(string? language)
    {
        if (string.IsNullOrEmpty(language))
        {
            return null;
        }

        string tag = language.ToLowerInvariant();

        // Where traditional characters are written, though the tag does not say so.
        tag = tag is "zh-tw" or "zh-hk" or "zh-mo" or "yue" or "yue-hk" ? "zh-hant" : tag;
        return _families.SelectMany(f => f.Languages).Select(l => l.ToLowerInvariant())
            .Where(l => tag == l || (tag.Length > l.Length && tag[l.Length] == '-' && tag.StartsWith(l, StringComparison.Ordinal)))
            .MaxBy(l => l.Length);
    }

    private static FontChoice Pick(PdfFontFamily family, bool bold, bool italic) => (bold, italic) switch
    {
        (true, true) => family.BoldItalic is { } both ? new(both, Synthesis.None)
            : family.Bold is { } heavy ? new(heavy, Synthesis.Oblique)
            : family.Italic is { } slanted ? new(slanted, Synthesis.Bold)
            : new(family.Regular, Synthesis.Bold | Synthesis.Oblique),
        (true, false) => family.Bold is { } heavy ? new(heavy, Synthesis.None) : new(family.Regular, Synthesis.Bold),
        (false, true) => family.Italic is { } slanted ? new(slanted, Synthesis.None) : new(family.Regular, Synthesis.Oblique),
        _ => new(family.Regular, Synthesis.None),
    };
}

/// <summary>A font of a chain, and what must be made up because the family lacks the face that was asked for.</summary>
internal readonly record struct FontChoice(PdfFont Font, Synthesis Synthesis);

/// <summary>A parsed face of a chain.</summary>
internal sealed record ResolvedFace(FontFace Face, Synthesis Synthesis);
