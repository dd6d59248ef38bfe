using System.Collections.Immutable;

namespace FeedBook.Books;

/// <summary>
/// What is told of the selectors of a book's options. Each article reports what its own reading met with; a book has one set of options for
/// hundreds of articles, and tells a thing that concerns them all once.
/// </summary>
internal static class SelectorReport
{
    /// <summary>Whether an article's diagnostic is left to <see cref="Of"/>.</summary>
    public static bool Takes(Diagnostic diagnostic) => diagnostic.Id is DiagnosticIds.InvalidSelector or DiagnosticIds.NothingToKeep
        or DiagnosticIds.SelectorUnused;

    /// <summary>
    /// A selector that is none: once, with its source where it concerns only one. Selectors of what to keep that occur in no item of a
    /// source: once; else with each item they do not occur in.
    /// </summary>
    public static IEnumerable<Diagnostic> Of(ImmutableArray<Draft> drafts)
    {
        foreach (IGrouping<string, (string Message, Draft Draft)> fault in Told(drafts, DiagnosticIds.InvalidSelector)
            .GroupBy(each => each.Message, StringComparer.Ordinal))
        {
            string[] sources = [.. fault.Select(each => each.Draft.Source.Name).Distinct(StringComparer.Ordinal)];
            yield return new Diagnostic(DiagnosticIds.InvalidSelector, DiagnosticSeverity.Warning,
                fault.Key) { Source = sources is [var only] ? only : null };
        }

        var same = (IEqualityComparer<ChosenSource>)ReferenceEqualityComparer.Instance;
        Dictionary<ChosenSource, int> items = drafts.CountBy(draft => draft.Source, same).ToDictionary(same);
        foreach (Diagnostic unused in Unused(drafts, items))
        {
            yield return unused;
        }

        foreach (IGrouping<ChosenSource, (string Message, Draft Draft)> source in Told(drafts, DiagnosticIds.NothingToKeep)
            .GroupBy(each => each.Draft.Source, same))
        {
            bool inNone = source.Count() is > 1 and int times && times == items[source.Key];
            foreach ((string message, Draft draft) in inNone ? source.Take(1) : source)
            {
                yield return new Diagnostic(DiagnosticIds.NothingToKeep, DiagnosticSeverity.Warning, inNone
                    ? $"None of the selectors of what to keep occurs in any of the {items[source.Key]} items; everything was kept."
                    : message)
                {
                    Source = source.Key.Name,
                    Item = inNone ? null : draft.Item.Title ?? draft.Item.Id,
                };
            }
        }
    }

    /// <summary>Selectors that occur in no item of a source: once, with the source where it is only one.</summary>
    private static IEnumerable<Diagnostic> Unused(ImmutableArray<Draft> drafts, Dictionary<ChosenSource, int> items)
    {
        foreach (IGrouping<string, (string Message, Draft Draft)> selector in Told(drafts, DiagnosticIds.SelectorUnused)
            .GroupBy(each => each.Message, StringComparer.Ordinal))
        {
            ChosenSource[] sources = [.. selector.CountBy(each => each.Draft.Source,
                (IEqualityComparer<ChosenSource>)ReferenceEqualityComparer.Instance)
                .Where(each => each.Value == items[each.Key]).Select(each => each.Key)];
            if (sources.Length > 0)
            {
                yield return new Diagnostic(DiagnosticIds.SelectorUnused, DiagnosticSeverity.Warning,
                    $"{selector.Key.TrimEnd('.')} in {(sources.Length == 1 ? "the source" : $"{sources.Length:N0} sources")}.")
                {
                    Source = sources is [var only] ? only.Name : null,
                };
            }
        }
    }

    private static IEnumerable<(string Message, Draft Draft)> Told(ImmutableArray<Draft> drafts, string id) =>
        drafts.SelectMany(draft => draft.Article.Diagnostics.Where(each => each.Id == id).Select(each => (each.Message, draft)));
}
