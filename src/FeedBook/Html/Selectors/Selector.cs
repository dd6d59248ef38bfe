using HtmlAgilityPack;

namespace FeedBook.Html.Selectors;

/// <summary>
/// A selector in the part of CSS that feeds need: <c>tag</c>, <c>*</c>, <c>#id</c>, <c>.class</c>, <c>[attr]</c>, <c>[attr=value]</c> with
/// <c>^= $= *= ~= |=</c>, descendants, children (<c>&gt;</c>), the next sibling (<c>+</c>) and later ones (<c>~</c>), <c>:not()</c>,
/// <c>:is()</c>, <c>:has()</c>, places among siblings (<c>:first-child</c>, <c>:nth-child(2n+1)</c> …) and lists (<c>,</c>). Tags and
/// attribute names match in any case. Immutable; safe for many threads.
/// </summary>
internal sealed class Selector
{
    private readonly IReadOnlyList<Chain> _alternatives;
    private readonly string _text;

    private Selector(string text, IReadOnlyList<Chain> alternatives)
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

    /// <summary>
    /// The elements that any of the selectors chooses, in time proportional to the number of elements and the selectors' length.
    /// </summary>
    /// <param name="selectors">The selectors.</param>
    /// <param name="root">The document, or an element whose content is looked through.</param>
    public static HashSet<HtmlNode> Choose(IReadOnlyList<Selector> selectors, HtmlNode root)
    {
        var chosen = new HashSet<HtmlNode>();
        if (selectors.Count > 0)
        {
            var page = new PageElements(root);
            foreach (Selector selector in selectors)
            {
                bool[] matches = Chain.Any(selector._alternatives, page);
                for (int i = 0; i < matches.Length; i++)
                {
                    if (matches[i])
                    {
                        chosen.Add(page[i]);
                    }
                }
            }
        }

        return chosen;
    }

    /// <summary>The selector as written.</summary>
    public override string ToString() => _text;
}
