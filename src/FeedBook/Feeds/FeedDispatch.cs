using System.Xml;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>Finds out what one document is, and gives it to its reader. The order of the attempts is the order of this file.</summary>
internal sealed class FeedDispatch(ReadOnlyMemory<byte> bytes, DecodedAs encoding, bool cut, Uri? baseAddress, FeedReaderOptions options,
    FeedNotes notes, CancellationToken cancellationToken)
{
    private const int HeadLength = 64 * 1024;
    private const int BeginningLength = 1024;
    private string? _text = encoding.Text;

    /// <summary>Whether the document was refused since it is no text: a picture, an archive, a program.</summary>
    public bool IsBinary { get; private set; }

    private string Text => _text ??= encoding.Encoding.GetString(bytes.Span[encoding.Skip..]);

    /// <summary>What the document is; null when it is nothing known.</summary>
    public FeedDocument? Read()
    {
        string head = Head();
        int first = FirstSign(head);
        if (first == head.Length)
        {
            return null;
        }

        if (head[first] == '{' && JsonFeedReader.Read(Utf8(first), baseAddress, options, notes, cancellationToken) is { } json)
        {
            return Found(json);
        }

        if (ArchivedItemReader.IsOne(head) && ArchivedItemReader.Read(Text, baseAddress, notes) is { } archived)
        {
            return Found(archived);
        }

        string? root = RootOf(head, first, out int start);
        if (root is not null)
        {
            if (start > 0 && !head.AsSpan(0, start).Trim().IsEmpty || (start > 0 && head.AsSpan(start).StartsWith("<?xml")))
            {
                notes.Count(Mend.Rubbish);
            }

            return root == "opml" ? ReadOpml(start) : ReadXml(start);
        }

        return ReadPage();
    }

    // JSON is read from bytes: those of the document where they are sound UTF-8.
    private ReadOnlyMemory<byte> Utf8(int first) =>
        encoding is { Name: "utf-8", Note: null } && bytes.Span[encoding.Skip] == '{' ? bytes[encoding.Skip..]
            : System.Text.Encoding.UTF8.GetBytes(Text[first..]);

    private FeedDocument? ReadXml(int start)
    {
        var strict = new XmlFeedReader(options, baseAddress, notes, cancellationToken);
        try
        {
            using var reader = new StrictMarkupReader(Stand(start), notes);
            if (strict.Read(reader))
            {
                return Found(strict.ToFeed());
            }
        }
        catch (XmlException)
        {
            if (cut && strict.Count > 0)
            {
                return Found(strict.ToFeed()); // the limit cut it; reading it again would only cost time
            }
        }

        notes.Restart();
        var lenient = new XmlFeedReader(options, baseAddress, notes, cancellationToken);
        using var repair = new LenientMarkupReader(Text, start, notes);
        return lenient.Read(repair) ? Found(lenient.ToFeed()) : ReadPage();
    }

    private FeedDocument? ReadOpml(int start)
    {
        SubscriptionList? list = null;
        try
        {
            using var reader = new StrictMarkupReader(Stand(start), notes);
            list = OpmlReader.Read(reader, baseAddress, notes, cancellationToken);
        }
        catch (XmlException)
        {
            notes.Restart();
        }

        if (list is null)
        {
            using var repair = new LenientMarkupReader(Text, start, notes);
            list = OpmlReader.Read(repair, baseAddress, notes, cancellationToken);
        }

        return list is null ? null
            : new FeedDocument { Format = FeedFormat.Opml,
            Subscriptions = list with { Encoding = encoding.Name, Diagnostics = notes.ToDiagnostics() } };
    }

    // A page is what is left when nothing else is known: there, what is no text at all must not become an article.
    private FeedDocument? ReadPage()
    {
        IsBinary = HasControls(Head().AsSpan());
        if (IsBinary || HtmlPageReader.Read(Text, baseAddress, notes) is not { } page)
        {
            return null;
        }

        string? wall = PageWall.Of(Text, baseAddress, out Uri? movedTo);
        return Found(page.Page) with { Announced = [.. page.Announced], Wall = wall, MovedTo = movedTo };
    }

    // Letters of old encodings are high bytes; control characters are in no text. A fiftieth of the beginning is more than what damage
    // leaves behind.
    private static bool HasControls(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("%PDF-"))
        {
            return true;
        }

        text = text[..Math.Min(text.Length, BeginningLength)];
        int controls = 0;
        foreach (char c in text)
        {
            // ESC shifts between the alphabets of ISO-2022.
            controls += c < ' ' && c is not ('\t' or '\n' or '\v' or '\f' or '\r' or '\u001B') ? 1 : 0;
        }

        return controls > 3 && controls * 50 > text.Length;
    }

    private FeedDocument Found(Feed feed) =>
        new() { Format = feed.Format, Feed = feed with { Encoding = encoding.Name, Diagnostics = notes.ToDiagnostics() } };

    // The document from a place on, decoded as it is read.
    private TextReader Stand(int start)
    {
        if (_text is not null)
        {
            var whole = new StringReader(_text);
            Skip(whole, start);
            return whole;
        }

        var stream = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset + encoding.Skip, array.Count - encoding.Skip, false)
            : new MemoryStream(bytes.ToArray(), encoding.Skip, bytes.Length - encoding.Skip, false);
        var reader = new StreamReader(stream, encoding.Encoding, false, 16 * 1024);
        Skip(reader, start);
        return reader;
    }

    private static void Skip(TextReader reader, int count)
    {
        for (int i = 0; i < count; i++)
        {
            reader.Read();
        }
    }

    private string Head()
    {
        if (_text is not null)
        {
            return _text;
        }

        ReadOnlySpan<byte> rest = bytes.Span[encoding.Skip..];
        return encoding.Encoding.GetString(rest[..Math.Min(rest.Length, HeadLength)]);
    }

    private static int FirstSign(string text)
    {
        int at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\0' or '\uFFFE'))
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// The first feed or OPML element, in lower case without prefix, and where reading starts: at its declaration, or at itself.
    /// </summary>
    internal static string? RootOf(string text, int first, out int start)
    {
        var tokens = new TagTokenizer(text, first, null);
        start = first;
        bool html = false;
        for (TokenKind kind = tokens.Read(); kind != TokenKind.None; kind = tokens.Read())
        {
            if (kind != TokenKind.StartTag)
            {
                continue;
            }

            string name = tokens.Name[(tokens.Name.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
            if (name is "rss" or "rdf" or "feed" or "opml" or "channel")
            {
                int declaration = html ? -1 : text.IndexOf('<', first);
                start = declaration >= 0 ? declaration : tokens.TokenStart;
                return name;
            }

            html = true;
        }

        return null;
    }
}
