using System.Diagnostics.CodeAnalysis;

namespace FeedBook.Text;

/// <summary>
/// The host of an address in the form that the network knows. The only place that asks the platform for that form: it throws, out of a
/// property, where a name mixes directions, holds a lone joiner or anything else that IDNA refuses, although the address itself was
/// accepted.
/// </summary>
internal static class HostName
{
    /// <summary>
    /// The host in lower case and ASCII (RFC 5891), an IPv6 address without its brackets; the name as it is written where it has no such
    /// form.
    /// </summary>
    /// <param name="address">An absolute address.</param>
    public static string Of(Uri address) => TryGet(address, out string? host) ? host : address.Host.ToLowerInvariant();

    /// <summary>The host in lower case and ASCII; false where it has no such form, so that nobody can reach it.</summary>
    /// <param name="address">An absolute address.</param>
    /// <param name="host">The host; empty for an address without one.</param>
    public static bool TryGet(Uri address, [NotNullWhen(true)] out string? host)
    {
        try
        {
            host = address.IdnHost.ToLowerInvariant();
            return true;
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            host = null;
            return false;
        }
    }

    /// <summary>
    /// Whether an address can be used: its host can be reached, and it can be put together and taken apart without an exception.
    /// </summary>
    /// <param name="address">An absolute address.</param>
    public static bool IsUsable(Uri address)
    {
        try
        {
            return address.AbsoluteUri.Length > 0 && address.PathAndQuery.Length >= 0
                && (address.Host.Length == 0 || TryGet(address, out _));
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether two addresses have the same scheme, host and port (RFC 6454 §5).</summary>
    public static bool IsSameOrigin(Uri one, Uri other) => one.Scheme == other.Scheme && one.Port == other.Port && Of(one) == Of(other);
}
