using FeedBook.Books;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// The destinations of links from one article of the book to another, or to a place in it: promised before anything is drawn.
/// </summary>
/// <param name="book">The book.</param>
/// <param name="document">The document.</param>
internal sealed class ChapterTargets(Book book, PdfDocument document)
{
    private readonly ChapterLinks links = new(book.Chapters);
    private readonly Dictionary<Chapter, int> starts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Chapter, Dictionary<string, int>> anchors = new(ReferenceEqualityComparer.Instance);

    /// <summary>Promises a destination for everything that a link of the book leads to.</summary>
    public void Promise()
    {
        foreach (Link link in book.Chapters.SelectMany(chapter => ContentWalker.Blocks(chapter.Article)).SelectMany(ContentWalker.Runs)
            .SelectMany(ContentWalker.Inlines).OfType<Link>())
        {
            if (link.Address.IsAbsoluteUri && links.Find(link.Address) is { } target)
            {
                if (target.Place is null)
                {
                    starts.TryAdd(target.Chapter, 0);
                }
                else
                {
                    AnchorsOf(target.Chapter).TryAdd(target.Place, 0);
                }
            }
        }

        foreach (Chapter chapter in book.Chapters)
        {
            if (starts.ContainsKey(chapter))
            {
                starts[chapter] = document.PromiseAnchor();
            }

            Dictionary<string, int> places = AnchorsOf(chapter);
            foreach (string place in places.Keys.ToList())
            {
                places[place] = document.PromiseAnchor();
            }
        }
    }

    /// <summary>The destination of a chapter's start; null where no link leads there.</summary>
    public int? StartOf(Chapter chapter) => starts.TryGetValue(chapter, out int start) ? start : null;

    /// <summary>The destinations in a chapter by their ids: those promised so far, and those that the chapter adds.</summary>
    public Dictionary<string, int> AnchorsOf(Chapter chapter)
    {
        if (!anchors.TryGetValue(chapter, out Dictionary<string, int>? own))
        {
            own = new Dictionary<string, int>(StringComparer.Ordinal);
            anchors.Add(chapter, own);
        }

        return own;
    }

    /// <summary>The destination of a link; null where it leads out of the book.</summary>
    public int? Find(Uri address) => links.Find(address) is not { } target ? null
        : target.Place is { } place && AnchorsOf(target.Chapter).TryGetValue(place, out int anchor) ? anchor : StartOf(target.Chapter);
}
