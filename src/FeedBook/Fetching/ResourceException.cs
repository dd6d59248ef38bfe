namespace FeedBook.Fetching;

/// <summary>Why a resource could not be loaded.</summary>
public enum ResourceFailure
{
    /// <summary>The network failed: no such host, refused, reset, cut short.</summary>
    Network,

    /// <summary>The server says there is nothing (404, 410).</summary>
    NotFound,

    /// <summary>The server refuses (401, 403, 429 and the like, or a page that stops robots).</summary>
    Blocked,

    /// <summary>The server failed or answered with something else than the resource.</summary>
    Server,

    /// <summary>A time limit was passed.</summary>
    Timeout,

    /// <summary>A byte limit was passed.</summary>
    TooLarge,

    /// <summary>The address may not be fetched: a private or local host, or a scheme other than the ones allowed.</summary>
    Forbidden,

    /// <summary>Too many redirects, or a redirect in a circle.</summary>
    Redirects,

    /// <summary>The loader has no such thing: a file that is not there, offline.</summary>
    Unavailable,
}

/// <summary>
/// A resource could not be loaded. Thrown by an <see cref="IResourceLoader"/>; becomes a <see cref="Diagnostic"/> when a book is built.
/// </summary>
public sealed class ResourceException : IOException
{
    /// <summary>Says why.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public ResourceException(ResourceFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>The reason.</summary>
    public ResourceFailure Failure { get; }

    /// <summary>The HTTP status the server answered with; null when it was not the answer that failed.</summary>
    public int? Status { get; init; }

    /// <summary>The diagnostic's id for this failure, <c>FB150</c> to <c>FB158</c>.</summary>
    public string DiagnosticId => Failure switch
    {
        ResourceFailure.NotFound => DiagnosticIds.FetchNotFound,
        ResourceFailure.Blocked => DiagnosticIds.FetchBlocked,
        ResourceFailure.Server => DiagnosticIds.FetchServer,
        ResourceFailure.Timeout => DiagnosticIds.FetchTimeout,
        ResourceFailure.TooLarge => DiagnosticIds.FetchTooLarge,
        ResourceFailure.Forbidden => DiagnosticIds.FetchForbidden,
        ResourceFailure.Redirects => DiagnosticIds.FetchRedirects,
        ResourceFailure.Unavailable => DiagnosticIds.FetchUnavailable,
        _ => DiagnosticIds.FetchNetwork,
    };
}
