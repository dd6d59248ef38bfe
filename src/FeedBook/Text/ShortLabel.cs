using System.Globalization;

namespace FeedBook.Text;

/// <summary>
/// A title where it only names what stands elsewhere in full: in contents, in a menu, in a list. Feeds give titles no limit.
/// </summary>
internal static class ShortLabel
{
    /// <summary>The most letters of a label: some lines of a table of contents.</summary>
    public const int Most = 300;

    /// <summary>The text, or its beginning, to the end of a word where one is near, and '…'.</summary>
    /// <param name="text">One line.</param>
    /// <param name="most">The most UTF-16 units before the '…'.</param>
    public static string Of(string text, int most = Most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', most);
        if (end < most / 2)
        {
            // No spaces, as in Chinese. Half of a letter is none, and a mark stays with its letter.
            for (end = most; end > most / 2
                && (char.IsLowSurrogate(text[end]) || char.GetUnicodeCategory(text, end) is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark or UnicodeCategory.Format); end--)
            {
            }

            end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        }

        return text[..end].TrimEnd(' ', ',', ';', ':', '，', '、', '：', '；') + "…";
    }
}
