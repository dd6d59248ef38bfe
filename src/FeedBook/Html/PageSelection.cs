using System.Collections.Immutable;
using FeedBook.Html.Ledger;
using FeedBook.Html.Selectors;
using FeedBook.Html.Tree;

namespace FeedBook.Html;

/// <summary>Whether a whole page holds what a source's selectors keep.</summary>
internal static class PageSelection
{
    /// <summary>Whether one of the selectors chooses something; those that cannot be read choose nothing.</summary>
    public static bool Holds(string html, ImmutableArray<string> keep)
    {
        var selectors = new ReadingSelectors(ArticleOptions.Default with { Keep = keep }, FigureOptions.Default);
        return selectors.Keep.Count > 0 && Selector.Choose(selectors.Keep, HtmlTree.Load(html).DocumentNode).Count > 0;
    }
}
