using System.Text;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>
/// Gathers a paragraph: text in styles, boxes, breaks. White space is folded across pieces as a browser folds it, except where a style
/// keeps it. One thread; one paragraph.
/// </summary>
/// <param name="shaper">The document's shaper.</param>
/// <param name="style">How lines are made.</param>
internal sealed class ParagraphBuilder(TextShaper shaper, ParagraphStyle style)
{
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _spans = [];
    private readonly Dictionary<int, InlineBox> _boxes = [];
    private bool _atLineStart = true;
    private bool _afterFoldedSpace;
    private int _isolates;
    private int _column;

    /// <summary>True when nothing that shows has been added.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds text.</summary>
    /// <param name="text">May be empty.</param>
    /// <param name="runStyle">Its style.</param>
    /// <param name="tag">Comes back on each <see cref="PlacedRun"/>; compared by reference.</param>
    public void AddText(string text, RunStyle runStyle, object? tag = null)
    {
        int start = _text.Length;
        if (runStyle.KeepSpaces)
        {
            AddKept(text, runStyle, tag);
            return;
        }

        foreach (char c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (!_atLineStart && !_afterFoldedSpace)
                {
                    _text.Append(' ');
                    _afterFoldedSpace = true;
                }

                continue;
            }

            _text.Append(c is Characters.LineSeparator or '\u2029' or Characters.ObjectReplacement || (c < ' ') ? '\uFFFD' : c);
            (_atLineStart, _afterFoldedSpace) = (false, false);
        }

        AddSpan(start, runStyle, tag);
    }

    /// <summary>Adds something that the caller draws.</summary>
    public void AddBox(InlineBox box)
    {
        _boxes.Add(_text.Length, box);
        _text.Append(Characters.ObjectReplacement);
        (_atLineStart, _afterFoldedSpace) = (false, false);
    }

    /// <summary>Ends the line here.</summary>
    public void AddLineBreak()
    {
        TrimFoldedSpace();
        _text.Append(Characters.LineSeparator);
        (_atLineStart, _afterFoldedSpace, _column) = (true, false, 0);
    }

    /// <summary>Whether there is anything in a text that runs from right to left.</summary>
    public static bool IsMixed(string text) => BidiAlgorithm.IsNeeded(text);

    /// <summary>Begins text whose direction is its own and does not touch its surroundings' (<c>bdi</c>, <c>dir</c>).</summary>
    public void OpenIsolate(ParagraphDirection direction)
    {
        _text.Append(direction switch
        {
            ParagraphDirection.LeftToRight => '\u2066',
            ParagraphDirection.RightToLeft => '\u2067',
            _ => '\u2068',
        });
        _isolates++;
    }

    /// <summary>Ends what <see cref="OpenIsolate"/> began; does nothing when nothing is open.</summary>
    public void CloseIsolate()
    {
        if (_isolates > 0)
        {
            _text.Append('\u2069');
            _isolates--;
        }
    }

    /// <summary>Shapes the paragraph. The builder is not used again.</summary>
    public ShapedParagraph Build()
    {
        TrimFoldedSpace();
        return new ShapedParagraph(shaper, style, _text.ToString(), _spans, _boxes);
    }

    private void AddKept(string text, RunStyle runStyle, object? tag)
    {
        int start = _text.Length;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' or '\r' or Characters.LineSeparator:
                    AddSpan(start, runStyle, tag);
                    _text.Append(Characters.LineSeparator);
                    start = _text.Length;
                    _column = 0;
                    break;
                case '\t':
                    int width = Math.Max(1, runStyle.TabWidth);
                    int spaces = width - (_column % width);
                    _text.Append(' ', spaces);
                    _column += spaces;
                    break;
                default:
                    _text.Append(c is '\u2029' or Characters.ObjectReplacement || c < ' ' ? '\uFFFD' : c);
                    _column++;
                    break;
            }
        }

        AddSpan(start, runStyle, tag);
        (_atLineStart, _afterFoldedSpace) = (false, false);
    }

    private void AddSpan(int start, RunStyle runStyle, object? tag)
    {
        int length = _text.Length - start;
        if (length == 0)
        {
            return;
        }

        if (_spans.Count > 0 && _spans[^1] is var last && last.Start + last.Length == start && ReferenceEquals(last.Tag, tag)
            && last.Style == runStyle)
        {
            _spans[^1] = last with { Length = last.Length + length };
            return;
        }

        _spans.Add(new TextSpan(start, length, runStyle, tag));
    }

    private void TrimFoldedSpace()
    {
        // The space may lie before the end of isolates, which stay.
        int last = _text.Length - 1;
        while (last >= 0 && _text[last] == '\u2069')
        {
            last--;
        }

        if (last < 0 || !_afterFoldedSpace || _text[last] != ' ')
        {
            return;
        }

        _text.Remove(last, 1);
        TextSpan span = _spans[^1];
        if (span.Length == 1)
        {
            _spans.RemoveAt(_spans.Count - 1);
        }
        else
        {
            _spans[^1] = span with { Length = span.Length - 1 };
        }

        _afterFoldedSpace = false;
    }
}
