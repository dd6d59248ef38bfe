namespace FeedBook.Html.Tree;

/// <summary>
/// What a room knows of the nodes of one tree, kept beside it: one value a node, the type's default where nothing was said.
/// </summary>
/// <typeparam name="T">What is known.</typeparam>
internal sealed class NodeTable<T>
{
    private T[] values = [];

    /// <summary>What is known of a node.</summary>
    public T? this[MarkupNode node]
    {
        get => node.Number < values.Length ? values[node.Number] : default;
        set
        {
            if (node.Number >= values.Length)
            {
                Array.Resize(ref values, Math.Max(node.Number + 1, values.Length * 2));
            }

            values[node.Number] = value!;
        }
    }
}
