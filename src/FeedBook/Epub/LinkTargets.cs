using FeedBook.Books;

namespace FeedBook.Epub;

/// <summary>The files in which links of a book arrive.</summary>
/// <param name="links">Which chapter and which place in it a link means.</param>
/// <param name="files">The name of each chapter's first file, without its ending.</param>
/// <param name="cuts">In which file of a chapter a place stands.</param>
internal sealed class LinkTargets(ChapterLinks links, IReadOnlyDictionary<Chapter, string> files, ChapterCuts cuts)
{
    /// <summary>The file, and the place in it, to which an address leads; null when it is none of this book's.</summary>
    /// <param name="address">The address.</param>
    /// <param name="from">The chapter that links there.</param>
    /// <param name="part">The part of it that does.</param>
    public string? Find(Uri address, ChapterPlan from, int part)
    {
        if (links.Find(address) is not { } target)
        {
            return null;
        }

        string file = files[target.Chapter];
        bool own = ReferenceEquals(target.Chapter, from.Chapter);
        return (target.Place is null ? null : own ? from.Anchor(target.Place, part)
            : cuts.PlanOf(target.Chapter, file).Anchor(target.Place, -1)) ?? file + ".xhtml";
    }
}
