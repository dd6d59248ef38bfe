using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace FeedBook.Html.Figures;

/// <summary>The agencies' names in a text: whether there may be any, and where one that starts here ends.</summary>
internal static class AgencyNames
{
    /// <summary>The most ends that <see cref="EndsAt"/> tells.</summary>
    public const int MostEnds = 8;

    private const int LookedAt = 160;

    // The agency whose departments belong to its name.
    private const string WithDepartments = "dpa";

    private static readonly FrozenDictionary<char,
        string[]> ByFirst = CreditTables.Agencies.GroupBy(name => name[0])
        .ToFrozenDictionary(names => names.Key, names => names.OrderByDescending(name => name.Length).ToArray());

    private static readonly SearchValues<char> Firsts = SearchValues.Create([.. ByFirst.Keys]);

    // What must occur for a name to be worth looking for. A search for short words among long ones looks at too many places,
    // and one for words in ASCII and others is slow: so there are three, and the last only for texts that are not ASCII.
    private static readonly SearchValues<string> Long = Starts(name => Ascii.IsValid(name) && name.Length > 2),
        Short = Starts(name => Ascii.IsValid(name) && name.Length <= 2), Others = Starts(name => !Ascii.IsValid(name));

    private static readonly SearchValues<char> OtherFirsts =
        SearchValues.Create([.. CreditTables.Agencies.Where(name => !Ascii.IsValid(name)).Select(name => name[0]).Distinct()]);

    /// <summary>Whether an agency may be named near the end of the text.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> text) => MayBeNamed(text[Math.Max(0, text.Length - LookedAt)..]);

    /// <summary>Whether an agency may be named anywhere in the text.</summary>
    public static bool MayBeNamed(ReadOnlySpan<char> text) =>
        text.ContainsAny(Long) || text.ContainsAny(Short)
        || (!Ascii.IsValid(text) && text.ContainsAny(OtherFirsts) && text.ContainsAny(Others));

    /// <summary>The next place, at or after <paramref name="from"/>, where a name may start; negative when there is none.</summary>
    public static int Next(ReadOnlySpan<char> text, int from) => text[from..].IndexOfAny(Firsts) is >= 0 and var at ? from + at : -1;

    /// <summary>Where names that start at <paramref name="at"/> end, the longest first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the name starts.</param>
    /// <param name="ends">Room for <see cref="MostEnds"/> places.</param>
    /// <returns>How many there are.</returns>
    public static int EndsAt(ReadOnlySpan<char> text, int at, Span<int> ends)
    {
        int count = 0;
        if (at < text.Length && ByFirst.TryGetValue(text[at], out string[]? names))
        {
            foreach (string name in names)
            {
                if (count < ends.Length && TextScan.Match(text, at, name) is > 0 and var end)
                {
                    ends[count++] = end;
                    count = name == WithDepartments ? Departments(text, end, ends, count) : count;
                }
            }
        }

        return count;
    }

    // 'dpa-infografik GmbH'
    private static int Departments(ReadOnlySpan<char> text, int at, Span<int> ends, int count)
    {
        while (count < ends.Length && at + 1 < text.Length && text[at] is '-' or '/' or ' ' && IsNameLetter(text[at + 1]))
        {
            at++;
            while (at < text.Length && IsNameLetter(text[at]))
            {
                at++;
            }

            ends[count++] = at;
        }

        ends[..count].Reverse();
        return count;

        static bool IsNameLetter(char c) => c == '-' || TextScan.IsWordLetter(c);
    }

    // Only up to the first white space, which may be any.
    private static SearchValues<string> Starts(Func<string, bool> isWanted) =>
        SearchValues.Create([.. CreditTables.Agencies.Where(isWanted).Select(name => name.Split(' ')[0]).Distinct()],
            StringComparison.Ordinal);
}
