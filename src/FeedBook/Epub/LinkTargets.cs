using FeedBook.Books;

namespace FeedBook.Epub;

/// <summary>Where links of a book lead inside it.</summary>
internal sealed class LinkTargets
{
    private readonly Dictionary<string, string> chapters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects the chapters' addresses. Where two chapters share one, the first is meant.</summary>
    /// <param name="chapters">Each chapter's address and its file.</param>
    public LinkTargets(IEnumerable<(Uri? Address, string File)> chapters)
    {
        foreach ((Uri? address, string file) in chapters)
        {
            if (address is { Scheme: "http" or "https" })
            {
                this.chapters.TryAdd(Duplicates.Canonical(address), file);
            }
        }
    }

    /// <summary>The file of the chapter that an address names; null when it is none of this book's.</summary>
    public string? Find(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? chapters.GetValueOrDefault(Duplicates.Canonical(address)) : null;
}
