namespace FeedBook.Html.Tree;

/// <summary>
/// What a room knows of the nodes of one tree, kept beside it: one value a node, the type's default where nothing was said.
/// </summary>
/// <typeparam name="T">What is known.</typeparam>
internal sealed class NodeTable<T>
{
    // Nodes of which something is known stand together, and of most nothing is.
    private const int PageBits = 6, PageSize = 1 << PageBits;

    private T[]?[] pages = [];

    /// <summary>What is known of a node.</summary>
    public T? this[MarkupNode node]
    {
        get
        {
            int page = node.Number >> PageBits;
            return page < pages.Length && pages[page] is { } values ? values[node.Number & (PageSize - 1)] : default;
        }

        set
        {
            int page = node.Number >> PageBits;
            if (page >= pages.Length)
            {
                Array.Resize(ref pages, Math.Max(page + 1, pages.Length * 2));
            }

            (pages[page] ??= new T[PageSize])[node.Number & (PageSize - 1)] = value!;
        }
    }
}
