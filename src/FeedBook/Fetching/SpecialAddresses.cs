using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace FeedBook.Fetching;

/// <summary>
/// Which addresses are not of the public internet: the IANA special-purpose registries (RFC 6890 and its updates), and two of clouds.
/// </summary>
internal static class SpecialAddresses
{
    private static readonly IPNetwork[] Ipv4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),          // this network; 0.0.0.0 reaches loopback on Linux
        IPNetwork.Parse("10.0.0.0/8"),         // private (RFC 1918)
        IPNetwork.Parse("100.64.0.0/10"),      // carrier-grade NAT (RFC 6598); holds Alibaba's metadata address
        IPNetwork.Parse("127.0.0.0/8"),        // loopback
        IPNetwork.Parse("168.63.129.16/32"),   // Azure's host, reachable from each of its machines
        IPNetwork.Parse("169.254.0.0/16"),     // link-local; holds the metadata address of most clouds
        IPNetwork.Parse("172.16.0.0/12"),      // private (RFC 1918)
        IPNetwork.Parse("192.0.0.0/24"),       // protocol assignments; holds Oracle's metadata address
        IPNetwork.Parse("192.0.2.0/24"),       // documentation
        IPNetwork.Parse("192.88.99.0/24"),     // 6to4 relays, withdrawn (RFC 7526)
        IPNetwork.Parse("192.168.0.0/16"),     // private (RFC 1918)
        IPNetwork.Parse("198.18.0.0/15"),      // benchmarks (RFC 2544)
        IPNetwork.Parse("198.51.100.0/24"),    // documentation
        IPNetwork.Parse("203.0.113.0/24"),     // documentation
        IPNetwork.Parse("224.0.0.0/4"),        // multicast
        IPNetwork.Parse("240.0.0.0/4"),        // reserved; holds broadcast
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    private static readonly IPNetwork[] Ipv6 =
    [
        IPNetwork.Parse("2001::/23"),          // protocol assignments: Teredo, benchmarks, ORCHID
        IPNetwork.Parse("2001:db8::/32"),      // documentation
        IPNetwork.Parse("3fff::/20"),          // documentation (RFC 9637)
    ];

    /// <summary>Whether the address, or the IPv4 address inside it, is of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Ipv4, network => network.Contains(address));
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (Nat64.Contains(address))
        {
            return IsPublic(new IPAddress(bytes[12..]));
        }

        if (SixToFour.Contains(address))
        {
            return IsPublic(new IPAddress(bytes[2..6]));
        }

        // ISATAP (RFC 5214 §6.1) hides an IPv4 address behind ::0:5efe or ::200:5efe.
        if ((BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) | 0x0200_0000) == 0x0200_5EFE && !IsPublic(new IPAddress(bytes[12..])))
        {
            return false;
        }

        // All else that is public lies in 2000::/3: loopback, unique local, link-local, multicast and the rest do not.
        return GlobalUnicast.Contains(address) && !Array.Exists(Ipv6, network => network.Contains(address));
    }
}
