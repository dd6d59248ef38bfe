using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>A figure as the patterns have found it, before its parts are read.</summary>
internal sealed class PlannedFigure(IReadOnlyList<MarkupNode> body)
{
    /// <summary>The images, or the element around a table, quotation, code or embed. Never empty.</summary>
    public IReadOnlyList<MarkupNode> Body { get; } = body;

    /// <summary>The nodes of the caption, in order; they may stand in the tree or come from an attribute or from the feed.</summary>
    public IReadOnlyList<MarkupNode> Caption { get; init; } = [];

    /// <summary>The nodes of the credit, where it is marked up apart from the caption.</summary>
    public IReadOnlyList<MarkupNode> Credit { get; init; } = [];

    /// <summary>The pattern that found it.</summary>
    public string? FoundBy { get; init; }

    /// <summary>True when the words are a credit by their mark-up although they stand where a caption stands.</summary>
    public bool CaptionIsCredit { get; init; }

    /// <summary>How its caption is parted from its credit; the same for all figures of an article.</summary>
    public CreditSplit Split { get; init; } = new();
}
