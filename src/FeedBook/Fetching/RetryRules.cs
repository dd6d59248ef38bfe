using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>What an answer that is no success means, whether asking again may help, and when.</summary>
internal static class RetryRules
{
    public static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect or HttpStatusCode.MultipleChoices;

    /// <summary>
    /// Whether an answer brings all that was asked for: a success with a body, also one that calls itself a part and is the whole.
    /// </summary>
    public static bool IsWhole(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            return response.Content.Headers.ContentRange is { From: 0, To: { } last, Length: { } length } && last + 1 == length;
        }

        return response.IsSuccessStatusCode && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent);
    }

    /// <summary>Whether a refusal may come of the headers that ask whether something has changed.</summary>
    public static bool MayBeOfTheCondition(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.NotAcceptable or HttpStatusCode.PreconditionFailed
            or HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.ExpectationFailed or HttpStatusCode.RequestHeaderFieldsTooLarge
            or HttpStatusCode.InternalServerError or HttpStatusCode.NotImplemented;

    /// <summary>Where a redirect leads; null when it does not say.</summary>
    public static Uri? Target(Uri from, HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location)
        {
            return null;
        }

        Uri? target = location.IsAbsoluteUri ? location : RelativeAddress.TryResolve(from, location.OriginalString, out Uri? absolute)
            ? absolute : null;

        // A file: or data: target is refused by the guard, which knows http and https only.
        // A name and a password in it are the server's, not the reader's: they are not sent.
        return target is null || !HostName.IsUsable(target) ? null : WithoutFragment(WrittenAddress.WithoutUser(target));
    }

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0
        ? address
        : new Uri(address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped), UriKind.Absolute);

    /// <summary>
    /// The wait before the next try: what the server asks for, else twice as long each time, spread by chance so that many do not return at
    /// once.
    /// </summary>
    public static TimeSpan Delay(FetchOptions options, int attempt, TimeSpan? retryAfter)
    {
        if (retryAfter is { } asked)
        {
            return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
        }

        double factor = Math.Pow(2, Math.Min(attempt - 1, 20)) * (0.5 + Random.Shared.NextDouble());
        TimeSpan delay = options.RetryDelay * factor;
        return delay < options.MaxRetryDelay ? delay : options.MaxRetryDelay;
    }

    /// <summary>The failure behind an answer that is no success.</summary>
    public static Attempt Refusal(Uri address, HttpResponseMessage response, DateTimeOffset now)
    {
        int status = (int)response.StatusCode;

        // A page that asks the visitor to prove to be a person; asking again does not help.
        bool challenge = response.Headers.Contains("cf-mitigated");
        (ResourceFailure failure, string what) = status switch
        {
            404 or 410 => (ResourceFailure.NotFound, "there is nothing there"),
            _ when challenge => (ResourceFailure.Blocked, "the server stops programs"),
            401 or 402 or 407 => (ResourceFailure.Blocked, "the server asks who is there"),
            403 or 451 => (ResourceFailure.Blocked, "the server refuses"),
            429 => (ResourceFailure.Blocked, "the server says it is asked too often"),
            204 or 205 => (ResourceFailure.Server, "the server sent nothing"),
            206 => (ResourceFailure.Server, "the server sent no whole answer"),
            _ => (ResourceFailure.Server, status >= 500 ? "the server failed" : "the server did not take the request"),
        };
        bool passing = !challenge && (status is 408 or 425 or 429 || (status >= 500 && status is not (501 or 505)));
        return Attempt.Failed(
            address,
            new ResourceException(failure, string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {what}.")) { Status = status },
            passing,
            passing ? RetryAfter(response, now) : null);
    }

    /// <summary>The failure behind a connection that broke or never came to be.</summary>
    public static Attempt Broken(Uri address, Exception exception)
    {
        // The guard's own refusal arrives wrapped by the client.
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case ResourceException refused:
                    return Attempt.Failed(address, refused, isPassing: false);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.NoRecovery }:
                    return Attempt.Failed(address,
                        new ResourceException(ResourceFailure.Network, $"There is no host '{address.Host}'.", exception), isPassing: false);
                case AuthenticationException:
                    return Attempt.Failed(address,
                        new ResourceException(ResourceFailure.Network,
                        $"The connection to '{address.Host}' is not trusted: {inner.Message}", exception), isPassing: false);
                default:
                    break;
            }
        }

        HttpRequestError error = exception is HttpRequestException request ? request.HttpRequestError : exception is HttpIOException io
            ? io.HttpRequestError : HttpRequestError.Unknown;
        string what = error switch
        {
            HttpRequestError.ResponseEnded => "The answer broke off.",
            HttpRequestError.ConnectionError => $"'{address.Host}' could not be reached.",
            HttpRequestError.InvalidResponse => "The answer is no valid HTTP.",
            HttpRequestError.ConfigurationLimitExceeded => "The answer's headers are too long.",
            _ => "The connection broke: " + (exception.InnerException ?? exception).Message,
        };
        bool passing = error is not (HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
            or HttpRequestError.VersionNegotiationError);
        return Attempt.Failed(address, new ResourceException(ResourceFailure.Network, what, exception), passing);
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter is not { } header ? null : header.Delta ?? (header.Date - now);
}
