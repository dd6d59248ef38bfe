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
            if (address is not null)
            {
                this.chapters.TryAdd(Key(address), file);
            }
        }
    }

    /// <summary>The file of the chapter that an address names; null when it is none of this book's.</summary>
    public string? Find(Uri address) => address.IsAbsoluteUri ? chapters.GetValueOrDefault(Key(address)) : null;

    // A link to an article may differ from the feed's in scheme, 'www.', a trailing slash or a fragment; never in its query.
    private static string Key(Uri address)
    {
        string host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        return string.Concat(host, ":", address.IsDefaultPort ? "" : address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), address.AbsolutePath.TrimEnd('/'), address.Query);
    }
}
