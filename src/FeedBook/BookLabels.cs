using System.Collections.Frozen;
using FeedBook.Text;

namespace FeedBook;

/// <summary>The few words that writers print of their own, in the book's language.</summary>
public sealed record BookLabels
{
    /// <summary>The table of contents.</summary>
    public string Contents { get; init; } = "Contents";

    /// <summary>The list of figures.</summary>
    public string Figures { get; init; } = "Figures";

    /// <summary>The cover page.</summary>
    public string Cover { get; init; } = "Cover";

    /// <summary>The title page.</summary>
    public string TitlePage { get; init; } = "Title page";

    /// <summary>Where the text starts.</summary>
    public string Start { get; init; } = "Start of the text";

    /// <summary>The notes of a chapter.</summary>
    public string Notes { get; init; } = "Notes";

    /// <summary>What stands for a picture that could not be fetched.</summary>
    public string Picture { get; init; } = "Picture";

    /// <summary>What stands for a film.</summary>
    public string Video { get; init; } = "Video";

    /// <summary>What stands for a sound.</summary>
    public string Audio { get; init; } = "Audio";

    /// <summary>What stands for a framed page.</summary>
    public string Page { get; init; } = "Web page";

    /// <summary>What stands for a file that comes with an article.</summary>
    public string File { get; init; } = "File";

    /// <summary>The links of a chapter, where they are printed.</summary>
    public string Links { get; init; } = "Links";

    /// <summary>The article on the web.</summary>
    public string Original { get; init; } = "Original";

    private static readonly Lazy<FrozenDictionary<string, BookLabels>> ByLanguage = new(Read);

    /// <summary>The words in a language; in English where the language is not known here.</summary>
    /// <param name="language">A BCP 47 tag; null gives English.</param>
    public static BookLabels For(string? language)
    {
        for (string tag = Written(language ?? ""); tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (ByLanguage.Value.TryGetValue(tag, out BookLabels? labels))
            {
                return labels;
            }
        }

        return ByLanguage.Value["en"];
    }

    /// <summary>The tag with the script in which its words are listed.</summary>
    private static string Written(string tag) => LanguageTag.Primary(tag).ToLowerInvariant() switch
    {
        "zh" or "yue" when tag.Contains("-Hant", StringComparison.OrdinalIgnoreCase)
            || tag.EndsWith("-TW", StringComparison.OrdinalIgnoreCase)
            || tag.EndsWith("-HK", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-MO", StringComparison.OrdinalIgnoreCase) =>
                "zh-Hant",
        "zh" or "yue" or "wuu" => "zh",
        "no" or "nn" => "nb",
        "fil" => "tl",
        "sh" or "cnr" => "sr-Latn",
        _ => tag,
    };

    /// <summary>A language a line, thirteen words in the order of the properties.</summary>
    private static FrozenDictionary<string, BookLabels> Read()
    {
        using Stream stream = typeof(BookLabels).Assembly.GetManifestResourceStream("FeedBook.labels.txt")
            ?? throw new InvalidOperationException("The assembly lacks its table of labels.");
        using var reader = new StreamReader(stream);
        var found = new Dictionary<string, BookLabels>(StringComparer.OrdinalIgnoreCase) { ["en"] = new() };
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split('\t');
            found.Add(words[0], new BookLabels
            {
                Contents = words[1], Figures = words[2], Cover = words[3], TitlePage = words[4], Start = words[5], Notes = words[6],
                Picture = words[7], Video = words[8], Audio = words[9], Page = words[10], File = words[11], Links = words[12],
                    Original = words[13],
            });
        }

        return found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
