using FeedBook.Feeds.Dates;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>The lines of a feed's head → a <see cref="Feed"/> without items.</summary>
internal static class HeadReader
{
    /// <summary>Reads the head.</summary>
    /// <param name="roots">The root and the channel, as far as there are any.</param>
    /// <param name="lines">What stands in them beside the items, in document order.</param>
    /// <param name="documentBase">Where the document came from; null when unknown.</param>
    /// <param name="notes">Is told of what was left out.</param>
    public static Feed Read(IReadOnlyList<FeedElement> roots, IReadOnlyList<FeedElement> lines, Uri? documentBase, FeedNotes notes)
    {
        var draft = new ItemDraft();
        foreach (FeedElement line in lines)
        {
            Sort(line, draft);
        }

        FeedElement? inner = roots.Count == 0 ? null : roots[^1];
        Uri? start = inner?.Base ?? documentBase;
        string? language = draft.First(Slot.Language, TextConstruct.Plain)
            ?? roots.Select(r => r.Language).LastOrDefault(l => !string.IsNullOrEmpty(l));
        Uri? self = LinkReader.Related(draft.All(Slot.Link), "self", start);
        Uri? home = LinkReader.Alternate(draft.All(Slot.Link), start, notes, out string? written);
        return new Feed
        {
            Id = draft.First(Slot.Id, e => PlainText.Collapse(e.Text) is { Length: > 0 } id ? id : null)
                ?? inner?.Attribute(FeedNamespace.Rdf, "about")?.Trim(),
            Title = draft.First(Slot.Title, TextConstruct.Plain),
            Description = draft.First(Slot.Summary, TextConstruct.Plain),
            HomePage = home ?? Addresses.ResolveWeb(inner?.Attribute("href"), start)
                ?? (written is null || self is null ? null : Addresses.ResolveWeb(written, self)),
            WrittenHomePage = home is null ? written : null,
            Address = self,
            NextPage = LinkReader.Related(draft.All(Slot.Link), "next", start)
                ?? LinkReader.Related(draft.All(Slot.Link), "prev-archive", start),
            Image = draft.First(Slot.Image, e => ImageOf(e, start)),
            Language = LanguageTag.Normalize(language),
            Rights = draft.First(Slot.Rights, TextConstruct.Plain),
            Updated = draft.First(Slot.Updated, e => Date(e, notes)) ?? draft.First(Slot.Published, e => Date(e, notes))
                ?? FeedDate.Parse(inner?.Attribute("lastmod")),
            Authors =
                [.. (draft.Authors.Count > 0 ? draft.Authors : draft.ModuleAuthors)
                .DistinctBy(a => (a.Name ?? a.Email)?.ToUpperInvariant())],
        };
    }

    private static void Sort(FeedElement e, ItemDraft draft)
    {
        switch (e.Namespace)
        {
            case FeedNamespace.Core:
                Common(e, draft, 0);
                break;
            case FeedNamespace.Atom:
                Common(e, draft, 1);
                break;
            case FeedNamespace.DublinCore or FeedNamespace.Terms:
                Module(e, draft);
                break;
            case FeedNamespace.Itunes:
                Itunes(e, draft);
                break;
            case FeedNamespace.Media when e.Name is "thumbnail" or "content" && (e.Attribute("medium") ?? "image") == "image":
                draft.Say(Slot.Image, 4, e);
                break;
        }
    }

    private static void Common(FeedElement e, ItemDraft draft, int rank)
    {
        switch (e.Name)
        {
            case "title": draft.Say(Slot.Title, rank, e); break;
            case "description" or "subtitle" or "tagline" or "abstract": draft.Say(Slot.Summary, rank, e); break;
            case "info": draft.Say(Slot.Summary, 3, e); break;
            case "link": draft.Say(Slot.Link, rank, e); break;
            case "id": draft.Say(Slot.Id, rank, e); break;
            case "image": draft.Say(Slot.Image, 0, e); break;
            case "logo": draft.Say(Slot.Image, 1, e); break;
            case "icon": draft.Say(Slot.Image, 3, e); break;
            case "language": draft.Say(Slot.Language, rank, e); break;
            case "copyright" or "rights": draft.Say(Slot.Rights, rank, e); break;
            case "lastbuilddate" or "updated" or "modified" or "lastmod": draft.Say(Slot.Updated, rank, e); break;
            case "pubdate" or "published": draft.Say(Slot.Published, rank, e); break;
            case "author" or "managingeditor": Add(draft.Authors, e); break;
            case "webmaster": Add(draft.ModuleAuthors, e, last: true); break;
        }
    }

    private static void Module(FeedElement e, ItemDraft draft)
    {
        switch (e.Name)
        {
            case "title": draft.Say(Slot.Title, 3, e); break;
            case "description": draft.Say(Slot.Summary, 4, e); break;
            case "language": draft.Say(Slot.Language, 2, e); break;
            case "rights": draft.Say(Slot.Rights, 2, e); break;
            case "date" or "modified": draft.Say(Slot.Updated, 2, e); break;
            case "issued" or "created": draft.Say(Slot.Published, 3, e); break;
            case "creator" or "author": Add(draft.ModuleAuthors, e); break;
            case "identifier": draft.Say(Slot.Id, 3, e); break;
        }
    }

    private static void Itunes(FeedElement e, ItemDraft draft)
    {
        switch (e.Name)
        {
            case "title": draft.Say(Slot.Title, 4, e); break;
            case "summary": draft.Say(Slot.Summary, 5, e); break;
            case "subtitle": draft.Say(Slot.Summary, 6, e); break;
            case "image": draft.Say(Slot.Image, 2, e); break;
            case "link" when e.Attribute("rel") == "image": draft.Say(Slot.Image, 2, e); break;
            case "author": Add(draft.ModuleAuthors, e); break;
        }
    }

    private static Uri? ImageOf(FeedElement e, Uri? start) =>
        Addresses.ResolveWeb(e.Child("url")?.Text ?? e.Attribute("href") ?? e.Attribute("url") ?? e.Attribute(FeedNamespace.Rdf, "resource")
            ?? (e.HasElements ? null : e.Text), e.Base ?? start);

    private static DateTimeOffset? Date(FeedElement e, FeedNotes notes)
    {
        DateTimeOffset? date = FeedDate.Parse(e.Text);
        if (date is null && !string.IsNullOrWhiteSpace(e.Text))
        {
            notes.Date(e.Text.Trim(), null);
        }

        return date;
    }

    // A webmaster keeps the machine running; he is named as author only where nobody else is.
    private static void Add(List<FeedPerson> people, FeedElement e, bool last = false)
    {
        if (PersonReader.Read(e) is { } person && !(last && people.Count > 0))
        {
            people.Add(person);
        }
    }
}
