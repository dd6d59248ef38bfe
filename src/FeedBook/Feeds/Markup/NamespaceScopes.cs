namespace FeedBook.Feeds.Markup;

/// <summary>The prefixes in force while the repair path reads, declared or customary.</summary>
internal sealed class NamespaceScopes(FeedNotes notes)
{
    private readonly List<(string Prefix, FeedNamespace Space)> _bindings = [];
    private readonly Stack<int> _marks = new();

    /// <summary>Goes into an element with the declarations on it.</summary>
    public void Open(IReadOnlyList<(string Name, string Value)> attributes, Func<string, string> decode)
    {
        _marks.Push(_bindings.Count);
        foreach ((string name, string value) in attributes)
        {
            if (name.Equals("xmlns", StringComparison.OrdinalIgnoreCase))
            {
                _bindings.Add(("", FeedNamespaces.OfName(decode(value))));
            }
            else if (name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
            {
                _bindings.Add((name[6..], FeedNamespaces.OfName(decode(value))));
            }
        }
    }

    /// <summary>Leaves the element gone into last.</summary>
    public void Close()
    {
        int mark = _marks.Pop();
        _bindings.RemoveRange(mark, _bindings.Count - mark);
    }

    public FeedNamespace OfElement(string prefix)
    {
        for (int i = _bindings.Count - 1; i >= 0; i--)
        {
            if (_bindings[i].Prefix.Equals(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return _bindings[i].Space;
            }
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
}
