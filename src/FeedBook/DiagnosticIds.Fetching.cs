namespace FeedBook;

public static partial class DiagnosticIds
{
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
}
