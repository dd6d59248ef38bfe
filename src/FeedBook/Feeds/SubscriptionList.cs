using System.Collections.Immutable;

namespace FeedBook.Feeds;

/// <summary>A list of feeds (OPML 1.0, 1.1, 2.0).</summary>
public sealed record SubscriptionList
{
    private readonly Sequence<Subscription> feeds;
    private readonly Sequence<Diagnostic> diagnostics;

    /// <summary>The list's title as plain text; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The feeds, and the lists that it includes, in document order; may be empty. The same address may occur in several folders.
    /// </summary>
    public ImmutableArray<Subscription> Feeds { get => feeds.Array; init => feeds = new(value); }

    /// <summary>The character encoding the bytes were read in, by its WHATWG name in lower case; null when unknown.</summary>
    public string? Encoding { get; init; }

    /// <summary>What was mended or left out (FB1xx).</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get => diagnostics.Array; init => diagnostics = new(value); }
}

/// <summary>One feed of a <see cref="SubscriptionList"/>.</summary>
/// <param name="Address">Where the feed is, by whatever scheme; relative only where the list names a relative one and came from nowhere
/// known (it cannot be fetched then, and FB108 says so).</param>
public sealed record Subscription(Uri Address)
{
    private readonly Sequence<string> folders;

    /// <summary>Its title as plain text; null when the list gives none.</summary>
    public string? Title { get; init; }

    /// <summary>The site it belongs to; null when the list does not say.</summary>
    public Uri? HomePage { get; init; }

    /// <summary>The folders it stands in, outermost first; empty at the top level.</summary>
    public ImmutableArray<string> Folders { get => folders.Array; init => folders = new(value); }
}
