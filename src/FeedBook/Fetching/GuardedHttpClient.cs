using System.Net;

namespace FeedBook.Fetching;

/// <summary>A client whose every connection the guard has checked; its type says so.</summary>
internal sealed class GuardedHttpClient : HttpClient
{
    public GuardedHttpClient(SocketsHttpHandler handler)
        : base(handler, disposeHandler: true)
    {
        // The loader has time limits of its own, for each try and in all.
        Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        DefaultRequestVersion = HttpVersion.Version20;
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }

    public static SocketsHttpHandler CreateHandler(PrivateHostGuard guard, FetchOptions options) => new()
    {
        // The loader follows redirects, so that each target is checked; it unpacks, so that the growth is watched.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,

        // Behind a proxy the address connected to is the proxy's, and the check would say nothing.
        UseProxy = false,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseDrainSize = 64 * 1024,
        ConnectCallback = (context, cancellationToken) => guard.ConnectAsync(context.DnsEndPoint, cancellationToken),
    };
}
