using System.Collections.Immutable;

namespace FeedBook;

/// <summary>
/// Chapters that stand together: those of one feed, of one folder of a subscription list, or of one name the caller gave.
/// </summary>
/// <param name="Title">The section's title; null for chapters that stand in the book without a section.</param>
/// <param name="Chapters">The chapters in reading order. Never empty.</param>
public sealed record BookSection(string? Title, ImmutableArray<Chapter> Chapters)
{
    private readonly Sequence<Chapter> chapters = new(Chapters);

    /// <summary>The chapters in reading order. Never empty.</summary>
    public ImmutableArray<Chapter> Chapters { get => chapters.Array; init => chapters = new(value); }
}
