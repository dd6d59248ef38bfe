using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets what a book cannot hold: a film, a sound, a page of its own.</summary>
internal static class EmbedComposer
{
    /// <summary>Sets what a book cannot hold: its poster, its name and its address.</summary>
    public static void Compose(Composition composition, Embed embed, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        BookLabels labels = composition.Context.Labels(setting.Language);
        string kind =
            embed.Kind switch { EmbedKind.Video => labels.Video, EmbedKind.Audio => labels.Audio, EmbedKind.File => labels.File,
            _ => labels.Page };
        var element = new StructureElement("Div", setting.Element);
        Setting inner = setting with { Element = element, HasIndents = false };
        Setting small =
            FigureComposer.Small(composition, inner, setting.Width, setting.Left, 0.84,
            FigureComposer.CaptionInk) with { Alignment = Align.Center };
        var lines = new List<Fragment>();
        ImmutableArray<Inline> text =
        [
            new TextRun(kind + ": "),
            new Link(embed.Address, [new TextRun(embed.Title ?? LinkAddress.Readable(embed.Address))]),
        ];
        ParagraphComposer.Inlines(composition, text, small, new StructureElement("P", element), lines);
        if (embed.Title is not null)
        {
            ImmutableArray<Inline> address = [new TextRun(LinkAddress.Readable(embed.Address))];
            ParagraphComposer.Inlines(composition, address, small with { Size = small.Size * 0.88, Ink = FigureComposer.CreditInk },
                new StructureElement("P", element), lines);
        }

        foreach (Fragment line in lines.Skip(1))
        {
            line.KeepsWithPrevious = true;
        }

        if (embed.Poster is { Stored: not null } poster && ImageLookup.Find(composition, poster) is not null)
        {
            FigureComposer.Show(composition, [new ImageBlock(poster) { Link = embed.Address }], inner, new FragmentStack(lines), galley);
        }
        else
        {
            var frame = new Frame(setting.Frame, setting.Left, setting.Width) { Fill = Ink.Gray(0.965), Padding = setting.Leading * 0.4 };
            foreach (Fragment line in lines)
            {
                line.Frame = frame;
            }

            galley.AddRange(lines);
        }

        ParagraphComposer.Space(galley, first, setting.Leading * 0.8, setting.Leading * 0.8);
    }
}
