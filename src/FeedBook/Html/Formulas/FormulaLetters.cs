using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Formulas;

/// <summary>
/// Writes a MathML formula on one line, for what shows no formulas: a fraction with a stroke, a root with its sign, raised and lowered
/// parts as such. MathML Core §3 says what each element looks like.
/// </summary>
internal sealed class FormulaLetters(MarkupTree tree, ReadingContext context)
{
    /// <summary>
    /// Reshapes what is inside a <c>math</c> element. Its words stay, in their order, but for an index of a root, which stands before it.
    /// </summary>
    /// <param name="math">The element.</param>
    /// <param name="tex">The notation of the formula that is kept beside its letters; null for none.</param>
    public void Flatten(MarkupNode math, string? tex)
    {
        if (!math.HasWords && math.Attribute("alttext") is { Length: > 0 } words)
        {
            math.Append(tree.NewText(words));
            math.Forget();
            return;
        }

        // From the inside outwards, so that what a fraction holds has its own shape already.
        foreach (MarkupNode element in math.WithDescendants().Where(node => !node.IsText).Reverse().ToList())
        {
            Shape(element, tex);
        }

        math.Forget();
    }

    private void Shape(MarkupNode element, string? tex)
    {
        MarkupNode[] parts = [.. Parts(element)];
        switch (MathMlElement.NameOf(element), parts)
        {
            case ("annotation" or "annotation-xml", _):
                // The same formula in another notation; a browser does not show it.
                Remove(element, tex);
                break;
            case ("mfrac", [var above, var below]):
                Bracket(above);
                Bracket(below);
                below.InsertBefore(tree.NewText("/"));
                break;
            case ("msqrt", [..]):
                Enclose(element, "√");
                break;
            case ("mroot", [var radicand, var index]):
                Enclose(radicand, "√");
                index.Remove();
                radicand.InsertBefore(index);
                Wrap(index, Tag.Sup);
                break;
            case ("msup" or "mover", [_, var raised]):
                Wrap(raised, Tag.Sup);
                break;
            case ("msub" or "munder", [_, var lowered]):
                Wrap(lowered, Tag.Sub);
                break;
            case ("msubsup" or "munderover", [_, var lowered, var raised]):
                Wrap(lowered, Tag.Sub);
                Wrap(raised, Tag.Sup);
                break;
            case ("mtr" or "mlabeledtr", [..]):
                Separate(parts, ", ");
                break;
            case ("mtable", [..]):
                Separate(parts, "; ");
                break;
            case ("maction", [_, ..]):
                // A browser shows one of them.
                int chosen = int.TryParse(element.Attribute("selection"), out int one) ? Math.Clamp(one, 1, parts.Length) - 1 : 0;
                foreach (MarkupNode other in parts.Where(part => part != parts[chosen]))
                {
                    Remove(other, null);
                }

                break;
            case ("mfenced", [..]):
                Fence(element, parts);
                break;
            case ("mspace", _):
                element.Append(tree.NewText(" "));
                break;
        }
    }

    private void Remove(MarkupNode element, string? kept)
    {
        if (MarkupText.Of(element) is { Length: > 0 } words && words != kept)
        {
            context.Tell(DiagnosticIds.FormulaRepeated, "A formula's second form was left out", words);
        }

        element.Remove();
    }

    private static IEnumerable<MarkupNode> Parts(MarkupNode element)
    {
        for (MarkupNode? part = element.First; part is not null; part = part.Next)
        {
            if (!part.IsText)
            {
                yield return part;
            }
        }
    }

    private void Separate(MarkupNode[] parts, string separator)
    {
        foreach (MarkupNode part in parts.Skip(1))
        {
            part.InsertBefore(tree.NewText(separator));
        }
    }

    private void Fence(MarkupNode element, MarkupNode[] parts)
    {
        string separators = string.Concat((element.Attribute("separators") ?? ",").Where(sign => !char.IsWhiteSpace(sign)));
        for (int i = 1; i < parts.Length && separators.Length > 0; i++)
        {
            parts[i].InsertBefore(tree.NewText(separators[Math.Min(i, separators.Length) - 1].ToString()));
        }

        string open = element.Attribute("open") ?? "(", close = element.Attribute("close") ?? ")";
        if (element.First is { } first)
        {
            first.InsertBefore(tree.NewText(open));
            element.Append(tree.NewText(close));
        }
    }

    // More than one number or name needs brackets once the line that held it together is gone.
    private void Bracket(MarkupNode part)
    {
        if (!MarkupText.Of(part).All(char.IsLetterOrDigit))
        {
            Enclose(part, "");
        }
    }

    private void Enclose(MarkupNode part, string sign)
    {
        string text = MarkupText.Of(part);
        bool single = sign.Length > 0 && text.All(char.IsLetterOrDigit);
        if (part.First is { } first)
        {
            first.InsertBefore(tree.NewText(single ? sign : sign + "("));
            part.Append(tree.NewText(single ? "" : ")"));
        }

        part.Forget();
    }

    private void Wrap(MarkupNode part, Tag tag)
    {
        var element = tree.NewElement(tag);
        part.InsertBefore(element);
        part.Remove();
        element.Append(part);
    }
}
