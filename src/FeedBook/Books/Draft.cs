using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Books;

/// <summary>A source with those of its items that go into the book, in their order.</summary>
internal sealed record ChosenSource(ReadSource Read, ImmutableArray<FeedItem> Items)
{
    public string Name => Read.Name;

    public FeedSourceOptions Options => Read.Options;
}

/// <summary>A chapter to be: an item and its article.</summary>
internal sealed record Draft(ChosenSource Source, FeedItem Item, Article Article)
{
    /// <summary>The draft without what only reading it needed: the item's HTML, and all the source's other items.</summary>
    public Draft WithoutHtml() => this with
    {
        Source = Source with { Items = [], Read = Source.Read with { Feed = Source.Read.Feed with { Items = [] } } },
        Item = Item with { ContentHtml = null, SummaryHtml = null },
    };
}
