using System.Globalization;

namespace FeedBook.Sample.Reports;

/// <summary>Trouble of one kind on one line: how often, with what, and where most of it is.</summary>
internal static class FoldedProblem
{
    /// <summary>The most problems of a kind that are told one by one.</summary>
    public const int Most = 3;

    private const int MostPlaces = 4;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [DiagnosticIds.SourceFailed] = "sources could not be read",
        [DiagnosticIds.SourceEmpty] = "sources have no items, or none that were asked for",
        [DiagnosticIds.ImageNotFetched] = "images could not be fetched",
        [DiagnosticIds.ImageForbidden] = "images may not be fetched: private or local hosts (--allow-host)",
        [DiagnosticIds.ImageNotAPicture] = "images are no pictures",
        [DiagnosticIds.ImageBroken] = "images are broken",
        [DiagnosticIds.ImageRepaired] = "images were cut short and are shown as far as they go",
        [DiagnosticIds.ImageKindNotShown] = "images are of kinds that readers do not show",
        [DiagnosticIds.ImageWebPKept] = "images are WebP, which older readers leave blank",
        [DiagnosticIds.SelectorUnused] = "selectors occur nowhere",
    };

    /// <summary>The line.</summary>
    /// <param name="problems">All of one id; more than one.</param>
    public static string Line(IReadOnlyList<Diagnostic> problems)
    {
        Diagnostic first = problems[0];
        string what = Kinds.GetValueOrDefault(first.Id) ?? "times: " + Common(problems).TrimEnd('.');
        (string Place, int Count)[] places = [.. problems.Select(PlaceOf).OfType<string>().CountBy(place => place)
            .OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value))];
        string where = string.Join(", ", places.Take(MostPlaces).Select(each => Numbered(each.Place, each.Count)));
        return string.Create(CultureInfo.InvariantCulture,
            $"{first.Id} {problems.Count:N0} {what}{(where.Length > 0 ? ": " + where : "")}{(places.Length > MostPlaces ? " …" : "")}");
    }

    private static string Numbered(string place, int count) => string.Create(CultureInfo.InvariantCulture, $"{place} {count:N0}");

    private static string Common(IReadOnlyList<Diagnostic> problems) =>
        problems.CountBy(each => each.Message).MaxBy(each => each.Value).Key;

    private static string? PlaceOf(Diagnostic problem) => problem.Address is { IsAbsoluteUri: true, Scheme: "http" or "https" } address
        ? address.Host : problem.Source;
}
