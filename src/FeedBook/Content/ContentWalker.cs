using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>Goes through an article's tree in reading order. Notes come after the blocks.</summary>
public static class ContentWalker
{
    /// <summary>Every block, outer ones before the ones they hold.</summary>
    /// <param name="article">The article.</param>
    public static IEnumerable<Block> Blocks(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Blocks.SelectMany(Blocks).Concat(article.Notes.SelectMany(note => note.Blocks).SelectMany(Blocks));
    }

    /// <summary>The block and every block it holds, outer ones first.</summary>
    /// <param name="block">The block.</param>
    public static IEnumerable<Block> Blocks(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return Children(block).SelectMany(Blocks).Prepend(block);
    }

    /// <summary>The blocks that a block holds itself; empty for one that holds none.</summary>
    /// <param name="block">The block.</param>
    public static IEnumerable<Block> Children(Block block) => block switch
    {
        Quotation quotation => quotation.Blocks,
        Aside aside => aside.Blocks,
        Figure figure => figure.Body,
        ListBlock list => list.Items.SelectMany(item => item.Blocks),
        DefinitionList definitions => definitions.Entries.SelectMany(entry => entry.Definitions).SelectMany(blocks => blocks),
        Table table => table.Head.Concat(table.Body).SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks),
        _ => [],
    };

    /// <summary>The runs of inlines that stand in a block itself, in reading order; not those of the blocks it holds.</summary>
    /// <param name="block">The block.</param>
    public static IEnumerable<ImmutableArray<Inline>> Runs(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Content],
        Heading heading => [heading.Content],
        Figure figure => [figure.Caption, figure.Credit],
        DefinitionList definitions => definitions.Entries.SelectMany(entry => entry.Terms),
        Table table => [table.Caption],
        _ => [],
    };

    /// <summary>Every inline of a run, outer ones before the ones they hold.</summary>
    /// <param name="run">The run.</param>
    public static IEnumerable<Inline> Inlines(ImmutableArray<Inline> run) =>
        run.SelectMany(inline => Inlines(Children(inline)).Prepend(inline));

    /// <summary>Every inline that stands in a block or in the blocks it holds.</summary>
    /// <param name="block">The block.</param>
    public static IEnumerable<Inline> Inlines(Block block) => Blocks(block).SelectMany(Runs).SelectMany(Inlines);

    /// <summary>The inlines that an inline holds itself; empty for one that holds none.</summary>
    /// <param name="inline">The inline.</param>
    public static ImmutableArray<Inline> Children(Inline inline) => inline switch
    {
        Styled styled => styled.Content,
        Link link => link.Content,
        Span span => span.Content,
        Formula formula => formula.Content,
        Ruby ruby => [.. ruby.Segments.SelectMany(segment => segment.Base)],
        _ => [],
    };

    /// <summary>Every figure, outer ones first.</summary>
    /// <param name="article">The article.</param>
    public static IEnumerable<Figure> Figures(Article article) => Blocks(article).OfType<Figure>();

    /// <summary>Every picture: in blocks, in lines of text, and as posters of embeds.</summary>
    /// <param name="article">The article.</param>
    public static IEnumerable<ImageReference> Images(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Blocks.Concat(article.Notes.SelectMany(note => note.Blocks)).SelectMany(Images);
    }

    /// <summary>The ids by which links can reach places of an article: of blocks, of items, of spans.</summary>
    public static IEnumerable<string> Ids(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Blocks.Concat(article.Notes.SelectMany(note => note.Blocks)).SelectMany(Ids);
    }

    /// <summary>The ids of a block and of what it holds.</summary>
    public static IEnumerable<string> Ids(Block block)
    {
        foreach (Block each in Blocks(block))
        {
            IEnumerable<string?> items = each is ListBlock list ? list.Items.Select(item => item.Id) : [];
            IEnumerable<string?> spans = Runs(each).SelectMany(Inlines).OfType<Span>().Select(span => span.Id);
            foreach (string id in items.Concat(spans).Prepend(each.Id).OfType<string>())
            {
                yield return id;
            }
        }
    }

    /// <summary>Whether a block's own runs stand behind the blocks it holds: a figure's caption does, a table's does not.</summary>
    internal static bool RunsFollow(Block block) => block is Figure;

    private static IEnumerable<ImageReference> Images(Block block)
    {
        IEnumerable<ImageReference> own = block switch
        {
            ImageBlock image => [image.Image],
            Embed { Poster: { } poster } => [poster],
            _ => Runs(block).SelectMany(Inlines).OfType<InlineImage>().Select(image => image.Image),
        };
        IEnumerable<ImageReference> held = Children(block).SelectMany(Images);
        return RunsFollow(block) ? held.Concat(own) : own.Concat(held);
    }
}
