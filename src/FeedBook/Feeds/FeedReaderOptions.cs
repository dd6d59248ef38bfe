namespace FeedBook.Feeds;

/// <summary>How a feed's bytes are read, and the limits that keep a hostile or broken one harmless.</summary>
public sealed record FeedReaderOptions
{
    /// <summary>The defaults.</summary>
    public static FeedReaderOptions Default { get; } = new();

    /// <summary>
    /// The character set that the transport declared (HTTP's <c>charset</c>); null when it declared none. An unknown name is ignored with a
    /// diagnostic.
    /// </summary>
    public string? Charset { get; init; }

    /// <summary>
    /// Whether <see cref="Charset"/> is certain, as somebody says who knows the source: then only a byte order mark wins over it, neither
    /// the document's own declaration nor what its bytes look like. Default false.
    /// </summary>
    public bool IsCharsetCertain { get; init; }

    /// <summary>The most bytes read; what follows is left out with a diagnostic (FB103). At least 1. Default 32 MiB.</summary>
    public int MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// The most items read, in document order; the rest is left out with a diagnostic (FB104). At least 1. Default 10,000.
    /// </summary>
    public int MaxItems { get; init; } = 10_000;

    /// <summary>
    /// The deepest nesting of elements kept; deeper ones are flattened with a diagnostic (FB105). Between 8 and 512. Default 256.
    /// </summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>
    /// Whether text that was encoded twice ('Ã©' for 'é') is mended wherever it stands, with a diagnostic (FB101). Default false: what a
    /// feed really says is then kept, as other readers do, and told (FB106). A book mends a feed that was encoded twice as a whole.
    /// </summary>
    public bool MendDoubleEncoding { get; init; }

    /// <summary>The same for one source of a book.</summary>
    /// <param name="declared">What its transport declared; null when nothing.</param>
    /// <param name="certain">What the caller says of it; null when nothing.</param>
    internal FeedReaderOptions For(string? declared, string? certain) => this with
    {
        Charset = certain ?? (IsCharsetCertain ? Charset : declared ?? Charset),
        IsCharsetCertain = certain is not null || IsCharsetCertain,
        MendsWholeFeed = true,
    };

    /// <summary>Whether a feed that was encoded twice as a whole is mended: for books.</summary>
    internal bool MendsWholeFeed { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxItems, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDepth, 8);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDepth, 512);
    }
}
