using System.Runtime.InteropServices;

namespace FeedBook.Feeds.Markup;

/// <summary>
/// The repair path: reads anything, closes what is left open, ignores what closes nothing, and notes each mend. Time and memory
/// stay in proportion to the text.
/// </summary>
internal sealed class LenientMarkupReader(string text, int start, FeedNotes notes) : MarkupReader
{
    /// <summary>Deeper elements lose their tags; a stray end tag is searched for no further up than this.</summary>
    public const int MostOpen = 1024;
    private readonly TagTokenizer _tokens = new(text, start, notes);
    private readonly List<OpenTag> _open = [];
    private readonly Dictionary<string, int> _openOfName = new(StringComparer.OrdinalIgnoreCase);
    private readonly NamespaceScopes _scopes = new(notes);
    private DeclaredEntities? _entities;
    private int _closeDownTo = -1;
    private bool _startPending, _emptyPending, _atEnd;

    public override MarkupKind Read()
    {
        while (true)
        {
            if (_closeDownTo >= 0)
            {
                if (_open.Count > _closeDownTo)
                {
                    Pop();
                    return MarkupKind.End;
                }

                _closeDownTo = -1;
            }

            if (_startPending)
            {
                _startPending = false;
                Push();
                return MarkupKind.Start;
            }

            if (_emptyPending)
            {
                _emptyPending = false;
                Pop();
                return MarkupKind.End;
            }

            if (_atEnd)
            {
                return MarkupKind.None;
            }

            if (Step() is { } kind)
            {
                return kind;
            }
        }
    }

    private MarkupKind? Step()
    {
        _tokens.OpenElement = _open.Count == 0 ? null : _open[^1].Raw;
        switch (_tokens.Read())
        {
            case TokenKind.Text:
                Text = Clean(Entities.Decode(_tokens.Text.Span, _entities, notes));
                return Text.Length > 0 ? MarkupKind.Text : null;
            case TokenKind.CData:
                Text = Clean(_tokens.Text.ToString());
                return Text.Length > 0 ? MarkupKind.Text : null;
            case TokenKind.DocumentType:
                notes.Count(Mend.DocumentType);
                if (!_tokens.Text.IsEmpty)
                {
                    _entities ??= new DeclaredEntities(notes);
                    _entities.Read(_tokens.Text.ToString());
                }

                return null;
            case TokenKind.StartTag:
                if (_open.Count >= MostOpen)
                {
                    notes.Count(Mend.TooDeep);
                    return null;
                }

                int keep = ImpliedEnds.Keep(_open, _tokens.Name);
                if (keep < _open.Count)
                {
                    notes.Count(Mend.Unclosed);
                    _closeDownTo = keep;
                }

                _startPending = true;
                return null;
            case TokenKind.EndTag:
                _closeDownTo = Find(_tokens.Name);
                return null;
            default:
                _atEnd = true;
                if (_open.Count > 0 || _tokens.EndedInside)
                {
                    notes.Count(Mend.Cut);
                }

                _closeDownTo = 0;
                return null;
        }
    }

    private string Clean(string value)
    {
        string clean = FeedBook.Text.XmlText.Clean(value);
        if (clean.Length != value.Length)
        {
            notes.Count(Mend.Control);
        }

        return Mended(clean, notes);
    }

    private void Push()
    {
        string raw = _tokens.Name;
        _scopes.Open(_tokens.Attributes, a => Entities.Decode(a, _entities, null));
        int colon = raw.IndexOf(':', StringComparison.Ordinal);
        Tag = colon < 0 ? raw : raw[(colon + 1)..];
        Name = Tag.ToLowerInvariant();
        Namespace = _scopes.OfElement(colon < 0 ? "" : raw[..colon]);
        var attributes = new List<FeedAttribute>(_tokens.Attributes.Count);
        foreach ((string name, string value) in _tokens.Attributes)
        {
            if (name.Equals("xmlns", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            int at = name.IndexOf(':', StringComparison.Ordinal);
            FeedNamespace space = at < 0 ? FeedNamespace.Core : _scopes.OfAttribute(name[..at]);
            attributes.Add(new FeedAttribute(space, name[(at + 1)..].ToLowerInvariant(), Clean(Entities.Decode(value, _entities, notes))));
        }

        Attributes = [.. attributes];
        _emptyPending = _tokens.IsEmptyElement
            || (Namespace is FeedNamespace.Core or FeedNamespace.Atom or FeedNamespace.Xhtml && ImpliedEnds.IsVoid(Name));
        _open.Add(new OpenTag(raw, Name, Namespace));
        CollectionsMarshal.GetValueRefOrAddDefault(_openOfName, raw, out _)++;
    }

    private void Pop()
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_openOfName, _open[^1].Raw, out _)--;
        _open.RemoveAt(_open.Count - 1);
        _scopes.Close();
    }

    // The number of elements that stay open when this end tag is obeyed; -1 when it closes nothing.
    private int Find(string raw)
    {
        string local = raw[(raw.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (_open.Count > 0 && _open[^1].Name.Equals(local, StringComparison.OrdinalIgnoreCase))
        {
            return _open.Count - 1;
        }

        bool container = ImpliedEnds.IsContainer(local);

        // Where nothing of this name is open, nobody looks for it: a hundred thousand stray end tags take their own time and no more.
        for (int i = _openOfName.GetValueOrDefault(raw) > 0 ? _open.Count - 1 : -1; i >= 0; i--)
        {
            if (_open[i].Raw.Equals(raw, StringComparison.OrdinalIgnoreCase))
            {
                notes.Count(Mend.Unclosed);
                return i;
            }

            if (!container && _open[i].IsContainer)
            {
                break;
            }
        }

        notes.Count(Mend.Stray);
        return -1;
    }
}

/// <summary>An element that is still open.</summary>
internal readonly record struct OpenTag(string Raw, string Name, FeedNamespace Namespace)
{
    /// <summary>Whether no end tag of something inside it closes it.</summary>
    public bool IsContainer { get; } = ImpliedEnds.IsContainer(Name);
}
