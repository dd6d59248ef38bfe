using System.Buffers;

namespace FeedBook.Html.Figures;

/// <summary>Credits that a word after the name tells: '…记者 某某 摄', '某某撮影', '某某提供' at the end of a text.</summary>
internal static class SignedCredits
{
    private const int LongestName = 40;

    private static readonly SearchValues<char> Lasts = SearchValues.Create([.. CreditTables.AfterNames.Select(word => word[^1]).Distinct()]);

    // What a name and its word cannot hold.
    private static readonly SearchValues<char> NoName = SearchValues.Create("。．!?！？\n（）()|｜");

    // Behind one of these, or white space, the name may start.
    private static readonly SearchValues<char> BeforeName = SearchValues.Create("。．.!?！？＝=〓,，、;；）)|｜");

    /// <summary>Whether the text may end with a word that follows a name, or with a date behind one.</summary>
    public static bool MayEnd(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> end = text.TrimEnd(" .。)）");
        return end.Length > 0 && (Lasts.Contains(end[^1]) || end[^1] == '日');
    }

    /// <summary>How long the word is that ends the text and follows a name; zero when there is none.</summary>
    public static int WordAtEnd(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !Lasts.Contains(text[^1]))
        {
            return 0;
        }

        int longest = 0;
        foreach (string word in CreditTables.AfterNames)
        {
            longest = word.Length > longest && text.EndsWith(word, StringComparison.Ordinal) ? word.Length : longest;
        }

        return longest;
    }

    /// <summary>Where a name starts that such a word follows at the text's end, as far before it as may be; negative when there is none.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        text = text is [.., '。' or '.'] ? text[..^1] : text;
        int length = WordAtEnd(text), end = text.Length - length, found = -1;
        if (length == 0)
        {
            return -1;
        }

        for (int at = end - 1; at >= 0 && end - at <= LongestName && !NoName.Contains(text[at]); at--)
        {
            found = at == 0 || BeforeName.Contains(text[at - 1]) || char.IsWhiteSpace(text[at - 1]) ? at : found;
            if (at > 0 && text[at - 1] is '＝' or '=' or '〓')
            {
                // '夜明けの港＝某某撮影': where this sign parts the two, nothing before it is a name.
                break;
            }
        }

        return found;
    }
}
