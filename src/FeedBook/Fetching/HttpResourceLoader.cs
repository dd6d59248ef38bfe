using System.Net;

namespace FeedBook.Fetching;

/// <summary>
/// Fetches http and https (and reads <c>data:</c>) politely and within the limits of <see cref="FetchOptions"/>: side by side, but
/// few at once to one host; again when a server is busy, and only when it says it wants to be asked again; never from a
/// private address; from its cache where the server says nothing has changed. Safe for use by many callers at once.
/// </summary>
/// <remarks>
/// Without an <see cref="HttpClient"/> of the caller's, or with one on <see cref="CreateHandler"/>, the address of every connection is
/// checked when it is made, so that no name can point elsewhere between check and use. With another client the name is looked up and
/// checked before each request; the client looks it up again, and connects to what it finds then. Such a client should have <see
/// cref="SocketsHttpHandler.AllowAutoRedirect"/> off: redirects that it follows by itself are checked only once they have been followed,
/// and carry the headers of the request along; where such headers were given and another origin answered, the resource has failed.
/// </remarks>
public sealed class HttpResourceLoader : IResourceLoader, IDisposable
{
    private readonly HttpClient client;
    private readonly bool ownsClient;
    private readonly bool lookUp;
    private readonly FetchOptions options;
    private readonly TimeProvider time;
    private readonly PrivateHostGuard guard;
    private readonly HostGate gate;
    private readonly DiskCache? cache;
    private readonly BodyReader bodies;
    private readonly CookieJar cookies = new();

    /// <summary>A loader.</summary>
    /// <param name="client">
    /// The client that sends the requests; stays the caller's. Null for one of the loader's own, which checks the address of every
    /// connection.
    /// </param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="timeProvider">What waits and time limits are measured by; null for the system's clock.</param>
    /// <exception cref="ArgumentException">The options hold a limit that is out of range, or an allowed host that is none.</exception>
    public HttpResourceLoader(HttpClient? client = null, FetchOptions? options = null, TimeProvider? timeProvider = null)
    {
        this.options = options ?? FetchOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxConcurrency, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxConcurrencyPerHost, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxAttempts, 1, nameof(options));
        time = timeProvider ?? TimeProvider.System;
        ownsClient = client is null;
        lookUp = client is not (null or GuardedHttpClient);
        this.client = client ?? CreateClient(this.options);
        guard = new PrivateHostGuard(this.options);
        gate = new HostGate(this.options.MaxConcurrency, this.options.MaxConcurrencyPerHost, time);
        cache = this.options.CacheDirectory is { } folder ? new DiskCache(folder, this.options.MaxCacheBytes, time) : null;
        bodies = new BodyReader(this.options, time);
    }

    /// <summary>
    /// A client that connects to what <see cref="FetchOptions.AllowedHosts"/> and the public internet hold and to nothing else. The caller
    /// disposes it.
    /// </summary>
    /// <param name="options">Which hosts are allowed, and how long a connection may take; null for the defaults.</param>
#pragma warning disable CA2000 // the client owns the handler
    public static HttpClient CreateClient(FetchOptions? options = null) => new GuardedHttpClient(CreateHandler(options));
#pragma warning restore CA2000

    /// <summary>
    /// The handler of <see cref="CreateClient"/>, for those who put a client together themselves (a client factory, further handlers). The
    /// caller disposes it.
    /// </summary>
    /// <param name="options">Which hosts are allowed, and how long a connection may take; null for the defaults.</param>
    public static SocketsHttpHandler CreateHandler(FetchOptions? options = null) =>
        GuardedHttpClient.CreateHandler(new PrivateHostGuard(options ?? FetchOptions.Default), options ?? FetchOptions.Default);

    /// <inheritdoc/>
    public async Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long maxBytes = request.MaxBytes ?? request.Kind switch
        {
            ResourceKind.Feed => options.MaxFeedBytes,
            ResourceKind.Page => options.MaxPageBytes,
            _ => options.MaxImageBytes,
        };
        if (!request.Address.IsAbsoluteUri)
        {
            throw new ResourceException(ResourceFailure.Forbidden, "The address is not absolute.");
        }

        if (request.Address.Scheme == "data")
        {
            return DataAddress.Read(request.Address, maxBytes);
        }

        request = Credentials.Apart(request);
        using var total = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellationToken);
        try
        {
            return await TryOftenAsync(request, maxBytes, total, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (total.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ResourceException(ResourceFailure.Timeout, $"Not there after {options.TotalTimeout.TotalSeconds:0.#} seconds.",
                exception);
        }
    }

    /// <summary>Ends the loader, and its client where it is its own.</summary>
    public void Dispose()
    {
        gate.Dispose();
        if (ownsClient)
        {
            client.Dispose();
        }
    }

    private async Task<Resource> TryOftenAsync(
        ResourceRequest request, long maxBytes, CancellationTokenSource total, CancellationToken cancellationToken)
    {
        var part = new LongestPart();
        await using (part.ConfigureAwait(false))
        {
            for (int attempt = 1; ; attempt++)
            {
                Attempt result = await TryAsync(request, maxBytes, total, cancellationToken).ConfigureAwait(false);
                if (result.IsDone)
                {
                    return result.Resource!;
                }

                bool isWhole = false;
                if (result.Resource is { } more)
                {
                    // A length that was declared wrongly, or a last chunk that was forgotten, over a document that is all there.
                    isWhole = await ContentSigns.HasEndAsync(more.Content, cancellationToken).ConfigureAwait(false);
                    await part.KeepAsync(more, isWhole).ConfigureAwait(false);
                }

                TimeSpan delay = RetryRules.Delay(options, attempt, result.RetryAfter);
                if (isWhole || !result.IsPassing || attempt >= options.MaxAttempts || delay > options.MaxRetryDelay)
                {
                    // Half a picture is no picture; of half a document every word is worth having.
                    return (isWhole || request.Kind != ResourceKind.Image ? part.Take() : null) ?? throw result.Failure!;
                }

                await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<Attempt> TryAsync(ResourceRequest request, long maxBytes, CancellationTokenSource total,
        CancellationToken cancellationToken)
    {
        Uri address = request.Address;
        CookieJar jar = request.Kind == ResourceKind.Image ? cookies.ForOne() : cookies;
        var seen = new Dictionary<Uri, int>();
        for (int redirects = 0; ; redirects++)
        {
            // A server that sets a cookie and sends the visitor back to where he was is no circle.
            int version = jar.VersionOf(address);
            bool isCircle = seen.TryGetValue(address, out int before) && before == version;
            seen[address] = version;
            if (redirects > options.MaxRedirects || isCircle)
            {
                throw new ResourceException(ResourceFailure.Redirects, redirects > options.MaxRedirects
                    ? $"More than {options.MaxRedirects} redirects." : "The redirects go in a circle.");
            }

            await guard.CheckAsync(address, lookUp, cancellationToken).ConfigureAwait(false);
            using HostGate.Pass pass = await gate.EnterAsync(address, cancellationToken).ConfigureAwait(false);
            if (redirects == 0)
            {
                // Waiting in the queue does not count.
                total.CancelAfter(options.TotalTimeout);
            }

            (Attempt? end, Uri? next) =
                await HopAsync(request, address, maxBytes, jar, useCache: true, cancellationToken).ConfigureAwait(false);
            if (end is { } attempt)
            {
                if (attempt is { IsPassing: true, RetryAfter: { } asked } && asked <= options.MaxRetryDelay)
                {
                    // Before the place is free again: who waits for it must wait as long as the server asks.
                    gate.Quiet(attempt.Address, asked);
                }

                return attempt;
            }

            address = next!;
        }
    }

    // What is done cannot be undone; whoever gave the headers must know where they went.
    private static ResourceException HeadersCarriedAway(Uri origin, Uri reached) => new(ResourceFailure.Forbidden,
        $"The HttpClient followed a redirect by itself and may have carried the request headers given for {Origin(origin)} to "
        + $"{Origin(reached)}. Switch AllowAutoRedirect of its handler off: FeedBook then follows redirects, without them.");

    private static string Origin(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private async Task<(Attempt? End, Uri? Next)> HopAsync(
        ResourceRequest request, Uri address, long maxBytes, CookieJar jar, bool useCache, CancellationToken cancellationToken)
    {
        string accept = request.Accept ?? RequestHeaders.Accept(request.Kind);
        bool ownHeaders = request.Headers is { Count: > 0 } && RequestHeaders.SameHost(request.Address, address);
        string? key = cache is null || ownHeaders ? null : DiskCache.Key(address, accept);
        using CacheEntry? cached = key is null || !useCache ? null
            : await cache!.FindAsync(key, maxBytes, cancellationToken).ConfigureAwait(false);
        if (cached?.IsFresh(time.GetUtcNow()) == true)
        {
            cache!.Touch(cached);
            return (Attempt.Done(cached.ToResource()), null);
        }

        using var silence = new CancellationTokenSource(options.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        bool answered = false;
        try
        {
            using HttpRequestMessage message = RequestHeaders.Compose(request, address, accept, options, ownHeaders, jar, cached);
            message.Version = client.DefaultRequestVersion;
            message.VersionPolicy = client.DefaultVersionPolicy;
            using HttpResponseMessage response =
                await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            answered = true;
            gate.Answered(address, answered: true);

            // A client that follows redirects by itself may have ended elsewhere.
            Uri reached = response.RequestMessage?.RequestUri is { IsAbsoluteUri: true } own && own != address ? own : address;
            if (reached != address)
            {
                await guard.CheckAsync(reached, lookUp, either.Token).ConfigureAwait(false);
                if (ownHeaders && !RequestHeaders.SameHost(request.Address, reached))
                {
                    throw HeadersCarriedAway(request.Address, reached);
                }
            }

            jar.Take(reached, response, time.GetUtcNow());
            if (response.StatusCode == HttpStatusCode.NotModified && cached is not null)
            {
                cache!.Renew(cached);
                return (Attempt.Done(cached.ToResource()), null);
            }

            if (RetryRules.IsRedirect(response.StatusCode))
            {
                return RetryRules.Target(reached, response) is { } target
                    ? (null, target)
                    : (Attempt.Failed(address,
                        new ResourceException(ResourceFailure.Redirects,
                        "A redirect without an address to go to.") { Status = (int)response.StatusCode }, isPassing: false), null);
            }

            if (RetryRules.IsWhole(response))
            {
                bool hasCookies = message.Headers.NonValidated.Contains("Cookie");
                return (await TakeAsync(request, reached, response, key, hasCookies, maxBytes, silence, either.Token).ConfigureAwait(false),
                    null);
            }

            if (cached is null || !RetryRules.MayBeOfTheCondition(response.StatusCode))
            {
                return (RetryRules.Refusal(address, response, time.GetUtcNow()), null);
            }
        }
        catch (OperationCanceledException exception) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            gate.Answered(address, answered);
            return (Attempt.Failed(address,
                new ResourceException(ResourceFailure.Timeout,
                $"No {(answered ? "more bytes" : "answer")} for {options.AttemptTimeout.TotalSeconds:0.#} seconds.", exception)), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException and not ResourceException
            || (exception is OperationCanceledException && !either.IsCancellationRequested))
        {
            if (!answered)
            {
                gate.Answered(address, answered: false);
            }

            return (RetryRules.Broken(address, exception), null);
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException or FormatException or NotSupportedException)
        {
            // The platform refuses to send it: a host or a header of a form that it does not know.
            return (Attempt.Failed(address,
                new ResourceException(ResourceFailure.Network, $"It cannot be asked for: {exception.Message}", exception),
                isPassing: false), null);
        }

        // A server that takes an offence at being asked whether something has changed is asked for the thing itself.
        return await HopAsync(request, address, maxBytes, jar, useCache: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Attempt> TakeAsync(
        ResourceRequest request, Uri address, HttpResponseMessage response, string? key, bool hasCookies, long maxBytes,
            CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        Body body = await bodies.ReadAsync(response, maxBytes, silence, cancellationToken).ConfigureAwait(false);
        try
        {
            // Only what is as it should be is kept, and no page in place of a feed or a picture: that is a wall, which will be gone.
            if (key is not null && body.Mended is null
                && CacheRules.HeadOf(address, request.Kind, response, options, hasCookies, time.GetUtcNow()) is { } head
                && (request.Kind == ResourceKind.Page || !await IsPageAsync(body.Content, cancellationToken).ConfigureAwait(false)))
            {
                await cache!.KeepAsync(key, head, body.Content, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            await body.Content.DisposeAsync().ConfigureAwait(false);
            throw;
        }

#pragma warning disable CA2000 // handed over to the caller
        var resource = new Resource(address, body.Content)
        {
            MediaType = body.MediaType,
            Charset = body.Charset,
            Length = body.Declared,
            Mended = body.Mended,
        };
#pragma warning restore CA2000
        return body.IsWhole ? Attempt.Done(resource)
            : Attempt.BrokenOff(resource, new ResourceException(ResourceFailure.Network, body.Mended!));
    }

    private static async Task<bool> IsPageAsync(Stream content, CancellationToken cancellationToken)
    {
        byte[] start = new byte[(int)Math.Min(1024, content.Length)];
        await content.ReadExactlyAsync(start, cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        return ContentSigns.IsPage(start);
    }
}
