namespace FeedBook;

public static partial class DiagnosticIds
{
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
}
