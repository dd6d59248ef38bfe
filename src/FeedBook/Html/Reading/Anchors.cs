using System.Collections.Immutable;
using System.Globalization;
using FeedBook.Content;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>The places of an article that its own links point at: only those keep an id.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, string> wanted = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);
    private readonly List<string> waiting = [];
    private readonly Dictionary<string, string> same = new(StringComparer.Ordinal);

    /// <summary>Finds every place that a link of the tree points at.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="plan">What has been decided of it.</param>
    /// <param name="addresses">Where links lead.</param>
    /// <param name="elsewhere">The places that links of other articles lead to; their ids are as <see cref="AnchorName"/> makes
    /// them.</param>
    public Anchors(MarkupNode root, ArticlePlan plan, AddressResolver addresses, IReadOnlySet<string> elsewhere)
    {
        HashSet<string>? used = null;
        foreach (string name in elsewhere)
        {
            if (AnchorName.Of(name) is var id && (used ??= new HashSet<string>(StringComparer.Ordinal)).Add(id))
            {
                wanted[name] = id;
            }
        }

        MarkupNode? node = root.First;
        for (bool read = true; node is not null; node = read ? node.Following(root) : node.FollowingAfter(root))
        {
            // The links between a footnote's mark and its text are the writer's to make.
            read = !plan.IsLabel(node) && plan.NoteOf(node) is null;
            if (read && node.Tag == Tag.A && node.Attribute("href") is { } href && href.Contains('#', StringComparison.Ordinal)
                && addresses.Link(href) is { IsAbsoluteUri: false } place && AnchorName.InAddress(place) is { Length: > 0 } name
                    && !wanted.ContainsKey(name))
            {
                wanted[name] = Unique(AnchorName.Of(name), used ??= new HashSet<string>(StringComparer.Ordinal));
            }
        }
    }

    /// <summary>Whether any link points into the article.</summary>
    public bool Any => wanted.Count > 0;

    /// <summary>Notes the node's own id or name, so that the next block or span takes it.</summary>
    public void Pass(MarkupNode node)
    {
        if (wanted.Count == 0 || node.Attributes == MarkupAttributes.None)
        {
            return;
        }

        foreach (string attribute in (ReadOnlySpan<string>)["id", "name"])
        {
            if ((attribute == "id" || node.Tag == Tag.A) && node.Attribute(attribute) is { Length: > 0 } name
                && wanted.TryGetValue(name.Trim(), out string? id) && placed.Add(id))
            {
                waiting.Add(id);
            }
        }
    }

    /// <summary>The id for the block that begins now; null when nothing points here.</summary>
    public string? Take()
    {
        if (waiting.Count == 0)
        {
            return null;
        }

        // Several places with nothing between them are one.
        string id = waiting[^1];
        for (int i = 0; i < waiting.Count - 1; i++)
        {
            same[waiting[i]] = id;
        }

        waiting.Clear();
        return id;
    }

    /// <summary>Lets the places that wait be the same as one that has its block; gives that one.</summary>
    public string TakeInto(string id)
    {
        foreach (string place in waiting)
        {
            same[place] = id;
        }

        waiting.Clear();
        return id;
    }

    /// <summary>Gives a place behind everything to the last block: a link arrives at the end.</summary>
    public ImmutableArray<Block> AtEnd(ImmutableArray<Block> blocks)
    {
        if (!IsWaiting || blocks.IsEmpty)
        {
            return blocks;
        }

        Block last = blocks[^1];
        string id = last.Id is { } own ? TakeInto(own) : Take()!;
        return last.Id is null ? blocks.SetItem(blocks.Length - 1, last with { Id = id }) : blocks;
    }

    /// <summary>Whether an id waits for its block.</summary>
    public bool IsWaiting => waiting.Count > 0;

    /// <summary>
    /// Gives links the ids that their places have got, and takes links to places that were not read out of the article; their text stays.
    /// </summary>
    public Article Settle(Article article, ReadingContext context) =>
        Any ? new Settler(this, [.. ContentWalker.Ids(article)], context).Rewrite(article) : article;

    private Uri? Resolve(Uri link, HashSet<string> ids) =>
        wanted.TryGetValue(AnchorName.InAddress(link), out string? id) && ids.Contains(id = same.GetValueOrDefault(id, id))
            ? new Uri($"#{id}", UriKind.Relative) : null;

    private static string Unique(string name, HashSet<string> used)
    {
        string id = name;
        for (int number = 2; !used.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return id;
    }

    private sealed class Settler(Anchors anchors, HashSet<string> ids, ReadingContext context) : ContentRewriter
    {
        protected override Inline? Rewrite(Inline inline)
        {
            if (inline is not Link { Address.IsAbsoluteUri: false } link)
            {
                return base.Rewrite(inline);
            }

            ImmutableArray<Inline> content = Rewrite(link.Content);
            if (anchors.Resolve(link.Address, ids) is { } address)
            {
                return content.IsEmpty ? null : link with { Address = address, Content = content };
            }

            context.Report(DiagnosticIds.MissingTarget, $"A link leads to “{link.Address.OriginalString}”, which is not in the article.");
            return content switch
            {
                [] => null,
                [Inline only] => only,
                _ => new Span(content),
            };
        }
    }
}
