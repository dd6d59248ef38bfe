namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>FB100: a source holds no feed, and no page either; the message says so where its bytes are no text at all.</summary>
    public const string NoFeed = "FB100";

    /// <summary>FB101: a feed is not well-formed and was mended; the message says what was.</summary>
    public const string FeedMended = "FB101";

    /// <summary>FB102: a feed ends in the middle; what was there is kept.</summary>
    public const string FeedCut = "FB102";

    /// <summary>FB103: a feed is larger than the limit; the rest was not read.</summary>
    public const string FeedTooLarge = "FB103";

    /// <summary>FB104: a feed has more items than the limit; the rest was not read.</summary>
    public const string TooManyItems = "FB104";

    /// <summary>FB105: elements are nested deeper than the limit; the deepest were flattened.</summary>
    public const string FeedTooDeep = "FB105";

    /// <summary>FB106: bytes that the encoding does not know were replaced, or the encoding was not the declared one.</summary>
    public const string EncodingMended = "FB106";

    /// <summary>FB107: a date cannot be read; the item has none.</summary>
    public const string DateUnreadable = "FB107";

    /// <summary>FB108: an address cannot be read or may not be used; it was left out.</summary>
    public const string AddressUnreadable = "FB108";

    /// <summary>FB109: a document type declaration was not followed, or an entity's expansion was refused.</summary>
    public const string EntityRefused = "FB109";

    /// <summary>FB110: an empty item was left out.</summary>
    public const string FeedItemEmpty = "FB110";

    /// <summary>FB111: the document is no feed but a page; it was taken as one item.</summary>
    public const string PageAsItem = "FB111";

    /// <summary>
    /// FB112: an article that another feed also has was folded into that one; the message says which of them is kept, and why.
    /// </summary>
    public const string DuplicateFolded = "FB112";

    /// <summary>FB113: items were left out because the source's options say so (filter, age, number).</summary>
    public const string ItemsLeftOut = "FB113";

    /// <summary>FB117: an item attaches more films, sounds and files than are named in its chapter.</summary>
    public const string AttachmentLeftOut = "FB117";

    /// <summary>FB116: an item's full text is only a link; its description was read in its place.</summary>
    public const string SummaryRead = "FB116";
}
