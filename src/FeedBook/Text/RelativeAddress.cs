using System.Diagnostics.CodeAnalysis;

namespace FeedBook.Text;

/// <summary>Relative addresses.</summary>
internal static class RelativeAddress
{
    /// <summary>The absolute address that a relative one means.</summary>
    /// <param name="from">Where it stands; absolute.</param>
    /// <param name="address">The address as written.</param>
    /// <param name="resolved">What it means; null when it means nothing.</param>
    public static bool TryResolve(Uri from, string address, [NotNullWhen(true)] out Uri? resolved)
    {
        try
        {
            return Uri.TryCreate(from, address, out resolved);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or UriFormatException)
        {
            // .NET 10 throws the first for two backslashes and U+200E, although it promises not to throw.
            resolved = null;
            return false;
        }
    }
}
