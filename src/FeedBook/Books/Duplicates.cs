using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FeedBook.Books;

/// <summary>
/// Folds items that several sources, or one source twice, have: first by canonical address, then by title. Of each group the fuller item stays,
/// where the first one stood.
/// </summary>
internal static class Duplicates
{
    private const int ShortestTitle = 12;

    // Query parameters that name the way a reader came, not the article.
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ncid", "ref", "ref_src", "ref_url", "source", "rss", "ito", "cmp", "xtor", "wt_mc", "wt.mc_id",
        "partner", "smid", "smtyp", "spm", "ocid", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "feature", "_hsenc", "_hsmi", "at_medium", "at_campaign", "guccounter",
    };

    private static readonly SearchValues<char> QuerySeparators = SearchValues.Create("&;");

    /// <summary>Folds the duplicates in lists of items that are shown one after the other.</summary>
    /// <param name="sources">The items of each source.</param>
    /// <returns>The same sources without the folded items, and a diagnostic for each of those.</returns>
    public static (ImmutableArray<ImmutableArray<FeedItem>> Sources, ImmutableArray<Diagnostic> Diagnostics) Fold(IReadOnlyList<ImmutableArray<FeedItem>> sources)
    {
        var kept = new List<(int Source, FeedItem Item)>();
        var byAddress = new Dictionary<string, int>(StringComparer.Ordinal);
        var byTitle = new Dictionary<string, int>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        for (int source = 0; source < sources.Count; source++)
        {
            foreach (FeedItem item in sources[source])
            {
                string? address = item.Address is null ? null : Canonical(item.Address);
                string? title = TitleKey(item);
                if ((address is not null && byAddress.TryGetValue(address, out int at) && IsSamePage(kept[at], source, item, title)) || (title is not null && byTitle.TryGetValue(title, out at) && MayBeSame(kept[at], source, item)))
                {
                    bool fuller = Fullness(item) > Fullness(kept[at].Item);
                    FeedItem lost = fuller ? kept[at].Item : item;
                    kept[at] = fuller ? (kept[at].Source, item) : kept[at];
                    diagnostics.Add(new Diagnostic(DiagnosticIds.DuplicateFolded, DiagnosticSeverity.Info, "The item is there twice; the fuller one is kept.") { Item = lost.Title ?? lost.Id, Address = lost.Address });
                }
                else
                {
                    at = kept.Count;
                    kept.Add((source, item));
                }

                if (address is not null)
                {
                    byAddress.TryAdd(address, at);
                }

                if (title is not null)
                {
                    byTitle.TryAdd(title, at);
                }
            }
        }

        var folded = ImmutableArray.CreateBuilder<ImmutableArray<FeedItem>>(sources.Count);
        for (int source = 0; source < sources.Count; source++)
        {
            folded.Add([.. kept.Where(k => k.Source == source).Select(k => k.Item)]);
        }

        return (folded.MoveToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>The address without what does not tell articles apart: scheme, <c>www.</c>, <c>m.</c>, port, tracking parameters, fragment, closing slash, case of the host.</summary>
    public static string Canonical(Uri address)
    {
        string host = address.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host.StartsWith("m.", StringComparison.Ordinal) && host.Count(c => c == '.') > 1 ? host[2..] : host;
        var canonical = new StringBuilder(host);
        if (!address.IsDefaultPort)
        {
            canonical.Append(':').Append(address.Port);
        }

        string path = address.AbsolutePath.TrimEnd('/');
        foreach (string index in (string[])["/index.html", "/index.htm", "/index.php", "/amp"])
        {
            path = path.EndsWith(index, StringComparison.OrdinalIgnoreCase) ? path[..^index.Length] : path;
        }

        canonical.Append(path);
        var parameters = new List<string>();
        string query = address.Query.TrimStart('?');
        while (query.Length > 0)
        {
            int end = query.AsSpan().IndexOfAny(QuerySeparators);
            string parameter = end < 0 ? query : query[..end];
            query = end < 0 ? "" : query[(end + 1)..];
            string name = parameter.Split('=', 2)[0];
            if (parameter.Length > 0 && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !Tracking.Contains(name))
            {
                parameters.Add(parameter);
            }
        }

        parameters.Sort(StringComparer.Ordinal);
        if (parameters.Count > 0)
        {
            canonical.Append('?').AppendJoin('&', parameters);
        }

        // A page that is one for many articles tells them apart behind '#!' or '#/'.
        return address.Fragment.StartsWith("#!", StringComparison.Ordinal) || address.Fragment.StartsWith("#/", StringComparison.Ordinal)
            ? canonical.Append(address.Fragment).ToString()
            : canonical.ToString();
    }

    // Letters and digits only, and enough of them: 'Links of the week' is no article's name.
    private static string? TitleKey(FeedItem item)
    {
        if (item.Title is null)
        {
            return null;
        }

        var key = new StringBuilder(item.Title.Length);
        int weight = 0;
        foreach (char c in item.Title)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));

                // An ideograph says as much as two or three letters.
                weight += CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter ? 3 : 1;
            }
        }

        return weight >= ShortestTitle ? key.ToString() : null;
    }

    // Status feeds give every item the address of one page: in one source the same address is the same item only under the same
    // title or id, and a site's front page is no article's address.
    private static bool IsSamePage((int Source, FeedItem Item) kept, int source, FeedItem item, string? title) =>
        kept.Source == source ? kept.Item.Id == item.Id || (title is not null && TitleKey(kept.Item) == title) : item.Address!.PathAndQuery.Length > 1;

    // One title twice in one source is a series ('Open thread'); in two sources it is one story, unless months lie between.
    private static bool MayBeSame((int Source, FeedItem Item) kept, int source, FeedItem item)
    {
        DateTimeOffset? a = kept.Item.Published ?? kept.Item.Updated, b = item.Published ?? item.Updated;
        return kept.Source != source && (a is null || b is null || (a.Value - b.Value).Duration() < TimeSpan.FromDays(7));
    }

    private static long Fullness(FeedItem item) => Math.Max(item.ContentHtml?.Length ?? 0, item.SummaryHtml?.Length ?? 0);
}
