using System.Collections.Immutable;

namespace FeedBook;

/// <summary>How the network is used: how much at once, how long, how often, and what may be reached.</summary>
public sealed record FetchOptions
{
    private readonly Sequence<string> allowedHosts;

    /// <summary>The defaults.</summary>
    public static FetchOptions Default { get; } = new();

    /// <summary>The most requests under way at once. At least 1. Default 16.</summary>
    public int MaxConcurrency { get; init; } = 16;

    /// <summary>The most requests under way at once to one host and port. At least 1. Default 6, as browsers do.</summary>
    public int MaxConcurrencyPerHost { get; init; } = 6;

    /// <summary>The most redirects followed for one resource; 0 follows none. Default 10.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>How often a resource is asked for in all when the server is busy, fails or breaks off. At least 1. Default 3.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The wait before the second try; it doubles with each further one and is spread by chance. Default half a second.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest wait between two tries. A server that asks for more (<c>Retry-After</c>) is not asked again. Default 30 seconds.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait for a connection; only for the client FeedBook makes. Default 10 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest silence within one try: until the answer begins, and between two pieces of its body. Default 30 seconds.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest time for one resource with all tries and redirects, counted from when its first request may start. Default 2 minutes.
    /// </summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The longest time for all pictures of a book; what has not arrived by then is left out with a diagnostic. Default 30 minutes.
    /// </summary>
    public TimeSpan PicturesTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The most bytes of a feed, after decompression. Default 64 MiB.</summary>
    public long MaxFeedBytes { get; init; } = 64L << 20;

    /// <summary>The most bytes of a web page, after decompression. Default 16 MiB.</summary>
    public long MaxPageBytes { get; init; } = 16L << 20;

    /// <summary>The most bytes of a picture, after decompression. Default 32 MiB.</summary>
    public long MaxImageBytes { get; init; } = 32L << 20;

    /// <summary>
    /// The most that a compressed body of more than one MiB may grow when unpacked, as a factor. Text seldom passes 20;
    /// gzip ends at 1,032. Default 200.
    /// </summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>
    /// What requests say they come from. Default names FeedBook and its version. Some servers refuse unknown names; say truly who asks.
    /// </summary>
    public string UserAgent { get; init; } = DefaultUserAgent;

    /// <summary>
    /// Whether requests name the article they come from (<c>Referer</c>; the origin alone across hosts, nothing from https to http).
    /// Default true: many picture hosts refuse without.
    /// </summary>
    public bool SendReferrer { get; init; } = true;

    /// <summary>
    /// Whether loopback, private, link-local and other addresses that are not of the public internet may be reached.
    /// Default false, so that a feed cannot reach into the network FeedBook runs in; prefer <see cref="AllowedHosts"/>.
    /// </summary>
    public bool AllowPrivateHosts { get; init; }

    /// <summary>
    /// Hosts that may be reached although their addresses are not of the public internet: names (<c>wiki.corp.example</c>),
    /// names with all below them (<c>*.corp.example</c>), addresses (<c>10.1.2.3</c>, <c>::1</c>) or networks (<c>10.0.0.0/8</c>);
    /// each, but for networks, with a port where only that one is meant (<c>127.0.0.1:8080</c>, <c>[::1]:8080</c>). Default none.
    /// </summary>
    public ImmutableArray<string> AllowedHosts { get => allowedHosts.Array; init => allowedHosts = new(value); }

    /// <summary>
    /// The folder where answers are kept for the next run, shared by any number of processes; null (the default) keeps none.
    /// </summary>
    public string? CacheDirectory { get; init; }

    /// <summary>About the most bytes the cache keeps; the least recently used go first. Default 512 MiB.</summary>
    public long MaxCacheBytes { get; init; } = 512L << 20;

    /// <summary>
    /// How long a picture in the cache is used unasked when its server gave neither a life time nor anything to ask again by
    /// (<c>ETag</c>, <c>Last-Modified</c>). Default one day.
    /// </summary>
    public TimeSpan PictureFreshness { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// The longest time that a feed in the cache is used unasked, whatever its server says: one that promises not to change for years
    /// changes all the same. Default one hour.
    /// </summary>
    public TimeSpan MaxFeedFreshness { get; init; } = TimeSpan.FromHours(1);

    private static string DefaultUserAgent =>
        $"FeedBook/{typeof(FetchOptions).Assembly.GetName().Version?.ToString(2) ?? "0"} (feeds to books)";
}
