namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>FB400: a picture is of a kind that EPUB does not know; its alternative text stands in its place.</summary>
    public const string ImageKindNotInEpub = "FB400";

    /// <summary>FB401: a chapter was so long that it was cut into several files.</summary>
    public const string ChapterSplit = "FB401";
}
