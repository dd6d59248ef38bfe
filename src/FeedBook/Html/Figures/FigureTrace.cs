using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>What one reading saw and weighed, for the program that learns the weights. Not kept in any other reading.</summary>
internal sealed class FigureTrace
{
    /// <summary>The captions as they are written, each before its credit is sought.</summary>
    public List<Written> Captions { get; } = [];

    /// <summary>A caption as it is written.</summary>
    /// <param name="Figure">The figure.</param>
    /// <param name="Text">The words, credit and all, in one line.</param>
    /// <param name="Element">Where the element begins that ends them; negative for none.</param>
    /// <param name="Credit">The credit's words, where it is marked up apart; else empty.</param>
    internal sealed record Written(PlannedFigure Figure, string Text, int Element, string Credit);

    /// <summary>What was proposed as a caption, with all that was seen of it.</summary>
    public List<Proposed> Proposals { get; } = [];

    /// <summary>A proposal.</summary>
    internal sealed record Proposed(string Caption, string Credit, ulong Signs);

    public void Add(CaptionProposal proposal, ulong signs) =>
        Proposals.Add(new Proposed(MarkupText.Of(proposal.Caption), MarkupText.Of(proposal.Credit), signs));

    public void Add(PlannedFigure figure, ImmutableArray<Inline> caption, ImmutableArray<Inline> credit)
    {
        ImmutableArray<Inline> tidy = CaptionText.WithoutLabel(caption);
        Captions.Add(new Written(figure, InlineEdit.Flat(tidy), CaptionText.LastElement(tidy), InlineEdit.Flat(credit)));
    }
}
