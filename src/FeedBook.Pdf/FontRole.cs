namespace FeedBook.Pdf;

/// <summary>What a family of fonts is used for in a book.</summary>
public enum FontRole
{
    /// <summary>Running text with serifs.</summary>
    Serif,

    /// <summary>Headings, captions and heads without serifs.</summary>
    Sans,

    /// <summary>Code: every character as wide as the next.</summary>
    Mono,

    /// <summary>Only for characters that the other families lack: another script, symbols, emoji.</summary>
    Fallback,
}
