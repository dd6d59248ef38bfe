using System.Collections.Immutable;
using FeedBook.Html.Selectors;
using HtmlAgilityPack;

namespace FeedBook.Html.Ledger;

/// <summary>The options' selectors, read once for all articles. Immutable; safe to share between threads.</summary>
internal sealed class ReadingSelectors
{
    private readonly List<string> faults = [];
    private readonly List<(string Text, Selector Selector)> read = [];

    public ReadingSelectors(ArticleOptions articles, FigureOptions figures)
    {
        Keep = Parse(articles.Keep, told: false);
        Remove = Parse(articles.Remove);
        Captions = Parse(figures.CaptionSelectors);
        Credits = Parse(figures.CreditSelectors);
    }

    public IReadOnlyList<Selector> Keep { get; }

    public IReadOnlyList<Selector> Remove { get; }

    public IReadOnlyList<Selector> Captions { get; }

    public IReadOnlyList<Selector> Credits { get; }

    /// <summary>What is wrong with the selectors that could not be read, a sentence each.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>
    /// The texts of those that occur nowhere in a document, but for those of what to keep, where all or none count.
    /// </summary>
    public IEnumerable<string> Unused(HtmlNode document) =>
        read.Where(each => Selector.Choose([each.Selector], document).Count == 0).Select(each => each.Text).Distinct();

    private List<Selector> Parse(ImmutableArray<string> texts, bool told = true)
    {
        var parsed = new List<Selector>();
        foreach (string text in texts.IsDefault ? [] : texts)
        {
            if (Selector.FaultOf(text) is { } fault)
            {
                faults.Add($"{fault} It is not used.");
            }
            else
            {
                Selector selector = Selector.Parse(text);
                parsed.Add(selector);
                if (told)
                {
                    read.Add((text, selector));
                }
            }
        }

        return parsed;
    }
}
