using System.Buffers;

namespace FeedBook.Sample.Plans;

/// <summary>The words that arguments and feedbook.json share.</summary>
internal static class Words
{
    /// <summary>The most items that can be asked of a source; at least one.</summary>
    public const int MostItems = 100_000;

    public static IReadOnlyDictionary<string, ChapterOrder> Orders { get; } = new Dictionary<string, ChapterOrder>(StringComparer.Ordinal)
    {
        ["as-published"] = ChapterOrder.AsPublished,
        ["newest-first"] = ChapterOrder.NewestFirst,
        ["oldest-first"] = ChapterOrder.OldestFirst,
    };

    public static IReadOnlyDictionary<string, FeedText> Texts { get; } = new Dictionary<string, FeedText>(StringComparer.Ordinal)
    {
        ["auto"] = FeedText.Auto,
        ["content"] = FeedText.Content,
        ["summary"] = FeedText.Summary,
    };

    public static IReadOnlyDictionary<string, FullTextChoice> FullTexts { get; } =
        new Dictionary<string, FullTextChoice>(StringComparer.Ordinal)
        {
            ["auto"] = FullTextChoice.WhenSummaryOnly,
            ["never"] = FullTextChoice.Never,
            ["always"] = FullTextChoice.Always,
        };

    /// <summary>Whether it looks like a BCP 47 tag. The library takes what it can of any other, which is not what was asked for.</summary>
    public static bool IsLanguage(string tag) =>
        tag.Split('-', '_') is [{ Length: 2 or 3 } language, .. var rest] && language.All(char.IsAsciiLetter)
        && rest.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    // RFC 9110 §5.6.2: what a name is made of.
    private static readonly SearchValues<char> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Adds a header; false when its name is none or its value would be more than one line.</summary>
    public static bool TryAddHeader(IDictionary<string, string> headers, string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Token) || value.Any(char.IsControl))
        {
            return false;
        }

        headers[name] = value.Trim();
        return true;
    }
}
