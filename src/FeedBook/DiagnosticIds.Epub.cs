namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>
    /// FB400: a picture is of a kind that EPUB, or the chosen reading system, does not show; its alternative text stands in its place.
    /// </summary>
    public const string ImageKindNotInEpub = "FB400";

    /// <summary>FB401: a chapter was so long that it was cut into several files.</summary>
    public const string ChapterSplit = "FB401";

    /// <summary>FB402: a table has more columns than the chosen reading system has room for; it is written whole.</summary>
    public const string TableTooWide = "FB402";

    /// <summary>FB403: the book is larger than the chosen reading system's ways of sending take.</summary>
    public const string BookTooLargeToSend = "FB403";
}
