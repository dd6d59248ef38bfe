using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedBook.Content;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>The places of an article that its own links point at: only those keep an id.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, string> wanted = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);
    private readonly List<string> waiting = [];
    private readonly Dictionary<string, string> same = new(StringComparer.Ordinal);

    /// <summary>Finds every place that a link of the tree points at.</summary>
    public Anchors(MarkupNode root, ArticlePlan plan, AddressResolver addresses)
    {
        HashSet<string>? used = null;
        MarkupNode? node = root.First;
        for (bool read = true; node is not null; node = read ? node.Following(root) : node.FollowingAfter(root))
        {
            // The links between a footnote's mark and its text are the writer's to make.
            read = !plan.IsLabel(node) && plan.NoteOf(node) is null;
            if (read && node.Tag == Tag.A && node.Attribute("href") is { } href && href.Contains('#', StringComparison.Ordinal)
                && addresses.Link(href) is { IsAbsoluteUri: false } place && Name(place) is { Length: > 0 } name && !wanted.ContainsKey(name))
            {
                wanted[name] = Unique(Safe(name), used ??= new HashSet<string>(StringComparer.Ordinal));
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

    /// <summary>Gives links the ids that their places have got, and takes links to places that were not read out of the article; their text stays.</summary>
    public Article Settle(Article article, ReadingContext context) => Any ? new Settler(this, Ids(article), context).Rewrite(article) : article;

    private Uri? Resolve(Uri link, HashSet<string> ids) =>
        wanted.TryGetValue(Name(link), out string? id) && ids.Contains(id = same.GetValueOrDefault(id, id)) ? new Uri($"#{id}", UriKind.Relative) : null;

    // What the tree holds in the end: an id can be lost where blocks were joined into one run.
    private static HashSet<string> Ids(Article article)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Block block in ContentWalker.Blocks(article))
        {
            if (block.Id is { } id)
            {
                ids.Add(id);
            }

            if (block is ListBlock list)
            {
                ids.UnionWith(list.Items.Select(item => item.Id).OfType<string>());
            }

            foreach (ImmutableArray<Inline> run in ContentWalker.Runs(block))
            {
                Gather(run, ids);
            }
        }

        return ids;
    }

    private static void Gather(ImmutableArray<Inline> run, HashSet<string> ids)
    {
        foreach (Inline inline in run)
        {
            if (inline is Span { Id: { } id })
            {
                ids.Add(id);
            }

            if (inline is not TextRun)
            {
                Gather(ContentWalker.Children(inline), ids);
            }
        }
    }

    private static string Name(Uri place) => Uri.UnescapeDataString(place.OriginalString.TrimStart('#'));

    // A valid NCName (XML Namespaces §3) of ASCII letters, digits, hyphens and underscores.
    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-');
        }

        return safe.Length > 0 && (char.IsAsciiLetter(safe[0]) || safe[0] == '_') ? safe.ToString() : string.Concat("a-", safe);
    }

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
