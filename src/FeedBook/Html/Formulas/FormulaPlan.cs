using FeedBook.Html.Tree;

namespace FeedBook.Html.Formulas;

/// <summary>Which nodes of a tree are formulas, and in which notations the source has each. It stands beside the tree.</summary>
internal sealed class FormulaPlan
{
    private readonly NodeTable<FormulaSource> formulas = new();

    /// <summary>The formula that a node is; null for all others.</summary>
    public FormulaSource? Of(MarkupNode node) => node.Tag == Tag.Math || node.Tag == Tag.Unknown ? formulas[node] : null;

    /// <summary>Says what a node is.</summary>
    public void Add(MarkupNode node, FormulaSource formula) => formulas[node] = formula;
}

/// <summary>A formula of the source. What stands below its node are its letters, on one line.</summary>
/// <param name="MathMl">One <c>math</c> element; null where the source has none.</param>
/// <param name="Tex">The same in TeX; null where the source has none.</param>
/// <param name="IsDisplay">Whether it is set on a line of its own.</param>
internal sealed record FormulaSource(string? MathMl, string? Tex, bool IsDisplay);
