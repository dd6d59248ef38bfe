using System.Collections.Immutable;

namespace FeedBook.Books;

/// <summary>Which items of which source go into the book.</summary>
internal static class ItemChoice
{
    public static ImmutableArray<ChosenSource> Choose(ImmutableArray<ReadSource> sources, BookOptions options, DiagnosticBag diagnostics)
    {
        return [.. sources.Select(source => new ChosenSource(source, source.Feed.Items))];
    }
}
