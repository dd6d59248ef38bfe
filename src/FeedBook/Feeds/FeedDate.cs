using System.Globalization;

namespace FeedBook.Feeds;

/// <summary>
/// Dates as feeds write them: RFC 822 and 2822 in all their dialects, ISO 8601 and W3C, C's asctime, named months in many languages,
/// Chinese, Japanese and Korean forms. What is no date gives null; a missing zone is UTC; nothing is ever made up from the clock.
/// </summary>
internal static class FeedDate
{
    private const int Longest = 128;

    /// <summary>The instant, or null when the text is no date.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed.Length is 0 or > Longest ? null : Fast(trimmed) ?? new DateScanner(Prepare(trimmed)).Read();
    }

    // The two forms that nine of ten feeds use, written strictly.
    private static DateTimeOffset? Fast(ReadOnlySpan<char> text)
    {
        if (text.Length == 20 && text[^1] == 'Z' && text[10] == 'T'
            && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset utc) && utc.Year > 1)
        {
            return utc;
        }

        return null;
    }

    private static string Prepare(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[text.Length];
        int length = 0, comment = 0;
        foreach (char c in text)
        {
            // A comment in RFC 822's sense, '+0000 (UTC)'.
            comment += c == '(' ? 1 : 0;
            if (comment == 0)
            {
                plain[length++] = c switch
                {
                    >= '０' and <= '９' => (char)(c - '０' + '0'),
                    '：' => ':',
                    '年' or '년' or '月' or '월' => '-',
                    '日' or '일' or '秒' or '초' => ' ',
                    '時' or '时' or '點' or '点' or '시' or '分' or '분' => ':',
                    '−' or '–' => '-',
                    _ => c,
                };
            }

            comment -= c == ')' && comment > 0 ? 1 : 0;
        }

        string prepared = plain[..length].ToString();

        // Korean writing without a zone is Korean time.
        return text.ContainsAnyInRange('가', '힣') ? prepared.TrimEnd(' ', ':') + " KST" : prepared.TrimEnd(' ', ':');
    }
}
