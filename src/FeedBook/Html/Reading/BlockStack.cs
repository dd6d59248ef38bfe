using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FeedBook.Content;

namespace FeedBook.Html.Reading;

/// <summary>
/// The blocks of every level that is being read, the outer levels first, and of each level those that wait for their sentence's end.
/// </summary>
internal sealed class BlockStack
{
    private readonly List<Block> blocks = [];
    private readonly List<Block> held = [];
    private Place first;

    /// <summary>Where a level starts.</summary>
    internal readonly record struct Place(int Block, int Held);

    /// <summary>Adds a block to the innermost level.</summary>
    public void Add(Block block) => blocks.Add(block);

    /// <summary>Keeps a block until <see cref="Release"/>.</summary>
    public void Hold(Block block) => held.Add(block);

    /// <summary>Adds what the innermost level has held.</summary>
    public void Release()
    {
        for (int i = first.Held; i < held.Count; i++)
        {
            blocks.Add(held[i]);
        }

        held.RemoveRange(first.Held, held.Count - first.Held);
    }

    /// <summary>Begins a level.</summary>
    /// <returns>Where the one around it starts, for <see cref="Leave"/>.</returns>
    public Place Enter()
    {
        Place outer = first;
        first = new Place(blocks.Count, held.Count);
        return outer;
    }

    /// <summary>Ends a level.</summary>
    /// <returns>Its blocks.</returns>
    public ImmutableArray<Block> Leave(Place outer)
    {
        ImmutableArray<Block> content = [];
        int count = blocks.Count - first.Block;
        if (count > 0)
        {
            var own = new Block[count];
            blocks.CopyTo(first.Block, own, 0, count);
            blocks.RemoveRange(first.Block, count);
            content = ImmutableCollectionsMarshal.AsImmutableArray(own);
        }

        first = outer;
        return content;
    }
}
