namespace FeedBook.Html.Selectors;

/// <summary>
/// Compounds joined by combinators. Each question is answered for all elements of a page at once, step by step: what is asked of ancestors
/// and earlier siblings passes down the document, what <c>:has()</c> asks of descendants and later ones passes up. Nothing is tried twice.
/// </summary>
/// <param name="Steps">The compounds from left to right; the first one's combinator counts only in <c>:has()</c>.</param>
internal sealed record Chain(IReadOnlyList<Compound> Steps)
{
    /// <summary>Which elements the last step of any chain chooses.</summary>
    public static bool[] Any(IReadOnlyList<Chain> chains, PageElements page) => Join(chains, page, chain => chain.Matches(page));

    /// <summary>Which elements have around or behind them what any chain describes from its first step on.</summary>
    public static bool[] AnyHeld(IReadOnlyList<Chain> chains, PageElements page) => Join(chains, page, chain => chain.Held(page));

    private static bool[] Join(IReadOnlyList<Chain> chains, PageElements page, Func<Chain, bool[]> ask)
    {
        bool[] all = ask(chains[0]);
        for (int c = 1; c < chains.Count; c++)
        {
            bool[] more = ask(chains[c]);
            for (int i = 0; i < page.Count; i++)
            {
                all[i] |= more[i];
            }
        }

        return all;
    }

    private bool[] Matches(PageElements page)
    {
        bool[] reached = Steps[0].Matches(page);
        for (int step = 1; step < Steps.Count; step++)
        {
            bool[] own = Steps[step].Matches(page), passed = Down(page, reached, Steps[step].Combinator);
            for (int i = 0; i < own.Length; i++)
            {
                own[i] &= passed[i];
            }

            reached = own;
        }

        return reached;
    }

    private bool[] Held(PageElements page)
    {
        bool[] held = Steps[^1].Matches(page);
        for (int step = Steps.Count - 1; step > 0; step--)
        {
            bool[] own = Steps[step - 1].Matches(page), passed = Up(page, held, Steps[step].Combinator);
            for (int i = 0; i < own.Length; i++)
            {
                own[i] &= passed[i];
            }

            held = own;
        }

        return Up(page, held, Steps[0].Combinator);
    }

    // For each element, whether one of the marked stands where the combinator looks from the right: parents and earlier siblings come
    // first.
    private static bool[] Down(PageElements page, bool[] marked, Combinator combinator)
    {
        var passed = new bool[page.Count];
        for (int i = 0; i < passed.Length; i++)
        {
            int from = combinator is Combinator.Child or Combinator.Descendant ? page.Parent(i) : page.Previous(i);
            passed[i] = from >= 0 && (marked[from] || (combinator is Combinator.Descendant or Combinator.Later && passed[from]));
        }

        return passed;
    }

    // The same from the left: children and later siblings come first, from the end.
    private static bool[] Up(PageElements page, bool[] marked, Combinator combinator)
    {
        var passed = new bool[page.Count];
        for (int i = passed.Length - 1; i >= 0; i--)
        {
            int to = combinator is Combinator.Child or Combinator.Descendant ? page.Parent(i) : page.Previous(i);
            if (to >= 0)
            {
                passed[to] |= marked[i] || (combinator is Combinator.Descendant or Combinator.Later && passed[i]);
            }
        }

        return passed;
    }
}

/// <summary>How a compound is joined to the one on its left.</summary>
internal enum Combinator
{
    /// <summary>White space: anywhere in it.</summary>
    Descendant,

    /// <summary><c>&gt;</c>: directly in it.</summary>
    Child,

    /// <summary><c>+</c>: the element right behind it.</summary>
    Next,

    /// <summary><c>~</c>: any element behind it under the same parent.</summary>
    Later,
}
