using System.Collections.Immutable;

namespace FeedBook;

/// <summary>How captions and credits are recognised and shown.</summary>
public sealed record FigureOptions
{
    private readonly Sequence<string> captionSelectors;
    private readonly Sequence<string> creditSelectors;

    /// <summary>The defaults.</summary>
    public static FigureOptions Default { get; } = new();

    /// <summary>
    /// Further selectors (<c>div.photo-text</c>, <c>.legend</c>) whose elements are the caption of the picture they stand beside. Default
    /// none.
    /// </summary>
    public ImmutableArray<string> CaptionSelectors { get => captionSelectors.Array; init => captionSelectors = new(value); }

    /// <summary>Further selectors whose elements are the credit of the picture they stand beside. Default none.</summary>
    public ImmutableArray<string> CreditSelectors { get => creditSelectors.Array; init => creditSelectors = new(value); }

    /// <summary>Whether a picture's <c>title</c> becomes its caption where it has no other, as web comics use it. Default false.</summary>
    public bool UseTitleAsCaption { get; init; }

    /// <summary>Whether figures are numbered, 'Figure 3' in the article's language. Default false.</summary>
    public bool NumberFigures { get; init; }

    /// <summary>Where a caption is printed. Default <see cref="CaptionPlacement.Below"/>.</summary>
    public CaptionPlacement Placement { get; init; }

    /// <summary>Whether pictures without a caption are kept. Default true; what is left out is told (FB255).</summary>
    public bool KeepUncaptioned { get; init; } = true;
}

/// <summary>Where the caption of a figure is printed.</summary>
public enum CaptionPlacement
{
    /// <summary>Below what it belongs to.</summary>
    Below,

    /// <summary>Above what it belongs to.</summary>
    Above,
}
