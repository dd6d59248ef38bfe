using System.Buffers;
using System.Collections.Frozen;

namespace FeedBook.Html.Figures;

/// <summary>
/// Credits with words before the name but no colon: 'Photo by A. Name', 'Image via B', '© C', from where they start to the text's end.
/// </summary>
internal static class PrefixedCredits
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pictures =
        CreditLabels.Set(CreditTables.Pictures.Concat(["photograph", "photography"]).SelectMany(word => (string[])[word, $"{word}s"]));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = CreditLabels.Set(CreditTables.Links);

    private static readonly string[] OtherStarts =
        ["courtesy of ", "courtesy: ", "&copy", "(c)", "foto de ", "foto di ", "foto von ", "foto av ", "foto : ", "фото "];

    // Behind one of these, or white space, a credit may start. An object that is no text stands as U+FFFC.
    private static readonly SearchValues<char> Boundaries = SearchValues.Create(" \n.。!?！？…,，;；、|/—–-（([»”\"'’)）]\uFFFC\u00A0\u3000\t\r");

    private static readonly SearchValues<char> Firsts = SearchValues.Create(
        [.. CreditTables.Pictures.Concat(OtherStarts).Append("©").Append("ⓒ")
            .SelectMany(word => (char[])[word[0], char.ToUpperInvariant(word[0])]).Distinct()]);

    /// <summary>Where the first such credit starts; negative when there is none.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (Firsts.Contains(text[at]) && (at == 0 || Boundaries.Contains(text[at - 1])) && StartsAt(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool StartsAt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '©' or 'ⓒ')
        {
            return true;
        }

        foreach (string start in OtherStarts)
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
