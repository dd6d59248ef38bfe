using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>
/// Keeps requests on the public internet. It is asked twice: about the address before a request and after each redirect
/// (<see cref="CheckAsync"/>), and, in the client FeedBook makes, about the very socket address being connected to
/// (<see cref="ConnectAsync"/>), so that a name that changes its address between the two gains nothing.
/// </summary>
internal sealed class PrivateHostGuard
{
    // RFC 6761, RFC 6762, RFC 8375, and ICANN's reservation of .internal: names that are never of the public internet.
    private static readonly string[] LocalNames =
        ["localhost", "local", "internal", "home.arpa", "localdomain", "lan", "intranet", "corp", "home"];

    private readonly bool open;
    private readonly ImmutableArray<AllowedHost> allowed;
    private readonly TimeSpan connectTimeout;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;

    public PrivateHostGuard(FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        open = options.AllowPrivateHosts;
        allowed = [.. options.AllowedHosts.Select(AllowedHost.Parse)];
        connectTimeout = options.ConnectTimeout;
        this.resolve = resolve ?? Dns.GetHostAddressesAsync;
    }

    /// <summary>Whether this address may be reached on this port.</summary>
    public bool Allows(IPAddress address, int port)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return open || SpecialAddresses.IsPublic(plain) || allowed.Any(entry => entry.AllowsAddress(plain, port));
    }

    /// <summary>
    /// Refuses an address by its scheme, its name or its literal address; with <paramref name="lookUp"/>, by what its name stands for now.
    /// A name that cannot be looked up passes: the request itself will say so.
    /// </summary>
    /// <exception cref="ResourceException">It may not be fetched (<see cref="ResourceFailure.Forbidden"/>).</exception>
    public async ValueTask CheckAsync(Uri address, bool lookUp, CancellationToken cancellationToken)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            throw new ResourceException(ResourceFailure.Forbidden, $"Addresses of the scheme '{address.Scheme}' are not fetched.");
        }

        if (!HostName.TryGet(address, out string? known))
        {
            throw new ResourceException(ResourceFailure.Network, $"There is no host '{address.Host}': a name is not written so.");
        }

        string host = Name(known);
        if (open || allowed.Any(entry => entry.AllowsName(host, address.Port)))
        {
            return;
        }

        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            if (!Allows(literal, address.Port))
            {
                throw Refused(host);
            }

            return;
        }

        if (IsLocalName(host))
        {
            throw Refused(host);
        }

        if (lookUp && !(await LookUpAsync(host, cancellationToken).ConfigureAwait(false)).All(found => Allows(found, address.Port)))
        {
            throw Refused(host);
        }
    }

    /// <summary>
    /// Connects to the first of the host's addresses that is allowed and answers. For <see cref="SocketsHttpHandler.ConnectCallback"/>.
    /// </summary>
    /// <exception cref="ResourceException">None of the host's addresses may be reached.</exception>
    /// <exception cref="SocketException">None of them answers.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        string host = Name(endPoint.Host);
        bool trusted = open || allowed.Any(entry => entry.AllowsName(host, endPoint.Port));
        if (!trusted && !IPAddress.TryParse(host, out _) && IsLocalName(host))
        {
            throw Refused(host);
        }

        IPAddress[] found = IPAddress.TryParse(host, out IPAddress? literal) ? [literal]
            : await resolve(host, cancellationToken).ConfigureAwait(false);
        IPAddress[] permitted = trusted ? found : Array.FindAll(found, address => Allows(address, endPoint.Port));
        if (permitted.Length == 0)
        {
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : Refused(host);
        }

        return await FirstThatAnswersAsync(permitted, endPoint.Port, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Stream> FirstThatAnswersAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (int i = 0; ; i++)
        {
#pragma warning disable CA2000 // the stream owns it; disposed on every other path
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
            try
            {
                // One silent address (an IPv6 route that leads nowhere) must not use up the time of the others.
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(connectTimeout / Math.Min(addresses.Length, 3));
                await socket.ConnectAsync(new IPEndPoint(addresses[i], port), limit.Token).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                if (i + 1 >= addresses.Length)
                {
                    throw exception is OperationCanceledException ? new SocketException((int)SocketError.TimedOut) : exception;
                }
            }
        }
    }

    private async Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await resolve(host, cancellationToken).WaitAsync(TimeSpan.FromSeconds(5), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SocketException or TimeoutException or ArgumentException)
        {
            return [];
        }
    }

    private static string Name(string host) => host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    // A name without a dot is of the local network (or of the search list of the machine), never of the internet.
    private static bool IsLocalName(string host) =>
        !host.Contains('.', StringComparison.Ordinal)
            || Array.Exists(LocalNames, name => host.EndsWith("." + name, StringComparison.Ordinal));

    private static ResourceException Refused(string host) =>
        new(ResourceFailure.Forbidden, $"'{host}' is not on the public internet and is fetched only where it is one of the allowed hosts.");
}
