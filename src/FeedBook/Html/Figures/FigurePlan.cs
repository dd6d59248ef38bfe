using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// Which figures an article has, and which nodes of its tree are their images, captions and credits. It stands beside the tree.
/// </summary>
internal sealed class FigurePlan
{
    private readonly NodeTable<PlannedFigure> figures = new();
    private readonly NodeTable<Claim> claims = new();

    /// <summary>The figure whose body the node is; null for all others.</summary>
    public PlannedFigure? FigureOf(MarkupNode node) => figures[node];

    /// <summary>What a figure has taken the node for, so that it is not read again where it stood.</summary>
    public Claim ClaimOf(MarkupNode node) => claims[node];

    /// <summary>Whether no figure has taken the node.</summary>
    public bool IsFree(MarkupNode node) => claims[node] == Claim.None;

    /// <summary>Takes a figure's nodes, each of which belongs to one figure at most.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="labels">The page's own labels that go with its caption and say nothing.</param>
    public void Take(PlannedFigure figure, IReadOnlyList<MarkupNode> labels)
    {
        foreach (MarkupNode node in figure.Body)
        {
            figures[node] = figure;
        }

        Set(figure.Caption, Claim.Caption);
        Set(figure.Credit, Claim.Credit);
        Set(labels, Claim.Label);
    }

    /// <summary>Gives up the figure of an element that has nothing to show: its words belong to the text again.</summary>
    public void GiveUp(PlannedFigure figure)
    {
        foreach (MarkupNode node in figure.Body)
        {
            figures[node] = null;
        }

        Set(figure.Caption, Claim.None);
        Set(figure.Credit, Claim.None);
    }

    private void Set(IReadOnlyList<MarkupNode> nodes, Claim claim)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            claims[nodes[i]] = claim;
        }
    }
}
