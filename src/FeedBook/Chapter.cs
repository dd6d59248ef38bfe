using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook;

/// <summary>One item as a chapter.</summary>
public sealed record Chapter
{
    private readonly Sequence<string> authors;

    /// <summary>
    /// Unique in the book, made from the item's identity: lower-case letters, digits and hyphens, starting with a letter.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The title as plain text. Never empty: an item without one gets the start of its text, or its date.</summary>
    public required string Title { get; init; }

    /// <summary>The authors' names; may be empty.</summary>
    public ImmutableArray<string> Authors { get => authors.Array; init => authors = new(value); }

    /// <summary>The title of the feed it came from; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>The address of the article; null when there is none.</summary>
    public Uri? Address { get; init; }

    /// <summary>When it was published; null when the feed does not say.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed; null when the feed does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>A well-formed BCP 47 tag: the article's, else the feed's, else the book's.</summary>
    public required string Language { get; init; }

    /// <summary>The base direction of the chapter.</summary>
    public TextDirection Direction { get; init; }

    /// <summary>The content. Its pictures are fetched: <see cref="ImageReference.Stored"/> is set, or could not be.</summary>
    public required Article Article { get; init; }
}
