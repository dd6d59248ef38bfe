using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>
/// Folds articles that several sources, or one source twice, have. The same address or the same title says that two items may be one
/// article; their texts say whether they are. Of each group the fuller item stays, where the first one stood; but an item of the article's
/// own site stays in any case: another site that names its address must not put its own text in that place.
/// </summary>
internal static class Duplicates
{
    private const int ShortestTitle = 12;

    // Of items with one title or address so many are compared with a new one: a feed that repeats itself must not make it costly.
    private const int MostAlike = 8;

    // So much of the shorter text stands in the longer one where the one was made from the other; publishers add and drop a line.
    private const double Copied = 0.6;

    // So much longer may the longer one be where it is another publisher's copy.
    private const double NearlyEqual = 1.3;

    // Query parameters that name the way a reader came, not the article.
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ncid", "ref", "ref_src", "ref_url",
            "source", "rss", "ito", "cmp", "xtor", "wt_mc", "wt.mc_id",
        "partner", "smid", "smtyp", "spm", "ocid", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "feature", "_hsenc", "_hsmi",
            "at_medium", "at_campaign", "guccounter",
    };

    private static readonly SearchValues<char> QuerySeparators = SearchValues.Create("&;");

    /// <summary>Folds the duplicates in lists of items that are shown one after the other.</summary>
    /// <param name="sources">The items of each source.</param>
    /// <param name="names">How diagnostics name each source; null for no names.</param>
    /// <returns>The same sources without the folded items, and a diagnostic for each of those.</returns>
    public static (ImmutableArray<ImmutableArray<FeedItem>> Sources, ImmutableArray<Diagnostic> Diagnostics) Fold(
        IReadOnlyList<ImmutableArray<FeedItem>> sources, IReadOnlyList<string>? names = null)
    {
        var kept = new List<Kept>();
        var byAddress = new Dictionary<string, List<Kept>>(StringComparer.Ordinal);
        var byTitle = new Dictionary<string, List<Kept>>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        for (int source = 0; source < sources.Count; source++)
        {
            foreach (FeedItem item in sources[source])
            {
                string? address = item.Address is null ? null : Canonical(item.Address);
                string? title = TitleKey(item);
                var mine = new Kept(source, item, title);
                Kept? same = Of(byAddress, address).Find(other => IsSamePage(other, mine))
                    ?? Of(byTitle, title).Find(other => IsSameStory(other, mine));
                if (same is null)
                {
                    kept.Add(same = mine);
                }
                else
                {
                    diagnostics.Add(same.Fold(mine, names));
                }

                Note(byAddress, address, same);
                Note(byTitle, title, same);
            }
        }

        var folded = ImmutableArray.CreateBuilder<ImmutableArray<FeedItem>>(sources.Count);
        for (int source = 0; source < sources.Count; source++)
        {
            folded.Add([.. kept.Where(k => k.Place == source).Select(k => k.Item)]);
        }

        return (folded.MoveToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>
    /// The address without what does not tell articles apart: scheme, <c>www.</c>, <c>m.</c>, port, tracking parameters, fragment, closing
    /// slash, case of the host.
    /// </summary>
    public static string Canonical(Uri address)
    {
        string host = HostName.Of(address);
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host.StartsWith("m.", StringComparison.Ordinal)
            && host.Count(c => c == '.') > 1 ? host[2..] : host;
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

    private static List<Kept> Of(Dictionary<string, List<Kept>> index, string? key) =>
        key is not null && index.TryGetValue(key, out List<Kept>? found) ? found : [];

    private static void Note(Dictionary<string, List<Kept>> index, string? key, Kept kept)
    {
        if (key is null)
        {
            return;
        }

        if (!index.TryGetValue(key, out List<Kept>? known))
        {
            index.Add(key, known = []);
        }

        if (known.Count < MostAlike && !known.Contains(kept))
        {
            known.Add(kept);
        }
    }

    // Status feeds give every item the address of one page: in one source the same address is the same item only under the same
    // title or id, and a site's front page is no article's address.
    private static bool IsSamePage(Kept kept, Kept item)
    {
        if (kept.Source == item.Source)
        {
            return kept.Item.Id == item.Item.Id || (item.Title is not null && kept.Title == item.Title);
        }

        // One publisher's feeds agree on what stands at an address. Of two publishers' the one may only speak of what stands at the
        // other's.
        return item.Item.Address!.PathAndQuery.Length > 1
            && (IsOfOneSite(kept.Item.FeedAddress, item.Item.FeedAddress) || kept.Texts.IsEmpty || item.Texts.IsEmpty
                || kept.Texts.Shared(item.Texts) >= Copied);
    }

    // One title twice in one source is a series ('Open thread'); in two sources it is one story, unless months lie between or the texts are
    // two.
    private static bool IsSameStory(Kept kept, Kept item)
    {
        DateTimeOffset? a = kept.Item.Published ?? kept.Item.Updated, b = item.Item.Published ?? item.Item.Updated;
        if (kept.Source == item.Source || (a is not null && b is not null && (a.Value - b.Value).Duration() >= TimeSpan.FromDays(7)))
        {
            return false;
        }

        // Where the sites are two, nothing of the one may be lost for the other: the texts are nearly the same.
        return kept.Texts.Shared(item.Texts) >= Copied
            && (IsOfOneSite(kept.Item.FeedAddress, item.Item.FeedAddress) || kept.Texts.Ratio(item.Texts) <= NearlyEqual);
    }

    private static bool IsOfOneSite(Uri? one, Uri? other) => one is not null && other is not null && Site.IsSame(one, other);

    /// <summary>An item that stands in the book, or may.</summary>
    private sealed class Kept(int source, FeedItem item, string? title)
    {
        private ArticleTexts? texts;

        /// <summary>Where it stands: the source of the first of those that were folded into it.</summary>
        public int Place { get; } = source;

        /// <summary>The source that it is of.</summary>
        public int Source { get; private set; } = source;

        public FeedItem Item { get; private set; } = item;

        public string? Title { get; } = title;

        public ArticleTexts Texts => texts ??= ArticleTexts.Of(Item);

        private bool IsOfItsOwnSite => Item is { Address: { } address, FeedAddress: { } feed } && Site.IsSame(address, feed);

        private long Fullness => Math.Max(Item.ContentHtml?.Length ?? 0, Item.SummaryHtml?.Length ?? 0);

        /// <summary>Takes another one in: one of the two stays.</summary>
        public Diagnostic Fold(Kept other, IReadOnlyList<string>? names)
        {
            bool owned = IsOfItsOwnSite != other.IsOfItsOwnSite;
            bool replaces = owned ? other.IsOfItsOwnSite : other.Fullness > Fullness;
            string why = owned ? "which is of the article's own site" : replaces || Fullness > other.Fullness
                ? "whose text is the fuller one" : "which comes first";
            (FeedItem lost, int lostOf) = replaces ? (Item, Source) : (other.Item, other.Source);
            if (replaces)
            {
                (Item, Source, texts) = (other.Item, other.Source, other.texts);
            }

            string winner = names is null ? "" : $" of '{names[Source]}'";
            return new Diagnostic(DiagnosticIds.DuplicateFolded, DiagnosticSeverity.Info,
                $"The article is there twice; the one{winner} is kept, {why}.")
            {
                Item = lost.Title ?? lost.Id,
                Address = lost.Address,
                Source = names?[lostOf],
            };
        }
    }
}
