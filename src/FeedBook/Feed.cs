using System.Collections.Immutable;

namespace FeedBook;

/// <summary>What a feed says of itself, and its items. Every text is plain: markup is gone and entities are decoded.</summary>
public sealed record Feed
{
    private readonly Sequence<FeedPerson> authors;
    private readonly Sequence<FeedItem> items;
    private readonly Sequence<Diagnostic> diagnostics;

    /// <summary>The format it was written in.</summary>
    public FeedFormat Format { get; init; }

    /// <summary>The format's version as its writers name it (<c>2.0</c>, <c>1.0</c>); null when not told.</summary>
    public string? FormatVersion { get; init; }

    /// <summary>The feed's own id (<c>atom:id</c>, <c>rdf:about</c>); null when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The feed's title; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>What the feed is about; null when it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the site; null when it does not say.</summary>
    public Uri? HomePage { get; init; }

    /// <summary>
    /// The link to the site as the feed writes it, where it is relative and nothing certain tells what it starts from;
    /// <see cref="HomePage"/> then is a guess from the feed's own address, or null. Null for every other feed.
    /// </summary>
    public string? WrittenHomePage { get; init; }

    /// <summary>The feed's own address as it gives it; null when it does not say.</summary>
    public Uri? Address { get; init; }

    /// <summary>
    /// The next page of the feed, with older items (RFC 5005 <c>next</c> and <c>prev-archive</c>, JSON Feed <c>next_url</c>); null when
    /// there is none.
    /// </summary>
    public Uri? NextPage { get; init; }

    /// <summary>The feed's picture; null when it has none.</summary>
    public Uri? Image { get; init; }

    /// <summary>A well-formed BCP 47 tag; null when the feed does not say or what it says is none.</summary>
    public string? Language { get; init; }

    /// <summary>The copyright line; null when there is none.</summary>
    public string? Rights { get; init; }

    /// <summary>When the feed was last changed; null when it does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The feed's authors; may be empty.</summary>
    public ImmutableArray<FeedPerson> Authors { get => authors.Array; init => authors = new(value); }

    /// <summary>The items in document order; may be empty.</summary>
    public ImmutableArray<FeedItem> Items { get => items.Array; init => items = new(value); }

    /// <summary>
    /// The character encoding the bytes were read in, by its WHATWG name in lower case; null for a feed that did not come from bytes.
    /// </summary>
    public string? Encoding { get; init; }

    /// <summary>What was mended or left out while the feed was read (FB1xx).</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get => diagnostics.Array; init => diagnostics = new(value); }
}

/// <summary>The format of a <see cref="Feed"/>.</summary>
public enum FeedFormat
{
    /// <summary>Made by the caller, not read.</summary>
    None,

    /// <summary>RSS 0.91, 0.92, 2.0.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0, which are RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    JsonFeed,

    /// <summary>A single archived item: a stamp, a title line, HTML.</summary>
    Archive,

    /// <summary>A plain HTML page taken as one item.</summary>
    Html,

    /// <summary>An OPML subscription list: it names feeds and has no items.</summary>
    Opml,
}
