namespace FeedBook.Text;

/// <summary>
/// Looks through XML as it is read for a tag with more attributes than anybody writes: <see cref="System.Xml.XmlReader"/> has no
/// limit for them, and takes more than twice as long for twice as many.
/// </summary>
internal sealed class TagGuard
{
    /// <summary>Drawing programs write some dozens.</summary>
    public const int MostAttributes = 1000;

    private State _state;
    private int _attributes;
    private char _end, _last, _beforeLast;

    private enum State
    {
        Text,
        Opened,
        Declared,
        Tag,
        Value,
        Skipped,
    }

    /// <summary>Goes on with the next letters.</summary>
    /// <returns>False as soon as a tag has too many attributes.</returns>
    public bool See(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int jump = _state switch
            {
                State.Text => text.IndexOf('<'),
                State.Value => text.IndexOf(_end),
                _ => 0,
            };
            if (jump < 0)
            {
                return true;
            }

            Step(text[jump]);
            if (_attributes > MostAttributes)
            {
                return false;
            }

            text = text[(jump + 1)..];
        }

        return true;
    }

    private void Step(char letter)
    {
        switch (_state)
        {
            case State.Text:
                _state = State.Opened;
                break;
            case State.Opened:
                _attributes = 0;
                _state = letter switch
                {
                    '!' => State.Declared,
                    '?' => Skip('?'),
                    _ => State.Tag,
                };
                break;
            case State.Declared:
                _state = letter switch
                {
                    '[' => Skip(']'),
                    '-' => Skip('-'),
                    _ => State.Text,
                };
                break;
            case State.Tag when letter is '"' or '\'':
                _end = letter;
                _state = State.Value;
                break;
            case State.Tag when letter == '>':
                _state = State.Text;
                break;
            case State.Tag:
                _attributes += letter == '=' ? 1 : 0;
                break;
            case State.Value:
                _state = State.Tag;
                break;
            default:
                // Behind '?>', ']]>' or '-->'; of a processing instruction only its last mark counts.
                bool over = letter == '>' && _last == _end && (_end == '?' || _beforeLast == _end);
                (_beforeLast, _last) = (_last, letter);
                _state = over ? State.Text : State.Skipped;
                break;
        }
    }

    private State Skip(char end)
    {
        (_end, _last, _beforeLast) = (end, '\0', '\0');
        return State.Skipped;
    }
}
