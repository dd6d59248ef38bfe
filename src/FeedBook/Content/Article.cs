using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>
/// The content of one feed item: an immutable, closed tree of <see cref="Block"/>s and <see cref="Inline"/>s.
/// No array in the tree is ever <c>default</c>, no block nests deeper than <see cref="MaxDepth"/>, and every text is free
/// of characters that XML 1.0 forbids, so that a writer needs no checks of its own. Safe to share between threads.
/// </summary>
public sealed record Article
{
    private readonly Sequence<Block> blocks;
    private readonly Sequence<Footnote> notes;
    private readonly Sequence<Diagnostic> diagnostics;

    /// <summary>The deepest nesting of blocks a reader makes; what lies deeper is flattened, never lost.</summary>
    public const int MaxDepth = 128;

    /// <summary>An article without content.</summary>
    public static Article Empty { get; } = new();

    /// <summary>The blocks in reading order. Empty when the item had no content.</summary>
    public ImmutableArray<Block> Blocks { get => blocks.Array; init => blocks = new(value); }

    /// <summary>The notes that <see cref="NoteReference"/>s in <see cref="Blocks"/> point at, in order of first reference.</summary>
    public ImmutableArray<Footnote> Notes { get => notes.Array; init => notes = new(value); }

    /// <summary>A well-formed BCP 47 tag; null when the source did not say and the text does not tell.</summary>
    public string? Language { get; init; }

    /// <summary>The base direction; null when the source did not say and the text does not tell.</summary>
    public TextDirection? Direction { get; init; }

    /// <summary>What had to be left out or mended while the article was read (FB2xx).</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get => diagnostics.Array; init => diagnostics = new(value); }
}

/// <summary>A note called by a <see cref="NoteReference"/>: a footnote or an endnote of the source.</summary>
/// <param name="Id">The id its references carry; unique within the article and a valid NCName.</param>
/// <param name="Blocks">The note's text, without its marker and without the link back.</param>
public sealed record Footnote(string Id, ImmutableArray<Block> Blocks)
{
    private readonly Sequence<Block> blocks = new(Blocks);

    /// <summary>The note's text, without its marker and without the link back.</summary>
    public ImmutableArray<Block> Blocks { get => blocks.Array; init => blocks = new(value); }

    /// <summary>The marker as the source printed it (<c>1</c>, <c>*</c>); writers may renumber.</summary>
    public string Label { get; init; } = "";
}
