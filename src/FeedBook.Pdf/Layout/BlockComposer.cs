using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>What stands before and after a block in the same place.</summary>
/// <param name="Previous">The block before; null for the first.</param>
/// <param name="Next">The block after; null for the last.</param>
internal readonly record struct Neighbours(Block? Previous, Block? Next);

/// <summary>Turns blocks into fragments: one case for each kind of block.</summary>
internal static class BlockComposer
{
    /// <summary>Composes blocks one below another.</summary>
    public static void Compose(Composition composition, ImmutableArray<Block> blocks, Setting setting, List<Fragment> galley)
    {
        for (int i = 0; i < blocks.Length;)
        {
            i += Compose(composition, blocks, i, setting, galley);
        }
    }

    /// <summary>Composes the block at an index, with those that stand in one row with it.</summary>
    /// <returns>How many blocks were composed.</returns>
    public static int Compose(Composition composition, ImmutableArray<Block> blocks, int index, Setting setting, List<Fragment> galley)
    {
        int inRow = ImageRow.Count(blocks.AsSpan()[index..], setting);
        if (inRow > 1)
        {
            ImageRow.Compose(composition, blocks.AsSpan().Slice(index, inRow), setting, galley);
            return inRow;
        }

        Compose(composition, blocks[index],
            new Neighbours(index == 0 ? null : blocks[index - 1], index + 1 < blocks.Length ? blocks[index + 1] : null), setting, galley);
        return 1;
    }

    /// <summary>Composes one block.</summary>
    /// <param name="composition">The chapter.</param>
    /// <param name="block">The block.</param>
    /// <param name="neighbours">What stands before and after it.</param>
    /// <param name="setting">How it is set.</param>
    /// <param name="galley">Where its fragments go.</param>
    public static void Compose(Composition composition, Block block, Neighbours neighbours, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        Setting own = setting.For(block.Language, block.Direction);
        switch (block)
        {
            case Paragraph paragraph:
                ParagraphComposer.Paragraph(composition, paragraph, own, neighbours, galley);
                break;
            case Heading heading:
                HeadingComposer.Compose(composition, heading, own, galley);
                break;
            case ListBlock list:
                ListComposer.Compose(composition, list, own, galley);
                break;
            case DefinitionList list:
                ListComposer.Compose(composition, list, own, galley);
                break;
            case Quotation { IsPullQuote: true } quotation:
                BesideComposer.PullQuote(composition, quotation, own, galley);
                break;
            case Quotation quotation:
                Quotation(composition, quotation, own, galley);
                break;
            case Aside aside:
                BesideComposer.Compose(composition, aside, own, galley);
                break;
            case CodeBlock code:
                CodeComposer.Compose(composition, code, own, galley);
                break;
            case Rule:
                galley.Add(new RuleFragment(own.Left + (own.Width * 0.375), own.Width * 0.25, 0.6,
                    Ink.Gray(0.55)) { Before = own.Leading * 0.9, After = own.Leading * 0.9, Frame = own.Frame, IsTurned = own.IsTurned });
                break;
            case Table table:
                TableComposer.Compose(composition, table, own, galley);
                break;
            case Figure figure:
                FigureComposer.Compose(composition, figure, own, galley);
                break;
            case ImageBlock image:
                FigureComposer.Compose(composition, image, own, galley);
                break;
            case Embed embed:
                EmbedComposer.Compose(composition, embed, own, galley);
                break;
        }

        if (composition.Anchor(block.Id) is > 0 and int anchor && first < galley.Count)
        {
            galley[first].Anchors.Add(anchor);
        }
    }

    /// <summary>Composes blocks with a number before the first line, as a note has it.</summary>
    public static List<Fragment> Numbered(Composition composition, ImmutableArray<Block> blocks, Setting setting, string label)
    {
        var galley = new List<Fragment>();
        ListComposer.Item(composition, blocks, setting, label, setting.Size * 1.7, (setting.Element, setting.Element), galley);
        return galley;
    }

    private static void Quotation(Composition composition, Quotation quotation, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        var element = new StructureElement("BlockQuote", setting.Element);
        Setting inner = setting.Indent(setting.Size * 1.4, setting.Size * 0.6) with { Element = element, Ink = Ink.Gray(0.22) };
        inner = inner with
        {
            Frame = new Frame(setting.Frame, setting.IsRightToLeft ? inner.Left : setting.Left, setting.IsRightToLeft ? setting.Left
                + setting.Width - inner.Left : inner.Left - setting.Left)
            {
                Bar = Ink.Gray(0.72),
                IsBarRight = setting.IsRightToLeft,
            },
        };
        Compose(composition, quotation.Blocks, inner, galley);
        if (first < galley.Count)
        {
            galley[first].Before = 0;
        }

        ParagraphComposer.Space(galley, first, setting.Leading * 0.7, setting.Leading * 0.7);
    }
}
