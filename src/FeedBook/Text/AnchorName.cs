using System.Text;

namespace FeedBook.Text;

/// <summary>The names of places in an article, as its tree has them.</summary>
internal static class AnchorName
{
    /// <summary>
    /// The id of a place that the source names so: a valid NCName (XML Namespaces §3) of ASCII letters, digits, hyphens and underscores.
    /// </summary>
    public static string Of(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-');
        }

        return safe.Length > 0 && (char.IsAsciiLetter(safe[0]) || safe[0] == '_') ? safe.ToString() : string.Concat("a-", safe);
    }

    /// <summary>The name of the place that an address leads to; empty where it leads to the whole.</summary>
    public static string InAddress(Uri address)
    {
        string text = address.IsAbsoluteUri ? address.Fragment : address.OriginalString;
        return Uri.UnescapeDataString(text.TrimStart('#'));
    }
}
