using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>Where links of a book lead inside it: to a chapter, or to a place in one. For one thread.</summary>
internal sealed class ChapterLinks
{
    private readonly Dictionary<string, Chapter> chapters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Chapter, HashSet<string>> places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Collects the chapters' addresses. Where two chapters share one, the first is meant.</summary>
    public ChapterLinks(IEnumerable<Chapter> chapters)
    {
        foreach (Chapter chapter in chapters)
        {
            if (chapter.Address is { IsAbsoluteUri: true, Scheme: "http" or "https" } address)
            {
                this.chapters.TryAdd(Duplicates.Canonical(address), chapter);
            }
        }
    }

    /// <summary>
    /// The chapter that an address names, and the id of the place in it; null for the place where the chapter has none, null for all where
    /// no chapter is meant.
    /// </summary>
    public (Chapter Chapter, string? Place)? Find(Uri address)
    {
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https" }
            || !chapters.TryGetValue(Duplicates.Canonical(address), out Chapter? chapter))
        {
            return null;
        }

        string place = AnchorName.InAddress(address);
        string id = AnchorName.Of(place);
        return (chapter, place.Length > 0 && PlacesOf(chapter).Contains(id) ? id : null);
    }

    private HashSet<string> PlacesOf(Chapter chapter)
    {
        if (!places.TryGetValue(chapter, out HashSet<string>? own))
        {
            own = [.. ContentWalker.Ids(chapter.Article)];
            places.Add(chapter, own);
        }

        return own;
    }
}
