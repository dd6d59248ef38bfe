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
                diagnostics.Add(new Diagnostic(DiagnosticIds.SourceEmpty, DiagnosticSeverity.Warning,
                    "The source has no items, or none that were asked for.") { Source = source.Name });
            }

            return selection.Items.Select(item => WithText(item, source, diagnostics)).ToImmutableArray();
        })];
        IReadOnlyList<ImmutableArray<FeedItem>> kept = chosen;
        if (options.FoldDuplicates)
        {
            (ImmutableArray<ImmutableArray<FeedItem>> folded, ImmutableArray<Diagnostic> lost) =
                Duplicates.Fold(chosen, [.. sources.Select(source => source.Name)]);
            diagnostics.AddRange(lost);
            kept = folded;
        }

        return [.. sources.Select((source, index) => new ChosenSource(source, kept[index]))];
    }

    // From here on the content is the text to read, whichever of the two it was.
    private static FeedItem WithText(FeedItem item, ReadSource source, DiagnosticBag diagnostics)
    {
        FullerText text = FullerText.Of(item, source.Options.Text);
        if (text.LeftOut is { } words)
        {
            string excerpt = words.Length <= 60 ? words : words[..57] + "…";
            diagnostics.Add(new Diagnostic(DiagnosticIds.SummaryRead, DiagnosticSeverity.Info,
                $"The full text is only a link; the description was read. Left out: “{excerpt}”")
            {
                Item = item.Title ?? item.Id, Source = source.Name,
            });
        }

        return item with { ContentHtml = text.Html, SummaryHtml = null };
    }
}
