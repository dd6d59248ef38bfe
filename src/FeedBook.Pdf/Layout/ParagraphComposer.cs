using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;
using FeedBook.Text;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets runs of inlines as lines.</summary>
internal static class ParagraphComposer
{
    /// <summary>Sets a paragraph.</summary>
    /// <param name="composition">The chapter.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="setting">How it is set.</param>
    /// <param name="neighbours">What stands before and after it.</param>
    /// <param name="galley">Where its fragments go.</param>
    public static void Paragraph(Composition composition, Content.Paragraph paragraph, Setting setting, Neighbours neighbours,
        List<Fragment> galley)
    {
        int first = galley.Count;
        double measure = setting.Width / setting.Size;
        ParagraphForm form = ParagraphForms.Of(paragraph, measure, setting.HasIndents ? neighbours.Next : null);
        bool hasIndents = setting.HasIndents && composition.Context.Options.Paragraphs == ParagraphSeparation.Indents;
        bool followsText = neighbours.Previous is Content.Paragraph before
            && ParagraphForms.Of(before, measure, paragraph) is ParagraphForm.Prose;
        var element = new StructureElement("P", setting.Element) { Language = LanguageChange(setting) };
        Setting own = paragraph.Alignment is null ? setting : setting with { Alignment = paragraph.Alignment };
        double apart = setting.Leading * (!setting.HasIndents ? 0.3 : 0.55);
        switch (form)
        {
            case ParagraphForm.Break:
                own = own with { Alignment = Align.Center };
                Lines(composition, own, galley, inlines => inlines.Add(paragraph.Content, InlineComposer.PlainVoice(own, element)));
                Space(galley, first, setting.Leading * 0.9, setting.Leading * 0.9);
                break;
            case ParagraphForm.Title:
                own = own with { Alignment = paragraph.Alignment ?? Align.Start };
                Lines(composition, own, galley, inlines => inlines.Add(paragraph.Content, InlineComposer.PlainVoice(own, element)));
                Space(galley, first, setting.Leading * 0.9, setting.Leading * 0.2);
                KeepWithNext(galley, first);
                break;
            case ParagraphForm.Lines:
                Verse(composition, paragraph, own, element, galley);
                Space(galley, first, apart, setting.HasIndents ? apart : 0);
                break;
            default:
                double indent = Indent(composition, own, followsText);
                Lines(composition, own, galley, inlines => inlines.Add(paragraph.Content, InlineComposer.PlainVoice(own, element)), indent);
                Space(galley, first, hasIndents && followsText ? 0 : apart, 0);
                break;
        }

        if (neighbours.Next is not null && first < galley.Count && ParagraphForms.LeadsOver(paragraph))
        {
            galley[^1].KeepsWithNext = true;
        }
    }

    // Each line as its writer ended it: never filled up, and moved in where it goes on. A blank one parts stanzas.
    private static void Verse(Composition composition, Content.Paragraph paragraph, Setting setting, StructureElement element,
        List<Fragment> galley)
    {
        double hang = setting.Size * 1.5, start = Indent(composition, setting, false);
        Setting lines = setting.Indent(start + hang) with { Alignment = setting.Alignment ?? Align.Start };
        if (setting.Alignment is Align.Center or Align.End)
        {
            (lines, hang) = (setting, 0);
        }

        // A narrow place has no room to move lines in.
        hang = Math.Min(hang, setting.Width - lines.Width);
        int first = galley.Count;
        bool isNewStanza = false;
        foreach (ImmutableArray<Inline> line in ParagraphForms.Lines(paragraph.Content))
        {
            if (string.IsNullOrWhiteSpace(ContentText.Of(line)) && !ContentWalker.Inlines(line).Any(inline => inline is InlineImage))
            {
                isNewStanza = galley.Count > first;
                continue;
            }

            int begin = galley.Count;
            Lines(composition, lines, galley, inlines => inlines.Add(line, InlineComposer.PlainVoice(lines, element)), -hang);
            Space(galley, begin, isNewStanza ? setting.Leading * 0.6 : 0, 0);
            isNewStanza = false;
        }

        // Neither the first line nor the last stands alone.
        if (galley.Count - first > 1)
        {
            galley[first + 1].KeepsWithPrevious = galley[^1].KeepsWithPrevious = true;
        }
    }

    /// <summary>Sets inlines as lines of an element of their own, such as a caption or a term.</summary>
    public static void Inlines(Composition composition, ImmutableArray<Inline> content, Setting setting, StructureElement element,
        List<Fragment> galley) =>
        Lines(composition, setting, galley, inlines => inlines.Add(content, InlineComposer.PlainVoice(setting, element)));

    /// <summary>Sets plain text as lines.</summary>
    public static void Plain(Composition composition, string text, Setting setting, StructureElement element, List<Fragment> galley) =>
        Lines(composition, setting, galley, inlines => inlines.Add(text, InlineComposer.PlainVoice(setting, element)));

    /// <summary>Sets what <paramref name="fill"/> adds as lines; no line is left alone at a column's head or foot.</summary>
    public static void Lines(Composition composition, Setting setting, List<Fragment> galley, Action<InlineComposer> fill,
        double indent = 0)
    {
        LayoutContext context = composition.Context;
        ParagraphBuilder builder = Builder(context, setting, indent);
        fill(new InlineComposer(composition, setting, builder));
        int first = galley.Count;
        Lines(context, setting, builder.Build(), galley);
        for (int i = first + 1; i < galley.Count; i++)
        {
            galley[i].KeepsWithPrevious = i == first + 1 || i == galley.Count - 1;
        }
    }

    /// <summary>Breaks a paragraph and places its lines.</summary>
    /// <param name="context">What the book's parts share.</param>
    /// <param name="setting">How it is set.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="galley">Where its lines go.</param>
    /// <param name="centres">True to move each line to the middle of the measure, however it was aligned.</param>
    public static void Lines(LayoutContext context, Setting setting, ShapedParagraph paragraph, List<Fragment> galley, bool centres = false)
    {
        FontChain fonts = context.Style(setting.Role, setting.IsBold, setting.IsItalic, setting.Language, setting.Size).Fonts;
        double above = fonts.Ascent(setting.Size), below = fonts.Descent(setting.Size);
        double leading = setting.Leading, ascent = above + ((leading - above - below) / 2);
        (IReadOnlyList<ParagraphLine> lines, double width) = setting.IsBalanced ? Balance(paragraph, setting.Width)
            : (paragraph.Break(new LineShape(setting.Width)), setting.Width);
        // Lines count from the left edge of their measure: a narrower one stands where its lines are aligned.
        bool startsRight = setting.IsRightToLeft != (setting.Alignment == Align.End);
        double left = setting.Left + ((setting.Width - width) * (setting.Alignment == Align.Center ? 0.5 : startsRight ? 1 : 0));
        foreach (ParagraphLine line in lines)
        {
            double boxAbove = 0, boxBelow = 0;
            List<FootNote>? notes = null;
            foreach (PlacedItem item in line.Items)
            {
                if (item is PlacedBox box)
                {
                    boxAbove = Math.Max(boxAbove, box.Box.Ascent);
                    boxBelow = Math.Max(boxBelow, box.Box.Descent);
                }

                if (LinePainter.TagOf(item)?.Note is { } note && notes?.Contains(note) != true)
                {
                    (notes ??= []).Add(note);
                }
            }

            double extra = Math.Max(0, boxAbove + 1 - ascent), deeper = Math.Max(0, boxBelow + 1 - (leading - ascent));
            galley.Add(new LineFragment(line, centres ? setting.Left + ((setting.Width - line.Width) / 2) - line.X : left, leading + extra
                + deeper, ascent + extra)
            {
                Frame = setting.Frame,
                IsTurned = setting.IsTurned,
                Notes = notes ?? (IReadOnlyList<FootNote>)[],
            });
        }
    }

    // No word alone on a title's last line: the narrowest measure that needs no more lines.
    private static (IReadOnlyList<ParagraphLine> Lines, double Width) Balance(ShapedParagraph paragraph, double width)
    {
        IReadOnlyList<ParagraphLine> lines = paragraph.Break(new LineShape(width));
        if (lines.Count is 1 or > 6 || lines.Any(line => line.End is LineEnd.Forced or LineEnd.Emergency))
        {
            return (lines, width);
        }

        double narrow = width * 0.5, wide = width;
        for (int i = 0; i < 7; i++)
        {
            double middle = (narrow + wide) / 2;
            IReadOnlyList<ParagraphLine> other = paragraph.Break(new LineShape(middle));
            if (other.Count == lines.Count && other.All(line => line.End is LineEnd.Wrapped or LineEnd.Final))
            {
                (lines, wide) = (other, middle);
            }
            else
            {
                narrow = middle;
            }
        }

        // Of the measures that need no more lines, the one whose lines end at spaces and marks, then the narrowest.
        int broken = BrokenPhrases(paragraph, lines);
        for (int step = 1; broken > 0 && step <= 8; step++)
        {
            double wider = wide + ((width - wide) * step / 8);
            IReadOnlyList<ParagraphLine> other = paragraph.Break(new LineShape(wider));
            if (other.Count == lines.Count && BrokenPhrases(paragraph, other) < broken)
            {
                return (other, wider);
            }
        }

        return (lines, wide);
    }

    private static int BrokenPhrases(ShapedParagraph paragraph, IReadOnlyList<ParagraphLine> lines) =>
        lines.Count(line => LineItemBuilder.IsWithinPhrase(paragraph.Text, line.TextStart + line.TextLength));

    /// <summary>A builder for paragraphs of a setting.</summary>
    public static ParagraphBuilder Builder(LayoutContext context, Setting setting, double indent = 0)
    {
        // Full lines need room: below some thirty letters the holes between words are worse than a ragged edge.
        bool full = context.Options.IsJustified && setting.Alignment is null
            && (setting.Width >= setting.Size * 15 || IsIdeographic(setting.Language));
        return new ParagraphBuilder(context.Shaper, new ParagraphStyle
        {
            Direction = setting.IsRightToLeft ? ParagraphDirection.RightToLeft : ParagraphDirection.LeftToRight,
            Alignment = setting.Alignment switch
            {
                Align.Center => LineAlignment.Center,
                Align.End => LineAlignment.End,
                Align.Start => LineAlignment.Start,
                _ => full ? LineAlignment.Justify : LineAlignment.Start,
            },
            Language = setting.Language,
            KeepsPhrases = setting.IsBalanced,
            Hyphenate = context.Options.HasHyphenation && setting.Alignment is null,
            FirstIndent = indent,
        });
    }

    /// <summary>
    /// Sets the white around the fragments from <paramref name="first"/> on; the wishes there are count where they are larger.
    /// </summary>
    public static void Space(List<Fragment> galley, int first, double before, double after)
    {
        if (first < galley.Count)
        {
            galley[first].Before = Math.Max(galley[first].Before, before);
            galley[^1].After = Math.Max(galley[^1].After, after);
        }
    }

    /// <summary>Lets the fragments from <paramref name="first"/> on stand in one column with the next.</summary>
    public static void KeepWithNext(List<Fragment> galley, int first)
    {
        for (int i = first; i < galley.Count; i++)
        {
            galley[i].KeepsWithNext = true;
        }
    }

    /// <summary>Whether a language is written without spaces, in characters of one width.</summary>
    public static bool IsIdeographic(string language) => LanguageTag.Primary(language) is "zh" or "ja" or "yue" or "wuu";

    /// <summary>The language of a setting where it differs from its element's; otherwise null.</summary>
    public static string? LanguageChange(Setting setting)
    {
        for (StructureElement? element = setting.Element; element is not null; element = element.Parent)
        {
            if (element.Language is { } language)
            {
                return language == setting.Language ? null : setting.Language;
            }
        }

        return setting.Language;
    }

    private static double Indent(Composition composition, Setting setting, bool followsText)
    {
        if (!setting.HasIndents || composition.Context.Options.Paragraphs != ParagraphSeparation.Indents
            || setting.Alignment is Align.Center or Align.End)
        {
            return 0;
        }

        // Chinese and Japanese books indent each paragraph, the first one too.
        return LanguageTag.Primary(setting.Language) switch
        {
            "zh" => setting.Size * 2,
            "ja" => setting.Size,
            _ => followsText ? setting.Size * 1.5 : 0,
        };
    }
}
