using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>A run of text, or something that stands in one. The family is closed: the kinds are those of this namespace.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }
}

/// <summary>Plain text. White space is folded as a browser would fold it; a no-break space stays.</summary>
/// <param name="Value">Never empty; only characters that XML 1.0 allows.</param>
public sealed record TextRun(string Value) : Inline;

/// <summary>Text set apart by a style.</summary>
/// <param name="Style">The style.</param>
/// <param name="Content">Never empty.</param>
public sealed record Styled(TextStyle Style, ImmutableArray<Inline> Content) : Inline
{
    private readonly Sequence<Inline> content = new(Content);

    /// <summary>Never empty.</summary>
    public ImmutableArray<Inline> Content { get => content.Array; init => content = new(value); }
}

/// <summary>The styles of <see cref="Styled"/> text, named by their HTML elements.</summary>
public enum TextStyle
{
    /// <summary><c>em</c>, <c>i</c>, <c>cite</c>, <c>dfn</c>, <c>var</c>.</summary>
    Emphasis,

    /// <summary><c>strong</c>, <c>b</c>.</summary>
    Strong,

    /// <summary><c>u</c>, <c>ins</c>.</summary>
    Underline,

    /// <summary><c>s</c>, <c>del</c>, <c>strike</c>.</summary>
    Strikethrough,

    /// <summary><c>sup</c>.</summary>
    Superscript,

    /// <summary><c>sub</c>.</summary>
    Subscript,

    /// <summary><c>small</c>.</summary>
    Small,

    /// <summary><c>mark</c>.</summary>
    Mark,

    /// <summary><c>code</c>, <c>kbd</c>, <c>samp</c>, <c>tt</c>.</summary>
    Code,

    /// <summary><c>q</c>: quotation marks are the writer's.</summary>
    Quote,
}

/// <summary>A link.</summary>
/// <param name="Address">An absolute http, https, mailto or tel address; or a relative one that holds only a fragment (<c>#id</c>) of this
/// article.</param>
/// <param name="Content">Never empty.</param>
public sealed record Link(Uri Address, ImmutableArray<Inline> Content) : Inline
{
    private readonly Sequence<Inline> content = new(Content);

    /// <summary>Never empty.</summary>
    public ImmutableArray<Inline> Content { get => content.Array; init => content = new(value); }

    /// <summary>The link's title; null when there is none.</summary>
    public string? Title { get; init; }
}

/// <summary>Text in another language or direction than what surrounds it.</summary>
/// <param name="Content">Never empty.</param>
public sealed record Span(ImmutableArray<Inline> Content) : Inline
{
    private readonly Sequence<Inline> content = new(Content);

    /// <summary>Never empty.</summary>
    public ImmutableArray<Inline> Content { get => content.Array; init => content = new(value); }

    /// <summary>A well-formed BCP 47 tag; null when it does not change.</summary>
    public string? Language { get; init; }

    /// <summary>The direction; null when it does not change.</summary>
    public TextDirection? Direction { get; init; }

    /// <summary>The anchor by which links of the same article reach this place; null when nothing points here.</summary>
    public string? Id { get; init; }
}

/// <summary>A text with its reading above it, as in Japanese and Chinese.</summary>
/// <param name="Segments">Never empty.</param>
public sealed record Ruby(ImmutableArray<RubySegment> Segments) : Inline
{
    private readonly Sequence<RubySegment> segments = new(Segments);

    /// <summary>Never empty.</summary>
    public ImmutableArray<RubySegment> Segments { get => segments.Array; init => segments = new(value); }
}

/// <summary>A part of a <see cref="Ruby"/>.</summary>
/// <param name="Base">The text.</param>
/// <param name="Reading">Its reading; empty when it has none.</param>
public sealed record RubySegment(ImmutableArray<Inline> Base, string Reading)
{
    private readonly Sequence<Inline> letters = new(Base);

    /// <summary>The text.</summary>
    public ImmutableArray<Inline> Base { get => letters.Array; init => letters = new(value); }
}

/// <summary>A formula. It stands in its line like a word, or, as a displayed one, alone in its paragraph.</summary>
/// <param name="Content">The formula in plain letters, on one line: what stands where formulas cannot be shown. Never empty.</param>
public sealed record Formula(ImmutableArray<Inline> Content) : Inline
{
    private readonly Sequence<Inline> content = new(Content);

    /// <summary>The formula in plain letters, on one line: what stands where formulas cannot be shown. Never empty.</summary>
    public ImmutableArray<Inline> Content { get => content.Array; init => content = new(value); }

    /// <summary>
    /// The formula as presentation MathML: one well-formed <c>math</c> element in its own namespace, whose content is valid in an EPUB;
    /// null where the source has none.
    /// </summary>
    public string? MathMl { get; init; }

    /// <summary>The formula as the source wrote it in TeX, without the signs around it; null where the source has none.</summary>
    public string? Tex { get; init; }

    /// <summary>Whether it is set on a line of its own.</summary>
    public bool IsDisplay { get; init; }
}

/// <summary>A line break inside a paragraph.</summary>
public sealed record LineBreak : Inline;

/// <summary>A picture inside a line of text: a formula, a symbol, a smiley.</summary>
/// <param name="Image">The picture.</param>
public sealed record InlineImage(ImageReference Image) : Inline;

/// <summary>The mark in the text that calls a <see cref="Footnote"/>.</summary>
/// <param name="NoteId">The id of a note in <see cref="Article.Notes"/>.</param>
/// <param name="Label">The mark as the source printed it, without brackets: <c>1</c>, <c>*</c>.</param>
public sealed record NoteReference(string NoteId, string Label) : Inline;
