using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>A block of an <see cref="Article"/>. The family is closed: the kinds are those of this namespace.</summary>
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>
    /// The anchor by which links of the same article reach this block: a valid NCName, unique in the article; null when nothing points
    /// here.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>A well-formed BCP 47 tag where it differs from the surrounding block's; otherwise null.</summary>
    public string? Language { get; init; }

    /// <summary>The base direction where it differs from the surrounding block's; otherwise null.</summary>
    public TextDirection? Direction { get; init; }
}

/// <summary>A paragraph.</summary>
/// <param name="Content">Never empty, and never only white space.</param>
public sealed record Paragraph(ImmutableArray<Inline> Content) : Block
{
    private readonly Sequence<Inline> content = new(Content);

    /// <summary>Never empty, and never only white space.</summary>
    public ImmutableArray<Inline> Content { get => content.Array; init => content = new(value); }

    /// <summary>How the source aligned the text; null for the reader's default.</summary>
    public TextAlignment? Alignment { get; init; }
}

/// <summary>A heading inside an article.</summary>
/// <param name="Level">2 to 6: the chapter's own title is level 1, and levels are fitted so that none is skipped.</param>
/// <param name="Content">Never empty.</param>
public sealed record Heading(int Level, ImmutableArray<Inline> Content) : Block
{
    private readonly Sequence<Inline> content = new(Content);

    /// <summary>Never empty.</summary>
    public ImmutableArray<Inline> Content { get => content.Array; init => content = new(value); }
}

/// <summary>A list, numbered or not.</summary>
/// <param name="IsOrdered">True for a numbered list.</param>
/// <param name="Items">Never empty.</param>
public sealed record ListBlock(bool IsOrdered, ImmutableArray<ListItem> Items) : Block
{
    private readonly Sequence<ListItem> items = new(Items);

    /// <summary>Never empty.</summary>
    public ImmutableArray<ListItem> Items { get => items.Array; init => items = new(value); }

    /// <summary>The first number of a numbered list. Default 1.</summary>
    public int Start { get; init; } = 1;

    /// <summary>
    /// The numbering of a numbered list, as HTML's <c>type</c> attribute: <c>1</c>, <c>a</c>, <c>A</c>, <c>i</c> or <c>I</c>; or the sign
    /// of one in a numbering of CSS Counter Styles: <c>α</c>, <c>一</c>, <c>甲</c>, <c>あ</c>, <c>١</c>, <c>१</c> … A sign of no numbering
    /// is read as <c>1</c>.
    /// </summary>
    public char Marker { get; init; } = '1';

    /// <summary>True when the numbers go down.</summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// What stands before each item, as a writer prints it that has no lists of its own: <c>3.</c>, <c>c.</c>, <c>iii.</c>, <c>三、</c>;
    /// without numbers a bullet.
    /// </summary>
    /// <param name="depth">In how many lists this one lies, which chooses the bullet; 0 for none.</param>
    public ImmutableArray<string> Labels(int depth = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>(Items.Length);
        int number = Start;
        foreach (ListItem item in Items)
        {
            number = item.Number ?? number;
            labels.Add(IsOrdered ? ListNumerals.Number(number, Marker) + ListNumerals.Suffix(Marker) : ListNumerals.Bullet(depth));
            number += IsReversed ? -1 : 1;
        }

        return labels.MoveToImmutable();
    }
}

/// <summary>One item of a <see cref="ListBlock"/>.</summary>
/// <param name="Blocks">The item's blocks; may be empty.</param>
public sealed record ListItem(ImmutableArray<Block> Blocks)
{
    private readonly Sequence<Block> blocks = new(Blocks);

    /// <summary>The item's blocks; may be empty.</summary>
    public ImmutableArray<Block> Blocks { get => blocks.Array; init => blocks = new(value); }

    /// <summary>The anchor by which links of the same article reach this item; null when nothing points here.</summary>
    public string? Id { get; init; }

    /// <summary>The item's own number, where the source set one; otherwise null.</summary>
    public int? Number { get; init; }
}

/// <summary>A list of terms and what is said of them.</summary>
/// <param name="Entries">Never empty.</param>
public sealed record DefinitionList(ImmutableArray<DefinitionEntry> Entries) : Block
{
    private readonly Sequence<DefinitionEntry> entries = new(Entries);

    /// <summary>Never empty.</summary>
    public ImmutableArray<DefinitionEntry> Entries { get => entries.Array; init => entries = new(value); }
}

/// <summary>One group of a <see cref="DefinitionList"/>: terms and their definitions, either of which may be empty but not both.</summary>
/// <param name="Terms">The terms, each a run of inlines.</param>
/// <param name="Definitions">The definitions, each a run of blocks.</param>
public sealed record DefinitionEntry(ImmutableArray<ImmutableArray<Inline>> Terms, ImmutableArray<ImmutableArray<Block>> Definitions)
{
    private readonly ImmutableArray<ImmutableArray<Inline>> terms = Made(Terms);
    private readonly ImmutableArray<ImmutableArray<Block>> definitions = Made(Definitions);

    /// <summary>The terms, each a run of inlines.</summary>
    public ImmutableArray<ImmutableArray<Inline>> Terms { get => terms; init => terms = Made(value); }

    /// <summary>The definitions, each a run of blocks.</summary>
    public ImmutableArray<ImmutableArray<Block>> Definitions { get => definitions; init => definitions = Made(value); }

    /// <summary>Whether both have equal terms and definitions.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(DefinitionEntry? other) => other is not null
        && Sequences(terms).Equals(Sequences(other.terms)) && Sequences(definitions).Equals(Sequences(other.definitions));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequences(terms), Sequences(definitions));

    private static ImmutableArray<ImmutableArray<T>> Made<T>(ImmutableArray<ImmutableArray<T>> arrays) =>
        arrays.IsDefault ? [] : arrays.Any(each => each.IsDefault) ? [.. arrays.Select(each => each.IsDefault ? [] : each)] : arrays;

    private static Sequence<Sequence<T>> Sequences<T>(ImmutableArray<ImmutableArray<T>> arrays) =>
        new([.. arrays.Select(each => new Sequence<T>(each))]);
}

/// <summary>A quotation set apart from the text.</summary>
/// <param name="Blocks">Never empty.</param>
public sealed record Quotation(ImmutableArray<Block> Blocks) : Block
{
    private readonly Sequence<Block> blocks = new(Blocks);

    /// <summary>Never empty.</summary>
    public ImmutableArray<Block> Blocks { get => blocks.Array; init => blocks = new(value); }

    /// <summary>
    /// True for a pull quote: a few words set large to catch the eye, which most often stand in the article's text as well. Default false.
    /// </summary>
    public bool IsPullQuote { get; init; }
}

/// <summary>What stands beside the text and can be read for itself: a box of facts, a remark of the editors.</summary>
/// <param name="Blocks">Never empty, and never only images.</param>
public sealed record Aside(ImmutableArray<Block> Blocks) : Block
{
    private readonly Sequence<Block> blocks = new(Blocks);

    /// <summary>Never empty, and never only images.</summary>
    public ImmutableArray<Block> Blocks { get => blocks.Array; init => blocks = new(value); }
}

/// <summary>Preformatted text: program code, a poem, a log. Line breaks and spaces are kept.</summary>
/// <param name="Text">The text with <c>\n</c> line ends, without a leading or trailing one.</param>
public sealed record CodeBlock(string Text) : Block
{
    /// <summary>The programming language where the source names it (<c>language-csharp</c> gives <c>csharp</c>); otherwise null.</summary>
    public string? CodeLanguage { get; init; }
}

/// <summary>A thematic break.</summary>
public sealed record Rule : Block;

/// <summary>A picture that stands on its own line, in a <see cref="Figure"/> or outside of one.</summary>
/// <param name="Image">The picture.</param>
public sealed record ImageBlock(ImageReference Image) : Block
{
    /// <summary>Where the picture linked to, unless that was only its own larger version; otherwise null.</summary>
    public Uri? Link { get; init; }
}

/// <summary>Something with a caption: most often one picture, sometimes several, a table, a quotation, code or an embed.</summary>
/// <param name="Body">What the caption belongs to. Never empty.</param>
/// <param name="Caption">The caption without its credit; empty when there is none. Paragraphs are parted by
/// <see cref="LineBreak"/>s.</param>
/// <param name="Credit">Who made or owns the picture, as published (<c>Photo: A. Name / Agency</c>); empty when there is none.</param>
public sealed record Figure(ImmutableArray<Block> Body, ImmutableArray<Inline> Caption, ImmutableArray<Inline> Credit) : Block
{
    private readonly Sequence<Block> body = new(Body);
    private readonly Sequence<Inline> caption = new(Caption);
    private readonly Sequence<Inline> credit = new(Credit);

    /// <summary>What the caption belongs to. Never empty.</summary>
    public ImmutableArray<Block> Body { get => body.Array; init => body = new(value); }

    /// <summary>The caption without its credit; empty when there is none. Paragraphs are parted by <see cref="LineBreak"/>s.</summary>
    public ImmutableArray<Inline> Caption { get => caption.Array; init => caption = new(value); }

    /// <summary>Who made or owns the picture, as published (<c>Photo: A. Name / Agency</c>); empty when there is none.</summary>
    public ImmutableArray<Inline> Credit { get => credit.Array; init => credit = new(value); }

    /// <summary>
    /// The words and the number to print (<c>Figure 3</c>), in the article's language, when numbering was asked for; otherwise null.
    /// </summary>
    public string? Number { get; init; }

    /// <summary>
    /// What recognised it: the name of a caption pattern (<c>FigureElement</c>, <c>MarkedCaption</c>, <c>NextBlock</c>), for people who
    /// look into why a text became a caption. Patterns come and go; do not decide by it. Null for a figure that was made by hand.
    /// </summary>
    public string? FoundBy { get; init; }

    /// <summary>Where the caption is printed. Default <see cref="CaptionPlacement.Below"/>.</summary>
    public CaptionPlacement Placement { get; init; }
}

/// <summary>What cannot be put in a book: a video, a sound, a framed page. Writers show its poster and a link.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Where it is: http or https.</param>
public sealed record Embed(EmbedKind Kind, Uri Address) : Block
{
    /// <summary>What it is called; null when the source does not say.</summary>
    public string? Title { get; init; }

    /// <summary>A still picture; null when there is none.</summary>
    public ImageReference? Poster { get; init; }
}

/// <summary>What an <see cref="Embed"/> is.</summary>
public enum EmbedKind
{
    /// <summary>A film.</summary>
    Video,

    /// <summary>A sound.</summary>
    Audio,

    /// <summary>A page of its own: a map, a post, a form, a chart.</summary>
    Page,

    /// <summary>A file to fetch: a document, an archive.</summary>
    File,
}

/// <summary>How a text is aligned.</summary>
public enum TextAlignment
{
    /// <summary>At the line's start: left in left-to-right text.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the line's end: right in left-to-right text.</summary>
    End,
}
