using System.Collections.Immutable;
using System.Text;

namespace FeedBook.Content;

/// <summary>Cuts and trims runs of inlines without losing links and styles.</summary>
internal static class InlineEdit
{
    /// <summary>The run without white space and line breaks at its ends.</summary>
    public static ImmutableArray<Inline> Trim(ImmutableArray<Inline> run) => TrimEnd(TrimStart(run));

    /// <summary>Whether the run shows nothing.</summary>
    public static bool IsBlank(ImmutableArray<Inline> run)
    {
        foreach (Inline inline in run)
        {
            bool blank = inline switch
            {
                TextRun text => IsBlank(text.Value),
                LineBreak => true,
                Ruby or Formula or InlineImage or NoteReference => false,
                _ => IsBlank(ContentWalker.Children(inline)),
            };
            if (!blank)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text has only white space and characters without a shape.</summary>
    public static bool IsBlank(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c)
                && c is not ('\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The run's characters as cutting counts them: texts as they are, everything else by one.</summary>
    public static string Flat(ImmutableArray<Inline> run)
    {
        // One text, in one style or link after the other, needs no writing.
        ImmutableArray<Inline> inner = run;
        while (inner is [Styled or Link or Span])
        {
            inner = ContentWalker.Children(inner[0]);
        }

        if (inner is [TextRun only])
        {
            return only.Value;
        }

        var text = new StringBuilder();
        Flat(run, text);
        return text.ToString();
    }

    /// <summary>The part of a run between two positions of its flat text.</summary>
    public static ImmutableArray<Inline> Cut(ImmutableArray<Inline> run, int from, int to)
    {
        int at = 0;
        return Cut(run, from, to, ref at);
    }

    private static void Flat(ImmutableArray<Inline> run, StringBuilder text)
    {
        foreach (Inline inline in run)
        {
            switch (inline)
            {
                case TextRun part:
                    text.Append(part.Value);
                    break;
                case LineBreak:
                    text.Append('\n');
                    break;
                case Ruby or Formula or InlineImage or NoteReference:
                    text.Append('\uFFFC');
                    break;
                default:
                    Flat(ContentWalker.Children(inline), text);
                    break;
            }
        }
    }

    private static ImmutableArray<Inline> Cut(ImmutableArray<Inline> run, int from, int to, ref int at)
    {
        ImmutableArray<Inline>.Builder kept = ImmutableArray.CreateBuilder<Inline>(run.Length);
        foreach (Inline inline in run)
        {
            switch (inline)
            {
                case TextRun part:
                    int start = Math.Clamp(from - at, 0, part.Value.Length), end = Math.Clamp(to - at, 0, part.Value.Length);
                    at += part.Value.Length;
                    if (end > start)
                    {
                        kept.Add(end - start == part.Value.Length ? part : new TextRun(part.Value[start..end]));
                    }

                    break;
                case LineBreak or Ruby or Formula or InlineImage or NoteReference:
                    if (at >= from && at < to)
                    {
                        kept.Add(inline);
                    }

                    at++;
                    break;
                default:
                    ImmutableArray<Inline> inner = Cut(ContentWalker.Children(inline), from, to, ref at);
                    if (!inner.IsEmpty)
                    {
                        kept.Add(With(inline, inner));
                    }

                    break;
            }
        }

        return kept.DrainToImmutable();
    }

    private static Inline With(Inline inline, ImmutableArray<Inline> content) => inline switch
    {
        Styled styled => styled with { Content = content },
        Link link => link with { Content = content },
        Span span => span with { Content = content },
        _ => inline,
    };

    private static ImmutableArray<Inline> TrimStart(ImmutableArray<Inline> run)
    {
        while (!run.IsEmpty)
        {
            switch (run[0])
            {
                case LineBreak:
                    run = run.RemoveAt(0);
                    continue;
                case TextRun text:
                    string value = text.Value.TrimStart();
                    if (value.Length == text.Value.Length)
                    {
                        return run;
                    }

                    run = value.Length == 0 ? run.RemoveAt(0) : run.SetItem(0, new TextRun(value));
                    continue;
                case Styled or Link or Span:
                    ImmutableArray<Inline> content = ContentWalker.Children(run[0]), trimmed = TrimStart(content);
                    if (trimmed.IsEmpty)
                    {
                        run = run.RemoveAt(0);
                        continue;
                    }

                    return trimmed == content ? run : run.SetItem(0, With(run[0], trimmed));
                default:
                    return run;
            }
        }

        return run;
    }

    private static ImmutableArray<Inline> TrimEnd(ImmutableArray<Inline> run)
    {
        while (!run.IsEmpty)
        {
            int last = run.Length - 1;
            switch (run[last])
            {
                case LineBreak:
                    run = run.RemoveAt(last);
                    continue;
                case TextRun text:
                    string value = text.Value.TrimEnd();
                    if (value.Length == text.Value.Length)
                    {
                        return run;
                    }

                    run = value.Length == 0 ? run.RemoveAt(last) : run.SetItem(last, new TextRun(value));
                    continue;
                case Styled or Link or Span:
                    ImmutableArray<Inline> content = ContentWalker.Children(run[last]), trimmed = TrimEnd(content);
                    if (trimmed.IsEmpty)
                    {
                        run = run.RemoveAt(last);
                        continue;
                    }

                    return trimmed == content ? run : run.SetItem(last, With(run[last], trimmed));
                default:
                    return run;
            }
        }

        return run;
    }
}
