using System.Collections.Immutable;
using FeedBook.Media;
using FeedBook.Transforms;

namespace FeedBook;

/// <summary>Everything about a book that is not a source. Change it with <c>builder.With(o => o with { … })</c>.</summary>
public sealed record BookOptions
{
    private readonly Sequence<string> authors;
    private readonly Sequence<IArticleTransform> transforms;

    /// <summary>The defaults.</summary>
    public static BookOptions Default { get; } = new();

    /// <summary>The title; null for the only feed's title, or the titles of several.</summary>
    public string? Title { get; init; }

    /// <summary>A second line below the title; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The authors; empty for the titles of the feeds.</summary>
    public ImmutableArray<string> Authors { get => authors.Array; init => authors = new(value); }

    /// <summary>The language as a BCP 47 tag; null for the one most of the text is in.</summary>
    public string? Language { get; init; }

    /// <summary>Who made the book; null for none.</summary>
    public string? Publisher { get; init; }

    /// <summary>What the book is; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// A URN or address that identifies the book; null for one made from its title and its chapters, the same in each run.
    /// </summary>
    public string? Identifier { get; init; }

    /// <summary>The date it bears; null for the newest item's.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Which picture the cover shows. Default <see cref="CoverChoice.FirstLargePicture"/>.</summary>
    public CoverChoice Cover { get; init; } = CoverChoice.FirstLargePicture;

    /// <summary>The order of the chapters in a section. Default <see cref="ChapterOrder.AsPublished"/>.</summary>
    public ChapterOrder Order { get; init; } = ChapterOrder.AsPublished;

    /// <summary>
    /// Whether an article that several feeds carry becomes one chapter, the fuller one (FB112 tells which). Items of one title but of
    /// different texts are different articles. Default true.
    /// </summary>
    public bool FoldDuplicates { get; init; } = true;

    /// <summary>
    /// How the bytes of feeds are read, and their limits. What it says of a character set is a source's own
    /// (<see cref="FeedSourceOptions.Charset"/>).
    /// </summary>
    public Feeds.FeedReaderOptions Feeds { get; init; } = FeedBook.Feeds.FeedReaderOptions.Default;

    /// <summary>Whether items' pages are read in place of what the feeds carry. Default: none is.</summary>
    public FullTextOptions FullText { get; init; } = FullTextOptions.Default;

    /// <summary>How items become articles.</summary>
    public ArticleOptions Articles { get; init; } = ArticleOptions.Default;

    /// <summary>How captions are recognised and shown.</summary>
    public FigureOptions Figures { get; init; } = FigureOptions.Default;

    /// <summary>Which pictures are taken and how they are fitted.</summary>
    public ImageOptions Images { get; init; } = ImageOptions.Original;

    /// <summary>
    /// What fits pictures to a device, such as the one of the package FeedBook.Imaging; null for none: pictures stay as published.
    /// </summary>
    public IImageProcessor? ImageProcessor { get; init; }

    /// <summary>
    /// The most addresses that are read as sources besides those that are added to the builder: what subscription lists and pages name, and
    /// the further pages of feeds. The rest is left out with a diagnostic (FB194). At least 1. Default 1,000.
    /// </summary>
    public int MaxSources { get; init; } = 1000;

    /// <summary>How the network is used.</summary>
    public FetchOptions Fetch { get; init; } = FetchOptions.Default;

    /// <summary>
    /// The caller's own changes to articles, in order, after the built-in ones; each at its own <see cref="IArticleTransform.Stage"/>.
    /// </summary>
    public ImmutableArray<IArticleTransform> Transforms { get => transforms.Array; init => transforms = new(value); }

    /// <summary>The clock: used for the age of items, and for the book's date only where no item has one. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>The order of the chapters in a section.</summary>
public enum ChapterOrder
{
    /// <summary>As the feed lists them.</summary>
    AsPublished,

    /// <summary>Newest first; items without a date last.</summary>
    NewestFirst,

    /// <summary>Oldest first, as one reads a serial; items without a date last.</summary>
    OldestFirst,
}
