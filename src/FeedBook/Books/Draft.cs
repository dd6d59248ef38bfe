using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Books;

/// <summary>A source with those of its items that go into the book, in their order.</summary>
internal sealed record ChosenSource(ReadSource Read, ImmutableArray<FeedItem> Items)
{
    public string Name => Read.Name;

    public FeedSourceOptions Options => Read.Options;

    /// <summary>The same source without its items: what is to be known of it once they are read.</summary>
    public ChosenSource WithoutItems() => new(Read with { Feed = Read.Feed with { Items = [] } }, []);
}

/// <summary>A chapter to be: an item, without its text, and its article.</summary>
internal sealed record Draft(ChosenSource Source, FeedItem Item, Article Article);
