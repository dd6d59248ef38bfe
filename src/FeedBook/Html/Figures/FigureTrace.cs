using System.Collections.Immutable;
using FeedBook.Content;

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

    public void Add(PlannedFigure figure, ImmutableArray<Inline> caption, ImmutableArray<Inline> credit)
    {
        ImmutableArray<Inline> tidy = CaptionText.WithoutLabel(caption);
        Captions.Add(new Written(figure, InlineEdit.Flat(tidy), CaptionText.LastElement(tidy), InlineEdit.Flat(credit)));
    }
}
