using System.Xml;

namespace FeedBook.Feeds.Markup;

/// <summary>The fast path: a well-formed document without a document type, read by the framework's own reader.</summary>
internal sealed class StrictMarkupReader : MarkupReader
{
    private readonly FeedNotes _notes;
    private readonly XmlReader _reader;

    // Keyed by the reader's atomized strings; a feed has a few dozen.
    private readonly Dictionary<string, string> _lower = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeedNamespace> _spaces = new(StringComparer.Ordinal);
    private bool _pendingEnd;

    /// <summary>Starts to read.</summary>
    /// <param name="text">Stands on the document's first character; closed with the reader.</param>
    /// <param name="notes">Is told of characters that were mended.</param>
    public StrictMarkupReader(TextReader text, FeedNotes notes)
    {
        _notes = notes;
        _reader = XmlReader.Create(new GuardedText(text), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
            MaxCharactersFromEntities = 1, CloseInput = true, CheckCharacters = true,
        });
    }

    /// <summary>Goes one step on.</summary>
    /// <exception cref="XmlException">The document is not well-formed, has a document type, or is deeper than anybody writes.</exception>
    public override MarkupKind Read()
    {
        if (_pendingEnd)
        {
            _pendingEnd = false;
            return MarkupKind.End;
        }

        while (_reader.Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when _reader.Depth >= LenientMarkupReader.MostOpen:
                    throw new XmlException("Elements stand too deep.");
                case XmlNodeType.Element:
                    Tag = _reader.LocalName;
                    Name = Lower(Tag);
                    Namespace = Space(_reader.NamespaceURI);
                    _pendingEnd = _reader.IsEmptyElement;
                    Attributes = ReadAttributes();
                    return MarkupKind.Start;
                case XmlNodeType.EndElement:
                    return MarkupKind.End;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    Text = Mended(_reader.Value, _notes);
                    return MarkupKind.Text;
                case XmlNodeType.Whitespace when _reader.Depth > 2:
                    Text = " ";
                    return MarkupKind.Text;
            }
        }

        return MarkupKind.None;
    }

    private FeedAttribute[] ReadAttributes()
    {
        int count = _reader.AttributeCount;
        if (count == 0)
        {
            return [];
        }

        var attributes = new FeedAttribute[count];
        int kept = 0;
        while (_reader.MoveToNextAttribute())
        {
            if (!ReferenceEquals(_reader.Prefix, "xmlns") && _reader.Prefix != "xmlns" && _reader.Name != "xmlns")
            {
                attributes[kept++] =
                    new FeedAttribute(_reader.NamespaceURI.Length == 0 ? FeedNamespace.Core : Space(_reader.NamespaceURI),
                    Lower(_reader.LocalName), Mended(_reader.Value, _notes));
            }
        }

        _reader.MoveToElement();
        return kept == count ? attributes : attributes[..kept];
    }

    private string Lower(string name)
    {
        if (!_lower.TryGetValue(name, out string? lower))
        {
            _lower[name] = lower = name.ToLowerInvariant();
        }

        return lower;
    }

    private FeedNamespace Space(string name)
    {
        if (!_spaces.TryGetValue(name, out FeedNamespace space))
        {
            _spaces[name] = space = FeedNamespaces.OfName(name);
        }

        return space;
    }

    protected override void Dispose(bool disposing)
    {
        _reader.Dispose();
        base.Dispose(disposing);
    }
}
