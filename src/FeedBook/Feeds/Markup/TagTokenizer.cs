using FeedBook.Text;

namespace FeedBook.Feeds.Markup;

/// <summary>
/// Cuts any text into tags and text, never fails and needs time in proportion to the text. What closes nothing, or is closed by
/// nothing, is text.
/// </summary>
internal sealed class TagTokenizer(string text, int start, FeedNotes? notes)
{
    private readonly NextIndex _cdataEnd = new(text, "]]>");
    private readonly NextIndex _cdataStart = new(text, "<![CDATA[");
    private readonly NextIndex _commentEnd = new(text, "-->");
    private readonly NextIndex _doubleQuote = new(text, "\"");
    private readonly NextIndex _singleQuote = new(text, "'");
    private readonly NextIndex _close = new(text, ">");
    private readonly List<(string Name, string Value)> _attributes = [];

    /// <summary>Where the next token starts.</summary>
    public int Position { get; private set; } = start;

    /// <summary>Where the token stood on starts.</summary>
    public int TokenStart { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Attributes with their names as written and their values still encoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes => _attributes;

    public bool IsEmptyElement { get; private set; }

    /// <summary>The text of a text, a CDATA section or a document type, as written.</summary>
    public ReadOnlyMemory<char> Text { get; private set; }

    /// <summary>The name of the innermost open element, for CDATA sections that are cut short; null when there is none.</summary>
    public string? OpenElement { get; set; }

    /// <summary>Whether the document ended inside a tag or a section.</summary>
    public bool EndedInside { get; private set; }

    public TokenKind Read()
    {
        while (Position < text.Length)
        {
            TokenStart = Position;
            if (text[Position] != '<')
            {
                return PlainText(Position);
            }

            char next = Position + 1 < text.Length ? text[Position + 1] : '\0';
            if (next == '/')
            {
                if (Position + 2 < text.Length && NameScan.IsStart(text[Position + 2]))
                {
                    return EndTag();
                }

                SkipTo(_close, 1);
            }
            else if (next == '!')
            {
                if (Starts("<![CDATA["))
                {
                    return CData();
                }

                if (Starts("<!--"))
                {
                    int end = _commentEnd.From(Position + 4);
                    if (end < 0)
                    {
                        notes?.Count(Mend.Bracket);
                        SkipTo(_close, 1);
                    }
                    else
                    {
                        Position = end + 3;
                    }
                }
                else if (Position + 9 <= text.Length && text.AsSpan(Position, 9).Equals("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                {
                    return DocumentType();
                }
                else
                {
                    SkipTo(_close, 1);
                }
            }
            else if (next == '?')
            {
                SkipTo(_close, 1);
            }
            else if (NameScan.IsStart(next))
            {
                return StartTag();
            }
            else
            {
                notes?.Count(Mend.Bracket);
                return PlainText(Position + 1);
            }
        }

        return TokenKind.None;
    }

    private TokenKind PlainText(int from)
    {
        int end = text.IndexOf('<', from);
        end = end < 0 ? text.Length : end;
        Text = text.AsMemory(Position, end - Position);
        Position = end;
        return TokenKind.Text;
    }

    private TokenKind CData()
    {
        int begin = Position + 9;
        int end = _cdataEnd.From(begin);
        int again = _cdataStart.From(begin);
        int stop = end < 0 ? text.Length : end;

        // A section that another one opens before it is closed, or that never closes, ends at its element's end tag.
        if ((end < 0 || (again >= 0 && again < end)) && OpenElement is not null)
        {
            int limit = again >= 0 && again < stop ? again : stop;
            int cut = text.AsSpan(begin, limit - begin).IndexOf("</" + OpenElement, StringComparison.OrdinalIgnoreCase);
            if (cut >= 0)
            {
                notes?.Count(Mend.CData);
                Text = text.AsMemory(begin, cut);
                Position = begin + cut;
                return TokenKind.CData;
            }
        }

        if (end < 0)
        {
            EndedInside = true;
            notes?.Count(Mend.CData);
        }

        Text = text.AsMemory(begin, stop - begin);
        Position = Math.Min(text.Length, stop + 3);
        return TokenKind.CData;
    }

    private TokenKind DocumentType()
    {
        int at = Position + 9, close = _close.From(at);
        int bracket = text.IndexOf('[', at, Math.Max(0, (close < 0 ? text.Length : close) - at));
        Text = ReadOnlyMemory<char>.Empty;
        if (bracket >= 0)
        {
            int end = text.IndexOf(']', bracket);
            while (end >= 0 && end + 1 < text.Length && text[end + 1] != '>' && !char.IsWhiteSpace(text[end + 1]))
            {
                end = text.IndexOf(']', end + 1);
            }

            if (end >= 0)
            {
                Text = text.AsMemory(bracket + 1, end - bracket - 1);
                close = _close.From(end);
            }
        }

        Position = close < 0 ? text.Length : close + 1;
        return TokenKind.DocumentType;
    }

    private TokenKind EndTag()
    {
        int begin = Position + 2, end = NameScan.End(text, begin);
        Name = text[begin..end];
        int close = _close.From(end), other = text.AsSpan(end).IndexOf('<');
        EndedInside |= close < 0;
        if (close < 0 || (other >= 0 && end + other < close))
        {
            Position = other >= 0 ? end + other : text.Length;
        }
        else
        {
            Position = close + 1;
        }

        return TokenKind.EndTag;
    }

    private TokenKind StartTag()
    {
        int at = NameScan.End(text, Position + 1);
        Name = text[(Position + 1)..at];
        _attributes.Clear();
        IsEmptyElement = false;
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or ','))
            {
                at++;
            }

            if (at >= text.Length)
            {
                EndedInside = true;
                break;
            }

            if (text[at] == '>')
            {
                at++;
                break;
            }

            if (text[at] == '<')
            {
                notes?.Count(Mend.Attribute); // the tag was never closed
                break;
            }

            if (text[at] == '/')
            {
                at++;
                IsEmptyElement = at < text.Length && text[at] == '>';
                continue;
            }

            at = Attribute(at);
        }

        Position = at;
        return TokenKind.StartTag;
    }

    private int Attribute(int at)
    {
        int begin = at;
        while (at < text.Length && text[at] is not '=' and not '>' and not '/' and not '<' && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        string name = text[begin..at];
        int equals = NameScan.SkipSpace(text, at);
        if (equals >= text.Length || text[equals] != '=')
        {
            notes?.Count(Mend.Attribute);
            Add(name, "");
            return Math.Max(at, begin + 1);
        }

        at = NameScan.SkipSpace(text, equals + 1);
        if (at < text.Length && text[at] is '"' or '\'')
        {
            int end = (text[at] == '"' ? _doubleQuote : _singleQuote).From(at + 1);
            if (end >= 0)
            {
                Add(name, text[(at + 1)..end]);
                return end + 1;
            }

            at++;
        }

        notes?.Count(Mend.Attribute);
        begin = at;
        while (at < text.Length && text[at] is not '>' and not '<' && !char.IsWhiteSpace(text[at])
            && !(text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>'))
        {
            at++;
        }

        Add(name, text[begin..at].Trim('"', '\''));
        return at;
    }

    private void Add(string name, string value)
    {
        if (_attributes.Count >= TagGuard.MostAttributes)
        {
            notes?.Count(Mend.TooManyAttributes);
        }
        else if (name.Length > 0)
        {
            _attributes.Add((name, value));
        }
    }

    private void SkipTo(NextIndex mark, int length)
    {
        int end = mark.From(Position);
        EndedInside |= end < 0;
        Position = end < 0 ? text.Length : end + length;
    }

    private bool Starts(string what) => string.CompareOrdinal(text, Position, what, 0, what.Length) == 0;
}
