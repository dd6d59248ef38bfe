using System.Buffers;
using System.Collections.Frozen;

namespace FeedBook.Html.Images;

/// <summary>
/// Addresses of blanks and blurs that only keep a lazy picture's place. A name alone makes no image one: it is asked where a better
/// address of the same
/// image stands beside it.
/// </summary>
internal static class Placeholders
{
    // A shorter one draws nothing that anybody would look at.
    private const int ShortestData = 1_500;

    private static readonly FrozenSet<string> AllNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "blank", "spacer", "pixel", "placeholder", "transparent", "clear", "grey", "gray", "1x1", "lazy", "lazyload", "loading", "loader",
            "dummy", "empty", "shim");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = AllNames.GetAlternateLookup<ReadOnlySpan<char>>();

    // These are a file's whole name.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeNames =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "t", "s", "dot", "trans").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Folders = SearchValues.Create(["/lazyload/", "/lazyload-"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of which one may be such a file's name.</summary>
    public static IEnumerable<string> All => AllNames;

    /// <summary>Whether the address is such a one; an address that is not there is.</summary>
    public static bool Has(string? address)
    {
        if (address is null || IsShortData(address))
        {
            return true;
        }

        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // The file's name may also stand in a query: a proxy's.
        ReadOnlySpan<char> text = address;
        for (int from = 0; text[from..].IndexOf('.') is >= 0 and var found; from += found + 1)
        {
            if (IsFile(text, from + found))
            {
                return true;
            }
        }

        return text.ContainsAny(Folders);
    }

    /// <summary>Whether the address holds an image of a few bytes, which stands back for any other address of the same image.</summary>
    public static bool IsShortData(string? address) => address is not null && address.Length < ShortestData
        && address.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    private static bool IsFile(ReadOnlySpan<char> text, int dot)
    {
        ReadOnlySpan<char> end = text[(dot + 1)..];
        if (end.Length < 3 || (end.Length > 3 && end[3] is not ('?' or '#')))
        {
            return false;
        }

        end = end[..3];
        bool picture = end.Equals("gif", StringComparison.OrdinalIgnoreCase) || end.Equals("png", StringComparison.OrdinalIgnoreCase);
        if (!picture && !end.Equals("jpg", StringComparison.OrdinalIgnoreCase) && !end.Equals("svg", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int start = text[..dot].LastIndexOfAny("/_.-") + 1;
        ReadOnlySpan<char> name = text[start..dot];
        return Names.Contains(name) || (picture && start > 0 && text[start - 1] == '/' && WholeNames.Contains(name))
            || (name.Equals("image", StringComparison.OrdinalIgnoreCase)
            && text[..start].EndsWith("missing-", StringComparison.OrdinalIgnoreCase));
    }
}
