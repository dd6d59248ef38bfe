namespace FeedBook.Feeds;

/// <summary>Which of an item's two texts is read, or both, so that no word of the fuller one is lost.</summary>
/// <param name="Html">The HTML to read; null when the item has none.</param>
/// <param name="LeftOut">The words of the other text that stand nowhere in it; null when none were left out.</param>
internal sealed record FullerText(string? Html, string? LeftOut = null)
{
    // A text so short beside a longer one is a note to it ('Read more', a caption), not a version of it.
    private const int Note = 100;

    // What may follow where a text was cut: '[…] Continue reading'.
    private const int LongestTail = 60;
    private const int ShortestBeginning = 40;

    /// <summary>Chooses, as the source's options ask.</summary>
    public static FullerText Of(FeedItem item, FeedText choice)
    {
        (string? content, string? summary) = (item.ContentHtml, item.SummaryHtml);
        if (content is null || summary is null)
        {
            return new FullerText(content ?? summary);
        }

        return choice switch
        {
            FeedText.Summary => new FullerText(TextSample.HasWords(summary) ? summary : content),
            FeedText.Content => new FullerText(TextSample.HasWords(content) || !TextSample.HasWords(summary) ? content : summary),
            _ => Choose(content, summary),
        };
    }

    private static FullerText Choose(string content, string summary)
    {
        // No text has more letters than signs: most full texts are known as such after a few paragraphs.
        TextSample full = TextSample.Of(content, summary.Length + 1);
        if (full.Own > summary.Length)
        {
            return new FullerText(content);
        }

        TextSample brief = TextSample.Of(summary);
        if (brief.Own <= full.Own && !(IsNoValue(content) && brief.Own > 0))
        {
            return new FullerText(content);
        }

        string fullKey = full.Key, briefKey = brief.Key;
        if (full.Own == 0 || IsNoValue(content))
        {
            // Pictures, players, links: they come along, the links' words ('Continue reading') do not.
            return new FullerText(WithMedia(content, full, summary), fullKey.Length > 0 ? Words(content) : null);
        }

        if (briefKey.Contains(fullKey, StringComparison.Ordinal) || IsBeginning(fullKey, briefKey))
        {
            return new FullerText(WithMedia(content, full, summary));
        }

        if (full.Own > Note && full.Own * 3L >= brief.Own)
        {
            return new FullerText(content);
        }

        // Neither holds the other: a picture with its caption, or a teaser, opens the text; a note ends it.
        bool opens = full.Media.Count > 0 || full.Own > Note;
        return new FullerText(opens ? $"<div>{content}</div><div>{summary}</div>" : $"<div>{summary}</div><div>{content}</div>");
    }

    private static bool IsBeginning(string cut, string whole)
    {
        int same = cut.AsSpan().CommonPrefixLength(whole);
        return same * 5L >= cut.Length * 4L || (same >= ShortestBeginning && cut.Length - same <= LongestTail);
    }

    private static string WithMedia(string content, TextSample sample, string summary)
    {
        string media =
            string.Concat(sample.Media.Select(each => content[each.Start..each.End]).Where(tag => !HoldsAddressOf(summary, tag)));
        return media.Length == 0 ? summary : $"<div>{media}</div><div>{summary}</div>";
    }

    // Whether the summary shows the same picture: the tag's first address stands in it.
    private static bool HoldsAddressOf(string summary, string tag)
    {
        int at = tag.IndexOf("src=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 5 >= tag.Length)
        {
            return false;
        }

        int start = at + 4 + (tag[at + 4] is '"' or '\'' ? 1 : 0);
        int length = tag.AsSpan(start).IndexOfAny("\"' >");
        return length > 0 && summary.Contains(tag.Substring(start, length), StringComparison.Ordinal);
    }

    // What programs print for a value that is not there.
    private static bool IsNoValue(string content) =>
        content.Trim().Trim('(', ')', '[', ']', '<', '>').ToLowerInvariant() is "null" or "undefined" or "none" or "nil" or "nan";

    private static string? Words(string html) => PlainText.From(html);
}
