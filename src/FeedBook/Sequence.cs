using System.Collections.Immutable;

namespace FeedBook;

/// <summary>
/// What a record keeps its arrays in. An array that was never made counts as an empty one, and records with arrays of equal elements are
/// equal, which arrays themselves are not.
/// </summary>
internal readonly struct Sequence<T>(ImmutableArray<T> array) : IEquatable<Sequence<T>>
{
    /// <summary>The array; never <c>default</c>.</summary>
    public ImmutableArray<T> Array => array.IsDefault ? [] : array;

    /// <summary>Whether both have equal elements in the same order.</summary>
    public bool Equals(Sequence<T> other) => Array == other.Array || Array.AsSpan().SequenceEqual(other.Array.AsSpan());

    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    // Of a whole tree this is the length of each level's first branch: cheap, and different where trees usually differ.
    public override int GetHashCode() => Array is [var first, ..] ? HashCode.Combine(Array.Length, first) : 0;
}
