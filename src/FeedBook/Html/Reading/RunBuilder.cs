using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>
/// Gathers the inlines of one paragraph: folds white space as a browser does (CSS Text §4.1.1), and keeps open links and
/// styles across the end of a paragraph that a block cuts in two. Text that needs no folding is not copied.
/// </summary>
internal sealed class RunBuilder
{
    private static readonly SearchValues<char> Folding = SearchValues.Create(" \n\t\r\f");

    private static readonly SearchValues<char> LineWhite = SearchValues.Create("\n\t\r\f");

    private readonly List<RunFrame> frames = [new()];
    private readonly StringBuilder text = new();
    private int open = 1;
    private bool space, spaced;

    // The text so far while it is one piece of one string; else it is in the builder.
    private string? piece;
    private int from, to;

    /// <summary>Whether anything but white space stands in the line that is being written.</summary>
    public bool LineHasContent { get; private set; }

    /// <summary>Whether anything but white space stands in the paragraph.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Begins anew, in the links and styles that are open in <paramref name="outer"/>. Nothing may be open here.</summary>
    public void Enter(RunBuilder outer)
    {
        for (int i = 1; i < outer.open; i++)
        {
            Push().Take(outer.frames[i]);
        }
    }

    /// <summary>Forgets what is open.</summary>
    public void Leave()
    {
        Take();
        open = 1;
    }

    public void Text(string value)
    {
        int start = value.AsSpan().IndexOfAnyExcept(Folding);
        if (start != 0)
        {
            space |= value.Length > 0;
            if (start < 0)
            {
                return;
            }
        }

        int end = value.AsSpan().LastIndexOfAnyExcept(Folding) + 1;
        Space(value, start);
        Fold(value, start, end);
        LineHasContent = true;
        HasContent = true;
        space = end < value.Length;
    }

    /// <summary>Starts a link or style; what comes until <see cref="Close"/> is put into it.</summary>
    /// <returns>The frame, for the caller to say what it is.</returns>
    public RunFrame Open()
    {
        if (space && LineHasContent && !spaced)
        {
            Append(' ');
            spaced = true;
        }

        space = false;
        EndText();
        return Push();
    }

    public void Close()
    {
        EndText();
        RunFrame frame = frames[--open];
        if (frame.Items.Count > 0)
        {
            frames[open - 1].Items.Add(frame.Wrap());
        }
    }

    /// <summary>Adds something that stands in the line like a letter.</summary>
    public void Add(Inline inline)
    {
        if (space && LineHasContent && !spaced)
        {
            Append(' ');
        }

        space = false;
        spaced = false;
        EndText();
        frames[open - 1].Items.Add(inline);
        LineHasContent = true;
        HasContent = true;
    }

    /// <summary>Ends the line. False when the line was empty, which ends the paragraph.</summary>
    public bool Break()
    {
        space = false;
        spaced = false;
        if (!HasContent)
        {
            return true;
        }

        if (!LineHasContent)
        {
            return false;
        }

        EndText();
        frames[open - 1].Items.Add(new LineBreak());
        LineHasContent = false;
        return true;
    }

    /// <summary>The paragraph's content, empty when there is none; links and styles stay open for the next one.</summary>
    public ImmutableArray<Inline> Take()
    {
        EndText();
        space = false;
        spaced = false;
        bool any = HasContent;
        LineHasContent = false;
        HasContent = false;
        for (int i = open - 1; i > 0; i--)
        {
            if (frames[i].Items.Count > 0)
            {
                frames[i - 1].Items.Add(frames[i].Wrap());
            }
        }

        if (frames[0].Items.Count == 0)
        {
            return [];
        }

        ImmutableArray<Inline> run = InlineEdit.Trim(frames[0].TakeItems());
        return any && !InlineEdit.IsBlank(run) ? run : [];
    }

    // The space that stands before the text, where the line has words already.
    private void Space(string value, int start)
    {
        if (space && LineHasContent && !spaced)
        {
            if (piece is null && text.Length == 0 && start > 0 && value[start - 1] == ' ')
            {
                // It stands in this very text: both are one piece.
                piece = value;
                from = start - 1;
                to = start;
            }
            else
            {
                Append(' ');
            }
        }

        space = false;
        spaced = false;
    }

    // The range begins and ends with letters; every run of white space inside becomes one space.
    private void Fold(string value, int start, int end)
    {
        ReadOnlySpan<char> words = value.AsSpan(start, end - start);
        if (!words.ContainsAny(LineWhite) && words.IndexOf("  ", StringComparison.Ordinal) < 0)
        {
            Append(value, start, end);
            return;
        }

        Gather();
        while (true)
        {
            int white = words.IndexOfAny(Folding);
            if (white < 0)
            {
                text.Append(words);
                return;
            }

            text.Append(words[..white]).Append(' ');
            words = words[white..];
            words = words[words.IndexOfAnyExcept(Folding)..];
        }
    }

    private void Append(char c)
    {
        if (piece is not null && to < piece.Length && piece[to] == c)
        {
            to++;
            return;
        }

        Gather();
        text.Append(c);
    }

    private void Append(string value, int start, int end)
    {
        if (ReferenceEquals(piece, value) && to == start)
        {
            to = end;
        }
        else if (piece is null && text.Length == 0)
        {
            piece = value;
            from = start;
            to = end;
        }
        else
        {
            Gather();
            text.Append(value, start, end - start);
        }
    }

    private void Gather()
    {
        if (piece is not null)
        {
            text.Append(piece, from, to - from);
            piece = null;
        }
    }

    private void EndText()
    {
        string? value = null;
        if (piece is not null)
        {
            value = from == 0 && to == piece.Length ? piece : piece[from..to];
            piece = null;
        }
        else if (text.Length > 0)
        {
            value = text.ToString();
            text.Clear();
        }

        if (value is not null && XmlText.Clean(value) is { Length: > 0 } clean)
        {
            frames[open - 1].Items.Add(new TextRun(clean));
        }
    }

    private RunFrame Push()
    {
        if (open == frames.Count)
        {
            frames.Add(new RunFrame());
        }

        return frames[open++];
    }
}
