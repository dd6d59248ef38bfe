using System.Globalization;

namespace FeedBook.Feeds.Dates;

/// <summary>
/// Dates as feeds write them: RFC 822 and 2822 in all their dialects, ISO 8601 and W3C, C's asctime, months named in any language that CLDR
/// knows, Chinese, Japanese and Korean forms, the years of Thailand, Iran and Japan's eras. What is no date, or could be two, gives null; a
/// missing zone is UTC; nothing is ever made up from the clock.
/// </summary>
internal static class FeedDate
{
    private const int Longest = 128;

    /// <summary>The instant, or null when the text is no date.</summary>
    /// <param name="text">The date as written.</param>
    /// <param name="language">The tag of the language it may be written in; it tells apart what languages read differently. Null when
    /// unknown.</param>
    public static DateTimeOffset? Parse(string? text, string? language = null)
    {
        if (text is null)
        {
            return null;
        }

        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed.Length is 0 or > Longest ? null : Fast(trimmed) ?? new DateScanner(DateText.Of(trimmed), language).Read();
    }

    // The form that most Atom and JSON feeds use, written strictly.
    private static DateTimeOffset? Fast(ReadOnlySpan<char> text)
    {
        if (text.Length == 20 && text[^1] == 'Z' && text[10] == 'T'
            && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out DateTimeOffset utc)
            && utc.Year > 1)
        {
            return utc;
        }

        return null;
    }
}
