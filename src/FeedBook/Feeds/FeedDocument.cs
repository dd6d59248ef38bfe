using System.Collections.Immutable;

namespace FeedBook.Feeds;

/// <summary>
/// What a document turned out to be: a feed, a subscription list, or a page that announces its feeds. Found from its content alone.
/// </summary>
public sealed record FeedDocument
{
    private readonly Sequence<FeedLink> announced;

    /// <summary>What was found.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>The feed; also an archived item, or a plain page as a feed of one item. Null for a subscription list.</summary>
    public Feed? Feed { get; init; }

    /// <summary>The subscription list; null for everything else.</summary>
    public SubscriptionList? Subscriptions { get; init; }

    /// <summary>
    /// The feeds that an HTML page announces, the page's own choice first and those of comments last; empty for everything else.
    /// </summary>
    public ImmutableArray<FeedLink> Announced { get => announced.Array; init => announced = new(value); }

    /// <summary>
    /// For an HTML page that is none to be read, what it is, as one sentence: a log-in, a bot check, a question for consent, a 'not found',
    /// nothing without its scripts. Null for a page that can be read, and for everything else.
    /// </summary>
    public string? Wall { get; init; }

    /// <summary>Where a page without words sends its visitors at once; null where it does not.</summary>
    internal Uri? MovedTo { get; init; }

    /// <summary>What was mended or left out (FB1xx).</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Feed?.Diagnostics ?? Subscriptions?.Diagnostics ?? [];
}

/// <summary>A feed that a page announces.</summary>
/// <param name="Address">Where the feed is; http or https.</param>
public sealed record FeedLink(Uri Address)
{
    /// <summary>The announced title as plain text; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The announced media type in lower case; null when there is none.</summary>
    public string? MediaType { get; init; }
}
