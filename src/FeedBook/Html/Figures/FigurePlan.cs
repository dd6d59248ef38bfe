namespace FeedBook.Html.Figures;

/// <summary>The figures of one article: which nodes each takes. A node is taken once at most.</summary>
internal sealed class FigurePlan
{
    private readonly Dictionary<MarkupNode, PlannedFigure> figures = [];

    /// <summary>The figure that shows this picture; null when it has none.</summary>
    public PlannedFigure? Of(MarkupNode picture) => picture.IsBody ? figures.GetValueOrDefault(picture) : null;

    /// <summary>The figure that is this whole element; null when it is none.</summary>
    public PlannedFigure? Around(MarkupNode node) => node.IsBody && node.Picture is null ? figures.GetValueOrDefault(node) : null;

    /// <summary>Every figure once.</summary>
    public IEnumerable<PlannedFigure> All => figures.Values.Distinct();

    /// <summary>Whether the node is part of a figure's body.</summary>
    public bool Has(MarkupNode node) => node.IsBody && figures.ContainsKey(node);

    public void Add(PlannedFigure figure)
    {
        foreach (MarkupNode node in figure.Body)
        {
            figures[node] = figure;
            node.IsBody = true;
        }

        foreach (MarkupNode node in figure.Caption)
        {
            node.Claim = Claim.Caption;
        }

        foreach (MarkupNode node in figure.Credit)
        {
            node.Claim = Claim.Credit;
        }
    }

    /// <summary>Gives up a figure that has nothing to show: its words belong to the text again.</summary>
    public void Forget(MarkupNode node, PlannedFigure figure)
    {
        figures.Remove(node);
        foreach (MarkupNode part in figure.Caption.Concat(figure.Credit))
        {
            part.Claim = Claim.None;
        }
    }
}
