using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook;

/// <summary>What a book says of itself.</summary>
public sealed record BookMetadata
{
    private readonly Sequence<string> authors;

    /// <summary>The title. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>A second line below the title; null when there is none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The identifier: a URN such as <c>urn:uuid:…</c>. The same sources and options give the same one.</summary>
    public required string Identifier { get; init; }

    /// <summary>A well-formed BCP 47 tag: the language of most of the text.</summary>
    public required string Language { get; init; }

    /// <summary>The direction in which the pages turn: right to left only when the whole book is.</summary>
    public TextDirection Direction { get; init; }

    /// <summary>The authors or publishers of what is in the book; may be empty.</summary>
    public ImmutableArray<string> Authors { get => authors.Array; init => authors = new(value); }

    /// <summary>Who made the book; null when not said.</summary>
    public string? Publisher { get; init; }

    /// <summary>What the book is; null when not said.</summary>
    public string? Description { get; init; }

    /// <summary>The date the book bears: the newest item's unless the caller set one; null when no item has one.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>
    /// When the book was last changed: the date above, else the build's own time from the caller's <see cref="TimeProvider"/>. To the
    /// second.
    /// </summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The copyright line; null when there is none.</summary>
    public string? Rights { get; init; }
}
