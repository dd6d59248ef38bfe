using System.Collections.Immutable;
using FeedBook.Feeds;

namespace FeedBook.Books;

/// <summary>Which items of which source go into the book: each source's own options first, then what several sources share.</summary>
internal static class ItemChoice
{
    public static ImmutableArray<ChosenSource> Choose(ImmutableArray<ReadSource> sources, BookOptions options, DiagnosticBag diagnostics)
    {
        DateTimeOffset now = options.Clock.GetUtcNow();
        ImmutableArray<FeedItem>[] chosen = [.. sources.Select(source =>
        {
            SourceSelection selection = SourceSelection.Of(source.Feed.Items, source.Options, source.Name, now);
            diagnostics.AddRange(selection.Diagnostics);
            if (selection.Items.IsEmpty && source.Failure is null)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.SourceEmpty, DiagnosticSeverity.Warning, "The source has no items, or none that were asked for.") { Source = source.Name });
            }

            return selection.Items.Select(item => item with { ContentHtml = SourceSelection.TextOf(item, source.Options.Text) }).ToImmutableArray();
        })];
        IReadOnlyList<ImmutableArray<FeedItem>> kept = chosen;
        if (options.FoldDuplicates)
        {
            (ImmutableArray<ImmutableArray<FeedItem>> folded, ImmutableArray<Diagnostic> lost) = Duplicates.Fold(chosen, [.. sources.Select(source => source.Name)]);
            diagnostics.AddRange(lost);
            kept = folded;
        }

        return [.. sources.Select((source, index) => new ChosenSource(source, kept[index]))];
    }
}
