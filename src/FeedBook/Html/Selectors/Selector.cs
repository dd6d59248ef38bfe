using HtmlAgilityPack;

namespace FeedBook.Html.Selectors;

/// <summary>
/// A selector in the part of CSS that feeds need: <c>tag</c>, <c>*</c>, <c>#id</c>, <c>.class</c>, <c>[attr]</c>, <c>[attr=value]</c> with
/// <c>^= $= *= ~= |=</c>, descendants, children (<c>&gt;</c>) and lists (<c>,</c>). Tags and attribute names match in any case. Immutable; safe for many threads.
/// </summary>
internal sealed class Selector
{
    private readonly Compound[][] _alternatives;
    private readonly string _text;

    private Selector(string text, Compound[][] alternatives)
    {
        _text = text;
        _alternatives = alternatives;
    }

    /// <summary>Reads a selector.</summary>
    /// <param name="text">The selector as written.</param>
    /// <exception cref="FormatException">It is not one; the message says where and why.</exception>
    public static Selector Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Selector(text, new SelectorParser(text).Parse());
    }

    /// <summary>What is wrong with a selector, in a sentence; null when it is understood.</summary>
    public static string? FaultOf(string text)
    {
        try
        {
            Parse(text);
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Reads several selectors.</summary>
    /// <exception cref="FormatException">One of them is no selector; the message says which, where and why.</exception>
    public static IReadOnlyList<Selector> ParseAll(IEnumerable<string> texts) => [.. texts.Select(Parse)];

    /// <summary>Whether the node is an element that the selector chooses.</summary>
    public bool Matches(HtmlNode node)
    {
        if (node.NodeType == HtmlNodeType.Element)
        {
            foreach (Compound[] chain in _alternatives)
            {
                if (MatchesChain(chain, node))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The selector as written.</summary>
    public override string ToString() => _text;

    // From right to left, taking the nearest ancestor for each run of child steps: one further up would only have fewer ancestors
    // left for the rest, so there is never a reason to go back, and a match costs no more than the node's depth times the steps.
    private static bool MatchesChain(Compound[] chain, HtmlNode node)
    {
        int last = chain.Length - 1;
        HtmlNode? top = MatchRun(chain, ref last, node);
        while (top is not null && last >= 0)
        {
            HtmlNode? ancestor = Parent(top);
            top = null;
            for (; ancestor is not null && top is null; ancestor = Parent(ancestor))
            {
                int rest = last;
                top = MatchRun(chain, ref rest, ancestor);
                last = top is null ? last : rest;
            }
        }

        return top is not null;
    }

    // Matches the steps joined by '>' that end at the index; gives the topmost element and moves the index before the run.
    private static HtmlNode? MatchRun(Compound[] chain, ref int last, HtmlNode node)
    {
        int i = last;
        HtmlNode? at = node;
        while (at is not null && chain[i].Matches(at))
        {
            if (!chain[i--].IsChild)
            {
                last = i;
                return at;
            }

            at = Parent(at);
        }

        return null;
    }

    private static HtmlNode? Parent(HtmlNode node) => node.ParentNode is { NodeType: HtmlNodeType.Element } parent ? parent : null;
}

/// <summary>The tests one element must pass, and how it is joined to the element before it.</summary>
internal sealed record Compound(string? Tag, IReadOnlyList<AttributeTest> Tests, bool IsChild)
{
    public bool Matches(HtmlNode node)
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

/// <summary>One test of an attribute's value. An operator of <c>'\0'</c> asks only that it is there.</summary>
internal sealed record AttributeTest(string Name, char Operator, string Value)
{
    public bool Matches(HtmlNode node)
    {
        HtmlAttribute? attribute = node.Attributes[Name];
        if (attribute is null)
        {
            return false;
        }

        string value = attribute.DeEntitizeValue ?? "";
        return Operator switch
        {
            '\0' => true,
            '=' => value == Value,
            '~' => HasWord(value),
            '^' => Value.Length > 0 && value.StartsWith(Value, StringComparison.Ordinal),
            '$' => Value.Length > 0 && value.EndsWith(Value, StringComparison.Ordinal),
            '*' => Value.Length > 0 && value.Contains(Value, StringComparison.Ordinal),
            _ => value == Value || (value.StartsWith(Value, StringComparison.Ordinal) && value.Length > Value.Length && value[Value.Length] == '-'),
        };
    }

    private bool HasWord(string value)
    {
        if (Value.Length == 0)
        {
            return false;
        }

        for (int at = value.IndexOf(Value, StringComparison.Ordinal); at >= 0; at = value.IndexOf(Value, at + 1, StringComparison.Ordinal))
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
