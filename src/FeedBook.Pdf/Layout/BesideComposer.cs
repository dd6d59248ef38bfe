using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets what stands beside the text: boxes on a ground of their own, pull quotes between two lines.</summary>
internal static class BesideComposer
{
    // Of the measure: what is left on each side of a pull quote.
    private const double Side = 0.1;

    private static readonly Ink Ground = Ink.Gray(0.96), Line = Ink.Gray(0.55);

    /// <summary>Sets a box. It may go on over several pages.</summary>
    public static void Compose(Composition composition, Aside aside, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        double inset = setting.Size;
        Setting inner = setting.Indent(inset, inset) with
        {
            Element = new StructureElement("Div", setting.Element) { Language = ParagraphComposer.LanguageChange(setting) },
            Role = composition.Context.Options.HeadingFont,
            Size = setting.Size * 0.9,
            LineHeight = Math.Min(setting.LineHeight, 1.42),
            HasIndents = false,
            Frame = new Frame(setting.Frame, setting.Left, setting.Width) { Fill = Ground, Padding = setting.Leading * 0.55 },
        };
        BlockComposer.Compose(composition, aside.Blocks, inner, galley);
        if (first < galley.Count)
        {
            (galley[first].Before, galley[^1].After) = (0, 0);
        }

        ParagraphComposer.Space(galley, first, setting.Leading * 0.9, setting.Leading * 0.9);
    }

    /// <summary>Sets a pull quote: larger, in the middle, never parted by a page.</summary>
    public static void PullQuote(Composition composition, Quotation quotation, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        double side = setting.Width * Side;
        Setting inner = setting.Indent(side, side) with
        {
            Element = new StructureElement("BlockQuote", setting.Element) { Language = ParagraphComposer.LanguageChange(setting) },
            Size = setting.Size * 1.22,
            LineHeight = Math.Min(setting.LineHeight, 1.32),
            HasIndents = false,
            IsBalanced = true,
            Alignment = Align.Center,
        };
        Setting source = inner with { Size = setting.Size * 0.88, Ink = Ink.Gray(0.3) };
        Rule(inner, galley);
        for (int i = 0; i < quotation.Blocks.Length; i++)
        {
            // What follows the words is who said them.
            Setting own = i == 0 ? inner : source;
            Block block = quotation.Blocks[i] is Paragraph paragraph ? paragraph with { Alignment = paragraph.Alignment ?? Align.Center }
                : quotation.Blocks[i];
            BlockComposer.Compose(composition, block, default(Neighbours), own, galley);
        }

        Rule(inner, galley);
        ParagraphComposer.KeepWithNext(galley, first);
        galley[^1].KeepsWithNext = false;
        galley[first].After = galley[^1].Before = setting.Leading * 0.45;
        ParagraphComposer.Space(galley, first, setting.Leading * 0.9, setting.Leading * 0.9);
    }

    private static void Rule(Setting setting, List<Fragment> galley) =>
        galley.Add(new RuleFragment(setting.Left, setting.Width, 0.6, Line) { Frame = setting.Frame, IsTurned = setting.IsTurned });
}
