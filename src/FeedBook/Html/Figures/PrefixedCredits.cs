using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace FeedBook.Html.Figures;

/// <summary>
/// Credits with words before the name but no colon: 'Photo by A. Name', 'Image via B', '© C', from where they start to the text's end.
/// </summary>
internal static class PrefixedCredits
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pictures =
        CreditLabels.Set(CreditTables.Pictures.Concat(["photograph", "photography"]).SelectMany(word => (string[])[word, $"{word}s"]));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = CreditLabels.Set(CreditTables.Links);

    // Behind one of these, or white space, a credit may start. An object that is no text stands as U+FFFC.
    private static readonly SearchValues<char> Boundaries = SearchValues.Create(" \n.。!?！？…,，;；、|/—–-（([»”\"'’)）]\uFFFC\u00A0\u3000\t\r");

    private static readonly SearchValues<char> Firsts = SearchValues.Create(
        [.. CreditTables.Pictures.Concat(CreditTables.OtherStarts).Append("©").Append("ⓒ")
            .SelectMany(word => (char[])[word[0], char.ToUpperInvariant(word[0])]).Distinct()]);

    /// <summary>Whether such a credit starts where the text does.</summary>
    public static bool Opens(ReadOnlySpan<char> text) => text.Length > 0 && Firsts.Contains(text[0]) && StartsAt(text, 0);

    // What one of them has in it, sought all at once: most texts have none.
    private static readonly SearchValues<string> Openings = SearchValues.Create(
        [.. CreditTables.Pictures.Concat(CreditTables.OtherStarts).Select(start => start.Split(' ')[0])
            .Where(start => Ascii.IsValid(start))],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> OtherFirsts = SearchValues.Create(
        ['©', 'ⓒ', .. CreditTables.OtherStarts.Where(start => !Ascii.IsValid(start))
            .SelectMany(start => (char[])[start[0], char.ToUpperInvariant(start[0])])]);

    /// <summary>Where the first such credit starts; negative when there is none.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Openings) && !text.ContainsAny(OtherFirsts))
        {
            return -1;
        }

        for (int at = text.IndexOfAny(Firsts); at >= 0;)
        {
            if ((at == 0 || Boundaries.Contains(text[at - 1])) && StartsAt(text, at))
            {
                return at;
            }

            int next = text[(at + 1)..].IndexOfAny(Firsts);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return -1;
    }

    private static bool StartsAt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '©' or 'ⓒ')
        {
            return true;
        }

        foreach (string start in CreditTables.OtherStarts)
        {
            if (TextScan.Match(text, at, start, ignoreCase: true) > 0)
            {
                return true;
            }
        }

        int end = TextScan.WordEnd(text, at), link = TextScan.SkipSpace(text, end), past = TextScan.WordEnd(text, link);
        return past < text.Length && Links.Contains(text[link..past]) && Pictures.Contains(text[at..end]);
    }
}
