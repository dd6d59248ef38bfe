using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// Walks through RSS, RDF, Atom or CDF: goes into what holds items, reads each item as it comes, keeps the rest as the head.
/// Only one item is held in memory as elements at a time.
/// </summary>
internal sealed class XmlFeedReader(FeedReaderOptions options, Uri? documentBase, FeedNotes notes, CancellationToken cancellationToken)
{
    private const int MostHeadLines = 1000;
    private readonly List<FeedElement> _open = [];
    private readonly List<FeedElement> _roots = [];
    private readonly List<FeedElement> _head = [];
    private readonly List<FeedItem> _items = [];
    private readonly List<string> _abouts = [];
    private readonly ItemReader _itemReader = new(notes);

    /// <summary>The feed's root element in lower case, once there is one.</summary>
    public string? Root { get; private set; }

    /// <summary>The items read so far.</summary>
    public int Count => _items.Count;

    /// <summary>Reads to the end, or to the limit of items.</summary>
    /// <returns>False when there is no feed in it.</returns>
    public bool Read(MarkupReader reader)
    {
        for (MarkupKind kind = reader.Read(); kind != MarkupKind.None; kind = reader.Read())
        {
            if (kind == MarkupKind.Start)
            {
                Start(reader);
                if (_items.Count >= options.MaxItems)
                {
                    notes.Add(DiagnosticIds.TooManyItems, DiagnosticSeverity.Warning,
                        $"The feed has more than {options.MaxItems} items; the rest was not read.");
                    break;
                }
            }
            else if (kind == MarkupKind.End)
            {
                if (_open.Count > 0)
                {
                    _open.RemoveAt(_open.Count - 1);
                }
            }
        }

        return Root is not null;
    }

    /// <summary>What was read so far.</summary>
    public Feed ToFeed()
    {
        FeedElement? root = _roots.Count == 0 ? null : _roots[0];
        Feed feed = HeadReader.Read(_roots, _head, documentBase, notes);
        bool atom = Root == "feed", rdf = Root == "rdf";
        feed = feed with { Format = atom ? FeedFormat.Atom : rdf ? FeedFormat.Rdf : FeedFormat.Rss };
        return feed with
        {
            FormatVersion = atom
                ? (root!.Namespace == FeedNamespace.Atom && root.Attribute("version") is null ? "1.0" : root.Attribute("version") ?? "1.0")
                : rdf ? "1.0" : root?.Attribute("version")?.Trim(),
            Items = [.. InSequence().Select(item => Complete(item, feed))],
        };
    }

    // RSS 1.0 §5.3.5: the sequence in the channel says in which order the items are shown; it counts only where it names each of them.
    private List<FeedItem> InSequence()
    {
        FeedElement? sequence = Root == "rdf" ? _head.Find(l => l.Name == "items") : null;
        if (sequence is null || _abouts.Count != _items.Count)
        {
            return _items;
        }

        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (FeedElement li in sequence.Children.SelectMany(s => s.Children))
        {
            if ((li.Attribute(FeedNamespace.Rdf, "resource") ?? li.Attribute("resource"))?.Trim() is { } resource)
            {
                order.TryAdd(resource, order.Count);
            }
        }

        return _abouts.TrueForAll(order.ContainsKey)
            ? [.. Enumerable.Range(0, _items.Count).OrderBy(i => order[_abouts[i]]).Select(i => _items[i])]
            : _items;
    }

    // What an item leaves to its feed: the language, and what relative addresses start from when nothing better is known.
    private FeedItem Complete(FeedItem item, Feed feed)
    {
        if (item.Language is null && feed.Language is not null)
        {
            item = item with { Language = feed.Language };
        }

        // RFC 4287 §4.2.1: the feed's authors are those of an entry that names none.
        if (item.Authors.IsEmpty && feed.Format == FeedFormat.Atom && !feed.Authors.IsEmpty)
        {
            item = item with { Authors = feed.Authors };
        }

        Uri? guess = documentBase is null ? feed.Address ?? feed.HomePage : null;
        if (guess is not null && item.WrittenAddress is not null)
        {
            item = item with { Address = Addresses.ResolveWeb(item.WrittenAddress, guess) };
        }

        return item.BaseAddress is null && (item.Address ?? guess) is { } start ? item with { BaseAddress = start } : item;
    }

    private void Start(MarkupReader reader)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string name = reader.Name;
        if (Root is null)
        {
            if (name is "rss" or "feed" or "rdf" or "channel" or "opml" or "html" && reader.Namespace is not FeedNamespace.Xhtml)
            {
                Root = name is "opml" or "html" ? null : name;
            }

            if (Root is null)
            {
                return;
            }

            Enter(reader);
            return;
        }

        if (name is "item" or "entry" && reader.Namespace is FeedNamespace.Core or FeedNamespace.Atom)
        {
            FeedElement item = reader.Element(Parent, documentBase);
            reader.ReadContent(item, options.MaxDepth, notes);
            AddItem(item);
        }
        else if (name is "channel" or "rss" or "rdf" or "feed" && reader.Namespace is FeedNamespace.Core or FeedNamespace.Atom
            or FeedNamespace.Rdf)
        {
            Enter(reader);
        }
        else
        {
            FeedElement line = reader.Element(Parent, documentBase);
            reader.ReadContent(line, options.MaxDepth, notes);
            if (line.Name != "category" && _head.Count < MostHeadLines)
            {
                _head.Add(line);
                if (line.Name == "language" && TextConstruct.Plain(line) is { } language)
                {
                    _itemReader.FeedLanguage ??= language;
                }
            }
        }
    }

    private FeedElement? Parent => _open.Count == 0 ? null : _open[^1];

    private void Enter(MarkupReader reader)
    {
        FeedElement container = reader.Element(Parent, documentBase);
        _open.Add(container);
        _roots.Add(container);
    }

    // Items that a publisher nested in items are items too; the empty ones are left out.
    private void AddItem(FeedElement element)
    {
        if (_itemReader.Read(element, documentBase) is { } item)
        {
            _items.Add(item);
            if (element.Attribute(FeedNamespace.Rdf, "about") is { } about)
            {
                _abouts.Add(about.Trim());
            }
        }

        foreach (FeedElement child in element.Children)
        {
            if (child.Name is "item" or "entry" && child.Namespace is FeedNamespace.Core or FeedNamespace.Atom
                && _items.Count < options.MaxItems)
            {
                AddItem(child);
            }
        }
    }
}
