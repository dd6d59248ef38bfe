namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>FB190: a source could not be read; the book is made of the others.</summary>
    public const string SourceFailed = "FB190";

    /// <summary>FB191: a source has no items, or none that were asked for.</summary>
    public const string SourceEmpty = "FB191";

    /// <summary>FB192: an address was a web page that announces a feed; the feed was read instead.</summary>
    public const string AnnouncedFeed = "FB192";

    /// <summary>FB193: a cover picture could not be had; a cover is drawn.</summary>
    public const string CoverFailed = "FB193";

    /// <summary>FB290: an item could not be made a chapter.</summary>
    public const string ItemFailed = "FB290";

    /// <summary>FB291: an item has no title; its chapter's title was made from its text or date.</summary>
    public const string TitleMade = "FB291";

    /// <summary>FB292: an item has no text and no picture; its chapter holds only its title and its link.</summary>
    public const string ChapterEmpty = "FB292";
}
