namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>FB190: a source could not be read; the book is made of the others.</summary>
    public const string SourceFailed = "FB190";

    /// <summary>FB191: a source has no items, or none that were asked for.</summary>
    public const string SourceEmpty = "FB191";

    /// <summary>FB192: an address was a web page that announces a feed; the feed was read instead.</summary>
    public const string AnnouncedFeed = "FB192";

    /// <summary>FB193: a cover picture could not be fetched; a cover is drawn.</summary>
    public const string CoverFailed = "FB193";

    /// <summary>FB194: there are more sources than <see cref="BookOptions.MaxSources"/>; the rest was not read.</summary>
    public const string TooManySources = "FB194";

    /// <summary>FB195: request headers were not sent to what a source names, since they were given for the source's own origin.</summary>
    public const string HeadersNotSent = "FB195";

    /// <summary>FB196: a further page of a feed could not be read; its first pages are in the book.</summary>
    public const string FeedPageFailed = "FB196";

    /// <summary>FB290: an item could not be made a chapter.</summary>
    public const string ItemFailed = "FB290";

    /// <summary>FB291: an item has no title; its chapter's title was made from its text or date.</summary>
    public const string TitleMade = "FB291";

    /// <summary>FB292: an item has no text and no picture; its chapter holds only its title and its link.</summary>
    public const string ChapterEmpty = "FB292";

    /// <summary>
    /// FB295: a selector of what to remove, of captions or of credits occurs nowhere: in a book, in no item of its source.
    /// </summary>
    public const string SelectorUnused = "FB295";

    /// <summary>
    /// FB293: who listens failed (<see cref="BookBuilder.OnDiagnostic"/>, the caller's progress) and is not told any more; the book is
    /// whole.
    /// </summary>
    public const string ListenerFailed = "FB293";

    /// <summary>FB294: a transform gave back what a book cannot hold; it was mended.</summary>
    public const string TransformMended = "FB294";
}
