using System.Collections.Immutable;
using FeedBook.Html.Selectors;

namespace FeedBook.Html.Ledger;

/// <summary>The options' selectors, read once for all articles. Immutable; safe to share between threads.</summary>
internal sealed class ReadingSelectors
{
    private readonly List<string> faults = [];

    public ReadingSelectors(ArticleOptions articles, FigureOptions figures)
    {
        Keep = Parse(articles.Keep);
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

    private List<Selector> Parse(ImmutableArray<string> texts)
    {
        var read = new List<Selector>();
        foreach (string text in texts.IsDefault ? [] : texts)
        {
            if (Selector.FaultOf(text) is { } fault)
            {
                faults.Add($"{fault} It is not used.");
            }
            else
            {
                read.Add(Selector.Parse(text));
            }
        }

        return read;
    }
}
