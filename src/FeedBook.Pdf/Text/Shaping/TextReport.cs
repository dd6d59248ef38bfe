namespace FeedBook.Pdf.Text;

/// <summary>What could not be set as it should be, gathered over one document. One thread.</summary>
internal sealed class TextReport
{
    private readonly SortedDictionary<int, int> _missing = [];
    private readonly List<string> _refused = [];

    /// <summary>
    /// Code points that no font has, and how often each was met. They are drawn as the first font's empty box; the text is kept.
    /// </summary>
    public IReadOnlyDictionary<int, int> MissingCharacters => _missing;

    /// <summary>English names of scripts without spaces whose lines end between syllables, since there is no list of their words.</summary>
    public ICollection<string> ScriptsWithoutWords { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>One message for each font that could not be used.</summary>
    public IReadOnlyList<string> RefusedFonts => _refused;

    public void AddMissing(int codePoint) => _missing[codePoint] = _missing.GetValueOrDefault(codePoint) + 1;

    public void AddRefused(string message) => _refused.Add(message);
}
