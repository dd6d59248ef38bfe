using FeedBook.Feeds.Markup;

namespace FeedBook.Feeds;

/// <summary>What the elements of one item say, each kind by rank: the lowest rank said something, the others stand by.</summary>
internal sealed class ItemDraft
{
    private const int LastRank = 9;
    private readonly List<(Slot Slot, int Rank, FeedElement Element)> _said = [];

    public List<FeedPerson> Authors { get; } = [];

    public List<FeedPerson> ModuleAuthors { get; } = [];

    public List<string> Categories { get; } = [];

    public void Say(Slot slot, int rank, FeedElement element) => _said.Add((slot, rank, element));

    /// <summary>
    /// The first value of a slot that the reader can use, by rank, then in document order; the default when there is none.
    /// </summary>
    public T? First<T>(Slot slot, Func<FeedElement, T?> read)
    {
        for (int rank = 0; rank <= LastRank; rank++)
        {
            foreach ((Slot said, int saidRank, FeedElement element) in _said)
            {
                if (said == slot && saidRank == rank && read(element) is { } value)
                {
                    return value;
                }
            }
        }

        return default;
    }

    /// <summary>Everything said of a slot, in document order.</summary>
    public IEnumerable<FeedElement> All(Slot slot)
    {
        foreach ((Slot said, _, FeedElement element) in _said)
        {
            if (said == slot)
            {
                yield return element;
            }
        }
    }
}

/// <summary>What an element of an item or a feed's head can be about.</summary>
internal enum Slot
{
    Title,
    Link,
    OriginalLink,
    Id,
    Content,
    Summary,
    Published,
    Updated,
    Language,
    Rights,
    Image,
    Source,
}
