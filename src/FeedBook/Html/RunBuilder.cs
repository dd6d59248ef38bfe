using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Html;

/// <summary>
/// Gathers the inlines of one paragraph: folds white space as a browser does (CSS Text §4.1.1), and keeps open links and
/// styles across the end of a paragraph that a block cuts in two.
/// </summary>
internal sealed class RunBuilder
{
    private readonly List<Frame> frames = [new(null)];
    private readonly StringBuilder text = new();
    private bool space, spaced;

    /// <summary>Whether anything but white space stands in the line that is being written.</summary>
    public bool LineHasContent { get; private set; }

    /// <summary>Whether anything but white space stands in the paragraph.</summary>
    public bool HasContent { get; private set; }

    /// <summary>A builder for what stands inside a block of its own, in the same links and styles.</summary>
    public RunBuilder Fork()
    {
        var fork = new RunBuilder();
        for (int i = 1; i < frames.Count; i++)
        {
            fork.frames.Add(new Frame(frames[i].Wrap));
        }

        return fork;
    }

    public void Text(string value)
    {
        int at = 0;
        while (at < value.Length)
        {
            int end = at;
            while (end < value.Length && !IsFolding(value[end]))
            {
                end++;
            }

            if (end > at)
            {
                if (space && LineHasContent && !spaced)
                {
                    text.Append(' ');
                }

                space = false;
                spaced = false;
                text.Append(value, at, end - at);
                LineHasContent = true;
                HasContent = true;
            }

            at = end;
            while (at < value.Length && IsFolding(value[at]))
            {
                space = true;
                at++;
            }
        }
    }

    /// <summary>Starts a link or style; what comes until <see cref="Close"/> is put into what <paramref name="wrap"/> makes of it.</summary>
    public void Open(Func<ImmutableArray<Inline>, Inline> wrap)
    {
        if (space && LineHasContent && !spaced)
        {
            text.Append(' ');
            spaced = true;
        }

        space = false;
        EndText();
        frames.Add(new Frame(wrap));
    }

    public void Close()
    {
        EndText();
        Frame frame = frames[^1];
        frames.RemoveAt(frames.Count - 1);
        if (frame.Items.Count > 0)
        {
            frames[^1].Items.Add(frame.Wrap!([.. frame.Items]));
        }
    }

    /// <summary>Adds something that stands in the line like a letter.</summary>
    public void Add(Inline inline)
    {
        if (space && LineHasContent && !spaced)
        {
            text.Append(' ');
        }

        space = false;
        spaced = false;
        EndText();
        frames[^1].Items.Add(inline);
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
        frames[^1].Items.Add(new LineBreak());
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
        for (int i = frames.Count - 1; i > 0; i--)
        {
            if (frames[i].Items.Count > 0)
            {
                frames[i - 1].Items.Add(frames[i].Wrap!([.. frames[i].Items]));
                frames[i].Items.Clear();
            }
        }

        List<Inline> items = frames[0].Items;
        if (items.Count == 0)
        {
            return [];
        }

        ImmutableArray<Inline> run = InlineEdit.Trim([.. items]);
        items.Clear();
        return any && !InlineEdit.IsBlank(run) ? run : [];
    }

    private void EndText()
    {
        if (text.Length > 0)
        {
            string value = XmlText.Clean(text.ToString());
            text.Clear();
            if (value.Length > 0)
            {
                frames[^1].Items.Add(new TextRun(value));
            }
        }
    }

    private static bool IsFolding(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    private sealed class Frame(Func<ImmutableArray<Inline>, Inline>? wrap)
    {
        public Func<ImmutableArray<Inline>, Inline>? Wrap { get; } = wrap;

        public List<Inline> Items { get; } = [];
    }
}
