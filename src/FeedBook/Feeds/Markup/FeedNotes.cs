using System.Collections.Immutable;
using System.Globalization;

namespace FeedBook.Feeds.Markup;

/// <summary>What the repair path may have to mend.</summary>
internal enum Mend
{
    Rubbish,
    Ampersand,
    HtmlEntity,
    Control,
    Prefix,
    Unclosed,
    Stray,
    Attribute,
    Bracket,
    CData,
    DoubleEncoding,
    DocumentType,
    EntityRefused,
    TooDeep,
    Cut,
    Date,
    Address,
    EmptyItem,
    EncodedTwice,
    TooManyAttributes,
    TooManyFeeds,
    DeepFolder,
}

/// <summary>
/// Counts what was mended while one document was read, so that a thousand bare ampersands make one line and not a thousand.
/// </summary>
internal sealed class FeedNotes
{
    private const int MostNamed = 20;
    private const int FewestTwice = 3;
    private const int MostOnce = 9;
    private int _encodedOnce;
    private readonly int[] _counts = new int[Enum.GetValues<Mend>().Length];
    private readonly string?[] _examples = new string?[Enum.GetValues<Mend>().Length];
    private readonly List<Diagnostic> _others = [];
    private readonly List<Diagnostic> _dates = [];

    /// <summary>Whether text that was encoded twice is mended.</summary>
    public bool MendDoubleEncoding { get; init; }

    public void Count(Mend mend, string? example = null)
    {
        _counts[(int)mend]++;
        _examples[(int)mend] ??= example;
    }

    /// <summary>Counts a text beyond ASCII that was encoded once.</summary>
    public void CountOnce() => _encodedOnce++;

    /// <summary>Whether the whole feed was encoded twice: several texts were, and hardly any other was not.</summary>
    public bool IsEncodedTwice => this[Mend.EncodedTwice] >= FewestTwice && this[Mend.EncodedTwice] >= _encodedOnce * MostOnce;

    /// <summary>Notes a date that cannot be read. The first few items are named one by one, the others are counted.</summary>
    /// <param name="text">The date as written.</param>
    /// <param name="item">The item's title or id; null for the feed's own date.</param>
    public void Date(string text, string? item)
    {
        if (_dates.Count >= MostNamed)
        {
            Count(Mend.Date, text);
            return;
        }

        _dates.Add(new Diagnostic(DiagnosticIds.DateUnreadable, DiagnosticSeverity.Warning,
            $"The date '{Excerpt(text)}' cannot be read.") { Item = item });
    }

    public int this[Mend mend] => _counts[(int)mend];

    public void Add(string id, DiagnosticSeverity severity, string message) => _others.Add(new Diagnostic(id, severity, message));

    /// <summary>Forgets what was noted of the markup: it is going to be read again.</summary>
    public void Restart()
    {
        Array.Clear(_counts);
        _encodedOnce = 0;
        _dates.Clear();
    }

    public ImmutableArray<Diagnostic> ToDiagnostics()
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        all.AddRange(_others);
        var mended = new List<string>();
        for (var mend = Mend.Rubbish; mend <= Mend.DocumentType; mend++)
        {
            if (this[mend] > 0)
            {
                mended.Add(Describe(mend, this[mend]));
            }
        }

        if (mended.Count > 0)
        {
            bool serious = Enumerable.Range(0, (int)Mend.DocumentType).Any(m => _counts[m] > 0);
            all.Add(new Diagnostic(DiagnosticIds.FeedMended, serious ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                "The feed was mended: " + string.Join(", ", mended) + "."));
        }

        Note(all, Mend.EntityRefused, DiagnosticIds.EntityRefused,
            "{0} entities were not expanded: they nest, are too long, or come from elsewhere.");
        Note(all, Mend.TooDeep, DiagnosticIds.FeedTooDeep, "{0} elements are nested too deep and were flattened.");
        Note(all, Mend.TooManyAttributes, DiagnosticIds.FeedTooDeep, "{0} attributes beyond the limit of their elements were left out.");
        Note(all, Mend.DeepFolder, DiagnosticIds.FeedTooDeep, "{0} outlines stand too deep: the folders below the limit are not named.");
        Note(all, Mend.TooManyFeeds, DiagnosticIds.TooManyItems, "The list names more feeds than the limit; the rest was not read.");
        Note(all, Mend.Cut, DiagnosticIds.FeedCut, "The feed ends in the middle; what was there is kept.");
        all.AddRange(_dates);
        Note(all, Mend.Date, DiagnosticIds.DateUnreadable, "{0} more dates cannot be read, for instance '{1}'.");
        Note(all, Mend.Address, DiagnosticIds.AddressUnreadable, "{0} addresses cannot be used, for instance '{1}'.");
        Note(all, Mend.EmptyItem, DiagnosticIds.FeedItemEmpty, "{0} empty items were left out.");
        Note(all, Mend.EncodedTwice, DiagnosticIds.EncodingMended,
            "{0} texts look as if they were encoded twice, for instance '{1}'; they are kept unless the options say to mend them.");
        return all.ToImmutable();
    }

    private void Note(ImmutableArray<Diagnostic>.Builder all, Mend mend, string id, string message)
    {
        if (this[mend] > 0)
        {
            string example = Excerpt(_examples[(int)mend] ?? "");
            string text = message.Replace("{0}", this[mend].ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{1}", example, StringComparison.Ordinal);
            all.Add(new Diagnostic(id, mend is Mend.EmptyItem ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, text));
        }
    }

    private static string Excerpt(string text) => text.Length > 60 ? text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…" : text;

    private static string Describe(Mend mend, int count) => string.Create(CultureInfo.InvariantCulture, $"{mend switch
    {
        Mend.Rubbish => "rubbish before the document",
        Mend.Ampersand => "bare '&'",
        Mend.HtmlEntity => "HTML entities",
        Mend.Control => "control characters",
        Mend.Prefix => "undeclared prefixes",
        Mend.Unclosed => "unclosed elements",
        Mend.Stray => "end tags without a start",
        Mend.Attribute => "broken attributes",
        Mend.Bracket => "bare '<'",
        Mend.CData => "broken CDATA sections",
        Mend.DoubleEncoding => "texts that were encoded twice",
        _ => "a document type declaration that was not followed",
    }} ({count})");
}
