namespace FeedBook;

/// <summary>
/// The ids of every <see cref="Diagnostic"/>. An id, once published, keeps its meaning.
/// <c>FB1xx</c> feeds and fetching, <c>FB2xx</c> articles, <c>FB3xx</c> pictures, <c>FB4xx</c> writers; <c>FB900</c> to <c>FB999</c> are
/// never given here and free for writers, transforms and image processors of others.
/// </summary>
public static class DiagnosticIds
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

    /// <summary>FB116: an item's full text is only a link; its description was read in its place.</summary>
    public const string SummaryRead = "FB116";

    /// <summary>FB117: an item attaches more films, sounds and files than are named in its chapter.</summary>
    public const string AttachmentLeftOut = "FB117";

    /// <summary>FB130: an item's page was read in place of its feed's text.</summary>
    public const string PageRead = "FB130";

    /// <summary>FB131: an item's page is none to be read (a log-in, a bot check, no article in it); the feed's text stands.</summary>
    public const string PageUnusable = "FB131";

    /// <summary>FB132: an item's page says no more than its feed; the feed's text stands.</summary>
    public const string PageShorter = "FB132";

    /// <summary>FB133: the site asks programs not to read the page (<c>robots.txt</c>); the feed's text stands.</summary>
    public const string PageForRobots = "FB133";

    /// <summary>FB134: labels, links or boxes among the paragraphs of an item's page were left out of its article.</summary>
    public const string PagePartsLeftOut = "FB134";

    /// <summary>FB135: sentences among the paragraphs of an item's page were left out of its article.</summary>
    public const string PageWordsLeftOut = "FB135";

    /// <summary>FB150: the network failed: no such host, refused, reset, cut short.</summary>
    public const string FetchNetwork = "FB150";

    /// <summary>FB151: the server says there is nothing there (404, 410).</summary>
    public const string FetchNotFound = "FB151";

    /// <summary>FB152: the server refuses (401, 403, 429, or a page that stops robots).</summary>
    public const string FetchBlocked = "FB152";

    /// <summary>FB153: the server failed, or what it sent cannot be read.</summary>
    public const string FetchServer = "FB153";

    /// <summary>FB154: a time limit of <see cref="FetchOptions"/> was passed.</summary>
    public const string FetchTimeout = "FB154";

    /// <summary>FB155: a byte limit of <see cref="FetchOptions"/> was passed.</summary>
    public const string FetchTooLarge = "FB155";

    /// <summary>
    /// FB156: the address may not be fetched: a private or local host (<see cref="FetchOptions.AllowedHosts"/> lets it in), or a scheme
    /// other than those allowed.
    /// </summary>
    public const string FetchForbidden = "FB156";

    /// <summary>FB157: too many redirects, or a redirect in a circle.</summary>
    public const string FetchRedirects = "FB157";

    /// <summary>FB158: a file that is not there, or the loader works without a network.</summary>
    public const string FetchUnavailable = "FB158";

    /// <summary>FB159: a server's answer was faulty (it broke off, or is not packed as it says); what came of it was used.</summary>
    public const string FetchMended = "FB159";

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

    /// <summary>The item's HTML is longer than <see cref="ArticleOptions.MaxHtmlLength"/>; the rest was left out.</summary>
    public const string HtmlTooLong = "FB200";

    /// <summary>The HTML nests deeper than any article needs; it was flattened, its text kept.</summary>
    public const string HtmlTooDeep = "FB201";

    /// <summary>Something that the page hides (<c>display:none</c>, <c>hidden</c>, text for screen readers) was left out.</summary>
    public const string HiddenContent = "FB202";

    /// <summary>A button, a menu or another part of a form was left out.</summary>
    public const string FormControl = "FB203";

    /// <summary>A promotional line ('The post … appeared first on …') was left out.</summary>
    public const string Promotion = "FB204";

    /// <summary>What only a browser can show (a drawing, a script's replacement text) was left out.</summary>
    public const string ScriptedContent = "FB205";

    /// <summary>A link leads nowhere a book can lead to; its text was kept.</summary>
    public const string LinkDropped = "FB206";

    /// <summary>A link's place in the same article does not exist; its text was kept.</summary>
    public const string MissingTarget = "FB207";

    /// <summary>A heading that only repeats the item's title was left out.</summary>
    public const string RepeatedTitle = "FB208";

    /// <summary>
    /// A selector in the options is not understood and was not used; a book tells it once. <see cref="Html.SelectorSyntax"/> finds it
    /// before.
    /// </summary>
    public const string InvalidSelector = "FB209";

    /// <summary>Something was left out because a selector in the options says so.</summary>
    public const string RemovedBySelector = "FB210";

    /// <summary>
    /// A selector in the options that says what to keep matches nothing; the whole item was kept. Told once a source where it holds for all
    /// its items.
    /// </summary>
    public const string NothingToKeep = "FB211";

    /// <summary>A film, a sound or a framed page has no address that a book could name; its own text was kept.</summary>
    public const string EmbedWithoutAddress = "FB212";

    /// <summary>A formula that the source has in TeX alone stands in the text as it is written there.</summary>
    public const string FormulaFlattened = "FB213";

    /// <summary>The words of a note's link back to its mark were left out: writers make such links anew.</summary>
    public const string NoteLabel = "FB214";

    /// <summary>The line numbers beside a code were left out: writers number lines themselves, or not at all.</summary>
    public const string LineNumbers = "FB215";

    /// <summary>
    /// Words of the source stand neither in the article nor in another diagnostic. Debug builds look for such words; each is a fault of
    /// FeedBook.
    /// </summary>
    public const string UnaccountedWords = "FB216";

    /// <summary>
    /// A comment, a script or an attribute's value lacks its end; it was ended where the article goes on, and its words are told.
    /// </summary>
    public const string BrokenMarkup = "FB218";

    /// <summary>A formula that the source has in several forms stands in the book once; the others were left out.</summary>
    public const string FormulaRepeated = "FB220";

    /// <summary>A sign that only serves the page (¶, # or a chain by which a heading links to itself) was left out.</summary>
    public const string PageSign = "FB221";

    /// <summary>The article has more pictures than <see cref="ArticleOptions.MaxImages"/>; the rest were left out.</summary>
    public const string TooManyImages = "FB250";

    /// <summary>A picture has no address that can be fetched.</summary>
    public const string PictureWithoutAddress = "FB251";

    /// <summary>A picture that only counts readers was left out.</summary>
    public const string TrackingPixel = "FB252";

    /// <summary>
    /// A picture that belongs to the page and not to the article (an icon, an avatar, a teaser, an advertisement, a hidden one) was left
    /// out.
    /// </summary>
    public const string PageFurniture = "FB253";

    /// <summary>A label of the page's own beside an image ('Image caption', 'Click to enlarge', '3 of 12') was left out.</summary>
    public const string ImageLabel = "FB254";

    /// <summary>A picture without a caption was left out because the options say so.</summary>
    public const string UncaptionedPicture = "FB255";

    /// <summary>FB290: an item could not be made a chapter.</summary>
    public const string ItemFailed = "FB290";

    /// <summary>FB291: an item has no title; its chapter's title was made from its text or date.</summary>
    public const string TitleMade = "FB291";

    /// <summary>FB292: an item has no text and no picture; its chapter holds only its title and its link.</summary>
    public const string ChapterEmpty = "FB292";

    /// <summary>
    /// FB293: who listens failed (<see cref="BookBuilder.OnDiagnostic"/>, the caller's progress) and is not told any more; the book is
    /// whole.
    /// </summary>
    public const string ListenerFailed = "FB293";

    /// <summary>FB294: a transform gave back what a book cannot hold; it was mended.</summary>
    public const string TransformMended = "FB294";

    /// <summary>
    /// FB295: a selector of what to remove, of captions or of credits occurs nowhere: in a book, in no item of its source.
    /// </summary>
    public const string SelectorUnused = "FB295";

    /// <summary>FB301: a picture could not be fetched from any of its addresses; its alternative text and caption stay.</summary>
    public const string ImageNotFetched = "FB301";

    /// <summary>FB302: a picture's address may not be fetched: a private or local host, or a scheme other than those allowed.</summary>
    public const string ImageForbidden = "FB302";

    /// <summary>FB303: a picture has more bytes than <see cref="FetchOptions.MaxImageBytes"/>.</summary>
    public const string ImageTooManyBytes = "FB303";

    /// <summary>FB304: a picture has more pixels than <see cref="ImageOptions.MaxPixels"/>.</summary>
    public const string ImageTooManyPixels = "FB304";

    /// <summary>FB305: what came is no picture: a web page, text, nothing.</summary>
    public const string ImageNotAPicture = "FB305";

    /// <summary>FB306: a picture's file is broken.</summary>
    public const string ImageBroken = "FB306";

    /// <summary>FB307: a picture's file was cut short and is shown as far as it goes.</summary>
    public const string ImageRepaired = "FB307";

    /// <summary>FB308: readers do not show this kind of picture and no processor converts it.</summary>
    public const string ImageKindNotShown = "FB308";

    /// <summary>FB309: a WebP picture was kept; older readers leave it blank.</summary>
    public const string ImageWebPKept = "FB309";

    /// <summary>FB310: scripts, external references or foreign elements were taken out of an SVG.</summary>
    public const string SvgCleaned = "FB310";

    /// <summary>FB311: an SVG was refused: not well-formed, without a size, or beyond a limit.</summary>
    public const string SvgRefused = "FB311";

    /// <summary>FB312: a picture came from a later one of its addresses (the origin behind a proxy, a smaller copy).</summary>
    public const string ImageFallback = "FB312";

    /// <summary>FB313: the pictures were made smaller to keep the book below <see cref="ImageOptions.MaxBookBytes"/>.</summary>
    public const string ImagesShrunk = "FB313";

    /// <summary>FB314: the book stays above <see cref="ImageOptions.MaxBookBytes"/>.</summary>
    public const string BookTooLarge = "FB314";

    /// <summary>
    /// FB315: an image that shows nothing was left out: a pixel, a transparent one, a line, one of a single colour of which nothing is
    /// said.
    /// </summary>
    public const string ImageBlank = "FB315";

    /// <summary>FB316: pictures were left out because <see cref="FetchOptions.PicturesTimeout"/> had passed.</summary>
    public const string PicturesTimeUp = "FB316";

    /// <summary>
    /// FB317: the image processor failed on a picture; it stays as published, or goes where readers do not show its kind.
    /// </summary>
    public const string ImageProcessorFailed = "FB317";

    /// <summary>FB350: the library that fits pictures to a device (libvips) is not on this machine; pictures stay as published.</summary>
    public const string ImagingUnavailable = "FB350";

    /// <summary>FB351: an animated picture became its first frame.</summary>
    public const string AnimationStilled = "FB351";

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

    /// <summary>A character has no glyph in any font: a box stands for it, its text is kept for search and copy.</summary>
    public const string PdfMissingCharacter = "FB450";

    /// <summary>A script without spaces between words is broken between syllables, since no list of its words is there.</summary>
    public const string PdfWordsUnknown = "FB451";

    /// <summary>A font could not be used.</summary>
    public const string PdfFontRefused = "FB452";

    /// <summary>A picture could not be shown in a PDF: a placeholder stands in its place, its caption is kept.</summary>
    public const string PdfPictureNotShown = "FB453";

    /// <summary>A table is too wide for the page even when made smaller and turned: its rows are set one below another.</summary>
    public const string PdfTableLinearized = "FB454";

    /// <summary>An address is too long for a QR code that fits the page: it is printed in letters only.</summary>
    public const string PdfCodeNotPrinted = "FB455";

    /// <summary>A picture is damaged: what could be read of it is shown, the rest of it is white.</summary>
    public const string PdfPictureDamaged = "FB456";
}
