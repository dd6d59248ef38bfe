using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>A line of the table of contents or the list of figures.</summary>
/// <param name="Level">0 for sections and for chapters without one, 1 for chapters of a section.</param>
/// <param name="Title">The text.</param>
/// <param name="Place">Where it leads.</param>
/// <param name="IsLinked">False where the place is known by its number alone.</param>
internal sealed record ContentsEntry(int Level, string Title, PagePlace Place, bool IsLinked = true);

/// <summary>Sets the table of contents and the list of figures: dotted leaders to the pages' true numbers.</summary>
internal static class ContentsPages
{
    /// <summary>Sets a list under a heading.</summary>
    public static List<Fragment> Compose(Composition composition, string heading, IReadOnlyList<ContentsEntry> entries)
    {
        var galley = new List<Fragment>();
        Setting page = composition.Page with { HasIndents = false, Alignment = Align.Start };
        ParagraphComposer.Plain(composition, heading, page with { Size = page.Size * 2, LineHeight = 1.2, IsBold = true },
            new StructureElement("H1", composition.Element), galley);
        galley[^1].After = page.Leading * 1.3;
        ParagraphComposer.KeepWithNext(galley, 0);
        var toc = new StructureElement("TOC", composition.Element);
        RunStyle numbers =
            composition.Context.Style(composition.Context.Options.HeadingFont, false, false, page.Language, page.Size * 0.88,
            hyphenates: false);
        double room = entries.Select(entry => composition.Context.Shaper.WidthOf(entry.Place.Label, numbers)).DefaultIfEmpty(0).Max()
            + (page.Size * 1.4);
        bool hasSections = entries.Any(entry => entry.Level == 1);
        for (int i = 0; i < entries.Count; i++)
        {
            ContentsEntry entry = entries[i];
            int first = galley.Count;
            bool isSection = hasSections && entry.Level == 0;
            Setting own =
                page.Indent(entry.Level == 1 ? page.Size * 1.2 : 0) with { Size = page.Size * 0.96, LineHeight = 1.34, IsBold = isSection,
                HasIndents = false };
            own = own with { Width = own.Width - room, Left = own.Left + (own.IsRightToLeft ? room : 0) };
            Entry(composition, entry, own, new StructureElement("TOCI", toc), numbers, room, galley);
            galley[first].Before = isSection ? page.Leading * 0.75 : page.Size * 0.34;
            for (int j = first + 1; j < galley.Count; j++)
            {
                galley[j].KeepsWithPrevious = galley.Count - first < 12;
            }

            galley[^1].KeepsWithNext = isSection;
        }

        return galley;
    }

    private static void Entry(Composition composition, ContentsEntry entry, Setting setting, StructureElement item, RunStyle numbers,
        double room, List<Fragment> galley)
    {
        LayoutContext context = composition.Context;
        StructureElement element = new("Reference", item);
        LinkTarget? link = null;
        if (entry.IsLinked)
        {
            element = new StructureElement("Link", element);
            link = new LinkTarget(element, "/Dest" + entry.Place.Target.Syntax, entry.Title);
        }

        ParagraphBuilder builder = ParagraphComposer.Builder(context, setting);
        // A title in another direction than the book's keeps its own, with its quotes and question marks where they belong.
        bool isMixed = setting.IsRightToLeft || ParagraphBuilder.IsMixed(entry.Title);
        if (isMixed)
        {
            builder.OpenIsolate(ParagraphDirection.Auto);
        }

        new InlineComposer(composition, setting, builder)
            .Add(entry.Title, InlineComposer.PlainVoice(setting, element) with { Link = link });
        if (isMixed)
        {
            builder.CloseIsolate();
        }

        var lines = new List<Fragment>();
        ShapedParagraph paragraph = builder.Build();
        ParagraphComposer.Lines(context, setting, paragraph, lines);
        // The last line is that of the leader.
        ParagraphLine last = paragraph.Break(new LineShape(setting.Width))[^1];
        ParagraphLine number =
            context.Shaper.Line(entry.Place.Label, numbers, tag: new InlineTag(element.Content(), Ink.Gray(0.15)) { Link = link });
        lines[^1] = new LeaderLine((LineFragment)lines[^1], last, number, setting, room);
        galley.AddRange(lines);
    }

    /// <summary>A line with dots from its text to a number at the other edge.</summary>
    private sealed class LeaderLine : Fragment
    {
        private readonly LineFragment line;
        private readonly ParagraphLine text, number;
        private readonly Setting setting;
        private readonly double room;

        public LeaderLine(LineFragment line, ParagraphLine text, ParagraphLine number, Setting setting, double room)
        {
            (this.line, this.text, this.number, this.setting, this.room) = (line, text, number, setting, room);
            Height = line.Height;
        }

        public override void Draw(PageCanvas canvas, double x, double y)
        {
            line.Draw(canvas, x, y);
            double baseline = y + line.Ascent, gap = setting.Size * 0.6;
            double from = setting.IsRightToLeft ? setting.Left - room + number.Width + gap : setting.Left + text.X + text.Width + gap;
            double to = setting.IsRightToLeft ? setting.Left + text.X - gap : setting.Left + setting.Width + room - number.Width - gap;
            canvas.Artifact();
            if (to - from > gap)
            {
                canvas.Dots(x + from, baseline - 1, to - from, 4.2, Ink.Gray(0.5));
            }

            LinePainter.Draw(canvas, number, setting.IsRightToLeft ? x + setting.Left - room : x + setting.Left + setting.Width
                + room - number.Width, baseline);
        }
    }
}
