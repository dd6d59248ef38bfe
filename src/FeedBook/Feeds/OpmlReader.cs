using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// OPML → the feeds it names, with their folders. Attribute names are read in any case, as their writers disagree on them.
/// </summary>
internal static class OpmlReader
{
    private const int MostFeeds = 100_000;

    // Each feed keeps the names of its folders.
    private const int MostFolders = 64;

    /// <summary>Reads a list.</summary>
    /// <returns>The list, or null when the document is none.</returns>
    public static SubscriptionList? Read(MarkupReader reader, Uri? documentBase, FeedNotes notes, CancellationToken cancellationToken)
    {
        var feeds = new List<Subscription>();
        var folders = new List<string>();
        var open = new Stack<(string Name, bool Folder)>();
        string? title = null;
        bool opml = false, inTitle = false;
        for (MarkupKind kind = reader.Read(); kind != MarkupKind.None; kind = reader.Read())
        {
            if (feeds.Count >= MostFeeds)
            {
                notes.Count(Mend.TooManyFeeds);
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            switch (kind)
            {
                case MarkupKind.Start:
                    opml |= reader.Name == "opml";
                    inTitle = reader.Name == "title" && open.TryPeek(out (string Name, bool Folder) parent) && parent.Name == "head";
                    open.Push((reader.Name, reader.Name == "outline" && Outline(reader, documentBase, folders, feeds, notes)));
                    break;
                case MarkupKind.Text when inTitle:
                    title += reader.Text;
                    break;
                case MarkupKind.End when open.TryPop(out (string Name, bool Folder) closed):
                    inTitle = false;
                    if (closed.Folder)
                    {
                        folders.RemoveAt(folders.Count - 1);
                    }

                    break;
            }
        }

        return opml ? new SubscriptionList { Title = PlainText.From(title), Feeds = [.. feeds] } : null;
    }

    // Whether the outline is a folder for what stands in it. One with a feed of its own is both.
    private static bool Outline(MarkupReader reader, Uri? documentBase, List<string> folders, List<Subscription> feeds, FeedNotes notes)
    {
        string? text = PlainText.From(Attribute(reader, "text")), title = PlainText.From(Attribute(reader, "title"));
        string? written = Attribute(reader, "xmlurl");
        string? type = Attribute(reader, "type")?.Trim().ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(written)
            && (type is "rss" or "atom" or "feed" or "include" || (type == "link" && IsList(Attribute(reader, "url")))))
        {
            written = Attribute(reader, "url");
        }

        if (!string.IsNullOrWhiteSpace(written))
        {
            Uri? address = Addresses.Resolve(written, documentBase, isSource: true);
            if (address is null)
            {
                notes.Count(Mend.Address, written);
            }

            if (address is not null || Uri.TryCreate(written.Trim(), UriKind.Relative, out address))
            {
                feeds.Add(new Subscription(address) { Title = title ?? text,
                    HomePage = Addresses.ResolveWeb(Attribute(reader, "htmlurl"), documentBase), Folders = [.. folders] });
            }
        }

        if (folders.Count >= MostFolders)
        {
            notes.Count(Mend.DeepFolder);
            return false;
        }

        folders.Add(text ?? title ?? "");
        return true;
    }

    // OPML 2.0, "Inclusion": a link to a list is one more list.
    private static bool IsList(string? address) =>
        address?.Split('?', '#')[0].TrimEnd().EndsWith(".opml", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Attribute(MarkupReader reader, string name)
    {
        foreach (FeedAttribute attribute in reader.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }
}
