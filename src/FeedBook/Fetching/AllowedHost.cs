using System.Globalization;
using System.Net;

namespace FeedBook.Fetching;

/// <summary>
/// One entry of <see cref="FetchOptions.AllowedHosts"/>: a name, a name with all below it, an address or a network; the first three with a
/// port or without.
/// </summary>
internal sealed class AllowedHost
{
    private readonly string? name;
    private readonly bool below;
    private readonly IPNetwork? network;
    private readonly int? port;

    private AllowedHost(string? name, bool below, IPNetwork? network, int? port)
    {
        this.name = name;
        this.below = below;
        this.network = network;
        this.port = port;
    }

    /// <summary>Reads an entry.</summary>
    /// <exception cref="ArgumentException">It is none of the forms.</exception>
    public static AllowedHost Parse(string entry)
    {
        string text = entry?.Trim().ToLowerInvariant() ?? "";
        if (IPNetwork.TryParse(text, out IPNetwork network))
        {
            return new AllowedHost(null, below: false, network, port: null);
        }

        (string host, int? port) = SplitPort(text);
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return new AllowedHost(null, below: false, new IPNetwork(plain, plain.GetAddressBytes().Length * 8), port);
        }

        bool below = host.StartsWith("*.", StringComparison.Ordinal);
        string name = (below ? host[2..] : host).TrimEnd('.');
        return name.Length > 0 && Uri.CheckHostName(name) == UriHostNameType.Dns
            ? new AllowedHost(name, below, null, port)
            : throw new ArgumentException($"'{entry}' is no host name, address or network.", nameof(entry));
    }

    /// <summary>Whether the name itself is allowed, whatever address it has.</summary>
    public bool AllowsName(string host, int port) =>
        name is not null && (this.port ?? port) == port
        && (below ? host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase) : host.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the address is allowed, whatever name led to it.</summary>
    public bool AllowsAddress(IPAddress address, int port) =>
        network is { } inside && (this.port ?? port) == port && inside.Contains(address);

    private static (string Host, int? Port) SplitPort(string text)
    {
        int colon = text.LastIndexOf(':');
        bool bracketed = text.StartsWith('[');
        if (bracketed && text.EndsWith(']'))
        {
            return (text[1..^1], null);
        }

        // A bare IPv6 address has several colons and no brackets: its last group is no port.
        if (colon < 0 || (!bracketed && text.IndexOf(':', StringComparison.Ordinal) != colon)
            || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
        {
            return (text, null);
        }

        return (text[..colon].Trim('[', ']'), port);
    }
}
