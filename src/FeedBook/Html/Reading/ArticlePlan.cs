using FeedBook.Content;
using FeedBook.Html.Figures;
using FeedBook.Html.Formulas;
using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>
/// What the earlier rooms have decided of the tree that is now read: its images, its figures, its notes, and its formulas.
/// </summary>
internal sealed class ArticlePlan(ImageTable images, FigurePlan figures, NotePlan notes, FormulaPlan formulas, AsidePlan asides)
{
    /// <summary>What stands beside the text.</summary>
    public AsidePlan Asides => asides;

    /// <summary>The formula that a node is; null for all others.</summary>
    public FormulaSource? FormulaOf(MarkupNode node) => formulas.Of(node);

    /// <summary>The image that a node shows; null for all others.</summary>
    public SourceImage? ImageOf(MarkupNode node) => images.Of(node);

    /// <summary>The figure whose body the node is; null for all others.</summary>
    public PlannedFigure? FigureOf(MarkupNode node) => figures.FigureOf(node);

    /// <summary>Whether the node is a whole figure's body: an element around a table, code, a player.</summary>
    public bool IsFigure(MarkupNode node) => !Tags.IsImage(node.Tag) && figures.FigureOf(node) is not null;

    /// <summary>The mark of a note that the node is; null for all others.</summary>
    public NoteReference? NoteOf(MarkupNode node) => notes.MarkOf(node);

    /// <summary>What a figure has taken the node for.</summary>
    public Claim ClaimOf(MarkupNode node) => figures.ClaimOf(node);

    /// <summary>Whether the node is read where it stands: no figure has taken it, and it is no note's text nor label.</summary>
    public bool IsFree(MarkupNode node) => figures.IsFree(node) && !notes.IsApart(node);

    /// <summary>Whether the node is the text of a note, or a label that goes with one.</summary>
    public bool IsApart(MarkupNode node) => notes.IsApart(node);

    /// <summary>Whether the node is a label of the page's own, or a note's.</summary>
    public bool IsLabel(MarkupNode node) => figures.ClaimOf(node) == Claim.Label || notes.IsLabel(node);

    /// <summary>Gives up the figure of an element that has nothing to show: its words belong to the text again.</summary>
    public void GiveUp(PlannedFigure figure) => figures.GiveUp(figure);
}
