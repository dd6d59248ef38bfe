using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.Html.Selectors;

/// <summary>The tests one element must pass, and how it is joined to the element before it.</summary>
internal sealed record Compound(string? Tag, IReadOnlyList<AttributeTest> Tests, IReadOnlyList<Condition> Conditions, Combinator Combinator)
{
    /// <summary>Which elements of the page pass.</summary>
    public bool[] Matches(PageElements page)
    {
        var matches = new bool[page.Count];
        for (int i = 0; i < matches.Length; i++)
        {
            matches[i] = Matches(page[i]);
        }

        foreach (Condition condition in Conditions)
        {
            bool[] holds = condition.Holds(page);
            for (int i = 0; i < matches.Length; i++)
            {
                matches[i] &= holds[i] != condition.IsNegated;
            }
        }

        return matches;
    }

    private bool Matches(HtmlNode node)
    {
        if (Tag is not null && !node.Name.Equals(Tag, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (int i = 0; i < Tests.Count; i++)
        {
            if (!Tests[i].Matches(node))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A condition that looks beyond the element itself: <c>:not()</c>, <c>:is()</c>, <c>:has()</c>, a place among siblings.</summary>
/// <param name="Holds">For which elements of a page it holds.</param>
/// <param name="IsNegated">Whether those are meant for which it does not.</param>
internal sealed record Condition(Func<PageElements, bool[]> Holds, bool IsNegated = false)
{
    /// <summary><c>:nth-child(an+b)</c>, or <c>:nth-last-child</c> from the end.</summary>
    public static Condition AtPlace(int step, int offset, bool fromEnd) => new(page =>
    {
        var holds = new bool[page.Count];

        // From the end: a later sibling has a higher index, and its place from the end is known first.
        var places = new int[page.Count];
        for (int i = holds.Length - 1; i >= 0; i--)
        {
            places[i] = !fromEnd ? page.Place(i) : page.Next(i) < 0 ? 1 : places[page.Next(i)] + 1;
            int beyond = places[i] - offset;
            holds[i] = step == 0 ? beyond == 0 : beyond % step == 0 && beyond / step >= 0;
        }

        return holds;
    });

    /// <summary><c>:empty</c>: no element and no text in it.</summary>
    public static Condition Empty() => new(page =>
    {
        var holds = new bool[page.Count];
        for (int i = 0; i < holds.Length; i++)
        {
            HtmlNode? child = page[i].FirstChild;
            while (child is { NodeType: HtmlNodeType.Comment })
            {
                child = child.NextSibling;
            }

            holds[i] = child is null;
        }

        return holds;
    });
}

/// <summary>One test of an attribute's value. An operator of <c>'\0'</c> asks only that it is there.</summary>
internal sealed record AttributeTest(string Name, char Operator, string Value, bool IgnoreCase = false)
{
    public bool Matches(HtmlNode node)
    {
        if (!node.HasAttributes || node.Attributes[Name] is not { } attribute)
        {
            return false;
        }

        StringComparison comparison = IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        string value = CharacterReferences.Decode(attribute.Value ?? "", inAttribute: true);
        return Operator switch
        {
            '\0' => true,
            '=' => value.Equals(Value, comparison),
            '~' => HasWord(value, comparison),
            '^' => Value.Length > 0 && value.StartsWith(Value, comparison),
            '$' => Value.Length > 0 && value.EndsWith(Value, comparison),
            '*' => Value.Length > 0 && value.Contains(Value, comparison),
            _ => value.Equals(Value, comparison)
                || (value.StartsWith(Value, comparison) && value.Length > Value.Length && value[Value.Length] == '-'),
        };
    }

    private bool HasWord(string value, StringComparison comparison)
    {
        if (Value.Length == 0)
        {
            return false;
        }

        for (int at = value.IndexOf(Value, comparison); at >= 0; at = value.IndexOf(Value, at + 1, comparison))
        {
            int end = at + Value.Length;
            if ((at == 0 || char.IsWhiteSpace(value[at - 1])) && (end == value.Length || char.IsWhiteSpace(value[end])))
            {
                return true;
            }
        }

        return false;
    }
}
