namespace FeedBook;

/// <content>Articles, FB200 to FB249, and their figures, FB250 to FB299.</content>
public static partial class DiagnosticIds
{
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
}
