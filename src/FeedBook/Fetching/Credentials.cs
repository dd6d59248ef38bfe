using System.Text;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>
/// A name and a password that stand before an address's host (<c>https://user:password@host/</c>): sent as Basic to that origin, and shown
/// nowhere.
/// </summary>
internal static class Credentials
{
    public const string Header = "Authorization";

    /// <summary>
    /// The request with the name and password as a header in place of a part of the address; itself where there are none.
    /// </summary>
    public static ResourceRequest Apart(ResourceRequest request)
    {
        if (!request.Address.IsAbsoluteUri || request.Address.UserInfo.Length == 0)
        {
            return request;
        }

        var headers = new Dictionary<string, string>(request.Headers ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        headers.TryAdd(Header, Basic(request.Address.UserInfo));
        return request with { Address = WrittenAddress.WithoutUser(request.Address), Headers = headers };
    }

    /// <summary>The header's value (RFC 7617).</summary>
    /// <param name="userInfo">As it stands in the address, percent-encoded.</param>
    public static string Basic(string userInfo)
    {
        int colon = userInfo.IndexOf(':', StringComparison.Ordinal);
        string user = Uri.UnescapeDataString(colon < 0 ? userInfo : userInfo[..colon]), password = colon < 0 ? ""
            : Uri.UnescapeDataString(userInfo[(colon + 1)..]);
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
    }
}
