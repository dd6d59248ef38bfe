using FeedBook.Text;

namespace FeedBook.Feeds.Markup;

/// <summary>An attribute; its name is in lower case.</summary>
internal readonly record struct FeedAttribute(FeedNamespace Namespace, string Name, string Value);

/// <summary>An element of a feed with everything in it: what one item or one line of the head is held in while it is read.</summary>
internal sealed class FeedElement
{
    private List<object>? _content;
    private string? _onlyText;

    public FeedElement(FeedNamespace space, string tag, string name, FeedAttribute[] attributes, FeedElement? parent, Uri? outerBase)
    {
        Namespace = space;
        Tag = tag;
        Name = name;
        Attributes = attributes;
        Base = parent is null ? outerBase : parent.Base;
        Language = parent?.Language;
        foreach (FeedAttribute attribute in attributes)
        {
            if (attribute.Namespace == FeedNamespace.Xml
                || (attribute.Namespace == FeedNamespace.Core && attribute.Name.StartsWith("xml:", StringComparison.Ordinal)))
            {
                if (attribute.Name.EndsWith("base", StringComparison.Ordinal))
                {
                    Base = Addresses.Resolve(attribute.Value, Base) ?? Base;
                }
                else if (attribute.Name.EndsWith("lang", StringComparison.Ordinal))
                {
                    Language = attribute.Value.Trim();
                }
            }
        }
    }

    public FeedNamespace Namespace { get; }

    /// <summary>The local name as written.</summary>
    public string Tag { get; }

    /// <summary>The local name in lower case.</summary>
    public string Name { get; }

    public FeedAttribute[] Attributes { get; }

    /// <summary>The <c>xml:base</c> in force; null when there is none.</summary>
    public Uri? Base { get; }

    /// <summary>The <c>xml:lang</c> in force; empty when switched off; null when there is none.</summary>
    public string? Language { get; }

    public bool HasElements { get; private set; }

    /// <summary>Texts and elements in document order.</summary>
    public IReadOnlyList<object> Content => _content ?? (_onlyText is null ? [] : [_onlyText]);

    public IEnumerable<FeedElement> Children => HasElements ? _content!.OfType<FeedElement>() : [];

    public bool Is(FeedNamespace space, string name) => Namespace == space && Name == name;

    public void Add(string text)
    {
        if (_content is null && _onlyText is null)
        {
            _onlyText = text;
            return;
        }

        Open().Add(text);
    }

    public void Add(FeedElement child)
    {
        Open().Add(child);
        HasElements = true;
    }

    private List<object> Open()
    {
        if (_content is null)
        {
            _content = [];
            if (_onlyText is not null)
            {
                _content.Add(_onlyText);
                _onlyText = null;
            }
        }

        return _content;
    }

    /// <summary>The value of the attribute without a namespace (or in one of RSS or Atom); null when it is not there.</summary>
    public string? Attribute(string name)
    {
        foreach (FeedAttribute attribute in Attributes)
        {
            if (attribute.Namespace is FeedNamespace.Core or FeedNamespace.Atom && attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The value of the attribute in a namespace; null when it is not there.</summary>
    public string? Attribute(FeedNamespace space, string name)
    {
        foreach (FeedAttribute attribute in Attributes)
        {
            if (attribute.Namespace == space && attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The first child of that name in RSS or Atom; null when there is none.</summary>
    public FeedElement? Child(string name) =>
        Children.FirstOrDefault(c => c.Namespace is FeedNamespace.Core or FeedNamespace.Atom && c.Name == name);

    /// <summary>All text inside, of whatever depth, as it stands.</summary>
    public string Text
    {
        get
        {
            if (_content is null)
            {
                return _onlyText ?? "";
            }

            if (!HasElements)
            {
                return string.Concat(_content.Cast<string>());
            }

            var text = new System.Text.StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    // Recursion is bounded: the reader flattens what is nested deeper than its limit.
    private void AppendText(System.Text.StringBuilder text)
    {
        foreach (object part in Content)
        {
            if (part is string s)
            {
                text.Append(s);
            }
            else
            {
                ((FeedElement)part).AppendText(text);
            }
        }
    }
}
