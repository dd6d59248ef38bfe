namespace FeedBook.Feeds.Markup;

/// <summary>What a <see cref="MarkupReader"/> stands on.</summary>
internal enum MarkupKind
{
    /// <summary>The document is at its end.</summary>
    None,
    Start,
    End,
    Text,
}

/// <summary>Reads a document forward, once: start, text and end of elements. Every start has its end.</summary>
internal abstract class MarkupReader : IDisposable
{
    /// <summary>The vocabulary of the element just started.</summary>
    public FeedNamespace Namespace { get; protected set; }

    /// <summary>The local name of the element just started, as written.</summary>
    public string Tag { get; protected set; } = "";

    /// <summary>The local name of the element just started, in lower case.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>The attributes of the element just started.</summary>
    public FeedAttribute[] Attributes { get; protected set; } = [];

    /// <summary>The text stood on, entities decoded.</summary>
    public string Text { get; protected set; } = "";

    /// <summary>Goes one step on.</summary>
    public abstract MarkupKind Read();

    /// <summary>Reads an element to its end; the reader stands on its start.</summary>
    /// <param name="element">Made from the start tag stood on.</param>
    /// <param name="maxDepth">Elements deeper than this become part of the element above.</param>
    /// <param name="notes">Is told of flattened elements.</param>
    public void ReadContent(FeedElement element, int maxDepth, FeedNotes notes)
    {
        var open = new Stack<FeedElement>();
        open.Push(element);
        int beyond = 0;
        while (true)
        {
            switch (Read())
            {
                case MarkupKind.None:
                    return;
                case MarkupKind.Text:
                    open.Peek().Add(Text);
                    break;
                case MarkupKind.Start when open.Count >= maxDepth:
                    beyond++;
                    notes.Count(Mend.TooDeep);
                    break;
                case MarkupKind.Start:
                    FeedElement child = Element(open.Peek(), null);
                    open.Peek().Add(child);
                    open.Push(child);
                    break;
                case MarkupKind.End when beyond > 0:
                    beyond--;
                    break;
                default:
                    open.Pop();
                    if (open.Count == 0)
                    {
                        return;
                    }

                    break;
            }
        }
    }

    /// <summary>The element whose start tag is stood on, still without content.</summary>
    public FeedElement Element(FeedElement? parent, Uri? outerBase) => new(Namespace, Tag, Name, Attributes, parent, outerBase);

    /// <summary>
    /// Text as its writer meant it: encoded once, without controls that are windows-1252. The same instance where nothing is wrong.
    /// </summary>
    protected static string Mended(string text, FeedNotes notes)
    {
        if (DoubleEncoding.Mend(text) is { } once)
        {
            notes.Count(notes.MendDoubleEncoding ? Mend.DoubleEncoding : Mend.EncodedTwice, text);
            if (notes.MendDoubleEncoding)
            {
                return once;
            }
        }
        else if (!System.Text.Ascii.IsValid(text))
        {
            notes.CountOnce();
        }

        return Entities.MendC1(text);
    }

    /// <summary>Lets go of what it reads from.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
