using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets lists: labels hang before the text.</summary>
internal static class ListComposer
{
    /// <summary>Sets a list, numbered or not.</summary>
    public static void Compose(Composition composition, ListBlock list, Setting setting, List<Fragment> galley)
    {
        int start = galley.Count, depth = Depth(setting.Element);
        var element = new StructureElement("L", setting.Element)
        {
            Attributes = list.IsOrdered ? $"<</O/List/ListNumbering/{Numbering(list.Marker)}>>" : "<</O/List/ListNumbering/Disc>>",
        };
        string[] labels = [.. list.Labels(depth)];
        RunStyle style = LabelStyle(composition, setting);
        double gap = setting.Size * 0.5;
        double indent = list.IsOrdered
            ? labels.Where(label => label.Length is > 0 and < 8).Select(label => composition.Context.Shaper.WidthOf(label, style))
                .DefaultIfEmpty(0).Max() + gap
            : setting.Size * 1.35;
        indent = Math.Max(indent, setting.Size * 1.35);
        bool isTight = list.Items.All(item => item.Blocks.Length <= 1 || (item.Blocks.Length == 2 && item.Blocks[1] is ListBlock));
        double between = setting.Leading * (isTight ? 0.12 : 0.4);
        for (int i = 0; i < list.Items.Length; i++)
        {
            int first = galley.Count;
            var item = new StructureElement("LI", element);
            var label = new StructureElement("Lbl", item);
            var body = new StructureElement("LBody", item);
            Item(composition, list.Items[i].Blocks, setting with { HasIndents = false }, labels[i], indent, (label, body), galley);
            if (composition.Anchor(list.Items[i].Id) is > 0 and int anchor)
            {
                galley[first].Anchors.Add(anchor);
            }

            galley[first].Before = 0;
            ParagraphComposer.Space(galley, first, between, between);
        }

        bool isNested = depth > 0;
        ParagraphComposer.Space(galley, start, isNested ? between : setting.Leading * 0.55, isNested ? between : setting.Leading * 0.55);
    }

    /// <summary>Sets a list of terms.</summary>
    public static void Compose(Composition composition, DefinitionList list, Setting setting, List<Fragment> galley)
    {
        int start = galley.Count;
        var element = new StructureElement("L", setting.Element);
        foreach (DefinitionEntry entry in list.Entries)
        {
            int first = galley.Count;
            var item = new StructureElement("LI", element);
            foreach (ImmutableArray<Inline> term in entry.Terms)
            {
                Setting bold = setting with { IsBold = true, HasIndents = false, Alignment = Align.Start };
                ParagraphComposer.Inlines(composition, term, bold, new StructureElement("Lbl", item), galley);
            }

            ParagraphComposer.KeepWithNext(galley, first);
            foreach (ImmutableArray<Block> definition in entry.Definitions)
            {
                Setting inner =
                    setting.Indent(setting.Size * 1.8) with { HasIndents = false, Element = new StructureElement("LBody", item) };
                int begin = galley.Count;
                BlockComposer.Compose(composition, definition, inner, galley);
                if (begin < galley.Count)
                {
                    // Nearer to its term than to the entry before.
                    galley[begin].Before = setting.Leading * 0.08;
                }
            }

            ParagraphComposer.Space(galley, first, setting.Leading * 0.6, 0);
        }

        ParagraphComposer.Space(galley, start, setting.Leading * 0.55, setting.Leading * 0.55);
    }

    /// <summary>Sets blocks with a label that hangs before their first line. There is at least one fragment afterwards.</summary>
    public static void Item(Composition composition, ImmutableArray<Block> blocks, Setting setting, string label, double indent,
        (StructureElement Label, StructureElement Body) elements, List<Fragment> galley)
    {
        int first = galley.Count;
        // In a narrow place labels take room from the text, down to some words a line.
        Setting inner = setting.Indent(indent, least: 5) with { Element = elements.Body };
        RunStyle style = LabelStyle(composition, setting);
        ContentSlot slot = elements.Label.Content();
        BlockComposer.Compose(composition, blocks, inner, galley);
        ParagraphLine? line = label.Length == 0 ? null : composition.Context.Shaper.Line(
            label, style, setting.IsRightToLeft ? ParagraphDirection.RightToLeft : ParagraphDirection.LeftToRight,
                new InlineTag(slot, setting.Ink));
        double room = setting.IsRightToLeft ? setting.Left + setting.Width - inner.Left - inner.Width : inner.Left - setting.Left;
        bool isCrowded = line is not null && line.Width + (setting.Size * 0.2) > room;
        if (first == galley.Count || galley[first] is not LineFragment || isCrowded)
        {
            // A label that would stand over the text has a line of its own; so has what begins with an image or a table.
            FontChain fonts = style.Fonts;
            double ascent = fonts.Ascent(setting.Size) + ((setting.Leading - fonts.Ascent(setting.Size) - fonts.Descent(setting.Size)) / 2);
            ParagraphLine empty = composition.Context.Shaper.Line("", style);
            galley.Insert(first,
                new LineFragment(empty, inner.Left, setting.Leading, ascent) { KeepsWithNext = first < galley.Count, Frame = setting.Frame,
                IsTurned = setting.IsTurned });
        }

        if (line is not null)
        {
            double gap = setting.Size * 0.5;
            double left = setting.IsRightToLeft
                ? Math.Min(inner.Left + inner.Width + gap, setting.Left + setting.Width - line.Width)
                : inner.Left - gap - line.Width < setting.Left - room ? setting.Left : inner.Left - gap - line.Width;
            ((LineFragment)galley[first]).AddBeside(line, left);
        }
    }

    private static RunStyle LabelStyle(Composition composition, Setting setting) =>
        composition.Context.Style(setting.Role, false, false, setting.Language, setting.Size);

    private static int Depth(StructureElement element)
    {
        int depth = 0;
        for (StructureElement? above = element; above is not null; above = above.Parent)
        {
            depth += above.Type == "L" ? 1 : 0;
        }

        return depth;
    }

    private static string Numbering(char marker) => marker switch
    {
        'a' => "LowerAlpha",
        'A' => "UpperAlpha",
        'i' => "LowerRoman",
        'I' => "UpperRoman",
        _ => "Decimal",
    };
}
