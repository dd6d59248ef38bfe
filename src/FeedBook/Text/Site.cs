namespace FeedBook.Text;

/// <summary>Which addresses are of one publisher, as far as their hosts say it.</summary>
internal static class Site
{
    /// <summary>
    /// Whether two addresses are of one site: the same host and port, with or without <c>www.</c>, or one host below the other
    /// (<c>feeds.paper.example</c>, <c>paper.example</c>). Two hosts below a third one are not: they may be of two people.
    /// </summary>
    public static bool IsSame(Uri one, Uri other)
    {
        if (one.Port != other.Port && !(one.IsDefaultPort && other.IsDefaultPort))
        {
            return false;
        }

        string a = WithoutWww(HostName.Of(one)), b = WithoutWww(HostName.Of(other));
        return a.Length > 0 && (a == b || IsBelow(a, b) || IsBelow(b, a));
    }

    private static bool IsBelow(string host, string above) =>
        above.Contains('.', StringComparison.Ordinal) && host.EndsWith("." + above, StringComparison.Ordinal)
            && !System.Net.IPAddress.TryParse(host, out _);

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
