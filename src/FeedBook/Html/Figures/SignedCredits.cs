using System.Buffers;

namespace FeedBook.Html.Figures;

/// <summary>Credits that a word after the name tells: '…记者 某某 摄', '某某撮影', '某某提供' at the end of a text.</summary>
internal static class SignedCredits
{
    private static readonly SearchValues<char> Lasts =
        SearchValues.Create([.. CreditTables.AfterNames.Select(word => word[^1]).Distinct()]);

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
}
