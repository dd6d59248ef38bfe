namespace FeedBook.Epub;

/// <summary>The reading system (EPUB's word for an e-reader and its software) whose known limits a book keeps to.</summary>
public enum ReadingSystem
{
    /// <summary>Any that reads EPUB 3.</summary>
    Any,

    /// <summary>Kindle, by way of Send to Kindle, which converts the EPUB.</summary>
    Kindle,

    /// <summary>Kobo's own engine, which reads files named <c>.kepub.epub</c> and keeps its place by marked sentences.</summary>
    Kobo,
}
