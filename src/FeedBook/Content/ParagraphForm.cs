using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>What a paragraph is to the eye, whatever its element.</summary>
internal enum ParagraphForm
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>Short lines that the writer ended: a poem, an address, a list without bullets.</summary>
    Lines,

    /// <summary>A line of bold type over other text: a heading without the name.</summary>
    Title,

    /// <summary>Signs alone between two scenes, or a displayed formula: in the middle, with air around.</summary>
    Break,
}

/// <summary>Tells paragraphs apart by their form.</summary>
internal static class ParagraphForms
{
    private const int LongestBreak = 24;

    /// <summary>What a paragraph is.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="measure">How many times the type's size a line is wide.</param>
    /// <param name="next">What follows in the same place; null for nothing, and where bold type heads nothing, as in a cell.</param>
    public static ParagraphForm Of(Paragraph paragraph, double measure, Block? next)
    {
        string text = ContentText.Of(paragraph.Content).Trim();
        bool isFormula = paragraph.Content.Any(inline => inline is Formula)
            && paragraph.Content.All(inline => inline is Formula { IsDisplay: true }
                || (inline is TextRun run && string.IsNullOrWhiteSpace(run.Value)));
        if (isFormula)
        {
            return ParagraphForm.Break;
        }

        if (IsBreak(text) && !paragraph.Content.Any(inline => inline is InlineImage))
        {
            return ParagraphForm.Break;
        }

        if (next is not null && IsBold(paragraph.Content) && !IsSentence(text) && !text.Contains('\n', StringComparison.Ordinal)
            && TextWidth.Ems(text) < measure * 1.3)
        {
            return ParagraphForm.Title;
        }

        return IsVerse(text, measure) ? ParagraphForm.Lines : ParagraphForm.Prose;
    }

    /// <summary>Whether a paragraph leads over to what stands below it.</summary>
    public static bool LeadsOver(Paragraph paragraph) =>
        ContentText.Of(paragraph.Content).TrimEnd() is { Length: > 0 } text && text[^1] is ':' or '：' or '︰';

    /// <summary>The lines that a writer ended, each with the styles and links around it.</summary>
    public static List<ImmutableArray<Inline>> Lines(ImmutableArray<Inline> run)
    {
        var lines = new List<ImmutableArray<Inline>.Builder> { ImmutableArray.CreateBuilder<Inline>() };
        foreach (Inline inline in run)
        {
            if (inline is LineBreak)
            {
                lines.Add(ImmutableArray.CreateBuilder<Inline>());
                continue;
            }

            if (inline is not (Styled or Link or Span) || !ContentWalker.Inlines([inline]).Any(each => each is LineBreak))
            {
                lines[^1].Add(inline);
                continue;
            }

            List<ImmutableArray<Inline>> parts = Lines(ContentWalker.Children(inline));
            for (int i = 0; i < parts.Count; i++)
            {
                if (i > 0)
                {
                    lines.Add(ImmutableArray.CreateBuilder<Inline>());
                }

                if (parts[i].Length > 0)
                {
                    lines[^1].Add(inline switch
                    {
                        Styled styled => styled with { Content = parts[i] },
                        Link link => link with { Content = parts[i] },
                        Span span => span with { Content = parts[i], Id = i == 0 ? span.Id : null },
                        _ => inline,
                    });
                }
            }
        }

        return [.. lines.Select(line => line.ToImmutable())];
    }

    // Most lines end well before the measure, and none is a paragraph of its own.
    private static bool IsVerse(string text, double measure)
    {
        double[] widths = [.. text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => TextWidth.Ems(line))];
        return widths.Length > 1 && widths.Average() < measure * 0.75 && widths.Max() < measure * 1.8;
    }

    // * * *, ———, ◆: one sign, alone or several times. What ends a sentence is somebody's silence.
    private static bool IsBreak(string text)
    {
        string signs = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return signs.Length is > 0 and <= LongestBreak && !signs.Any(char.IsLetterOrDigit) && !signs.Any(char.IsSurrogate)
            && signs.All(c => c == signs[0])
            && (signs[0] is '*' or '＊' or '·' or '•' or '⁂' or '※' or '#' or '†' or '§' || char.IsSymbol(signs[0])
                || (signs.Length > 2 && signs[0] is '-' or '—' or '–' or '_' or '―' or '─'));
    }

    private static bool IsBold(ImmutableArray<Inline> run)
    {
        bool any = false;
        foreach (Inline inline in run)
        {
            switch (inline)
            {
                case Styled { Style: TextStyle.Strong } styled:
                    any |= !string.IsNullOrWhiteSpace(ContentText.Of(styled.Content));
                    break;
                case TextRun text when string.IsNullOrWhiteSpace(text.Value):
                case LineBreak:
                    break;
                case Span or Link or Styled when IsBold(ContentWalker.Children(inline)):
                    any = true;
                    break;
                default:
                    return false;
            }
        }

        return any;
    }

    private static bool IsSentence(string text) =>
        text.TrimEnd('"', '”', '’', '»', '」', '』', ')', '）') is { Length: > 0 } bare && bare[^1] is '.' or '。' or '،' or ',' or '，' or ';'
        or '；' or '।' or '…';
}

/// <summary>About how wide a text is, without shaping it.</summary>
internal static class TextWidth
{
    /// <summary>
    /// The width of one line in multiples of its type's size: Latin letters are about half as wide as that, ideographs as wide.
    /// </summary>
    public static double Ems(string line)
    {
        double ems = 0;
        foreach (char c in line)
        {
            ems += c >= '\u2E80' ? 1 : 0.48;
        }

        return ems;
    }
}
