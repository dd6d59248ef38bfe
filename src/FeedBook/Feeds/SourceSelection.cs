using System.Collections.Immutable;
using System.Globalization;

namespace FeedBook.Feeds;

/// <summary>The items of one source that its options take, and what was left out.</summary>
/// <param name="Items">In the order the options ask for.</param>
/// <param name="Diagnostics">One line for each reason something was left out.</param>
internal sealed record SourceSelection(ImmutableArray<FeedItem> Items, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Applies the options' filter, age, number and order, in this sequence: an item that the filter refuses uses up no place.
    /// </summary>
    /// <param name="items">As the source has them.</param>
    /// <param name="options">The source's options.</param>
    /// <param name="source">How diagnostics name the source; null for no name.</param>
    /// <param name="now">When the book is built, for <see cref="FeedSourceOptions.MaxAge"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The options ask for fewer than no items, or for a negative age.</exception>
    public static SourceSelection Of(ImmutableArray<FeedItem> items, FeedSourceOptions options, string? source, DateTimeOffset now)
    {
        Check(options);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        IReadOnlyList<FeedItem> taken = items;
        if (options.Filter is { } filter)
        {
            int failed = 0;
            taken = [.. taken.Where(item => Passes(item, filter, ref failed))];
            Report(items.Length - taken.Count - failed, "the filter left them out");
        }

        DateTimeOffset? oldest = Later(options.NotBefore, options.MaxAge is { } age ? Back(now, age) : null);
        if (oldest is not null)
        {
            int before = taken.Count;
            taken = [.. taken.Where(item => DateOf(item) is not { } date || date >= oldest)];
            Report(before - taken.Count, string.Create(CultureInfo.InvariantCulture, $"they are older than {oldest:yyyy-MM-dd HH:mm}"));
        }

        if (options.MaxItems is { } most && taken.Count > most)
        {
            // The newest stay, in the order the source has them.
            HashSet<int> newest =
                [.. Enumerable.Range(0, taken.Count).OrderByDescending(i => DateOf(taken[i]) ?? DateTimeOffset.MinValue).Take(most)];
            Report(taken.Count - most, string.Create(CultureInfo.InvariantCulture, $"no more than {most} are taken"));
            taken = [.. taken.Where((_, i) => newest.Contains(i))];
        }

        taken = options.Order switch
        {
            ChapterOrder.NewestFirst => [.. taken.OrderByDescending(item => DateOf(item) ?? DateTimeOffset.MinValue)],
            ChapterOrder.OldestFirst => [.. taken.OrderBy(item => DateOf(item) ?? DateTimeOffset.MaxValue)],
            _ => taken,
        };
        return new SourceSelection([.. taken], diagnostics.ToImmutable());

        bool Passes(FeedItem item, Func<FeedItem, bool> takes, ref int failed)
        {
            try
            {
                return takes(item);
            }
            catch (Exception exception)
            {
                // A caller's filter may fail in any way; what it says of the others still counts.
                failed++;
                diagnostics.Add(new Diagnostic(DiagnosticIds.ItemFailed, DiagnosticSeverity.Error,
                    $"The source's filter failed on the item; it was left out: {exception.Message}")
                {
                    Item = item.Title ?? item.Id, Source = source, Address = item.Address,
                });
                return false;
            }
        }

        void Report(int count, string why)
        {
            if (count > 0)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.ItemsLeftOut, DiagnosticSeverity.Info,
                    string.Create(CultureInfo.InvariantCulture, $"{count} items were left out: {why}.")) { Source = source });
            }
        }
    }

    private static DateTimeOffset? DateOf(FeedItem item) => item.Published ?? item.Updated;

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b ?? a : a;

    private static DateTimeOffset Back(DateTimeOffset now, TimeSpan age) =>
        age >= now - DateTimeOffset.MinValue ? DateTimeOffset.MinValue : now - age;

    private static void Check(FeedSourceOptions options)
    {
        if (options.MaxItems < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxItems, "MaxItems may not be negative.");
        }

        if (options.MaxAge < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxAge, "MaxAge may not be negative.");
        }
    }
}
