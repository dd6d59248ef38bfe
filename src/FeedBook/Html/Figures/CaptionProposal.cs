using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>What a pattern takes for a caption, and what it sees of it.</summary>
/// <param name="Body">The pictures the words belong to, or the element around them. Never empty.</param>
/// <param name="Caption">The caption's nodes in document order.</param>
/// <param name="Credit">The credit's nodes, where they are marked up apart; may lie inside the caption's.</param>
internal sealed record CaptionProposal(IReadOnlyList<MarkupNode> Body, IReadOnlyList<MarkupNode> Caption, IReadOnlyList<MarkupNode> Credit)
{
    /// <summary>What can be seen of it, a bit for each <see cref="CaptionSign"/>; the patterns that are certain tell nothing.</summary>
    public ulong Signs { get; init; }

    /// <summary>What the shape looks like, so that a habit of the item or feed can speak for it; null where habits do not matter.</summary>
    public CaptionShape? Shape { get; init; }

    /// <summary>True when the caption's nodes are known to be a credit.</summary>
    public bool IsCredit { get; init; }

    /// <summary>Labels of the page's own that go with the caption and say nothing.</summary>
    public IReadOnlyList<MarkupNode> Labels { get; init; } = [];
}
