using System.Collections.Immutable;
using FeedBook.Feeds.Dates;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// One element of RSS, RDF or Atom → one <see cref="FeedItem"/>. The vocabularies are mixed so often that they are read as one.
/// </summary>
internal sealed class ItemReader(FeedNotes notes)
{
    /// <summary>The language of the feed as far as it is known when an item is read; null when it is not. Dates are read in it.</summary>
    public string? FeedLanguage { get; set; }

    /// <summary>Reads an item.</summary>
    /// <param name="item">The <c>item</c> or <c>entry</c> element.</param>
    /// <param name="documentBase">Where the document came from; null when unknown.</param>
    /// <returns>The item, or null when it says nothing at all.</returns>
    public FeedItem? Read(FeedElement item, Uri? documentBase)
    {
        var draft = new ItemDraft();
        List<FeedMedia>? media = null;
        foreach (FeedElement child in item.Children)
        {
            Sort(child, draft, ref media);
        }

        Uri? start = item.Base ?? documentBase;
        string? guid = draft.First(Slot.Id, e => NullIfEmpty(e.Text.Trim())) ?? item.Attribute(FeedNamespace.Rdf, "about")?.Trim();
        Uri? address = Address(item, draft, guid, start, out string? written);
        string? title = draft.First(Slot.Title, TextConstruct.Plain);
        string? language = LanguageTag.Normalize(draft.First(Slot.Language, TextConstruct.Plain) ?? item.Language ?? FeedLanguage);
        DateTimeOffset? DateOf(FeedElement element) => Date(element, language, title ?? guid);
        FeedElement? contentElement = draft.First(Slot.Content, e => HasWords(e) ? e : null)
            ?? draft.First(Slot.Content, e => TextConstruct.Html(e) is null ? null : e);
        string? content = contentElement is null ? null : TextConstruct.Html(contentElement);
        FeedElement? summaryElement = draft.First(Slot.Summary, e => HasWords(e) ? e : null)
            ?? draft.First(Slot.Summary, e => TextConstruct.Html(e) is null ? null : e);
        string? summary = summaryElement is null ? null : TextConstruct.Html(summaryElement);
        DateTimeOffset? published = draft.First(Slot.Published, DateOf);
        DateTimeOffset? updated = draft.First(Slot.Updated, DateOf) ?? FeedDate.Parse(item.Attribute("lastmod"));
        if (!item.HasElements && address is null && guid is null && string.IsNullOrWhiteSpace(item.Text))
        {
            notes.Count(Mend.EmptyItem);
            return null;
        }

        FeedElement? text = contentElement ?? summaryElement;
        return new FeedItem
        {
            Id = NullIfEmpty(guid) ?? address?.AbsoluteUri ?? written ?? "sha256:"
                + StableId.Hash(string.Concat(title, "\n", content ?? summary), 32),
            Title = title,
            Address = address,
            CountedAddress = draft.All(Slot.OriginalLink).Any()
                && LinkReader.Alternate(draft.All(Slot.Link), start, notes, out _) is { } counted && counted != address ? counted : null,
            WrittenAddress = address is null ? written : null,
            ContentHtml = content,
            SummaryHtml = summary,
            BaseAddress = text?.Base ?? item.Base ?? address ?? documentBase,
            Published = published,
            Updated = updated,
            Authors = Authors(draft),
            Categories = [.. draft.Categories.Distinct(StringComparer.Ordinal)],
            Language = LanguageTag.Normalize(text?.Language ?? draft.First(Slot.Language, TextConstruct.Plain) ?? item.Language),
            Rights = draft.First(Slot.Rights, TextConstruct.Plain),
            Media = media is null ? [] : [.. media],
        };
    }

    private static bool HasWords(FeedElement element) => TextConstruct.Html(element) is { } html && TextSample.HasWords(html);

    private void Sort(FeedElement e, ItemDraft draft, ref List<FeedMedia>? media)
    {
        switch (e.Namespace)
        {
            case FeedNamespace.Core:
                Common(e, draft, ref media, 0);
                break;
            case FeedNamespace.Atom:
                Common(e, draft, ref media, 1);
                break;
            case FeedNamespace.Content when e.Name == "encoded":
                draft.Say(Slot.Content, 0, e);
                break;
            case FeedNamespace.Content when e.Name == "items":
                ContentItems(e, draft);
                break;
            case FeedNamespace.Xhtml when e.Name is "body" or "div":
                draft.Say(Slot.Content, 2, e);
                break;
            case FeedNamespace.DublinCore or FeedNamespace.Terms:
                DublinCore(e, draft);
                break;
            case FeedNamespace.Media:
                MediaReader.Read(e, ref media, notes);
                if (e.Name is "category" or "keywords")
                {
                    Category(e, draft);
                }
                else if (e.Name == "title")
                {
                    draft.Say(Slot.Title, 5, e);
                }
                else if (e.Name == "group")
                {
                    GroupText(e, draft);
                }
                else if (e.Name is "description" or "text")
                {
                    draft.Say(Slot.Summary, 8, e);
                }

                break;
            case FeedNamespace.Itunes:
                Itunes(e, draft, ref media);
                break;
            case FeedNamespace.Other when e.Name == "origlink":
                draft.Say(Slot.OriginalLink, 0, e);
                break;
        }
    }

    private void Common(FeedElement e, ItemDraft draft, ref List<FeedMedia>? media, int rank)
    {
        switch (e.Name)
        {
            case "title": draft.Say(Slot.Title, rank, e); break;
            case "link": draft.Say(Slot.Link, rank, e); LinkEnclosure(e, ref media); break;
            case "origlink": draft.Say(Slot.OriginalLink, 0, e); break;
            case "guid": draft.Say(Slot.Id, 0, e); break;
            case "id": draft.Say(Slot.Id, 1, e); break;
            case "description": draft.Say(Slot.Summary, rank, e); break;
            case "summary" or "abstract" or "tagline": draft.Say(Slot.Summary, rank + 1, e); break;
            case "content": MediaOrContent(e, draft, ref media); break;
            case "encoded" or "fullitem" or "fulltext" or "body": draft.Say(Slot.Content, 1, e); break;
            case "pubdate" or "published": draft.Say(Slot.Published, rank, e); break;
            case "issued": draft.Say(Slot.Published, rank + 1, e); break;
            case "created": draft.Say(Slot.Published, 4, e); break;
            case "date": draft.Say(Slot.Published, 3, e); break;
            case "updated" or "modified" or "lastbuilddate" or "lastmod": draft.Say(Slot.Updated, rank, e); break;
            case "author" or "managingeditor": Add(draft.Authors, PersonReader.Read(e)); break;
            case "creator" or "dc:creator": Add(draft.ModuleAuthors, PersonReader.Read(e)); break;
            case "category" or "keyword" or "keywords" or "tags": Category(e, draft); break;
            case "enclosure": MediaReader.Enclosure(e, ref media, notes); break;
            case "image" or "thumbnail" or "logo": MediaReader.Image(e, ref media); break;
            case "rights" or "copyright": draft.Say(Slot.Rights, rank, e); break;
            case "language": draft.Say(Slot.Language, rank, e); break;
            case "source": draft.Say(Slot.Source, rank, e); break;
        }
    }

    // A 'content' with an address and no text of its own is Media RSS whose namespace got lost.
    private void MediaOrContent(FeedElement e, ItemDraft draft, ref List<FeedMedia>? media)
    {
        string? address = e.Attribute("src") ?? e.Attribute("url");
        if (address is not null && string.IsNullOrWhiteSpace(e.Text))
        {
            MediaReader.Enclosure(e, ref media, notes);
        }
        else
        {
            draft.Say(Slot.Content, 1, e);
        }
    }

    private static void ContentItems(FeedElement e, ItemDraft draft)
    {
        foreach (FeedElement bag in e.Children)
        {
            foreach (FeedElement li in bag.Children)
            {
                foreach (FeedElement value in li.Children.SelectMany(i => i.Name == "value" ? [i]
                    : i.Children.Where(c => c.Name == "value")))
                {
                    draft.Say(Slot.Content, 3, value);
                }
            }
        }
    }

    private static void GroupText(FeedElement group, ItemDraft draft)
    {
        foreach (FeedElement child in group.Children)
        {
            if (child.Is(FeedNamespace.Media, "description"))
            {
                draft.Say(Slot.Summary, 8, child);
            }
            else if (child.Is(FeedNamespace.Media, "title"))
            {
                draft.Say(Slot.Title, 6, child);
            }
        }
    }

    private static void DublinCore(FeedElement e, ItemDraft draft)
    {
        switch (e.Name)
        {
            case "title": draft.Say(Slot.Title, 3, e); break;
            case "description" or "abstract": draft.Say(Slot.Summary, 4, e); break;
            case "creator" or "author" or "contributor": Add(draft.ModuleAuthors, PersonReader.Read(e)); break;
            case "date": draft.Say(Slot.Published, 2, e); break;
            case "issued" or "available": draft.Say(Slot.Published, 3, e); break;
            case "created": draft.Say(Slot.Published, 5, e); break;
            case "modified": draft.Say(Slot.Updated, 2, e); break;
            case "subject": Category(e, draft); break;
            case "language": draft.Say(Slot.Language, 2, e); break;
            case "rights": draft.Say(Slot.Rights, 2, e); break;
            case "identifier": draft.Say(Slot.Id, 4, e); break;
        }
    }

    private static void Itunes(FeedElement e, ItemDraft draft, ref List<FeedMedia>? media)
    {
        switch (e.Name)
        {
            case "title": draft.Say(Slot.Title, 4, e); break;
            case "author": Add(draft.ModuleAuthors, PersonReader.Read(e)); break;
            case "summary": draft.Say(Slot.Summary, 5, e); break;
            case "subtitle": draft.Say(Slot.Summary, 6, e); break;
            case "image": MediaReader.Image(e, ref media); break;
            case "keywords" or "category": Category(e, draft); break;
        }
    }

    private void LinkEnclosure(FeedElement e, ref List<FeedMedia>? media)
    {
        if (string.Equals(e.Attribute("rel")?.Trim(), "enclosure", StringComparison.OrdinalIgnoreCase))
        {
            MediaReader.Enclosure(e, ref media, notes);
        }
    }

    private Uri? Address(FeedElement item, ItemDraft draft, string? guid, Uri? start, out string? written)
    {
        Uri? address = LinkReader.Alternate(draft.All(Slot.Link), start, notes, out written);

        // A service that counts readers (feedburner:origLink, pheedo:origLink) puts a link of its own in place of the article's and keeps
        // that one here.
        address = draft.First(Slot.OriginalLink, e => Addresses.ResolveWeb(e.Text, start)) ?? address;
        if (address is not null)
        {
            return address;
        }

        FeedElement? id = draft.First(Slot.Id, e => e);
        bool permanent = id?.Attribute("ispermalink")?.Trim() is not { } flag || !flag.Equals("false", StringComparison.OrdinalIgnoreCase);
        return (guid is not null && permanent && guid.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? Addresses.ResolveWeb(guid, null) : null)
            ?? Addresses.ResolveWeb(item.Attribute("href"), start)
            ?? Addresses.ResolveWeb(item.Attribute(FeedNamespace.Rdf, "about"), null);
    }

    private DateTimeOffset? Date(FeedElement element, string? language, string? item)
    {
        string text = element.HasElements ? TextConstruct.Plain(element) ?? "" : element.Text;
        text = text.Length == 0 ? element.Attribute("value") ?? "" : text;
        DateTimeOffset? date = FeedDate.Parse(text, language);
        if (date is null && !string.IsNullOrWhiteSpace(text))
        {
            notes.Date(text.Trim(), item);
        }

        return date;
    }

    private static void Category(FeedElement e, ItemDraft draft, int depth = 0)
    {
        string? term = PlainText.From(e.Attribute("label")) ?? PlainText.From(e.Attribute("term"))
            ?? (e.Children.Any(IsPart) ? null : TextConstruct.Plain(e)) ?? PlainText.From(e.Attribute("text"));
        if (term is not null && e.Name == "keywords")
        {
            draft.Categories.AddRange(term.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        else if (term is not null)
        {
            draft.Categories.Add(term);
        }

        // iTunes nests a category's parts in it; RDF wraps topics.
        foreach (FeedElement part in e.Children)
        {
            if (IsPart(part) && depth < 4)
            {
                Category(part, draft, depth + 1);
            }
        }
    }

    private static bool IsPart(FeedElement e) => e.Name is "category" or "topic";

    private static ImmutableArray<FeedPerson> Authors(ItemDraft draft)
    {
        if (draft.Authors.Count == 0 && draft.ModuleAuthors.Count == 0)
        {
            foreach (FeedElement source in draft.All(Slot.Source))
            {
                foreach (FeedElement author in source.Children.Where(c => c.Name == "author"))
                {
                    Add(draft.Authors, PersonReader.Read(author));
                }
            }
        }

        return [.. (draft.Authors.Exists(a => a.Name is not null) || draft.ModuleAuthors.Count == 0 ? draft.Authors : draft.ModuleAuthors)
            .DistinctBy(a => (a.Name ?? a.Email)?.ToUpperInvariant())];
    }

    private static void Add(List<FeedPerson> people, FeedPerson? person)
    {
        if (person is not null)
        {
            people.Add(person);
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
