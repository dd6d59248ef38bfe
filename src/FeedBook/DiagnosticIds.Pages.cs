namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>FB130: an item's page was read in place of its feed's text.</summary>
    public const string PageRead = "FB130";

    /// <summary>FB131: an item's page is none to be read (a log-in, a bot check, no article in it); the feed's text stands.</summary>
    public const string PageUnusable = "FB131";

    /// <summary>FB132: an item's page says no more than its feed; the feed's text stands.</summary>
    public const string PageShorter = "FB132";

    /// <summary>FB133: the site asks programs not to read the page (<c>robots.txt</c>); the feed's text stands.</summary>
    public const string PageForRobots = "FB133";
}
