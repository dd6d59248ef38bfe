using FeedBook.Books;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook;

/// <summary>
/// Where the links of a book lead inside it, for writers: to another place of the same article, to another chapter, or to a place in one.
/// For one thread.
/// </summary>
public sealed class BookLinks
{
    private readonly ChapterLinks links;
    private readonly Dictionary<Chapter, HashSet<string>> places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Collects the addresses of a book's chapters.</summary>
    public BookLinks(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        links = new ChapterLinks(book.Chapters);
    }

    /// <summary>The place that a link means; null where it leads out of the book, or nowhere.</summary>
    /// <param name="address">A <see cref="Link"/>'s.</param>
    /// <param name="chapter">The chapter that the link stands in.</param>
    public BookPlace? Find(Uri address, Chapter chapter)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(chapter);
        if (address.IsAbsoluteUri)
        {
            return links.Find(address) is { } found ? new BookPlace(found.Chapter) { Id = found.Place } : null;
        }

        if (!places.TryGetValue(chapter, out HashSet<string>? own))
        {
            own = [.. ContentWalker.Ids(chapter.Article), .. chapter.Article.Notes.Select(note => note.Id)];
            places.Add(chapter, own);
        }

        string id = AnchorName.InAddress(address);
        return own.Contains(id) ? new BookPlace(chapter) { Id = id } : null;
    }
}
