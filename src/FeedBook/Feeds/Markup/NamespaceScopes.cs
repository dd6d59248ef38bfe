namespace FeedBook.Feeds.Markup;

/// <summary>The prefixes in force while the repair path reads, declared or customary.</summary>
internal sealed class NamespaceScopes(FeedNotes notes)
{
    // What each prefix means, the innermost declaration last, and the prefixes in the order in which they were declared.
    private readonly Dictionary<string, Stack<FeedNamespace>> _spaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<string> _declared = new();
    private readonly Stack<int> _marks = new();

    /// <summary>Goes into an element with the declarations on it.</summary>
    public void Open(IReadOnlyList<(string Name, string Value)> attributes, Func<string, string> decode)
    {
        _marks.Push(_declared.Count);
        foreach ((string name, string value) in attributes)
        {
            if (name.Equals("xmlns", StringComparison.OrdinalIgnoreCase))
            {
                Declare("", value, decode);
            }
            else if (name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
            {
                Declare(name[6..], value, decode);
            }
        }
    }

    /// <summary>Leaves the element gone into last.</summary>
    public void Close()
    {
        for (int mark = _marks.Pop(); _declared.Count > mark;)
        {
            _spaces[_declared.Pop()].Pop();
        }
    }

    public FeedNamespace OfElement(string prefix)
    {
        if (_spaces.TryGetValue(prefix, out Stack<FeedNamespace>? spaces) && spaces.TryPeek(out FeedNamespace space))
        {
            return space;
        }

        if (prefix.Length == 0)
        {
            return FeedNamespace.Core;
        }

        FeedNamespace customary = FeedNamespaces.OfPrefix(prefix);
        if (customary != FeedNamespace.Xml)
        {
            notes.Count(Mend.Prefix);
        }

        return customary;
    }

    public FeedNamespace OfAttribute(string prefix) => OfElement(prefix);

    private void Declare(string prefix, string value, Func<string, string> decode)
    {
        if (!_spaces.TryGetValue(prefix, out Stack<FeedNamespace>? spaces))
        {
            _spaces[prefix] = spaces = new Stack<FeedNamespace>();
        }

        spaces.Push(FeedNamespaces.OfName(decode(value)));
        _declared.Push(prefix);
    }
}
